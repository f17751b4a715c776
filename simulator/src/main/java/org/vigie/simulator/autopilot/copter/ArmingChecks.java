package org.vigie.simulator.autopilot.copter;

import java.util.ArrayList;
import java.util.List;

/** Why the motors must not start. Texts as in recording a17. */
final class ArmingChecks {
  /** The first seconds after boot. */
  private static final double BOOT_S = 3;

  private static final int AUTO_OPTIONS_ALLOW_ARMING = 1;

  private ArmingChecks() {}

  /** Every reason, without prefix; empty when the motors may start. */
  static List<String> reasons(Craft craft, Copter copter) {
    List<String> reasons = new ArrayList<>();
    if (craft.timeS < BOOT_S) {
      return List.of("System not initialised");
    }
    FlightMode mode = copter.mode();
    boolean autoAllowed =
        mode == FlightMode.AUTO
            && (craft.params.getInt("AUTO_OPTIONS") & AUTO_OPTIONS_ALLOW_ARMING) != 0;
    if (mode == FlightMode.AUTO && craft.mission.count() <= 1) {
      reasons.add("Mode requires mission");
    } else if (!mode.armable() && !autoAllowed) {
      reasons.add(mode.label() + " mode not armable");
    }
    if (craft.params.get("ARMING_CHECK") == 0) {
      return reasons;
    }
    FenceMonitor fence = copter.fenceMonitor();
    if (mode.needsPosition() || fence.enabled()) {
      if (!copter.estimator().gpsOk()) {
        reasons.add("GPS 1: Bad fix");
      } else if (!craft.nav.positionOk() || craft.home == null) {
        reasons.add("Need Position Estimate");
      }
    }
    if (fence.enabled()) {
      if (!fence.anySelected()) {
        reasons.add("Fences enabled, but none selected");
      } else if (fence.breached() != 0) {
        reasons.add("Vehicle breaching " + FenceMonitor.names(fence.breached()) + " fence");
      }
    }
    if (copter.battery().low()) {
      reasons.add("Battery 1 low voltage failsafe");
      reasons.add("Battery failsafe");
    }
    float armVolts = craft.params.get("BATT_ARM_VOLT");
    if (armVolts > 0 && copter.batteryVolts() < armVolts) {
      reasons.add("Battery 1 below minimum arming voltage");
    }
    return reasons;
  }
}
