package org.vigie.simulator.physics;

import java.util.SplittableRandom;

/**
 * A mean wind with gusts: an Ornstein-Uhlenbeck process on each horizontal axis whose standard
 * deviation is a third of the difference between gust and mean, so that the stated gust is the
 * three-sigma peak. Confined to the world's thread.
 */
public final class Wind {
  /** Gusts forget themselves over this time. @source MIL-F-8785C, L_u/V at 60 m and 5 m/s */
  private static final double CORRELATION_S = 4;

  private static final double PEAK_SIGMAS = 3;

  private final SplittableRandom random;
  private double meanEastMps;
  private double meanNorthMps;
  private double sigmaMps;
  private double gustEastMps;
  private double gustNorthMps;

  public Wind(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /**
   * Sets the weather.
   *
   * @param fromDeg where the wind comes from, degrees true
   * @param speedMps mean speed
   * @param gustMps peak speed, not below the mean
   */
  public void set(double fromDeg, double speedMps, double gustMps) {
    double to = Math.toRadians(fromDeg + 180);
    meanEastMps = speedMps * Math.sin(to);
    meanNorthMps = speedMps * Math.cos(to);
    sigmaMps = Math.max(0, gustMps - speedMps) / PEAK_SIGMAS;
  }

  /** The wind after a step, metres per second towards. */
  public Vec3 step(double dtS) {
    if (sigmaMps > 0) {
      double keep = Math.exp(-dtS / CORRELATION_S);
      double kick = sigmaMps * Math.sqrt(1 - keep * keep);
      gustEastMps = gustEastMps * keep + kick * Noise.gaussian(random);
      gustNorthMps = gustNorthMps * keep + kick * Noise.gaussian(random);
    } else {
      gustEastMps = 0;
      gustNorthMps = 0;
    }
    return new Vec3(meanEastMps + gustEastMps, meanNorthMps + gustNorthMps, 0);
  }
}
