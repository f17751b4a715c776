package org.vigie.planner.foreign;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.plane.DegreeEdges;
import org.vigie.geofence.plane.Plane;

/**
 * A straight piece of a foreign flight, then perhaps a hover at its end.
 *
 * @param seq the item that it flies to
 * @param fromM height above home at its start, metres
 * @param toM height above home at its end, metres
 * @param speedMps commanded ground speed
 * @param holdS seconds waited at its end
 * @param landing whether it ends on the ground
 */
record ForeignLeg(
    int seq,
    Coordinate from,
    double fromM,
    Coordinate to,
    double toM,
    double speedMps,
    double holdS,
    boolean landing) {
  double lengthM() {
    return from.distance(to);
  }

  /** Whether it only goes up or down, or stays. */
  boolean onTheSpot() {
    return from.equals2D(to);
  }

  double lowM() {
    return Math.min(fromM, toM);
  }

  double highM() {
    return Math.max(fromM, toM);
  }

  Coordinate at(double part) {
    return new Coordinate(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
  }

  double heightM(double part) {
    return fromM + (toM - fromM) * part;
  }

  /** Seen from above, straight in metres and in degrees. */
  Geometry line(Plane plane) {
    return onTheSpot()
        ? plane.factory().createPoint(from)
        : new DegreeEdges(plane).line(new Coordinate[] {from, to});
  }
}
