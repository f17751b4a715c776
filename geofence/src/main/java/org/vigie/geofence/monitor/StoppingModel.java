package org.vigie.geofence.monitor;

/**
 * How an aircraft stops: it flies on for the reaction time, then brakes evenly, and while it brakes
 * the wind carries it. That is a bound, not a forecast: the velocity over ground has the wind in
 * it, and a good position controller leans against it.
 *
 * @param reactionS from the decision to hold until it brakes: link and autopilot
 * @param decelerationMps2 what the aircraft brakes with, horizontally and vertically
 * @param driftShare share of the wind that carries it while it brakes, 0 to 1
 * @throws IllegalArgumentException if a value is not a number or out of range
 */
public record StoppingModel(double reactionS, double decelerationMps2, double driftShare) {
  public StoppingModel {
    if (!(decelerationMps2 > 0 && Double.isFinite(decelerationMps2))
        || !(reactionS >= 0 && Double.isFinite(reactionS))) {
      throw new IllegalArgumentException(
          "deceleration " + decelerationMps2 + " m/s2 or reaction " + reactionS + " s");
    }
    if (!(driftShare >= 0 && driftShare <= 1)) {
      throw new IllegalArgumentException("the share of drift must be 0 to 1, not " + driftShare);
    }
  }

  /** Braking with a deceleration, carried by the whole wind. */
  public static StoppingModel braking(double decelerationMps2, double reactionS) {
    return new StoppingModel(reactionS, decelerationMps2, 1);
  }

  /**
   * Braking as it was measured: from other speeds the distance goes with the square of the speed.
   *
   * @param distanceM measured from where the autopilot got the order to where it stood
   * @param speedMps at which it was measured
   * @param reactionS what the link and the decision add to that
   */
  public static StoppingModel measured(double distanceM, double speedMps, double reactionS) {
    if (!(distanceM > 0 && speedMps > 0)) {
      throw new IllegalArgumentException(
          "stopping distance " + distanceM + " m or speed " + speedMps + " m/s");
    }
    return braking(speedMps * speedMps / (2 * distanceM), reactionS);
  }

  double brakingS(double speedMps) {
    return speedMps / decelerationMps2;
  }

  /** Without wind. */
  double distanceM(double speedMps) {
    return speedMps * reactionS + speedMps * speedMps / (2 * decelerationMps2);
  }
}
