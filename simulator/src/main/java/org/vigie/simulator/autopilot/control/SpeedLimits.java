package org.vigie.simulator.autopilot.control;

/**
 * How fast a path may be flown.
 *
 * @param horizontalMps over ground
 * @param upMps climbing
 * @param downMps sinking, positive
 * @param accelMps2 horizontal
 * @param accelUpMps2 vertical
 */
public record SpeedLimits(
    double horizontalMps, double upMps, double downMps, double accelMps2, double accelUpMps2) {
  /** The same with another horizontal speed. */
  public SpeedLimits withHorizontal(double mps) {
    return new SpeedLimits(mps, upMps, downMps, accelMps2, accelUpMps2);
  }
}
