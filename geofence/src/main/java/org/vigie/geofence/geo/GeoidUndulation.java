package org.vigie.geofence.geo;

/**
 * How high mean sea level (the geoid) lies above the WGS-84 ellipsoid at some place. What turns an
 * altitude into a height above the ellipsoid and back; {@link Geoid} knows it everywhere.
 *
 * @param metres metres, positive where the geoid lies above the ellipsoid
 * @throws IllegalArgumentException if not finite
 */
public record GeoidUndulation(double metres) {
  public GeoidUndulation {
    if (!Double.isFinite(metres)) {
      throw new IllegalArgumentException("geoid undulation must be finite, not " + metres);
    }
  }
}
