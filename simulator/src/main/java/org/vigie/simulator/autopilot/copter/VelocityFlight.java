package org.vigie.simulator.autopilot.copter;

import java.util.function.ToDoubleFunction;
import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.autopilot.control.SpeedLimits;
import org.vigie.simulator.physics.Vec3;

/** Keeps a velocity while a station repeats it; stops when it falls silent (GUID_TIMEOUT). */
final class VelocityFlight implements Maneuver {
  /** Bit 0 of AVOID_ENABLE. */
  private static final int AVOID_FENCE = 1;

  private final Craft craft;
  private final ToDoubleFunction<Vec3> room;
  private Vec3 wanted;
  private Vec3 velocity;
  private Vec3 position;
  private double silentS;

  /**
   * Begins to fly so.
   *
   * @param room metres to the nearest edge of the fence
   */
  VelocityFlight(Craft craft, Vec3 wanted, ToDoubleFunction<Vec3> room) {
    this.craft = craft;
    this.room = room;
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
    goal = shy(goal.limitHorizontal(limits.horizontalMps()), limits);
    Vec3 change = goal.minus(velocity).limitHorizontal(limits.accelMps2() * dtS);
    double step = limits.accelUpMps2() * dtS;
    double up = Math.max(-step, Math.min(step, goal.up() - velocity.up()));
    velocity = velocity.plus(new Vec3(change.east(), change.north(), up));
    position = position.plus(velocity.times(dtS));
    return Setpoint.moving(position, velocity);
  }

  /**
   * Slows down near the fence, yet does not stop inside it.
   *
   * @source AC_Avoid; recording a1: 3.2 m/s at the edge, as if to stop AVOID_MARGIN behind it
   */
  private Vec3 shy(Vec3 goal, SpeedLimits limits) {
    boolean avoids = (craft.params.getInt("AVOID_ENABLE") & AVOID_FENCE) != 0;
    if (!avoids || goal.horizontal() == 0) {
      return goal;
    }
    double here = room.applyAsDouble(craft.nav.position());
    Vec3 ahead = goal.limitHorizontal(1);
    double there = room.applyAsDouble(craft.nav.position().plus(ahead));
    if (!Double.isFinite(here) || here <= 0 || there >= here) {
      return goal;
    }
    double margin = Math.max(0, craft.params.get("AVOID_MARGIN"));
    return goal.limitHorizontal(Math.sqrt(2 * limits.accelMps2() * (here + margin)));
  }
}
