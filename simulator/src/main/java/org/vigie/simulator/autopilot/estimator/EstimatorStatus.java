package org.vigie.simulator.autopilot.estimator;

/**
 * How well an estimator agrees with its sensors: root of innovation squared over the gate squared,
 * so that 1 is the edge of rejection.
 *
 * @param velocityRatio horizontal speed of GNSS
 * @param positionRatio horizontal position of GNSS
 * @param heightRatio barometer
 * @param compassRatio heading
 * @param glitching positions of GNSS are being rejected while its speeds agree
 * @param deadReckoningS time since anything horizontal was used, seconds
 * @source ArduPilot EKF_STATUS_REPORT (getVariances), PX4 ESTIMATOR_STATUS test ratios
 */
public record EstimatorStatus(
    double velocityRatio,
    double positionRatio,
    double heightRatio,
    double compassRatio,
    boolean glitching,
    double deadReckoningS) {}
