package org.vigie.simulator.world;

import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.mavlink.Traffic;

/**
 * A second aircraft in the way: it flies a straight line, or a circle round the place that it
 * begins at, and gives way to nobody. Immutable.
 *
 * @param icao 24-bit address, its identity in this world
 * @param from where it begins; the middle of its circle when it has a radius
 * @param courseDeg degrees true; on a circle, where from the middle it begins
 * @param radiusM 0 for a straight line; circles go clockwise
 */
public record Intruder(
    int icao,
    String callsign,
    LatLon from,
    double altitudeAmslM,
    double courseDeg,
    double speedMps,
    double radiusM) {
  public Intruder {
    boolean good =
        Double.isFinite(altitudeAmslM)
            && Double.isFinite(courseDeg)
            && speedMps >= 0
            && speedMps < Double.POSITIVE_INFINITY
            && radiusM >= 0
            && radiusM < Double.POSITIVE_INFINITY;
    if (!good) {
      throw new IllegalArgumentException("an intruder's figures are finite and not negative");
    }
  }

  /**
   * What a receiver hears of it.
   *
   * @param sinceS how long it has been flying
   */
  public Traffic after(double sinceS) {
    double flownM = speedMps * sinceS;
    if (radiusM == 0) {
      LatLon place = Geodesics.destination(from, courseDeg, flownM);
      return new Traffic(icao, callsign, place, altitudeAmslM, turn(courseDeg), speedMps);
    }
    double bearingDeg = turn(courseDeg + Math.toDegrees(flownM / radiusM));
    LatLon place = Geodesics.destination(from, bearingDeg, radiusM);
    return new Traffic(icao, callsign, place, altitudeAmslM, turn(bearingDeg + 90), speedMps);
  }

  private static double turn(double degrees) {
    return ((degrees % 360) + 360) % 360;
  }
}
