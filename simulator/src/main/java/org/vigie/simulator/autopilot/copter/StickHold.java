package org.vigie.simulator.autopilot.copter;

import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.physics.Vec3;

/**
 * LOITER, POSHOLD and ALT_HOLD: climbs or sinks with the throttle stick, and in LOITER flies where
 * roll and pitch point, stopping when they are let go. Without a transmitter the throttle is down
 * and it sinks (recording a19).
 *
 * @source ArduCopter mode_loiter.cpp, mode_althold.cpp, AC_Loiter.cpp: LOIT_SPEED, LOIT_ACC_MAX,
 *     LOIT_BRK_ACCEL, LOIT_BRK_DELAY
 */
final class StickHold implements Maneuver {
  /** The wanted place never runs further ahead of the craft. */
  private static final double LEAD_M = 15;

  private final Craft craft;
  private final boolean position;
  private Vec3 at;
  private Vec3 velocity;
  private double upM;
  private double climbMps;
  private double letGoS;

  StickHold(Craft craft, boolean position) {
    this.craft = craft;
    this.position = position;
    this.at = craft.nav.position();
    this.velocity = craft.nav.velocity().limitHorizontal(Double.MAX_VALUE);
    this.upM = craft.nav.position().up();
    this.climbMps = craft.nav.velocity().up();
  }

  @Override
  public Setpoint run(double dtS) {
    climb(dtS);
    move(dtS);
    Vec3 here = new Vec3(at.east(), at.north(), upM);
    Vec3 speed = new Vec3(velocity.east(), velocity.north(), climbMps);
    Setpoint wanted = Setpoint.moving(here, speed);
    return position ? wanted : wanted.as(Setpoint.Kind.LEVEL);
  }

  private void climb(double dtS) {
    double wanted = craft.sticks.climbMps(craft.timeS);
    if (craft.landed) {
      if (wanted <= 0) {
        upM = craft.nav.position().up();
        climbMps = 0;
        return;
      }
      craft.landed = false;
      craft.autoArmed = true;
    }
    double step = craft.si("pilot-climb-acceleration") * dtS;
    climbMps += Math.max(-step, Math.min(step, wanted - climbMps));
    upM = Math.max(craft.nav.position().up() - 2, upM + climbMps * dtS);
    upM = Math.min(craft.nav.position().up() + 2, upM);
  }

  private void move(double dtS) {
    if (craft.landed) {
      at = craft.nav.position();
      velocity = Vec3.ZERO;
      return;
    }
    Vec3 stick = craft.stickEastNorth();
    boolean flown = stick.horizontal() > 0;
    letGoS = flown ? 0 : letGoS + dtS;
    double accel = craft.si(flown ? "loiter-acceleration" : "loiter-brake-acceleration");
    if (!flown && letGoS < Math.max(0, craft.params.get("LOIT_BRK_DELAY"))) {
      accel = 1; // drag alone, before the brake comes on
    }
    Vec3 wanted = stick.times(Math.max(0.2, craft.si("loiter-speed")));
    Vec3 level = new Vec3(velocity.east(), velocity.north(), 0);
    velocity = level.plus(wanted.minus(level).limitHorizontal(Math.max(0.5, accel) * dtS));
    at = at.plus(velocity.times(dtS));
    Vec3 ahead = at.minus(craft.nav.position()).limitHorizontal(LEAD_M);
    at = craft.nav.position().plus(new Vec3(ahead.east(), ahead.north(), 0));
  }
}
