package org.vigie.simulator.autopilot.copter;

import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.autopilot.control.SpeedLimits;
import org.vigie.simulator.physics.Vec3;

/** Keeps a velocity while a station repeats it; stops when it falls silent (GUID_TIMEOUT). */
final class VelocityFlight implements Maneuver {
  private final Craft craft;
  private Vec3 wanted;
  private Vec3 velocity;
  private Vec3 position;
  private double silentS;

  VelocityFlight(Craft craft, Vec3 wanted) {
    this.craft = craft;
    this.wanted = wanted;
    this.velocity = craft.nav.velocity();
    this.position = craft.nav.position();
  }

  void want(Vec3 other) {
    wanted = other;
    silentS = 0;
  }

  @Override
  public Setpoint run(double dtS) {
    silentS += dtS;
    SpeedLimits limits = craft.limits();
    Vec3 goal = silentS > craft.params.get("GUID_TIMEOUT") ? Vec3.ZERO : wanted;
    goal = goal.limitHorizontal(limits.horizontalMps());
    Vec3 change = goal.minus(velocity).limitHorizontal(limits.accelMps2() * dtS);
    double step = limits.accelUpMps2() * dtS;
    double up = Math.max(-step, Math.min(step, goal.up() - velocity.up()));
    velocity = velocity.plus(new Vec3(change.east(), change.north(), up));
    position = position.plus(velocity.times(dtS));
    return Setpoint.moving(position, velocity);
  }
}
