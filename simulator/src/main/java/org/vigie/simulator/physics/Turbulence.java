package org.vigie.simulator.physics;

import java.util.SplittableRandom;

/**
 * The gusts that one vehicle meets: Dryden's spectra, frozen in the air and swept past the vehicle
 * at the speed that it has through the air, by discrete forming filters. Vehicles further apart
 * than a scale length meet gusts of their own, so each has one of these. Confined to the world's
 * thread.
 *
 * @source MIL-F-8785C 3.7.1, MIL-HDBK-1797 low altitude model: {@code L_u = L_v = h / (0.177 +
 *     0.000823 h)^1.2}, {@code L_w = h}, {@code sigma_w / sigma_u = (0.177 + 0.000823 h)^0.4}, h in
 *     feet above ground, 10 to 1000
 */
public final class Turbulence {
  private static final double FOOT_M = 0.3048;
  private static final double LOWEST_FT = 10;
  private static final double HIGHEST_FT = 1000;

  /** Air that hardly moves past changes slowly; below this speed it changes with time. */
  private static final double SPEED_MIN_MPS = 1;

  private static final double ROOT_3 = Math.sqrt(3);

  private final SplittableRandom random;
  private double decayAlong;
  private double decayUp;
  private double sigmaUpShare;
  private double along;
  private double rightFirst;
  private double rightSecond;
  private double upFirst;
  private double upSecond;

  public Turbulence(long seed) {
    random = new SplittableRandom(seed);
    enter(SPEED_MIN_MPS, 0, 0.0025);
  }

  /**
   * Where the vehicle is in the air: to be told again when it has changed, some times a second.
   *
   * @param airspeedMps speed through the mean wind
   * @param heightM above ground
   * @param dtS length of the steps that follow
   */
  public void enter(double airspeedMps, double heightM, double dtS) {
    double feet = Math.max(LOWEST_FT, Math.min(HIGHEST_FT, heightM / FOOT_M));
    double shape = 0.177 + 0.000823 * feet;
    double speed = Math.max(SPEED_MIN_MPS, airspeedMps);
    decayAlong = Math.exp(-speed * dtS / (feet / Math.pow(shape, 1.2) * FOOT_M));
    decayUp = Math.exp(-speed * dtS / (feet * FOOT_M));
    sigmaUpShare = Math.pow(shape, 0.4);
  }

  /** Metres per second towards, after a step of the length that was told. */
  public Vec3 step(Wind wind) {
    double sigma = wind.sigmaMps();
    if (sigma <= 0) {
      return wind.mean();
    }
    double white = Math.sqrt(1 - decayAlong * decayAlong);
    // unit variance: one first-order filter along, and across sqrt(3) first + (1 - sqrt(3)) second,
    // which is (1 + sqrt(3) T s) / (1 + T s)^2 with variance 2 of the first
    along = decayAlong * along + white * random.nextGaussian();
    double right = decayAlong * rightFirst + white * random.nextGaussian();
    rightSecond = decayAlong * rightSecond + (1 - decayAlong) * (rightFirst + right) / 2;
    rightFirst = right;
    double up = decayUp * upFirst + Math.sqrt(1 - decayUp * decayUp) * random.nextGaussian();
    upSecond = decayUp * upSecond + (1 - decayUp) * (upFirst + up) / 2;
    upFirst = up;
    double across = sigma / Math.sqrt(2);
    return wind.with(
        sigma * along,
        across * (ROOT_3 * rightFirst + (1 - ROOT_3) * rightSecond),
        across * sigmaUpShare * (ROOT_3 * upFirst + (1 - ROOT_3) * upSecond));
  }
}
