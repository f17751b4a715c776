package org.vigie.simulator.autopilot.copter;

import java.util.Locale;
import org.vigie.simulator.autopilot.FlightController;
import org.vigie.simulator.autopilot.control.Demand;

/**
 * Knows that the craft no longer does what it is told: lies on its side, or sinks at full thrust.
 *
 * @source ArduCopter crash_check.cpp: 2 s more than 30 degrees off while leaning over 15 degrees
 *     below 3 m/s2 and 10 m/s; thrust loss: 1 s sinking, level wanted, throttle over 90 %
 */
final class CrashWatch {
  private static final double CRASH_S = 2;
  private static final double LOSS_S = 1;
  private static final double OFF_RAD = Math.toRadians(30);
  private static final double LEAN_RAD = Math.toRadians(15);
  private static final double ACCEL_MPS2 = 3;
  private static final double SPEED_MPS = 10;
  private static final double FULL_THROTTLE = 0.9;

  /** First-order filter of 1 Hz. */
  private static final double FILTER = FlightController.STEP_S * 2 * Math.PI;

  private final Craft craft;
  private final Runnable disarm;
  private double crashingS;
  private double losingS;
  private double accelMps2;
  private boolean boosting;

  CrashWatch(Craft craft, Runnable disarm) {
    this.craft = craft;
    this.disarm = disarm;
  }

  private void reset() {
    crashingS = 0;
    losingS = 0;
    boosting = false;
  }

  /**
   * One step.
   *
   * @param motors what each was given in the last step, 0 to 1
   */
  void update(Demand demand, double[] motors) {
    double accel = Math.abs(craft.nav.accelerationUpMps2());
    accelMps2 += FILTER * (accel - accelMps2);
    if (!craft.armed || craft.landed) {
      reset();
      return;
    }
    double leanRad = craft.nav.attitude().leanRad();
    double wantedRad = Math.hypot(demand.leanEastRad(), demand.leanNorthRad());
    double offRad = Math.abs(leanRad - wantedRad);
    crash(leanRad, offRad);
    thrustLoss(demand, motors, wantedRad, offRad);
  }

  private void crash(double leanRad, double offRad) {
    boolean crashing =
        craft.params.get("FS_CRASH_CHECK") != 0
            && accelMps2 < ACCEL_MPS2
            && leanRad > LEAN_RAD
            && offRad > OFF_RAD
            && craft.nav.velocity().length() < SPEED_MPS;
    crashingS = crashing ? crashingS + FlightController.STEP_S : 0;
    if (crashingS >= CRASH_S) {
      craft.text(
          0,
          String.format(
              Locale.ROOT,
              "Crash: Disarming: AngErr=%.0f>30, Accel=%.1f<3.0",
              Math.toDegrees(offRad),
              accelMps2));
      disarm.run();
    }
  }

  private void thrustLoss(Demand demand, double[] motors, double wantedRad, double offRad) {
    boolean full = demand.throttle() >= FULL_THROTTLE;
    boosting &= full;
    boolean losing =
        !boosting
            && full
            && wantedRad <= LEAN_RAD
            && craft.nav.velocity().up() < 0
            && offRad < OFF_RAD;
    losingS = losing ? losingS + FlightController.STEP_S : 0;
    if (losingS >= LOSS_S) {
      losingS = 0;
      boosting = true;
      craft.text(0, "Potential Thrust Loss (" + hardest(motors) + ")");
    }
  }

  /** The motor that is driven hardest, counted from 1. @source AP_MotorsMatrix get_lost_motor */
  private static int hardest(double[] motors) {
    int best = 0;
    for (int i = 1; i < motors.length; i++) {
      best = motors[i] > motors[best] ? i : best;
    }
    return best + 1;
  }
}
