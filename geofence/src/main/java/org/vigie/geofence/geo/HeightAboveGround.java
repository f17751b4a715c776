package org.vigie.geofence.geo;

/**
 * Height above the ground vertically below (AGL).
 *
 * @param metres metres, positive up, zero on the ground
 * @throws IllegalArgumentException if not finite
 */
public record HeightAboveGround(double metres) {
  public HeightAboveGround {
    if (!Double.isFinite(metres)) {
      throw new IllegalArgumentException("height above ground must be finite, not " + metres);
    }
  }

  /** This height as an altitude, given the altitude of the ground below. */
  public AltitudeAmsl over(AltitudeAmsl ground) {
    return new AltitudeAmsl(metres + ground.metres());
  }
}
