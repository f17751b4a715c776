package org.vigie.planner.energy;

/**
 * Straight ways with limited speed, acceleration and jerk: acceleration rises and falls along
 * straight lines, in as many pieces as fit.
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

  /**
   * Seconds for a way of some metres, at most.
   *
   * @param fromMps speed at which it begins, not above the wanted one
   * @param toMps speed at which it ends, not above the wanted one
   */
  double seconds(double wayM, double speedMps, double fromMps, double toMps) {
    double slowestS = seconds(wayM, speedMps);
    double lostFromM = lostM(speedMps - fromMps);
    double lostToM = lostM(speedMps - toMps);
    double rampM =
        speedMps * (toSpeedS(speedMps - fromMps) + toSpeedS(speedMps - toMps))
            - lostFromM
            - lostToM;
    // too short for the wanted speed: as fast as at the slower end, or as from rest to rest
    double slowMps = Math.min(fromMps, toMps);
    return wayM >= rampM
        ? (wayM + lostFromM + lostToM) / speedMps
        : slowMps > 0 ? Math.min(slowestS, slowS(wayM, fromMps, toMps)) : slowestS;
  }

  /** Seconds of a way in which the speed is not the wanted one, at most. */
  double rampingS(double wayM, double speedMps, double fromMps, double toMps) {
    return Math.min(
        seconds(wayM, speedMps, fromMps, toMps),
        toSpeedS(speedMps - fromMps) + toSpeedS(speedMps - toMps));
  }

  /** At the slower of two speeds, once that of the other end is gone. */
  private double slowS(double wayM, double fromMps, double toMps) {
    double gapMps = Math.abs(fromMps - toMps);
    double rampS = toSpeedS(gapMps);
    double rampM = rampS * (fromMps + toMps) / 2;
    return wayM >= rampM
        ? rampS + (wayM - rampM) / Math.min(fromMps, toMps)
        : Double.POSITIVE_INFINITY;
  }

  /** How far less than at full speed it comes while it gains a speed, metres. */
  private double lostM(double gainMps) {
    return gainMps / 2 * toSpeedS(gainMps);
  }

  /** Seconds for a way of some metres from rest to rest. */
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
