package org.vigie.simulator.autopilot.copter;

/**
 * Flies what a failsafe asks for, or the next best that can be flown.
 *
 * @source ArduCopter events.cpp do_failsafe_action
 */
final class FailsafeAnswer {
  private final Craft craft;
  private final Modes modes;
  private final Runnable disarm;

  FailsafeAnswer(Craft craft, Modes modes, Runnable disarm) {
    this.craft = craft;
    this.modes = modes;
    this.disarm = disarm;
  }

  void perform(FailsafeAction action) {
    switch (action) {
      case NONE -> {}
      case LAND -> modes.landAfterPause();
      case RTL -> returnOrLand();
      case TERMINATE -> disarm.run();
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
        if (modes.mode() != FlightMode.AUTO_RTL && !modes.set(FlightMode.AUTO_RTL)) {
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
    if (!modes.set(FlightMode.RTL)) {
      modes.landAfterPause();
    }
  }
}
