package org.vigie.simulator.autopilot.copter;

import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.physics.Vec3;

/**
 * LOITER and ALT_HOLD: holds, and climbs or sinks with the throttle stick; without a transmitter
 * the stick is at the bottom and it sinks (recording a19).
 */
final class StickHold implements Maneuver {
  private static final int CENTRE_PWM = 1500;
  private static final int DEAD_ZONE_PWM = 100;
  private static final double TRAVEL_PWM = 400;

  private final Craft craft;
  private final boolean position;
  private final Braking brake;
  private double upM;
  private double climbMps;

  StickHold(Craft craft, boolean position) {
    this.craft = craft;
    this.position = position;
    this.brake = new Braking(craft);
    this.upM = craft.nav.position().up();
    this.climbMps = craft.nav.velocity().up();
  }

  @Override
  public Setpoint run(double dtS) {
    double up = craft.si("pilot-climb-speed");
    double down = craft.si("pilot-sink-speed");
    int off = craft.throttlePwm - CENTRE_PWM;
    double share =
        Math.signum(off) * Math.min(1, Math.max(0, Math.abs(off) - DEAD_ZONE_PWM) / TRAVEL_PWM);
    double wanted = share * (share > 0 || down == 0 ? up : down);
    double step = craft.si("pilot-climb-acceleration") * dtS;
    climbMps += Math.max(-step, Math.min(step, wanted - climbMps));
    upM = Math.max(craft.nav.position().up() - 2, upM + climbMps * dtS);
    Setpoint held = brake.run(dtS);
    Vec3 at = new Vec3(held.position().east(), held.position().north(), upM);
    Vec3 speed = new Vec3(held.velocity().east(), held.velocity().north(), climbMps);
    Setpoint wantedPoint = Setpoint.moving(at, speed);
    return position ? wantedPoint : wantedPoint.as(Setpoint.Kind.LEVEL);
  }

  @Override
  public boolean landing() {
    return climbMps < -0.1;
  }
}
