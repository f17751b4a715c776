package org.vigie.simulator.autopilot.px4;

import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.physics.Vec3;

/** Slows down to a stop and stays there. */
final class Hold implements Motion {
  private static final double VERTICAL_MPS2 = 1.5;

  private final double accelMps2;
  private Vec3 position;
  private Vec3 velocity;

  Hold(Px4Craft craft) {
    this.accelMps2 = craft.limits().accelMps2();
    this.position = craft.nav.position();
    this.velocity = craft.nav.velocity();
  }

  @Override
  public Setpoint run(double dtS) {
    double speed = velocity.horizontal();
    double slower = speed == 0 ? 0 : Math.max(0, speed - accelMps2 * dtS) / speed;
    double climb = velocity.up();
    double calmer = Math.signum(climb) * Math.max(0, Math.abs(climb) - VERTICAL_MPS2 * dtS);
    velocity = new Vec3(velocity.east() * slower, velocity.north() * slower, calmer);
    position = position.plus(velocity.times(dtS));
    return Setpoint.moving(position, velocity);
  }

  @Override
  public boolean done() {
    return velocity.length() < 0.01;
  }
}
