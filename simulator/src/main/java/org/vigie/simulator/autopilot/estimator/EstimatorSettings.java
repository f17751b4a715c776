package org.vigie.simulator.autopilot.estimator;

/**
 * How a make's estimator behaves.
 *
 * @param originAfterS fixes needed before it has a position
 * @param coastS without any aiding it trusts itself for this long
 * @param glitchResetS it rejects jumped positions for this long while speeds agree, then takes them
 * @param delayS how old it takes a fix to be
 */
public record EstimatorSettings(
    double originAfterS, double coastS, double glitchResetS, double delayS) {
  /**
   * EKF3 and the failsafe that looks at it.
   *
   * @source AP_NavEKF3.h posRetryTimeNoVel_ms 7000 and one second of ekf_check.cpp (recording a10:
   *     8.0 s); posRetryTimeUseVel_ms 10000 (recording a11); SITL has a position 20 s after boot
   */
  public static final EstimatorSettings ARDUPILOT = new EstimatorSettings(6, 8, 10, 0.15);

  /**
   * EKF2.
   *
   * @source EKF2_NOAID_TOUT 5 s (recordings p4, p4b: 5.1 to 6.0 s); reset_timeout_max 7 s;
   *     EKF2_GPS_DELAY 110 ms by default, set to the receiver's
   */
  public static final EstimatorSettings PX4 = new EstimatorSettings(2, 5, 7, 0.15);
}
