package org.vigie.simulator.autopilot.copter;

/**
 * Where a setpoint wants the nose.
 *
 * @param headingRad true, or from the present one; NaN for none
 * @param rateRadps clockwise seen from above, NaN for none
 * @param relative whether the heading counts from the present one
 */
public record Facing(double headingRad, double rateRadps, boolean relative) {
  /** As WP_YAW_BEHAVIOR has it. */
  public static final Facing FREE = new Facing(Double.NaN, Double.NaN, false);
}
