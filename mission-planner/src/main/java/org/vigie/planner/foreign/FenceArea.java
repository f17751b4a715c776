package org.vigie.planner.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.vigie.geofence.plane.BothReadings;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.io.FenceShape;

/**
 * Where a fence lets an aircraft be: within all inclusions, out of all exclusions, however edges
 * are read.
 *
 * @source ArduPilot AC_PolyFence_loader.cpp, breached: each inclusion counts, unless FENCE_OPTIONS
 *     says otherwise; PX4 geofence.cpp, checkPolygons
 */
final class FenceArea {
  /** Corners of a drawn circle: it errs by less than a ten thousandth of its radius. */
  private static final int CIRCLE_CORNERS = 256;

  private FenceArea() {}

  /** The area; empty when there is no inclusion, or one of the shapes crosses itself. */
  static Optional<Geometry> of(Plane plane, List<FenceShape> shapes) {
    List<Geometry> inclusions = new ArrayList<>();
    List<Geometry> exclusions = new ArrayList<>();
    for (FenceShape shape : shapes) {
      Optional<Geometry> area = area(plane, shape);
      if (area.isEmpty()) {
        return Optional.empty();
      }
      (shape.inclusion() ? inclusions : exclusions).add(area.get());
    }
    if (inclusions.isEmpty()) {
      return Optional.empty();
    }
    Geometry inside = inclusions.get(0);
    for (Geometry inclusion : inclusions.subList(1, inclusions.size())) {
      inside = OverlayNGRobust.overlay(inside, inclusion, OverlayNG.INTERSECTION);
    }
    for (Geometry exclusion : exclusions) {
      inside = OverlayNGRobust.overlay(inside, exclusion, OverlayNG.DIFFERENCE);
    }
    return inside.isEmpty() ? Optional.empty() : Optional.of(inside);
  }

  private static Optional<Geometry> area(Plane plane, FenceShape shape) {
    if (shape instanceof FenceShape.Polygon polygon) {
      BothReadings both = BothReadings.of(plane, polygon.ring());
      return both.isValid()
          ? Optional.of(shape.inclusion() ? both.least() : both.most())
          : Optional.empty();
    }
    FenceShape.Circle circle = (FenceShape.Circle) shape;
    Coordinate centre = plane.coordinate(circle.centre());
    // corners on the circle lie inside of it, corners drawn outward hold it
    double radiusM =
        shape.inclusion()
            ? circle.radiusM()
            : circle.radiusM() / Math.cos(Math.PI / CIRCLE_CORNERS);
    Coordinate[] ring = new Coordinate[CIRCLE_CORNERS + 1];
    for (int i = 0; i < CIRCLE_CORNERS; i++) {
      double angle = 2 * Math.PI * i / CIRCLE_CORNERS;
      ring[i] =
          new Coordinate(
              centre.x + radiusM * Math.cos(angle), centre.y + radiusM * Math.sin(angle));
    }
    ring[CIRCLE_CORNERS] = ring[0].copy();
    return Optional.of(plane.factory().createPolygon(ring));
  }
}
