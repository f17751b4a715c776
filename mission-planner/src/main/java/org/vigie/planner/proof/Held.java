package org.vigie.planner.proof;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.vigie.geofence.plane.BothReadings;

/**
 * An area that something must stay inside of, however its edges are read. Made ready to be asked
 * often. Confined to one proof.
 */
final class Held {
  private final boolean valid;
  private final Geometry least;
  private final PreparedGeometry prepared;
  private final IndexedFacetDistance edge;

  Held(BothReadings area) {
    this.valid = area.isValid();
    this.least = area.least();
    this.prepared = PreparedGeometryFactory.prepare(least);
    this.edge = new IndexedFacetDistance(least.getBoundary());
  }

  /**
   * How far inside a shape lies, and where that is least.
   *
   * @param metres from the shape to the area's edge; negative outside, by the farthest point
   * @param at the point of the shape that is nearest to the edge, or farthest outside
   */
  record Inside(double metres, Coordinate at) {
    Inside worse(Inside other) {
      return other.metres < metres ? other : this;
    }
  }

  /** Whether a shape lies inside: cheaper than how far. */
  boolean covers(Geometry shape) {
    return valid && prepared.covers(shape);
  }

  /** Whether a point lies outside: cheaper still, and no shape that holds it lies inside. */
  boolean isOutside(Coordinate point) {
    return !valid || !prepared.intersects(least.getFactory().createPoint(point));
  }

  Inside inside(Geometry shape) {
    if (!valid) {
      return new Inside(-1, shape.getCoordinate());
    }
    if (prepared.covers(shape)) {
      Coordinate[] nearest = edge.nearestPoints(shape);
      return new Inside(nearest[0].distance(nearest[1]), nearest[1]);
    }
    Coordinate farthest = shape.getCoordinate();
    double outsideM = 0;
    for (Coordinate point : outside(shape).getCoordinates()) {
      double distanceM = least.distance(shape.getFactory().createPoint(point));
      if (distanceM >= outsideM) {
        outsideM = distanceM;
        farthest = point;
      }
    }
    return new Inside(Math.min(-outsideM, -1e-3), farthest);
  }

  private Geometry outside(Geometry shape) {
    return OverlayNGRobust.overlay(shape, least, OverlayNG.DIFFERENCE);
  }

  double insideM(Geometry shape) {
    return inside(shape).metres();
  }
}
