package org.vigie.geofence.geo;

/**
 * Height above the home position, which is neither terrain nor sea level.
 *
 * @param metres metres, positive up, zero at home
 * @throws IllegalArgumentException if not finite
 */
public record HeightAboveHome(double metres) {
  public HeightAboveHome {
    if (!Double.isFinite(metres)) {
      throw new IllegalArgumentException("height above home must be finite, not " + metres);
    }
  }

  /** This height as an altitude, given the altitude of the home that it counts from. */
  public AltitudeAmsl over(AltitudeAmsl home) {
    return new AltitudeAmsl(metres + home.metres());
  }
}
