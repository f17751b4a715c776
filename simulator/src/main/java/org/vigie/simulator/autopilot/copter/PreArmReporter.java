package org.vigie.simulator.autopilot.copter;

import java.util.List;

/**
 * Tells unasked what keeps the motors from starting: each 30 s, and soon after it has become so.
 *
 * @source AP_Arming::update: PREARM_DISPLAY_PERIOD 30 s, 4 s at the earliest; ARMING_OPTIONS bit 0
 *     keeps it quiet; recording a17
 */
final class PreArmReporter {
  private static final double PERIOD_S = 30;
  private static final double SOONEST_S = 4;
  private static final int QUIET = 1;

  private final Craft craft;
  private final ArmingChecks checks;
  private double nextLookS = 1;
  private double toldS;
  private boolean passed;
  private boolean fresh;

  PreArmReporter(Craft craft, ArmingChecks checks) {
    this.craft = craft;
    this.checks = checks;
  }

  void update() {
    if (craft.armed || craft.timeS < nextLookS) {
      return;
    }
    nextLookS = craft.timeS + 1;
    List<String> reasons = checks.preArm();
    fresh = !reasons.isEmpty() && (passed || fresh);
    passed = reasons.isEmpty();
    double since = craft.timeS - toldS;
    if (since > PERIOD_S || (fresh && since > SOONEST_S)) {
      toldS = craft.timeS;
      fresh = false;
      if ((craft.params.getInt("ARMING_OPTIONS") & QUIET) == 0) {
        reasons.forEach(reason -> craft.text(2, "PreArm: " + reason));
      }
    }
  }
}
