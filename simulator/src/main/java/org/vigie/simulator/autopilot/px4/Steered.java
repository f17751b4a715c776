package org.vigie.simulator.autopilot.px4;

import java.util.function.Supplier;
import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.autopilot.control.SpeedLimits;
import org.vigie.simulator.physics.Vec3;

/** Follows a velocity that somebody sets anew all the time: sticks, or a station off board. */
final class Steered implements Motion {
  private final Px4Craft craft;
  private final Supplier<Vec3> wanted;
  private Vec3 velocity;
  private Vec3 position;

  Steered(Px4Craft craft, Supplier<Vec3> wanted) {
    this.craft = craft;
    this.wanted = wanted;
    this.velocity = craft.nav.velocity();
    this.position = craft.nav.position();
  }

  @Override
  public Setpoint run(double dtS) {
    SpeedLimits limits = craft.limits();
    double most = craft.params.get("MPC_XY_VEL_MAX", 0.5, 20);
    Vec3 goal = wanted.get().limitHorizontal(most);
    double climb = Math.max(-limits.downMps(), Math.min(limits.upMps(), goal.up()));
    Vec3 change = goal.minus(velocity).limitHorizontal(2 * limits.accelMps2() * dtS);
    double step = limits.accelUpMps2() * dtS;
    double up = Math.max(-step, Math.min(step, climb - velocity.up()));
    velocity = velocity.plus(new Vec3(change.east(), change.north(), up));
    position = position.plus(velocity.times(dtS));
    Vec3 behind = position.minus(craft.nav.position());
    // a target that the wind or a limit holds up does not run away
    if (behind.length() > 4) {
      position = craft.nav.position().plus(behind.times(4 / behind.length()));
    }
    return Setpoint.moving(position, velocity);
  }

  @Override
  public boolean settling() {
    return wanted.get().up() < -0.1;
  }

  @Override
  public boolean takingOff() {
    return wanted.get().up() > 0.1;
  }
}
