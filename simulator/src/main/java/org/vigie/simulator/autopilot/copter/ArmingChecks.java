package org.vigie.simulator.autopilot.copter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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
  private final Modes modes;
  private final FenceMonitor fence;
  private final BatteryMonitor battery;
  private final Failsafes failsafes;
  private final Senses senses;
  private Supplier<Optional<String>> remoteIdMissing = Optional::empty;

  ArmingChecks(
      Craft craft,
      Modes modes,
      FenceMonitor fence,
      BatteryMonitor battery,
      Failsafes failsafes,
      Senses senses) {
    this.craft = craft;
    this.modes = modes;
    this.fence = fence;
    this.battery = battery;
    this.failsafes = failsafes;
    this.senses = senses;
  }

  /** Asks from now on what remote identification still lacks. */
  void remoteId(Supplier<Optional<String>> missing) {
    remoteIdMissing = missing;
  }

  /** Every reason when somebody wants to arm, without prefix; empty when the motors may start. */
  List<String> reasons() {
    List<String> before = preArm();
    return before.isEmpty() ? new Look().atArming() : before;
  }

  /** What can be known before anybody wants to arm. */
  List<String> preArm() {
    if (craft.timeS < BOOT_S) {
      return List.of("System not initialised");
    }
    return new Look().beforeArming();
  }

  /** 4.6 names the checks to run, bit 0 for all; 4.7 those to skip. */
  private int skipped() {
    if (craft.params.means("arming-skipped")) {
      return (int) craft.params.si("arming-skipped");
    }
    int checked = (int) craft.params.si("arming-checks");
    if (checked == 0) {
      return -1;
    }
    return (checked & 1) != 0 ? 0 : ~checked;
  }

  /** One look at everything, as the parameters want it now. */
  private final class Look {
    private final List<String> reasons = new ArrayList<>();
    private final int skipped = skipped();

    List<String> beforeArming() {
      if (craft.timeS < Boot.EKF_S) {
        reasons.add("EKF attitude is bad");
        reasons.add("AHRS: not using configured AHRS type");
        return reasons;
      }
      mission();
      position();
      if (skipped != -1) {
        parameters();
        compass();
        fence();
        battery();
        links();
      }
      return reasons;
    }

    private boolean runs(int check) {
      return (skipped & check) == 0;
    }

    private void mission() {
      if (modes.mode() == FlightMode.AUTO && craft.mission.count() <= 1) {
        reasons.add("Mode requires mission");
      }
    }

    private void position() {
      boolean mode = modes.mode().needsPosition();
      if (!mode && !fence.needsPosition()) {
        return;
      }
      if (runs(GPS) && !senses.gpsOk()) {
        reasons.add("GPS 1: Bad fix");
      } else if (!craft.nav.positionOk() || craft.home == null) {
        reasons.add(mode ? "Need Position Estimate" : "Fence enabled, need position estimate");
      } else if (senses.status().glitching()) {
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
      if (runs(COMPASS) && !senses.compassOk()) {
        reasons.add("Compass not healthy");
      }
    }

    private void fence() {
      fence.preArm().ifPresent(reasons::add);
    }

    private void battery() {
      if (!runs(BATTERY)) {
        return;
      }
      battery.findRefusal().ifPresent(why -> reasons.add("Battery 1 " + why));
      if (battery.low()) {
        reasons.add("Battery failsafe");
      }
    }

    private void links() {
      if (failsafes.gcsLost()) {
        reasons.add("GCS failsafe on");
      }
      if (runs(RC) && craft.params.get("FS_THR_ENABLE") != 0 && !craft.sticks.heard(craft.timeS)) {
        reasons.add("Throttle below failsafe");
      }
      if (runs(SYSTEM)) {
        remoteIdMissing.get().ifPresent(what -> reasons.add("OpenDroneID: " + what));
      }
    }

    List<String> atArming() {
      FlightMode mode = modes.mode();
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
}
