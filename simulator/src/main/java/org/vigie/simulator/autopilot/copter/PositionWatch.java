package org.vigie.simulator.autopilot.copter;

import org.vigie.simulator.autopilot.estimator.EstimatorStatus;

/**
 * The EKF failsafe: no position any more, or variances above FS_EKF_THRESH for a second. Dead
 * reckoning (FS_DR_ENABLE) is flagged by estimators that know their drag or airspeed only: a copter
 * like this one never says it (recording a10).
 *
 * @source ArduCopter ekf_check.cpp: ten looks a second, ten bad ones, EKF_CHECK_WARNING_TIME 30 s;
 *     events.cpp gpsglitch_check
 */
final class PositionWatch {
  private static final int LOOKS = 10;
  private static final double WARN_AGAIN_S = 30;
  private static final double GLITCH_AFTER_S = 1;
  private static final double GLITCH_S = 10;

  private final Craft craft;
  private final Modes modes;
  private final Senses senses;
  private boolean everPassed;
  private boolean failed;
  private boolean glitching;
  private int fails;
  private double glitchS = Double.NEGATIVE_INFINITY;
  private double agreedS;
  private boolean acted;
  private double warnedS = Double.NEGATIVE_INFINITY;

  PositionWatch(Craft craft, Modes modes, Senses senses) {
    this.craft = craft;
    this.modes = modes;
    this.senses = senses;
  }

  boolean failed() {
    return failed;
  }

  void check() {
    if (!senses.originSet()) {
      return;
    }
    EstimatorStatus status = senses.status();
    glitch(status.glitching());
    double threshold = craft.params.get("FS_EKF_THRESH");
    boolean lost = !craft.nav.positionOk();
    boolean passed = threshold <= 0 || (!lost && !over(status, threshold));
    everPassed |= passed;
    if (!everPassed) {
      return;
    }
    if (!passed) {
      // the estimator has coasted before it gives a position up: no second wait for that
      fails = lost ? LOOKS : Math.min(LOOKS, fails + 1);
      if (!failed && fails == LOOKS) {
        failed = true;
        fail();
      }
    } else if (fails > 0) {
      fails--;
      if (fails == 0 && failed) {
        failed = false;
        if (acted) {
          acted = false;
          craft.text(2, "EKF Failsafe Cleared");
        }
      }
    }
  }

  /**
   * A glitch is one when fixes are rejected for a second, and over when none was for a while.
   *
   * @source EKF3 calcGpsGoodForFlight: 1 s and 10 s; recording a11
   */
  private void glitch(boolean now) {
    if (now) {
      glitchS = craft.timeS;
    } else {
      agreedS = craft.timeS;
    }
    boolean on =
        glitching ? craft.timeS - glitchS < GLITCH_S : craft.timeS - agreedS > GLITCH_AFTER_S;
    if (on != glitching) {
      glitching = on;
      craft.text(2, on ? "GPS Glitch or Compass error" : "Glitch cleared");
    }
  }

  /** Two of compass, speed and position, or the speed twice over. @source ekf_over_threshold */
  private static boolean over(EstimatorStatus status, double threshold) {
    int count = status.compassRatio() >= threshold ? 1 : 0;
    if (status.velocityRatio() >= 2 * threshold) {
      count += 2;
    } else if (status.velocityRatio() >= threshold) {
      count++;
    }
    return (status.positionRatio() >= threshold && count >= 1) || count >= 2;
  }

  private void fail() {
    if (craft.timeS - warnedS > WARN_AGAIN_S) {
      warnedS = craft.timeS;
      craft.text(2, "EKF variance");
    }
    if (!craft.armed) {
      return;
    }
    acted = true;
    int action = craft.params.getInt("FS_EKF_ACTION");
    boolean concerned = modes.mode().needsPosition() || action == 3;
    if (action == 0 || !concerned || craft.landed) {
      craft.text(2, "EKF Failsafe");
      return;
    }
    if (action != 2 || !modes.set(FlightMode.ALT_HOLD)) {
      modes.landAfterPause();
    }
    craft.text(2, "EKF Failsafe: changed to " + modes.mode().label() + " Mode");
  }
}
