package org.vigie.planner.checker;

import net.sf.geographiclib.Geodesic;

/**
 * Metres around a place, by the radii of curvature halfway between: within 2 km wrong by less than
 * a millimetre, as GeographicLib says, see {@link CheckerTest}.
 */
final class Flat {
  private static final double A_M = Geodesic.WGS84.EquatorialRadius();
  private static final double F = Geodesic.WGS84.Flattening();
  private static final double E2 = F * (2 - F);

  final double latDeg;
  final double lonDeg;

  Flat(double latDeg, double lonDeg) {
    this.latDeg = latDeg;
    this.lonDeg = lonDeg;
  }

  double northM(double lat) {
    double sine = Math.sin(Math.toRadians((lat + latDeg) / 2));
    double w = Math.sqrt(1 - E2 * sine * sine);
    return Math.toRadians(lat - latDeg) * A_M * (1 - E2) / (w * w * w);
  }

  double eastM(double lat, double lon) {
    double middle = Math.toRadians((lat + latDeg) / 2);
    double sine = Math.sin(middle);
    return Math.toRadians(lon - lonDeg) * A_M / Math.sqrt(1 - E2 * sine * sine) * Math.cos(middle);
  }

  double lat(double northM) {
    double lat = latDeg;
    for (int i = 0; i < 4; i++) {
      lat += (northM - northM(lat)) / 111_000;
    }
    return lat;
  }

  double lon(double eastM, double northM) {
    double lat = lat(northM);
    double perDegM = eastM(lat, lonDeg + 1);
    return lonDeg + eastM / perDegM;
  }
}
