package org.vigie.simulator.autopilot.copter;

import org.vigie.simulator.sensor.SensorFrame;

/**
 * What the autopilot does on its own: lost station, battery, lost position, fence. An accepted mode
 * change afterwards stands: no failsafe fires twice for one cause.
 *
 * @source ArduCopter events.cpp, fence.cpp, ekf_check.cpp; recordings a1 to a12
 */
final class Failsafes {
  /** FS_OPTIONS. @source ArduCopter config.h FailsafeOption */
  private static final int GCS_CONTINUE_IF_AUTO = 1 << 1;

  private static final int CONTINUE_IF_LANDING = 1 << 3;
  private static final int GCS_CONTINUE_IF_PILOT = 1 << 4;

  /** Further outside than this the craft lands at once. @source AC_FENCE_GIVE_UP_DISTANCE */
  private static final double GIVE_UP_M = 100;

  private final Craft craft;
  private final Copter copter;
  private double lastHeartbeatS = -1;
  private boolean gcsLost;
  private boolean batteryFired;
  private boolean positionLost;

  Failsafes(Craft craft, Copter copter) {
    this.craft = craft;
    this.copter = copter;
  }

  /** A heartbeat of the station that SYSID_MYGCS names; others do not count. */
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
    return gcsLost || batteryFired;
  }

  void check(SensorFrame frame) {
    checkGcs();
    checkBattery(frame);
    checkPosition();
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
    int options = craft.params.getInt("FS_OPTIONS");
    FlightMode mode = copter.mode();
    boolean auto = mode == FlightMode.AUTO || mode == FlightMode.AUTO_RTL;
    if (!craft.armed) {
      craft.text(4, "GCS Failsafe");
    } else if (craft.landed) {
      craft.text(4, "GCS Failsafe - Disarming");
      copter.disarmNow();
    } else if (copter.landing() && (options & CONTINUE_IF_LANDING) != 0) {
      craft.text(4, "GCS Failsafe - Continuing Landing");
    } else if (auto && (options & GCS_CONTINUE_IF_AUTO) != 0) {
      craft.text(4, "GCS Failsafe - Continuing Auto Mode");
    } else if (!mode.autopilot() && (options & GCS_CONTINUE_IF_PILOT) != 0) {
      craft.text(4, "GCS Failsafe - Continuing Pilot Control");
    } else {
      craft.text(4, "GCS Failsafe");
      perform(FailsafeAction.ofGcs(setting));
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
    if (craft.landed) {
      craft.text(4, "Battery Failsafe - Disarming");
      copter.disarmNow();
    } else if (copter.landing() && (craft.params.getInt("FS_OPTIONS") & CONTINUE_IF_LANDING) != 0) {
      craft.text(4, "Battery Failsafe - Continuing Landing");
    } else {
      craft.text(4, "Battery Failsafe");
      perform(action);
    }
  }

  private void checkPosition() {
    boolean lost = copter.estimator().originSet() && !craft.nav.positionOk();
    if (lost == positionLost) {
      return;
    }
    positionLost = lost;
    if (!lost) {
      craft.text(2, "EKF Failsafe Cleared");
      return;
    }
    craft.text(2, "EKF variance");
    if (!craft.armed || craft.landed) {
      return;
    }
    int action = craft.params.getInt("FS_EKF_ACTION");
    boolean flies = copter.mode().needsPosition() || action == 3;
    if (flies && action != 0) {
      FlightMode to = action == 2 ? FlightMode.ALT_HOLD : FlightMode.LAND;
      if (copter.mode() == FlightMode.LAND || copter.modes().set(to)) {
        craft.text(2, "EKF Failsafe: changed to " + to.label() + " Mode");
      }
    }
  }

  void checkFence() {
    int fresh = copter.fenceMonitor().check();
    if (fresh == 0 || !craft.armed) {
      return;
    }
    FailsafeAction action = FailsafeAction.ofFence(craft.params.getInt("FENCE_ACTION"));
    if (action == FailsafeAction.NONE) {
      return;
    }
    if (craft.landed) {
      copter.disarmNow();
    } else if (copter.fenceMonitor().breachM() > GIVE_UP_M) {
      perform(FailsafeAction.LAND);
    } else {
      perform(action);
    }
  }

  private void perform(FailsafeAction action) {
    Modes modes = copter.modes();
    switch (action) {
      case NONE -> {}
      case LAND, SMART_RTL_OR_LAND -> modes.set(FlightMode.LAND);
      case RTL, SMART_RTL_OR_RTL -> returnOrLand();
      case TERMINATE -> copter.disarmNow();
      case RETURN_PATH_OR_RTL -> {
        if (copter.mode() != FlightMode.AUTO_RTL && !modes.set(FlightMode.AUTO_RTL)) {
          returnOrLand();
        }
      }
      case BRAKE_OR_LAND -> {
        if (!modes.set(FlightMode.BRAKE)) {
          modes.set(FlightMode.LAND);
        }
      }
    }
  }

  private void returnOrLand() {
    if (!copter.modes().set(FlightMode.RTL)) {
      copter.modes().set(FlightMode.LAND);
    }
  }

  /** A fresh battery clears its failsafe. */
  void batteryReplaced() {
    batteryFired = false;
    copter.battery().replaced();
  }
}
