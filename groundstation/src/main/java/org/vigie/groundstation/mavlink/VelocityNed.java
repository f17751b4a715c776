package org.vigie.groundstation.mavlink;

/**
 * A velocity over ground.
 *
 * @param northMps metres per second, north positive
 * @param eastMps metres per second, east positive
 * @param downMps metres per second, down positive
 */
public record VelocityNed(double northMps, double eastMps, double downMps) {
  /** Horizontal speed, metres per second. */
  public double groundSpeedMps() {
    return Math.hypot(northMps, eastMps);
  }
}
