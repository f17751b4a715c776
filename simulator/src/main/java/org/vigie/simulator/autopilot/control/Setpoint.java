package org.vigie.simulator.autopilot.control;

import org.vigie.simulator.physics.Vec3;

/**
 * What a mode wants in this step.
 *
 * @param kind what is controlled
 * @param position metres in the local frame
 * @param velocity metres per second, fed forward
 * @param acceleration metres per second squared, fed forward
 * @param facingRad heading along the path, NaN to keep the present one
 */
public record Setpoint(
    Kind kind, Vec3 position, Vec3 velocity, Vec3 acceleration, double facingRad) {
  /** What is controlled. */
  public enum Kind {
    /** Motors idle on the ground. */
    IDLE,
    /** Place and height. */
    POSITION,
    /** Height only, wings level: there is no position to hold. */
    LEVEL,
    /** Throttle stick at the bottom, level: falls. */
    CUT
  }

  public static final Setpoint IDLE =
      new Setpoint(Kind.IDLE, Vec3.ZERO, Vec3.ZERO, Vec3.ZERO, Double.NaN);

  /** A place to be, at rest. */
  public static Setpoint at(Vec3 position) {
    return moving(position, Vec3.ZERO);
  }

  /** A place that moves, the heading left alone. */
  public static Setpoint moving(Vec3 position, Vec3 velocity) {
    return new Setpoint(Kind.POSITION, position, velocity, Vec3.ZERO, Double.NaN);
  }

  public Setpoint facing(double headingRad) {
    return new Setpoint(kind, position, velocity, acceleration, headingRad);
  }

  public Setpoint as(Kind other) {
    return new Setpoint(other, position, velocity, acceleration, facingRad);
  }
}
