package org.vigie.simulator.autopilot.copter;

import java.util.Locale;
import java.util.Optional;
import org.vigie.simulator.sensor.SensorFrame;

/**
 * Watches the battery: low or critical by voltage for BATT_LOW_TIMER, or at once by charge left.
 * Each stage fires once.
 *
 * @source AP_BattMonitor; texts from recording a9
 */
final class BatteryMonitor {
  private final Craft craft;
  private double lowSinceS = -1;
  private double criticalSinceS = -1;
  private boolean low;
  private boolean critical;
  private double volts;
  private double consumedMah;

  BatteryMonitor(Craft craft) {
    this.craft = craft;
  }

  /** Looks once; the action of a stage that was reached just now, else NONE. */
  FailsafeAction check(SensorFrame frame) {
    volts = frame.batteryVolts();
    consumedMah = frame.consumedMah();
    if (craft.params.get("BATT_MONITOR") == 0) {
      return FailsafeAction.NONE;
    }
    lowSinceS = since("BATT_LOW_VOLT", lowSinceS);
    criticalSinceS = since("BATT_CRT_VOLT", criticalSinceS);
    if (!critical && reached("BATT_CRT_MAH", criticalSinceS)) {
      critical = true;
      low = true;
      return fired("critical", "BATT_FS_CRT_ACT");
    }
    if (!low && reached("BATT_LOW_MAH", lowSinceS)) {
      low = true;
      return fired("low", "BATT_FS_LOW_ACT");
    }
    return FailsafeAction.NONE;
  }

  private double since(String parameter, double sinceS) {
    double limit = craft.params.get(parameter);
    if (limit <= 0 || volts >= limit) {
      return -1;
    }
    return sinceS < 0 ? craft.timeS : sinceS;
  }

  private boolean reached(String chargeParameter, double sinceS) {
    double timer = craft.params.get("BATT_LOW_TIMER");
    if (sinceS >= 0 && timer > 0 && craft.timeS - sinceS >= timer) {
      return true;
    }
    return leftBelow(chargeParameter);
  }

  private FailsafeAction fired(String stage, String parameter) {
    craft.text(
        4,
        String.format(
            Locale.ROOT, "Battery 1 is %s %.2fV used %.0f mAh", stage, volts, consumedMah));
    return FailsafeAction.ofBattery(craft.params.getInt(parameter));
  }

  /**
   * What is against arming, the first that is so.
   *
   * @source AP_BattMonitor_Backend.cpp arming_checks: in this order; recording a9
   */
  Optional<String> findRefusal() {
    if (volts < craft.params.get("BATT_ARM_VOLT")) {
      return Optional.of("below minimum arming voltage");
    }
    if (leftBelow("BATT_ARM_MAH")) {
      return Optional.of("below minimum arming capacity");
    }
    if (volts < craft.params.get("BATT_LOW_VOLT")) {
      return Optional.of("low voltage failsafe");
    }
    if (leftBelow("BATT_LOW_MAH")) {
      return Optional.of("low capacity failsafe");
    }
    if (volts < craft.params.get("BATT_CRT_VOLT")) {
      return Optional.of("critical voltage failsafe");
    }
    return leftBelow("BATT_CRT_MAH") ? Optional.of("critical capacity failsafe") : Optional.empty();
  }

  private boolean leftBelow(String chargeParameter) {
    double limit = craft.params.get(chargeParameter);
    return limit > 0 && leftMah() < limit;
  }

  boolean low() {
    return low;
  }

  boolean critical() {
    return critical;
  }

  /** Charge left of BATT_CAPACITY, mAh. */
  double leftMah() {
    return craft.params.get("BATT_CAPACITY") - consumedMah;
  }

  /** MAV_BATTERY_CHARGE_STATE: 1 ok, 2 low, 3 critical. */
  int chargeState() {
    return critical ? 3 : low ? 2 : 1;
  }

  /** Charge left in percent of BATT_CAPACITY. */
  int remainingPercent() {
    double capacity = craft.params.get("BATT_CAPACITY");
    return capacity <= 0
        ? -1
        : (int) Math.max(0, Math.min(100, 100 * (capacity - consumedMah) / capacity));
  }

  /** A fresh or emptied battery, as a live fault gives it: stages may fire again. */
  void replaced() {
    low = false;
    critical = false;
    lowSinceS = -1;
    criticalSinceS = -1;
  }
}
