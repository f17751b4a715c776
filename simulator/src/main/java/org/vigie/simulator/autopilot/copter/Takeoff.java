package org.vigie.simulator.autopilot.copter;

import org.vigie.simulator.autopilot.control.PathFollower;
import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.physics.Vec3;

/** Spools up and climbs straight. */
final class Takeoff implements Maneuver {
  /** Motors only idle for so long after arming. @source ArduCopter config.h ARMING_DELAY_SEC */
  private static final double ARMED_S = 2.0;

  /** From idle to lift: twice MOT_SPOOL_TIME's default. */
  private static final double SPOOL_S = 1.0;

  private static final double REACHED_M = 0.4;

  private final Craft craft;
  private final double upM;
  private final boolean onGround;
  private double spooledS;
  private PathFollower climb;

  Takeoff(Craft craft, double upM) {
    this.craft = craft;
    this.upM = upM;
    this.onGround = craft.landed;
    this.climb = climb();
  }

  private PathFollower climb() {
    Vec3 from = craft.nav.position();
    Vec3 to = new Vec3(from.east(), from.north(), Math.max(upM, from.up()));
    return new PathFollower(from, to, Vec3.ZERO, 0, craft.limits());
  }

  @Override
  public Setpoint run(double dtS) {
    if (onGround && spooledS < SPOOL_S) {
      spooledS += craft.timeS - craft.armedS < ARMED_S ? 0 : dtS;
      climb = climb();
      return Setpoint.IDLE;
    }
    craft.landed = false;
    return climb.advance(craft.nav.position(), dtS);
  }

  @Override
  public boolean done() {
    return climb.targetArrived() && !craft.landed && craft.nav.position().up() >= upM - REACHED_M;
  }

  @Override
  public boolean takingOff() {
    return true;
  }
}
