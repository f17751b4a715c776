package org.vigie.planner.energy;

/**
 * Straight ways from rest to rest with limited speed, acceleration and jerk: acceleration rises and
 * falls along straight lines, in as many pieces as fit.
 *
 * @param accelMps2 greatest acceleration and braking
 * @param jerkMps3 how fast they may change
 * @source ArduPilot libraries/AP_Math/SCurve.cpp; WPNAV_ACCEL, WPNAV_JERK
 */
record Ramp(double accelMps2, double jerkMps3) {
  /** Seconds from rest to a speed. */
  double toSpeedS(double speedMps) {
    double fullMps = accelMps2 * accelMps2 / jerkMps3;
    return speedMps >= fullMps
        ? speedMps / accelMps2 + accelMps2 / jerkMps3
        : 2 * Math.sqrt(speedMps / jerkMps3);
  }

  /** Seconds for a way of some metres. */
  double seconds(double wayM, double speedMps) {
    if (wayM == 0) {
      return 0;
    }
    double rampS = toSpeedS(speedMps);
    return wayM >= speedMps * rampS ? wayM / speedMps + rampS : 2 * toSpeedS(topMps(wayM));
  }

  /** The speed at which a way is over that is too short for the wanted one. */
  private double topMps(double wayM) {
    double gentleMps = Math.cbrt(wayM * wayM * jerkMps3 / 4);
    if (gentleMps <= accelMps2 * accelMps2 / jerkMps3) {
      return gentleMps;
    }
    double riseS = accelMps2 / jerkMps3;
    return accelMps2 / 2 * (Math.sqrt(riseS * riseS + 4 * wayM / accelMps2) - riseS);
  }
}
