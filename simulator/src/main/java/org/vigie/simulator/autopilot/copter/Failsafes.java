package org.vigie.simulator.autopilot.copter;

import org.vigie.simulator.sensor.SensorFrame;

/**
 * What the autopilot does on its own: lost station, lost transmitter, battery, lost position,
 * fence. An accepted mode change afterwards stands: no failsafe fires twice for one cause.
 *
 * @source ArduCopter events.cpp, fence.cpp, ekf_check.cpp; recordings a1 to a12, a23
 */
final class Failsafes {
  /** FS_OPTIONS. @source ArduCopter config.h FailsafeOption */
  private static final int RC_CONTINUE_IF_AUTO = 1;

  private static final int GCS_CONTINUE_IF_AUTO = 1 << 1;
  private static final int RC_CONTINUE_IF_GUIDED = 1 << 2;
  private static final int CONTINUE_IF_LANDING = 1 << 3;
  private static final int GCS_CONTINUE_IF_PILOT = 1 << 4;

  /** Further outside than this the craft lands at once. @source AC_FENCE_GIVE_UP_DISTANCE */
  private static final double GIVE_UP_M = 100;

  private final Craft craft;
  private final Copter copter;
  private final PositionWatch position;
  private double lastHeartbeatS = -1;
  private double sticksHeardS;
  private boolean gcsLost;
  private boolean radioLost;
  private boolean batteryFired;

  Failsafes(Craft craft, Copter copter) {
    this.craft = craft;
    this.copter = copter;
    this.position = new PositionWatch(craft, copter);
  }

  /** A heartbeat of the station that the vehicle was told to listen to; others do not count. */
  void heartbeat(int systemId) {
    if (systemId == (int) craft.si("station-system")) {
      lastHeartbeatS = craft.timeS;
      if (gcsLost) {
        gcsLost = false;
        craft.text(4, "GCS Failsafe Cleared");
      }
    }
  }

  /** Whether any failsafe is on: HEARTBEAT says CRITICAL. */
  boolean active() {
    return gcsLost || radioLost || batteryFired || position.failed();
  }

  boolean gcsLost() {
    return gcsLost;
  }

  void check(SensorFrame frame) {
    checkGcs();
    checkRadio();
    checkBattery(frame);
    position.check();
  }

  private boolean option(int bit) {
    return (craft.params.getInt("FS_OPTIONS") & bit) != 0;
  }

  /** Before or after a flight the motors just stop. @source should_disarm_on_failsafe */
  private boolean onGround() {
    return switch (copter.mode()) {
      case STABILIZE -> craft.sticks.throttleDown(craft.timeS) || craft.landed;
      case AUTO, AUTO_RTL -> !craft.autoArmed && craft.landed;
      default -> craft.landed;
    };
  }

  private void disarming(String type) {
    craft.text(4, type + " Failsafe - Disarming");
    copter.disarmNow();
  }

  /** A battery whose own answer is to land is not flown on. */
  private boolean batteryLands() {
    int act = craft.params.getInt("BATT_FS_CRT_ACT");
    return copter.battery().critical() && act == 1;
  }

  private void checkGcs() {
    int setting = craft.params.getInt("FS_GCS_ENABLE");
    boolean silent =
        setting != 0
            && lastHeartbeatS >= 0
            && craft.timeS - lastHeartbeatS > craft.params.get("FS_GCS_TIMEOUT");
    if (!silent || gcsLost) {
      return;
    }
    gcsLost = true;
    craft.sticks.forget();
    if (!craft.armed) {
      craft.text(4, "GCS Failsafe");
    } else if (onGround()) {
      disarming("GCS");
    } else if (copter.landing() && batteryLands()) {
      craft.text(4, "GCS + Battery Failsafe - Continuing Landing");
      perform(FailsafeAction.LAND);
    } else if (copter.landing() && option(CONTINUE_IF_LANDING)) {
      craft.text(4, "GCS Failsafe - Continuing Landing");
      perform(FailsafeAction.LAND);
    } else if (copter.mode() == FlightMode.AUTO && option(GCS_CONTINUE_IF_AUTO)) {
      craft.text(4, "GCS Failsafe - Continuing Auto Mode");
    } else if (!copter.mode().autopilot() && option(GCS_CONTINUE_IF_PILOT)) {
      craft.text(4, "GCS Failsafe - Continuing Pilot Control");
    } else {
      craft.text(4, "GCS Failsafe");
      perform(FailsafeAction.ofGcs(setting));
    }
  }

  private void checkRadio() {
    if (craft.sticks.heard(craft.timeS)) {
      sticksHeardS = craft.timeS;
      if (radioLost) {
        radioLost = false;
        craft.text(4, "Radio Failsafe Cleared");
      }
      return;
    }
    int setting = craft.params.getInt("FS_THR_ENABLE");
    boolean lost = craft.timeS - sticksHeardS >= craft.params.get("RC_FS_TIMEOUT");
    if (radioLost || setting == 0 || !lost) {
      return;
    }
    radioLost = true;
    if (!craft.armed) {
      craft.text(4, "Radio Failsafe");
    } else if (onGround()) {
      disarming("Radio");
    } else if (copter.landing() && batteryLands()) {
      craft.text(4, "Radio + Battery Failsafe - Continuing Landing");
      perform(FailsafeAction.LAND);
    } else if (copter.landing() && option(CONTINUE_IF_LANDING)) {
      craft.text(4, "Radio Failsafe - Continuing Landing");
      perform(FailsafeAction.LAND);
    } else if (copter.mode() == FlightMode.AUTO && option(RC_CONTINUE_IF_AUTO)) {
      craft.text(4, "Radio Failsafe - Continuing Auto");
    } else if (copter.mode() == FlightMode.GUIDED && option(RC_CONTINUE_IF_GUIDED)) {
      craft.text(4, "Radio Failsafe - Continuing Guided Mode");
    } else {
      craft.text(4, "Radio Failsafe");
      perform(FailsafeAction.ofRadio(setting));
    }
  }

  private void checkBattery(SensorFrame frame) {
    int stateBefore = copter.battery().chargeState();
    FailsafeAction action = copter.battery().check(frame);
    if (copter.battery().chargeState() == stateBefore) {
      return;
    }
    batteryFired = true;
    if (!craft.armed) {
      return;
    }
    if (onGround()) {
      disarming("Battery");
    } else if (copter.landing() && option(CONTINUE_IF_LANDING) && action != FailsafeAction.NONE) {
      craft.text(4, "Battery Failsafe - Continuing Landing");
      perform(FailsafeAction.LAND);
    } else {
      craft.text(4, "Battery Failsafe");
      perform(action);
    }
  }

  void checkFence() {
    boolean landing = copter.landing() || craft.landed || !craft.armed;
    int fresh = copter.fenceMonitor().check(landing);
    FailsafeAction action = FailsafeAction.ofFence(craft.params.getInt("FENCE_ACTION"));
    if (fresh == 0 || !craft.armed || action == FailsafeAction.NONE) {
      return;
    }
    boolean cut =
        copter.mode().manualThrottle()
            && craft.sticks.throttleDown(craft.timeS)
            && !radioLost
            && (copter.fenceMonitor().breached() & FenceMonitor.ALT_MAX) == 0;
    if (craft.landed || cut) {
      copter.disarmNow();
      return;
    }
    boolean far = copter.fenceMonitor().breachM() > GIVE_UP_M;
    Modes modes = copter.modes();
    switch (far ? FailsafeAction.LAND : action) {
      case BRAKE_OR_LAND -> first(modes, FlightMode.BRAKE, FlightMode.LAND);
      case SMART_RTL_OR_RTL -> first(modes, FlightMode.SMART_RTL, FlightMode.RTL, FlightMode.LAND);
      case SMART_RTL_OR_LAND -> first(modes, FlightMode.SMART_RTL, FlightMode.LAND);
      case LAND -> first(modes, FlightMode.LAND);
      default -> first(modes, FlightMode.RTL, FlightMode.LAND);
    }
  }

  /** The first of some modes that can be flown. */
  private static void first(Modes modes, FlightMode... wanted) {
    for (FlightMode mode : wanted) {
      if (modes.setByFence(mode)) {
        return;
      }
    }
  }

  /**
   * @source ArduCopter events.cpp do_failsafe_action
   */
  private void perform(FailsafeAction action) {
    Modes modes = copter.modes();
    switch (action) {
      case NONE -> {}
      case LAND -> modes.landAfterPause();
      case RTL -> returnOrLand();
      case TERMINATE -> copter.disarmNow();
      case SMART_RTL_OR_RTL -> {
        if (!modes.set(FlightMode.SMART_RTL)) {
          craft.text(4, "SmartRTL Unavailable, Trying RTL Mode");
          returnOrLand();
        }
      }
      case SMART_RTL_OR_LAND -> {
        if (!modes.set(FlightMode.SMART_RTL)) {
          craft.text(4, "SmartRTL Unavailable, Using Land Mode");
          modes.landAfterPause();
        }
      }
      case RETURN_PATH_OR_RTL -> {
        if (copter.mode() != FlightMode.AUTO_RTL && !modes.set(FlightMode.AUTO_RTL)) {
          craft.text(4, "Trying RTL Mode");
          returnOrLand();
        }
      }
      case BRAKE_OR_LAND -> {
        if (!modes.set(FlightMode.BRAKE)) {
          craft.text(4, "Trying Land Mode");
          modes.landAfterPause();
        }
      }
    }
  }

  private void returnOrLand() {
    if (!copter.modes().set(FlightMode.RTL)) {
      copter.modes().landAfterPause();
    }
  }

  /** A fresh battery clears its failsafe. */
  void batteryReplaced() {
    batteryFired = false;
    copter.battery().replaced();
  }
}
