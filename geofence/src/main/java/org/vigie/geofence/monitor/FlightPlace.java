package org.vigie.geofence.monitor;

import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;

/**
 * Where a flight takes place.
 *
 * @param frame around the middle of its volume
 * @param reachM no corner of its volume lies further from there
 */
record FlightPlace(LocalFrame frame, double reachM) {
  /** Further from its volume receivers report nonsense: nobody flies there. */
  static final double BESIDE_M = 30_000;

  /** With what lies beside them, larger volumes are beyond what a flat frame is good for. */
  private static final double REACH_M_MAX = 170_000;

  /**
   * The place of a volume.
   *
   * @throws IllegalArgumentException if it is too large
   */
  static FlightPlace of(ContainmentVolume volume) {
    double baseDeg = volume.contingencyVolume().ring().get(0).lonDeg();
    double westDeg = 0;
    double eastDeg = 0;
    double southDeg = 90;
    double northDeg = -90;
    for (LatLon corner : volume.contingencyVolume().ring()) {
      double lonDeg = Math.IEEEremainder(corner.lonDeg() - baseDeg, 360);
      westDeg = Math.min(westDeg, lonDeg);
      eastDeg = Math.max(eastDeg, lonDeg);
      southDeg = Math.min(southDeg, corner.latDeg());
      northDeg = Math.max(northDeg, corner.latDeg());
    }
    LocalFrame frame =
        new LocalFrame(
            new LatLon(
                (southDeg + northDeg) / 2,
                Math.IEEEremainder(baseDeg + (westDeg + eastDeg) / 2, 360)));
    return new FlightPlace(
        frame,
        Math.max(
            reachM(frame, volume.contingencyVolume()), reachM(frame, volume.flightGeography())));
  }

  /** How far from the middle an aircraft may be at most. */
  double awayM() {
    return reachM + BESIDE_M;
  }

  private static double reachM(LocalFrame frame, GeoPolygon polygon) {
    double reachM = 0;
    for (LatLon corner : polygon.ring()) {
      Enu at = frame.toward(corner);
      reachM = Math.max(reachM, Math.hypot(at.eastM(), at.northM()));
    }
    if (reachM > REACH_M_MAX) {
      throw new IllegalArgumentException(
          "a volume reaches at most " + REACH_M_MAX / 1000 + " km from its middle");
    }
    return reachM;
  }
}
