package org.vigie.simulator.autopilot.estimator;

/**
 * Kalman filter of one horizontal axis: the errors of position, velocity and acceleration. Between
 * fixes only the state runs, at each fix the covariance catches up.
 *
 * @source Brown and Hwang, Introduction to Random Signals and Applied Kalman Filtering, 4.2, 7.3;
 *     noises are EKF3's: EK3_POSNE_M_NSE 0.5, EK3_VELNE_M_NSE 0.3, EK3_ACC_P_NSE 0.35; its gates of
 *     five sigmas
 */
final class AxisFilter {
  private static final double POSITION_SIGMA_M = 0.5;
  private static final double VELOCITY_SIGMA_MPS = 0.3;

  /** White acceleration, metres per second to the three halves. */
  private static final double ACCEL_NOISE = 0.35 * 0.35 / 25;

  /** Wander of the acceleration error. */
  private static final double BIAS_NOISE = 1e-4;

  private static final double GATE_SIGMAS = 5;

  double positionM;
  double velocityMps;

  /** Taken off measured acceleration: a bias, or gravity seen by a wrong attitude. */
  double accelErrorMps2;

  private double pp = 1;
  private double pv;
  private double pa;
  private double vv = 1;
  private double va;
  private double aa = 0.04;

  /** Starts at a fix. */
  void reset(double position, double velocity) {
    positionM = position;
    velocityMps = velocity;
    pp = POSITION_SIGMA_M * POSITION_SIGMA_M;
    vv = VELOCITY_SIGMA_MPS * VELOCITY_SIGMA_MPS;
    pv = 0;
    pa = 0;
    va = 0;
  }

  /** Moves the state on. */
  void predict(double accelMps2, double dtS) {
    double accel = accelMps2 - accelErrorMps2;
    positionM += velocityMps * dtS + 0.5 * accel * dtS * dtS;
    velocityMps += accel * dtS;
  }

  /** Lets the covariance catch up; the acceleration error enters with a minus. */
  void age(double dtS) {
    double half = 0.5 * dtS * dtS;
    pp += 2 * dtS * pv - 2 * half * pa + dtS * dtS * vv - 2 * dtS * half * va + half * half * aa;
    pv += dtS * vv - (half + dtS * dtS) * va + half * dtS * aa - dtS * pa;
    pa += dtS * va - half * aa;
    vv += -2 * dtS * va + dtS * dtS * aa + ACCEL_NOISE * dtS;
    va += -dtS * aa;
    aa += BIAS_NOISE * dtS;
    pp += ACCEL_NOISE * dtS * dtS * dtS / 3;
  }

  /** Innovation over its gate, of a position. */
  double positionRatio(double innovationM) {
    return Math.abs(innovationM)
        / (GATE_SIGMAS * Math.sqrt(pp + POSITION_SIGMA_M * POSITION_SIGMA_M));
  }

  /** Innovation over its gate, of a velocity. */
  double velocityRatio(double innovationMps) {
    return Math.abs(innovationMps)
        / (GATE_SIGMAS * Math.sqrt(vv + VELOCITY_SIGMA_MPS * VELOCITY_SIGMA_MPS));
  }

  void fusePosition(double innovationM) {
    double total = pp + POSITION_SIGMA_M * POSITION_SIGMA_M;
    double kp = pp / total;
    double kv = pv / total;
    double ka = pa / total;
    correct(kp, kv, ka, innovationM);
    double a = pp;
    double b = pv;
    double c = pa;
    pp -= kp * a;
    pv -= kp * b;
    pa -= kp * c;
    vv -= kv * b;
    va -= kv * c;
    aa -= ka * c;
  }

  void fuseVelocity(double innovationMps) {
    double total = vv + VELOCITY_SIGMA_MPS * VELOCITY_SIGMA_MPS;
    double kp = pv / total;
    double kv = vv / total;
    double ka = va / total;
    correct(kp, kv, ka, innovationMps);
    double a = pv;
    double b = vv;
    double c = va;
    pp -= kp * a;
    pv -= kp * b;
    pa -= kp * c;
    vv -= kv * b;
    va -= kv * c;
    aa -= ka * c;
  }

  private void correct(double kp, double kv, double ka, double innovation) {
    positionM += kp * innovation;
    velocityMps += kv * innovation;
    accelErrorMps2 += ka * innovation;
  }
}
