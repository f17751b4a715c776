package org.vigie.geofence.geo;

/**
 * Altitude above mean sea level (EGM96 geoid).
 *
 * @param metres metres, positive up
 * @throws IllegalArgumentException if not finite
 */
public record AltitudeAmsl(double metres) {
  public AltitudeAmsl {
    if (!Double.isFinite(metres)) {
      throw new IllegalArgumentException("altitude AMSL must be finite, not " + metres);
    }
  }

  /** This altitude as a height above a home whose altitude is known. */
  public HeightAboveHome above(AltitudeAmsl home) {
    return new HeightAboveHome(metres - home.metres);
  }

  /** This altitude as a height above ground whose altitude is known. */
  public HeightAboveGround aboveGround(AltitudeAmsl ground) {
    return new HeightAboveGround(metres - ground.metres);
  }

  /** This altitude as a height above the ellipsoid, given how the geoid lies at the place. */
  public HeightAboveEllipsoid aboveEllipsoid(GeoidUndulation geoid) {
    return new HeightAboveEllipsoid(metres + geoid.metres());
  }
}
