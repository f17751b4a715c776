package org.vigie.geofence.volume;

import java.util.List;
import org.vigie.geofence.geo.LatLon;

/**
 * What a flight geography is drawn around.
 *
 * @param lines paths that are flown
 * @param areas sets of points whose convex hull is flown in
 * @param halfWidthM metres to either side of them
 * @param floorM where the flight geography begins, metres above home; negative infinity: from the
 *     surface
 * @throws IllegalArgumentException if there is nothing to draw around, or a number is out of range
 */
public record FlightShape(
    List<List<LatLon>> lines, List<List<LatLon>> areas, double halfWidthM, double floorM) {
  /** Drawing takes time; a flight plan has hundreds of points at most. */
  public static final int POINTS_MAX = 5_000;

  public FlightShape {
    lines = lines.stream().map(List::copyOf).toList();
    areas = areas.stream().map(List::copyOf).toList();
    if (lines.isEmpty() && areas.isEmpty()) {
      throw new IllegalArgumentException("a flight shape needs a line or an area");
    }
    if (lines.stream().anyMatch(List::isEmpty) || areas.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("a line or an area needs a point");
    }
    if (!(halfWidthM > 0 && Double.isFinite(halfWidthM))) {
      throw new IllegalArgumentException("the half width must be positive, not " + halfWidthM);
    }
    if (!(floorM < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the floor must be a height, not " + floorM);
    }
  }

  /** A shape from the surface upwards. */
  public FlightShape(List<List<LatLon>> lines, List<List<LatLon>> areas, double halfWidthM) {
    this(lines, areas, halfWidthM, Double.NEGATIVE_INFINITY);
  }

  /** The tube around a route. */
  public static FlightShape route(List<LatLon> points, double halfWidthM) {
    return new FlightShape(List.of(points), List.of(), halfWidthM);
  }

  /** The ground around an area; a hollow in its outline belongs to it. */
  public static FlightShape area(List<LatLon> points, double halfWidthM) {
    return new FlightShape(List.of(), List.of(points), halfWidthM);
  }

  int points() {
    return lines.stream().mapToInt(List::size).sum() + areas.stream().mapToInt(List::size).sum();
  }
}
