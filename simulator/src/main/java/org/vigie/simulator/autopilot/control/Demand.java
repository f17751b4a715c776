package org.vigie.simulator.autopilot.control;

/**
 * What a flight mode asks of the attitude loop.
 *
 * @param throttle fraction of full thrust, 0 to 1; 0 stops the motors, up to {@link #IDLE_THROTTLE}
 *     they idle and nothing holds the attitude
 * @param leanEastRad wanted lean of the thrust towards east, radians
 * @param leanNorthRad wanted lean of the thrust towards north, radians
 * @param yawRateRadps wanted turn about the vertical, radians per second, clockwise seen from above
 */
public record Demand(
    double throttle, double leanEastRad, double leanNorthRad, double yawRateRadps) {
  /** Motors that idle on the ground. @source ArduCopter MOT_SPIN_ARM 0.1: a tenth of full speed */
  public static final double IDLE_THROTTLE = 0.03;

  /** Motors stopped. */
  public static final Demand OFF = new Demand(0, 0, 0, 0);

  /** Motors idle on the ground. */
  public static final Demand IDLE = new Demand(IDLE_THROTTLE, 0, 0, 0);

  /** Whether all of it are numbers. */
  public boolean finite() {
    return Double.isFinite(throttle + leanEastRad + leanNorthRad + yawRateRadps);
  }
}
