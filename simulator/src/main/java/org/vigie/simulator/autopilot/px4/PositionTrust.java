package org.vigie.simulator.autopilot.px4;

import org.jspecify.annotations.Nullable;
import org.vigie.simulator.sensor.GpsFix;

/**
 * Whether PX4 relies on its position: EKF2 coasts for EKF2_NOAID_TOUT without GNSS, and wants fixes
 * for a while before it believes again. Confined to the world's thread.
 *
 * @source recordings p4, p4b: lost after 5.1 s, back 2.3 s after the receiver
 */
final class PositionTrust {
  private static final double REGAIN_S = 2.2;

  private boolean trusted;
  private boolean trustedEver;
  private double lastFixS = Double.NEGATIVE_INFINITY;
  private double fixesSinceS = Double.NEGATIVE_INFINITY;
  private boolean fixNow;

  boolean update(@Nullable GpsFix fix, boolean originSet, double nowS, double coastS) {
    if (fix != null) {
      if (fix.valid() && !fixNow) {
        fixesSinceS = nowS;
      }
      fixNow = fix.valid();
      lastFixS = fixNow ? nowS : lastFixS;
    }
    if (trusted) {
      trusted = nowS - lastFixS <= coastS;
    } else {
      // the estimator has waited long enough before it set its origin
      double waitS = trustedEver ? REGAIN_S : 0;
      trusted = originSet && fixNow && nowS - fixesSinceS >= waitS;
      trustedEver |= trusted;
    }
    return trusted;
  }

  boolean gpsOk() {
    return fixNow;
  }
}
