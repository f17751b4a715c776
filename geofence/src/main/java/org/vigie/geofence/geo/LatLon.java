package org.vigie.geofence.geo;

/**
 * A point on the WGS-84 ellipsoid.
 *
 * @param latDeg latitude, degrees, north positive, -90 to 90
 * @param lonDeg longitude, degrees, east positive, -180 to 180
 * @throws IllegalArgumentException if a value is not finite or out of range: rejected, never
 *     normalised
 */
public record LatLon(double latDeg, double lonDeg) {
  private static final double E7 = 1e7;

  public LatLon {
    if (!(latDeg >= -90 && latDeg <= 90)) {
      throw new IllegalArgumentException("latitude " + latDeg + " is not within -90..90 degrees");
    }
    if (!(lonDeg >= -180 && lonDeg <= 180)) {
      throw new IllegalArgumentException(
          "longitude " + lonDeg + " is not within -180..180 degrees");
    }
  }

  /**
   * The point that MAVLink's degE7 integers name.
   *
   * @source MAVLink common.xml MISSION_ITEM_INT.x, .y (degrees * 1e7)
   */
  public static LatLon ofE7(int latE7, int lonE7) {
    return new LatLon(latE7 / E7, lonE7 / E7);
  }

  /** Latitude as MAVLink stores it, degrees * 1e7, rounded to the nearest (about 1 cm). */
  public int latE7() {
    return (int) Math.round(latDeg * E7);
  }

  /** Longitude as MAVLink stores it, degrees * 1e7, rounded to the nearest. */
  public int lonE7() {
    return (int) Math.round(lonDeg * E7);
  }

  /** This point as it comes back from an autopilot that stores degE7. */
  public LatLon quantised() {
    return ofE7(latE7(), lonE7());
  }
}
