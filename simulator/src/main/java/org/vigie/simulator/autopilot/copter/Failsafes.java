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

  private static final String GCS = "GCS";

  private final Craft craft;
  private final Modes modes;
  private final BatteryMonitor battery;
  private final Senses senses;
  private final Runnable disarm;
  private final FailsafeAnswer answer;
  private final FenceFailsafe fence;
  private final PositionWatch position;
  private double lastHeartbeatS = -1;
  private double sticksHeardS;
  private boolean gcsLost;
  private boolean radioLost;
  private boolean batteryFired;

  Failsafes(
      Craft craft,
      Modes modes,
      FenceMonitor fence,
      BatteryMonitor battery,
      Senses senses,
      Runnable disarm) {
    this.craft = craft;
    this.modes = modes;
    this.battery = battery;
    this.senses = senses;
    this.disarm = disarm;
    this.answer = new FailsafeAnswer(craft, modes, disarm);
    this.fence = new FenceFailsafe(craft, modes, fence, disarm);
    this.position = new PositionWatch(craft, modes, senses);
  }

  /** A heartbeat of the station that the vehicle was told to listen to; others do not count. */
  void heartbeat(int systemId) {
    if (listensTo(systemId)) {
      lastHeartbeatS = craft.timeS;
      if (gcsLost) {
        gcsLost = false;
        craft.text(4, "GCS Failsafe Cleared");
      }
    }
  }

  boolean listensTo(int systemId) {
    return systemId == (int) craft.si("station-system");
  }

  /** Whether any failsafe is on: HEARTBEAT says CRITICAL. */
  boolean active() {
    return gcsLost || radioLost || batteryFired || position.failed();
  }

  boolean gcsLost() {
    return gcsLost;
  }

  /** Ten times a second. */
  void check() {
    checkGcs();
    checkRadio();
    checkBattery(senses.latest());
    position.check();
    fence.check(radioLost);
  }

  private boolean option(int bit) {
    return (craft.params.getInt("FS_OPTIONS") & bit) != 0;
  }

  /** Before or after a flight the motors just stop. @source should_disarm_on_failsafe */
  private boolean onGround() {
    return switch (modes.mode()) {
      case STABILIZE -> craft.sticks.throttleDown(craft.timeS) || craft.landed;
      case AUTO, AUTO_RTL -> !craft.autoArmed && craft.landed;
      default -> craft.landed;
    };
  }

  private void disarming(String type) {
    craft.text(4, type + " Failsafe - Disarming");
    disarm.run();
  }

  /**
   * A battery whose own answer is to land, or to stop, is not flown on.
   *
   * @source Copter.h _failsafe_priorities, FAILSAFE_LAND_PRIORITY
   */
  private boolean batteryLands() {
    return (battery.critical() && lands("BATT_FS_CRT_ACT"))
        || (battery.low() && lands("BATT_FS_LOW_ACT"));
  }

  private boolean lands(String parameter) {
    FailsafeAction action = FailsafeAction.ofBattery(craft.params.getInt(parameter));
    return action == FailsafeAction.LAND || action == FailsafeAction.TERMINATE;
  }

  /** What any lost link does to a craft that stands, or lands already; false for one in flight. */
  private boolean settled(String link) {
    if (!craft.armed && link.equals(GCS)) {
      craft.text(4, link + " Failsafe");
    } else if (onGround()) {
      disarming(link);
    } else if (modes.landing() && batteryLands()) {
      land(link + " + Battery Failsafe - Continuing Landing");
    } else if (modes.landing() && option(CONTINUE_IF_LANDING)) {
      land(link + " Failsafe - Continuing Landing");
    } else {
      return false;
    }
    return true;
  }

  private void land(String text) {
    craft.text(4, text);
    answer.perform(FailsafeAction.LAND);
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
    if (settled(GCS)) {
      return;
    }
    if (modes.mode() == FlightMode.AUTO && option(GCS_CONTINUE_IF_AUTO)) {
      craft.text(4, "GCS Failsafe - Continuing Auto Mode");
    } else if (!modes.mode().autopilot() && option(GCS_CONTINUE_IF_PILOT)) {
      craft.text(4, "GCS Failsafe - Continuing Pilot Control");
    } else {
      craft.text(4, "GCS Failsafe");
      answer.perform(FailsafeAction.ofGcs(setting));
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
    if (settled("Radio")) {
      return;
    }
    if (modes.mode() == FlightMode.AUTO && option(RC_CONTINUE_IF_AUTO)) {
      craft.text(4, "Radio Failsafe - Continuing Auto Mode");
    } else if (modes.mode() == FlightMode.GUIDED
        && option(RC_CONTINUE_IF_GUIDED)
        && craft.params.getInt("FS_GCS_ENABLE") != 0) {
      craft.text(4, "Radio Failsafe - Continuing Guided Mode");
    } else {
      craft.text(4, "Radio Failsafe");
      answer.perform(FailsafeAction.ofRadio(setting));
    }
  }

  private void checkBattery(SensorFrame frame) {
    int stateBefore = battery.chargeState();
    FailsafeAction action = battery.check(frame);
    if (battery.chargeState() == stateBefore) {
      return;
    }
    batteryFired = true;
    if (!craft.armed) {
      return;
    }
    if (onGround()) {
      disarming("Battery");
    } else if (modes.landing() && option(CONTINUE_IF_LANDING) && action != FailsafeAction.NONE) {
      land("Battery Failsafe - Continuing Landing");
    } else {
      craft.text(4, "Battery Failsafe");
      answer.perform(action);
    }
  }

  /** A fresh battery clears its failsafe. */
  void batteryReplaced() {
    batteryFired = false;
    battery.replaced();
  }
}
