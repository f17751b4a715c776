package org.vigie.planner.io;

import java.math.BigDecimal;

/** Numbers in files: as short as they can be and still read back equal, never with an exponent. */
final class Numbers {
  private static final int E7_DIGITS = 7;

  private Numbers() {}

  /** A float, so that reading it as a double and narrowing it gives the same float. */
  static BigDecimal of(float value) {
    return plain(new BigDecimal(Float.toString(value)));
  }

  static BigDecimal of(double value) {
    return plain(BigDecimal.valueOf(value));
  }

  /** Degrees of an integer of 1e-7 degrees. */
  static BigDecimal degrees(int e7) {
    return plain(BigDecimal.valueOf(e7, E7_DIGITS));
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }
}
