package org.vigie.planner.proof;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.plane.DegreeEdges;
import org.vigie.geofence.plane.Plane;

/**
 * A straight piece of the flight, read from the stored mission.
 *
 * @param branch code of the part of the flight: climb, outbound, scene, return-path or landing
 * @param seq the mission item that it leads to
 * @param holdS seconds waited at its end
 */
record FlownLeg(
    String branch,
    int seq,
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

  /**
   * Seen from above: a line straight in metres and one straight in degrees, where they differ, or a
   * point where it goes up or down on the spot.
   */
  Geometry line(Plane plane) {
    return from.equals2D(to)
        ? plane.factory().createPoint(from)
        : new DegreeEdges(plane).line(new Coordinate[] {from, to});
  }
}
