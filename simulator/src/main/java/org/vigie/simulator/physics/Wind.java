package org.vigie.simulator.physics;

/**
 * The weather over the whole world: a mean wind, and how strong its gusts are. The stated gust is
 * the peak, three standard deviations above the mean. Confined to the world's thread.
 *
 * @see Turbulence
 */
public final class Wind {
  private static final double PEAK_SIGMAS = 3;

  private Vec3 mean = Vec3.ZERO;
  private double alongEast = 1;
  private double alongNorth;
  private double sigmaMps;

  /**
   * Sets the weather.
   *
   * @param fromDeg where the wind comes from, degrees true
   * @param speedMps mean speed
   * @param gustMps peak speed; not below the mean, else there are no gusts
   */
  public void set(double fromDeg, double speedMps, double gustMps) {
    double to = Math.toRadians(fromDeg + 180);
    alongEast = Math.sin(to);
    alongNorth = Math.cos(to);
    mean = new Vec3(speedMps * alongEast, speedMps * alongNorth, 0);
    sigmaMps = Math.max(0, gustMps - speedMps) / PEAK_SIGMAS;
  }

  /** Metres per second towards. */
  public Vec3 mean() {
    return mean;
  }

  /** Standard deviation of the gusts along the mean wind, metres per second. */
  public double sigmaMps() {
    return sigmaMps;
  }

  /** A gust in the local frame, out of its parts along the mean wind, to its right, and up. */
  Vec3 with(double along, double right, double up) {
    return new Vec3(
        mean.east() + along * alongEast + right * alongNorth,
        mean.north() + along * alongNorth - right * alongEast,
        up);
  }
}
