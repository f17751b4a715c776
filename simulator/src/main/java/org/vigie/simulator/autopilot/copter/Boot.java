package org.vigie.simulator.autopilot.copter;

import org.vigie.simulator.autopilot.FlightController;

/** The first seconds after power-up, and what is told in them. @source recordings a9, a12, a17 */
final class Boot {
  /** A mode that is set before this is overwritten at the end of the boot (recording a17). */
  private static final double MODE_S = 1;

  private static final double READY_S = 3;

  /** The EKF takes over from then on. @source recordings: 4.4 s after boot */
  static final double EKF_S = 4.4;

  private final Craft craft;
  private final CopterFirmware firmware;
  private final Senses senses;
  private final Modes modes;
  private boolean begun;

  Boot(Craft craft, CopterFirmware firmware, Senses senses, Modes modes) {
    this.craft = craft;
    this.firmware = firmware;
    this.senses = senses;
    this.modes = modes;
  }

  void update() {
    if (!begun) {
      begun = true;
      craft.text(6, firmware.banner());
      craft.text(6, "Calibrating barometer");
    }
    if (passes(MODE_S)) {
      modes.set(FlightMode.STABILIZE);
    }
    if (passes(READY_S)) {
      craft.text(6, "ArduPilot Ready");
    }
    if (passes(EKF_S)) {
      craft.text(6, "EKF3 IMU0 initialised");
      craft.text(6, "AHRS: EKF3 active");
    }
    if (craft.home == null && senses.originSet()) {
      craft.text(6, "EKF3 IMU0 origin set");
      craft.setHomeHere(false);
      craft.text(6, "Field Elevation Set: " + Math.round(craft.homeUpM()) + "m");
      craft.text(6, "EKF3 IMU0 is using GPS");
    }
  }

  /** Whether this is the step that reaches a time. */
  private boolean passes(double timeS) {
    return craft.timeS >= timeS && craft.timeS - FlightController.STEP_S < timeS;
  }
}
