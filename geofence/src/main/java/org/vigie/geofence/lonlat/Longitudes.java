package org.vigie.geofence.lonlat;

import org.vigie.geofence.geo.LatLon;

/** Longitudes that ran on beyond half a turn. */
public final class Longitudes {
  private Longitudes() {}

  /** The place at a longitude that may lie up to a turn and a half off. */
  public static LatLon place(double latDeg, double lonDeg) {
    return new LatLon(latDeg, lonDeg > 180 ? lonDeg - 360 : lonDeg < -180 ? lonDeg + 360 : lonDeg);
  }

  /** The longitude, whole turns on, that lies within half a turn of another. */
  public static double beside(double lonDeg, double otherDeg) {
    double step = lonDeg - otherDeg;
    return step > 180 ? lonDeg - 360 : step < -180 ? lonDeg + 360 : lonDeg;
  }
}
