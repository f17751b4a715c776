package org.vigie.simulator.autopilot.estimator;

/**
 * Height and climb from vertical acceleration and barometer: a complementary filter of third order,
 * which learns the accelerometer's bias.
 *
 * @source ArduPilot AP_InertialNav, gains 3/T, 3/T^2, 1/T^3 with a time constant T
 */
final class HeightFilter {
  private static final double TIME_CONSTANT_S = 2;
  private static final double K1 = 3 / TIME_CONSTANT_S;
  private static final double K2 = 3 / (TIME_CONSTANT_S * TIME_CONSTANT_S);
  private static final double K3 = 1 / (TIME_CONSTANT_S * TIME_CONSTANT_S * TIME_CONSTANT_S);

  /** Share of the receiver's climb taken over at each fix. */
  private static final double GPS_GAIN = 0.05;

  /** Five sigmas of EKF3's noise of the barometer. @source EK3_ALT_M_NSE 2 m, EK3_HGT_I_GATE 500 */
  private static final double GATE_M = 5 * 2;

  double upM;
  double climbMps;
  private double biasMps2;
  private double errorM;
  private double offsetM;

  /** Starts at rest at an altitude that GNSS tells; the barometer counts from there. */
  void reset(double altitudeM, double baroM) {
    upM = altitudeM;
    climbMps = 0;
    offsetM = altitudeM - baroM;
  }

  void step(double accelUpMps2, double baroM, double dtS) {
    errorM = baroM + offsetM - upM;
    biasMps2 -= K3 * errorM * dtS;
    double accel = accelUpMps2 - biasMps2 + K2 * errorM;
    upM += (climbMps + K1 * errorM) * dtS + 0.5 * accel * dtS * dtS;
    climbMps += accel * dtS;
  }

  void fuseClimb(double mps) {
    climbMps += GPS_GAIN * (mps - climbMps);
  }

  double biasMps2() {
    return biasMps2;
  }

  /** Innovation over its gate. */
  double ratio() {
    return Math.abs(errorM) / GATE_M;
  }
}
