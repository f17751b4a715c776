package org.vigie.simulator.physics;

/**
 * What the autopilot asks of the airframe.
 *
 * @param throttle fraction of full thrust, 0 to 1
 * @param leanEastRad wanted lean of the thrust towards east, radians
 * @param leanNorthRad wanted lean of the thrust towards north, radians
 * @param yawRateRadps wanted turn about the vertical, radians per second, clockwise seen from above
 */
public record Demand(
    double throttle, double leanEastRad, double leanNorthRad, double yawRateRadps) {
  /** Motors stopped. */
  public static final Demand OFF = new Demand(0, 0, 0, 0);
}
