package org.vigie.geofence.zone.index;

import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;

/** A line on the ellipsoid, walked by a parameter. */
interface Curve {
  /** Closer than this is told apart no more: a line that comes so near is taken to touch. */
  double GRAIN_M = 0.001;

  LatLon at(double parameter);

  /** The line between two parameters is no longer than this. */
  double mostM(double from, double to);

  /**
   * Whether some point between two parameters lies within a distance of a place, or a millimetre
   * beyond: the line is halved until every part is near enough or, by its length, too far.
   */
  default boolean within(LatLon place, double distanceM, double from, double to) {
    double middle = from / 2 + to / 2;
    double lengthM = mostM(from, to);
    double middleM = Geodesics.distanceM(place, at(middle));
    if (middleM <= distanceM || lengthM < GRAIN_M) {
      return middleM <= distanceM + GRAIN_M;
    }
    return middleM - lengthM / 2 <= distanceM
        && (within(place, distanceM, from, middle) || within(place, distanceM, middle, to));
  }

  /** The shortest line that leaves a place in a direction; the parameter is metres. */
  record Shortest(LatLon start, double azimuthDeg) implements Curve {
    @Override
    public LatLon at(double parameter) {
      return Geodesics.destination(start, azimuthDeg, parameter);
    }

    @Override
    public double mostM(double from, double to) {
      return to - from;
    }
  }
}
