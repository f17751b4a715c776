package org.vigie.simulator.autopilot.control;

/**
 * How fast a path may be flown.
 *
 * @param horizontalMps over ground
 * @param upMps climbing
 * @param downMps sinking, positive
 * @param accelMps2 horizontal
 * @param accelUpMps2 vertical
 * @param jerkMps3 how fast acceleration may change
 */
public record SpeedLimits(
    double horizontalMps,
    double upMps,
    double downMps,
    double accelMps2,
    double accelUpMps2,
    double jerkMps3) {
  /**
   * @source PX4 MPC_JERK_AUTO 4 m/s3
   */
  private static final double USUAL_JERK_MPS3 = 4;

  /** With the usual jerk. */
  public SpeedLimits(
      double horizontalMps, double upMps, double downMps, double accelMps2, double accelUpMps2) {
    this(horizontalMps, upMps, downMps, accelMps2, accelUpMps2, USUAL_JERK_MPS3);
  }

  /** The same with another horizontal speed. */
  public SpeedLimits withHorizontal(double mps) {
    return new SpeedLimits(mps, upMps, downMps, accelMps2, accelUpMps2, jerkMps3);
  }

  /** The same with another speed upwards. */
  public SpeedLimits withUp(double mps) {
    return new SpeedLimits(horizontalMps, mps, downMps, accelMps2, accelUpMps2, jerkMps3);
  }

  /** The same with another speed downwards. */
  public SpeedLimits withDown(double mps) {
    return new SpeedLimits(horizontalMps, upMps, mps, accelMps2, accelUpMps2, jerkMps3);
  }
}
