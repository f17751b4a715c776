package org.vigie.simulator.physics;

import java.util.SplittableRandom;

/** Seeded noise. */
public final class Noise {
  private Noise() {}

  /** A draw from the standard normal distribution (Box and Muller 1958). */
  public static double gaussian(SplittableRandom random) {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
