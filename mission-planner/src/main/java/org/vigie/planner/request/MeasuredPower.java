package org.vigie.planner.request;

/**
 * Electrical power that was measured in steady level flight.
 *
 * @param airMps air speed, metres per second; 0 is hover
 * @throws IllegalArgumentException if the speed is negative or the power not positive
 */
public record MeasuredPower(double airMps, double powerW) {
  public MeasuredPower {
    if (!(airMps >= 0 && Double.isFinite(airMps) && powerW > 0 && Double.isFinite(powerW))) {
      throw new IllegalArgumentException("measured " + powerW + " W at " + airMps + " m/s");
    }
  }
}
