package org.vigie.geofence.volume;

import static org.vigie.geofence.volume.Requirement.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.BothReadings;
import org.vigie.geofence.plane.DegreeEdges;
import org.vigie.geofence.plane.Plane;

/**
 * Draws operational volumes. Each holds all points within its distance of the inner one, the flight
 * geography those within the half width of the shape, and exceeds that by at most {@link
 * #OVERSIZE_M}; a hole that the shape encloses belongs to it. All of that is so whether edges, the
 * shape's and the outlines', are read as straight in a metric frame or in longitude and latitude.
 */
public final class VolumeBuilder {
  /** A volume reaches at most this much further than its term. */
  public static final double OVERSIZE_M = 3 * Tube.SIMPLIFY_M;

  /** More than any route that an autopilot stores needs at half a metre. */
  public static final int OUTLINE_VERTICES_MAX = 5_000;

  private VolumeBuilder() {}

  /**
   * The volume around a shape, with a fence.
   *
   * @param verticesMax how many vertices the autopilot's fence may have
   * @return empty when there is no volume, see {@link #draw}, or no fence of so few vertices fits
   */
  public static Optional<OperationalVolume> build(
      Plane plane, FlightShape shape, VolumeTerms terms, int verticesMax) {
    return terms.isGroundKnown()
        ? inner(plane, shape, terms, verticesMax).flatMap(inner -> inner.over(terms))
        : Optional.empty();
  }

  /**
   * What of the volume around a shape does not depend on the ground below it.
   *
   * @param terms their ground may be unknown
   * @param verticesMax how many vertices the autopilot's fence may have
   * @return empty when there is no volume, see {@link #draw}, or no fence of so few vertices fits
   * @throws IllegalArgumentException if the shape is narrower than three characteristic dimensions
   */
  public static Optional<InnerVolume> inner(
      Plane plane, FlightShape shape, VolumeTerms terms, int verticesMax) {
    requireWidth(shape, terms);
    if (shape.points() > FlightShape.POINTS_MAX
        || !(flown(plane, shape) instanceof Polygon one)
        || one.isEmpty()) {
      return Optional.empty();
    }
    Polygon flightGeography = Tube.outline(plane, one);
    Polygon contingency = contingency(plane, flightGeography, terms);
    if (Math.max(flightGeography.getNumPoints(), contingency.getNumPoints()) - 1
        > OUTLINE_VERTICES_MAX) {
      return Optional.empty();
    }
    GeoPolygon geography = plane.outline(flightGeography);
    BothReadings readings = BothReadings.of(plane, plane.outline(contingency));
    return InclusionFence.draw(plane, terms, BothReadings.of(plane, geography), readings)
        .filter(fence -> fence.ring().size() <= verticesMax)
        .map(
            fence -> new InnerVolume(plane, shape, terms, geography, contingency, readings, fence));
  }

  static Polygon contingency(Plane plane, Polygon flightGeography, VolumeTerms terms) {
    return Tube.outline(plane, Tube.paid(flightGeography, terms.contingencyM()));
  }

  static Polygon groundRisk(Plane plane, Polygon contingency, VolumeTerms terms) {
    return Tube.outline(plane, Tube.paid(contingency, terms.groundRiskM()));
  }

  private static void requireWidth(FlightShape shape, VolumeTerms terms) {
    double widthMMin = VolumeParameters.SIZE_PER_DIMENSION * terms.parameters().dimensionM();
    require(
        2 * shape.halfWidthM() >= widthMMin,
        "the flight geography must be at least %s m wide, three characteristic dimensions"
            .formatted(widthMMin));
  }

  /**
   * The volume around a shape.
   *
   * @throws IllegalArgumentException if the shape is narrower than three characteristic dimensions
   */
  public static VolumeOutcome draw(Plane plane, FlightShape shape, VolumeTerms terms) {
    requireWidth(shape, terms);
    if (!terms.isGroundKnown()) {
      return new VolumeOutcome.NotDrawn(VolumeRefusal.GROUND_UNKNOWN, Double.NaN, Double.NaN);
    }
    if (shape.points() > FlightShape.POINTS_MAX) {
      return new VolumeOutcome.NotDrawn(
          VolumeRefusal.TOO_MANY_POINTS, shape.points(), FlightShape.POINTS_MAX);
    }
    Geometry flown = flown(plane, shape);
    if (!(flown instanceof Polygon one) || one.isEmpty()) {
      return new VolumeOutcome.NotDrawn(VolumeRefusal.IN_PIECES, flown.getNumGeometries(), 1);
    }
    Polygon flightGeography = Tube.outline(plane, one);
    Polygon contingency = contingency(plane, flightGeography, terms);
    Polygon groundRisk = groundRisk(plane, contingency, terms);
    int vertices =
        Math.max(
            flightGeography.getNumPoints(),
            Math.max(contingency.getNumPoints(), groundRisk.getNumPoints()));
    if (vertices - 1 > OUTLINE_VERTICES_MAX) {
      return new VolumeOutcome.NotDrawn(
          VolumeRefusal.TOO_MANY_VERTICES, vertices - 1, OUTLINE_VERTICES_MAX);
    }
    return new VolumeOutcome.Drawn(
        new VolumeOutlines(
            plane.outline(flightGeography),
            plane.outline(contingency),
            plane.outline(groundRisk),
            VolumeHeights.of(terms, shape.floorM()),
            terms));
  }

  /** Lines and areas in both readings of their edges: an autopilot may fly either. */
  private static Geometry flown(Plane plane, FlightShape shape) {
    DegreeEdges edges = new DegreeEdges(plane);
    List<Geometry> parts = new ArrayList<>();
    for (List<LatLon> line : shape.lines()) {
      parts.add(Tube.paid(edges.line(line), shape.halfWidthM()));
    }
    for (List<LatLon> area : shape.areas()) {
      parts.add(Tube.paid(edges.hull(plane.hull(area)), shape.halfWidthM()));
    }
    return parts.size() == 1 ? parts.get(0) : UnaryUnionOp.union(parts);
  }
}
