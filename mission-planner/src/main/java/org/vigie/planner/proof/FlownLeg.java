package org.vigie.planner.proof;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A straight piece of the flight, read from the stored mission.
 *
 * @param branch code of the part of the flight: climb, outbound, scene, return-path or landing
 * @param holdS seconds waited at its end
 */
record FlownLeg(
    String branch,
    Coordinate from,
    double fromHeightM,
    Coordinate to,
    double toHeightM,
    double speedMps,
    double holdS) {
  static final String CLIMB = "climb";
  static final String OUTBOUND = "outbound";
  static final String SCENE = "scene";
  static final String RETURN_PATH = "return-path";
  static final String LANDING = "landing";

  double lengthM() {
    return from.distance(to);
  }

  boolean vertical() {
    return branch.equals(CLIMB) || branch.equals(LANDING);
  }

  /** Seen from above: a line, or a point where it goes up or down on the spot. */
  Geometry line(GeometryFactory factory) {
    return from.equals2D(to)
        ? factory.createPoint(from)
        : factory.createLineString(new Coordinate[] {from, to});
  }
}
