package org.vigie.planner.proof;

/**
 * Speeding up and slowing down between rest and rest with limited acceleration and jerk.
 *
 * @source ArduPilot SCurve.cpp; defaults WPNAV_ACCEL, WPNAV_ACCEL_Z, WPNAV_JERK
 */
record Ramp(double accelMps2, double jerkMps3) {
  /** Seconds for a way at a greatest speed; a short one never reaches it. */
  double seconds(double wayM, double speedMps) {
    double easeS = accelMps2 / jerkMps3;
    double reachedMps = (Math.sqrt(easeS * easeS + 4 * wayM / accelMps2) - easeS) * accelMps2 / 2;
    if (reachedMps >= speedMps) {
      return speedMps < accelMps2 * easeS
          ? wayM / speedMps + 2 * Math.sqrt(speedMps / jerkMps3)
          : wayM / speedMps + speedMps / accelMps2 + easeS;
    }
    return reachedMps < accelMps2 * easeS
        ? 4 * Math.cbrt(wayM / (2 * jerkMps3))
        : 2 * (reachedMps / accelMps2 + easeS);
  }
}
