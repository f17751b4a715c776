package org.vigie.geofence.volume;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.vigie.geofence.plane.DegreeEdges;
import org.vigie.geofence.plane.Plane;

/**
 * Draws what lies within a distance of a shape: never less, and at most {@link
 * VolumeBuilder#OVERSIZE_M} more. Simplification is paid for: a shape is first grown by as much as
 * simplifying may take away. Long edges get points of their own, so that no reader of stored points
 * draws them elsewhere.
 */
final class Tube {
  /** What simplifying may move an outline by; keeps outlines short. */
  static final double SIMPLIFY_M = 0.5;

  /** An edge of a stored outline bows by at most this, see {@link DegreeEdges}. */
  private static final double BOW_M = 0.02;

  /**
   * More than rounding to 1e-7 degrees moves a corner by (8 mm), and two outlines' edges bow beside
   * how they are drawn.
   */
  static final double ROUNDING_M = 0.06;

  /** By how much the corners of a drawn arc may lie outside it. */
  private static final double ARC_M = 0.3;

  /** Straight pieces a quarter turn is drawn with at least. */
  private static final int QUADRANT_SEGMENTS_MIN = 10;

  /** Enough for {@link #ARC_M} up to 17 km: further than any aircraft falls or glides here. */
  private static final int QUADRANT_SEGMENTS_MAX = 200;

  /** JTS rounds the number of pieces of an arc, so that one may be half as long again. */
  private static final double UNEVEN = 1.5;

  private Tube() {}

  /** All points within a distance of a shape; round corners are drawn outside the true arc. */
  static Geometry grown(Geometry shape, double distanceM) {
    int segments =
        (int) Math.ceil(UNEVEN * Math.PI / 4 * Math.sqrt(Math.max(0, distanceM) / (2 * ARC_M)));
    segments = Math.max(QUADRANT_SEGMENTS_MIN, Math.min(QUADRANT_SEGMENTS_MAX, segments));
    BufferParameters parameters = new BufferParameters(segments);
    // the JTS default simplifies by 1 % of the distance, inwards as well
    parameters.setSimplifyFactor(0);
    double chord = Math.cos(UNEVEN * Math.PI / (4 * segments));
    return BufferOp.bufferOp(shape, distanceM / chord, parameters);
  }

  /** All points within a distance of a shape, grown by what storing its outline may take away. */
  static Geometry paid(Geometry shape, double distanceM) {
    return grown(shape, distanceM + SIMPLIFY_M + ROUNDING_M);
  }

  /** The outline, in stored points, of what was grown so. */
  static Polygon outline(Plane plane, Geometry paid) {
    return stored(plane, outer(plane, paid));
  }

  /** A polygon simplified, in stored points, so many that every reading of its edges is as good. */
  private static Polygon stored(Plane plane, Polygon polygon) {
    Polygon simple = outer(plane, TopologyPreservingSimplifier.simplify(polygon, SIMPLIFY_M));
    return plane.polygon(plane.outline(new DegreeEdges(plane).split(simple, BOW_M)));
  }

  /** A polygon without its holes. */
  static Polygon outer(Plane plane, Geometry geometry) {
    return plane.factory().createPolygon(((Polygon) geometry).getExteriorRing());
  }
}
