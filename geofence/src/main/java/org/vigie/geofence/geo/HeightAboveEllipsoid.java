package org.vigie.geofence.geo;

/**
 * Height above the WGS-84 ellipsoid, as GNSS measures it.
 *
 * @param metres metres, positive up
 * @throws IllegalArgumentException if not finite
 */
public record HeightAboveEllipsoid(double metres) {
  public HeightAboveEllipsoid {
    if (!Double.isFinite(metres)) {
      throw new IllegalArgumentException("height above ellipsoid must be finite, not " + metres);
    }
  }

  /** This height as an altitude above mean sea level, given how the geoid lies at the place. */
  public AltitudeAmsl aboveSea(GeoidUndulation geoid) {
    return new AltitudeAmsl(metres - geoid.metres());
  }
}
