package org.vigie.simulator.autopilot.px4;

/**
 * Whether PX4 relies on its position: it loses trust with its estimator, and wants fixes for a
 * while before it believes again. Confined to the world's thread.
 *
 * @source recordings p4, p4b: lost after 5.1 s, back 2.3 s after the receiver
 */
final class PositionTrust {
  private static final double REGAIN_S = 2.2;

  /** After boot the heading must settle first. @source recordings p7, p10: home after 3.83 s */
  private static final double BOOT_S = 3.8;

  private boolean trusted;
  private boolean trustedEver;
  private boolean fixBefore;
  private double fixesSinceS = Double.NEGATIVE_INFINITY;

  /** One step. @param fix whether the receiver has a position now */
  boolean update(boolean estimateOk, boolean fix, double nowS) {
    if (fix && !fixBefore) {
      fixesSinceS = nowS;
    }
    fixBefore = fix;
    boolean waited = !trustedEver || (fix && nowS - fixesSinceS >= REGAIN_S);
    trusted = estimateOk && nowS >= BOOT_S && (trusted || waited);
    trustedEver |= trusted;
    return trusted;
  }
}
