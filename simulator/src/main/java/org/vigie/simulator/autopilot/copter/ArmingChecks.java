package org.vigie.simulator.autopilot.copter;

import java.util.ArrayList;
import java.util.List;

/**
 * Why the motors must not start.
 *
 * @source ArduCopter AP_Arming_Copter.cpp, AP_Arming.cpp; texts as in recordings a9, a12, a17
 */
final class ArmingChecks {
  /** The first seconds after boot. */
  private static final double BOOT_S = 3;

  private static final int AUTO_OPTIONS_ALLOW_ARMING = 1;

  /** Bits of what is checked. @source AP_Arming.h Check */
  private static final int COMPASS = 1 << 2;

  private static final int GPS = 1 << 3;
  private static final int INS = 1 << 4;
  private static final int PARAMETERS = 1 << 5;
  private static final int RC = 1 << 6;
  private static final int BATTERY = 1 << 8;
  private static final int SYSTEM = 1 << 13;

  private final Craft craft;
  private final Copter copter;
  private final List<String> reasons = new ArrayList<>();
  private final int skipped;

  private ArmingChecks(Craft craft, Copter copter) {
    this.craft = craft;
    this.copter = copter;
    this.skipped = skipped(craft);
  }

  /** Every reason when somebody wants to arm, without prefix; empty when the motors may start. */
  static List<String> reasons(Craft craft, Copter copter) {
    List<String> before = preArm(craft, copter);
    return before.isEmpty() ? new ArmingChecks(craft, copter).atArming() : before;
  }

  /** What can be known before anybody wants to arm. */
  static List<String> preArm(Craft craft, Copter copter) {
    if (craft.timeS < BOOT_S) {
      return List.of("System not initialised");
    }
    ArmingChecks checks = new ArmingChecks(craft, copter);
    if (craft.timeS < Copter.EKF_S) {
      checks.reasons.add("EKF attitude is bad");
      checks.reasons.add("AHRS: not using configured AHRS type");
      return checks.reasons;
    }
    checks.mission();
    checks.position();
    if (checks.skipped != -1) {
      checks.parameters();
      checks.compass();
      checks.fence();
      checks.battery();
      checks.links();
    }
    return checks.reasons;
  }

  /** 4.6 names the checks to run, bit 0 for all; 4.7 those to skip. */
  private static int skipped(Craft craft) {
    if (craft.params.means("arming-skipped")) {
      return (int) craft.params.si("arming-skipped");
    }
    int checked = (int) craft.params.si("arming-checks");
    if (checked == 0) {
      return -1;
    }
    return (checked & 1) != 0 ? 0 : ~checked;
  }

  private boolean runs(int check) {
    return (skipped & check) == 0;
  }

  private void mission() {
    if (copter.mode() == FlightMode.AUTO && craft.mission.count() <= 1) {
      reasons.add("Mode requires mission");
    }
  }

  private void position() {
    FenceMonitor fence = copter.fenceMonitor();
    boolean mode = copter.mode().needsPosition();
    if (!mode && !fence.needsPosition()) {
      return;
    }
    if (runs(GPS) && !copter.estimator().gpsOk()) {
      reasons.add("GPS 1: Bad fix");
    } else if (!craft.nav.positionOk() || craft.home == null) {
      reasons.add(mode ? "Need Position Estimate" : "Fence enabled, need position estimate");
    } else if (copter.estimator().status().glitching()) {
      reasons.add("GPS glitching");
    }
  }

  private void parameters() {
    if (!runs(PARAMETERS)) {
      return;
    }
    if (craft.params.get("FS_THR_ENABLE") != 0 && craft.params.get("FS_THR_VALUE") < 910) {
      reasons.add("Check FS_THR_VALUE");
    }
    if (craft.params.getInt("FS_GCS_ENABLE") == 2) {
      reasons.add("FS_GCS_ENABLE=2 removed, see FS_OPTIONS");
    }
    double leanDeg = Math.toDegrees(craft.si("lean-max"));
    if (leanDeg < 9.99 || leanDeg > 80.01) {
      reasons.add("Check " + craft.params.meant("lean-max").name());
    }
    if (craft.si("pilot-climb-speed") <= 0) {
      reasons.add("Check " + craft.params.meant("pilot-climb-speed").name());
    }
  }

  private void compass() {
    if (runs(COMPASS) && !copter.compassOk()) {
      reasons.add("Compass not healthy");
    }
  }

  private void fence() {
    copter.fenceMonitor().preArm().ifPresent(reasons::add);
  }

  private void battery() {
    if (!runs(BATTERY)) {
      return;
    }
    copter.battery().findRefusal().ifPresent(why -> reasons.add("Battery 1 " + why));
    if (copter.battery().low()) {
      reasons.add("Battery failsafe");
    }
  }

  private void links() {
    if (copter.failsafes().gcsLost()) {
      reasons.add("GCS failsafe on");
    }
    if (runs(RC) && craft.params.get("FS_THR_ENABLE") != 0 && !craft.sticks.heard(craft.timeS)) {
      reasons.add("Throttle below failsafe");
    }
    if (runs(SYSTEM)) {
      copter.remoteIdMissing().ifPresent(what -> reasons.add("OpenDroneID: " + what));
    }
  }

  private List<String> atArming() {
    FlightMode mode = copter.mode();
    boolean autoAllowed =
        mode == FlightMode.AUTO
            && (craft.params.getInt("AUTO_OPTIONS") & AUTO_OPTIONS_ALLOW_ARMING) != 0;
    if (!mode.armable() && !autoAllowed) {
      reasons.add(mode.label() + " mode not armable");
      return reasons;
    }
    if (runs(INS) && craft.nav.attitude().leanRad() > craft.si("lean-max")) {
      reasons.add("Leaning");
    }
    boolean high =
        mode.manualThrottle()
            ? !craft.sticks.throttleDown(craft.timeS)
            : craft.sticks.climbMps(craft.timeS) > 0;
    if (runs(RC) && high && mode != FlightMode.GUIDED && mode != FlightMode.AUTO) {
      reasons.add("Throttle too high");
    }
    return reasons;
  }
}
