package org.vigie.simulator.autopilot.copter;

import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.physics.Vec3;

/**
 * Slows down to a stop and holds there; it leans and rights itself smoothly.
 *
 * @source recordings a1b, a2, a19: 17 to 19 m from 8 m/s, 22 m from 9.5 m/s at 2.5 m/s2
 */
final class Braking implements Maneuver {
  private static final double VERTICAL_MPS2 = 1.5;

  /** Of the slowing down. @source fitted to those recordings */
  private static final double JERK_MPS3 = 2.5;

  /** So that it ends. */
  private static final double LEAST_MPS2 = 0.1;

  private final double accelMps2;
  private Vec3 position;
  private Vec3 velocity;
  private double slowingMps2;

  Braking(Craft craft) {
    this.accelMps2 = craft.limits().accelMps2();
    this.position = craft.nav.position();
    this.velocity = craft.nav.velocity();
  }

  @Override
  public Setpoint run(double dtS) {
    double speed = velocity.horizontal();
    // what the slowing down still takes off while it is let go
    double last = slowingMps2 * slowingMps2 / (2 * JERK_MPS3);
    slowingMps2 =
        speed > last
            ? Math.min(accelMps2, slowingMps2 + JERK_MPS3 * dtS)
            : Math.max(LEAST_MPS2, slowingMps2 - JERK_MPS3 * dtS);
    double slower = speed == 0 ? 0 : Math.max(0, speed - slowingMps2 * dtS) / speed;
    double climb = velocity.up();
    double calmer = Math.signum(climb) * Math.max(0, Math.abs(climb) - VERTICAL_MPS2 * dtS);
    velocity = new Vec3(velocity.east() * slower, velocity.north() * slower, calmer);
    position = position.plus(velocity.times(dtS));
    return new Setpoint(Setpoint.Kind.POSITION, position, velocity, slowing(), Double.NaN);
  }

  private Vec3 slowing() {
    double speed = velocity.horizontal();
    double share = speed == 0 ? 0 : -slowingMps2 / speed;
    return new Vec3(velocity.east() * share, velocity.north() * share, 0);
  }

  @Override
  public boolean done() {
    return velocity.length() < 0.01;
  }

  @Override
  public boolean pause(boolean on) {
    return true;
  }
}
