package org.vigie.simulator.autopilot.px4;

import org.vigie.simulator.sensor.SensorFrame;

/**
 * Charge left and what PX4 thinks of it.
 *
 * @source PX4 battery.cpp, batteryCheck.cpp; texts and levels from recording p5
 */
final class Battery {
  /** battery_status_s warnings. */
  enum Warning {
    NONE(1),
    LOW(2),
    CRITICAL(3),
    EMERGENCY(4);

    private final int chargeState;

    Warning(int chargeState) {
      this.chargeState = chargeState;
    }

    /** MAV_BATTERY_CHARGE_STATE. */
    int chargeState() {
      return chargeState;
    }
  }

  private final Px4Craft craft;
  private Warning warning = Warning.NONE;
  private double remaining = 1;

  Battery(Px4Craft craft) {
    this.craft = craft;
  }

  /** Looks once; warnings only get worse while armed. */
  void check(SensorFrame frame) {
    double capacityMah = craft.params.get("BAT1_CAPACITY", -1, 1e6);
    if (capacityMah > 0) {
      remaining = Math.max(0, Math.min(1, 1 - frame.consumedMah() / capacityMah));
    }
    Warning now = level();
    if (now == warning || (craft.armed && now.chargeState() < warning.chargeState())) {
      return;
    }
    boolean worse = now.chargeState() > warning.chargeState();
    warning = now;
    if (worse) {
      tell(now);
    }
  }

  private void tell(Warning now) {
    switch (now) {
      case LOW -> say(2, "Low battery", "check_battery_low", Px4Event.BATTERY);
      case CRITICAL -> say(2, "Critical battery", "check_battery_critical", Px4Event.BATTERY);
      case EMERGENCY ->
          say(0, "Emergency battery level", "check_battery_emergency", Px4Event.EMERGENCY);
      case NONE -> {}
    }
  }

  private void say(int severity, String text, String event, int level) {
    craft.voice.text(severity, text + "\t");
    craft.voice.event(Px4Event.of(event, level).with(-1, 4).with(0x0b, 1));
  }

  private Warning level() {
    if (remaining < craft.params.get("BAT_EMERGEN_THR", 0, 1)) {
      return Warning.EMERGENCY;
    }
    if (remaining < craft.params.get("BAT_CRIT_THR", 0, 1)) {
      return Warning.CRITICAL;
    }
    return remaining < craft.params.get("BAT_LOW_THR", 0, 1) ? Warning.LOW : Warning.NONE;
  }

  Warning warning() {
    return warning;
  }

  int percent() {
    return craft.params.get("BAT1_CAPACITY", -1, 1e6) > 0 ? (int) Math.round(remaining * 100) : -1;
  }

  /** Another battery: warnings start anew. */
  void replaced() {
    warning = Warning.NONE;
  }
}
