package org.vigie.simulator.autopilot.px4;

import org.vigie.simulator.autopilot.control.PathFollower;
import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.autopilot.control.SpeedLimits;
import org.vigie.simulator.physics.Vec3;

/**
 * Climbs straight, from the ground with spool-up and a ramp, slowly below MPC_LAND_ALT1.
 *
 * @source PX4 TakeoffHandling (COM_SPOOLUP_TIME, MPC_TKO_RAMP_T), FlightTaskAuto; recordings p4b,
 *     p7
 */
final class Climb implements Motion {
  /** Thrust rises so long before the craft leaves the ground; then it hardly moves for a while. */
  private static final double THRUST_S = 0.9;

  private static final double STICK_S = 1.5;

  /** How gently it comes to rest at the top. */
  private static final double CLIMB_MPS2 = 0.8;

  private final Px4Craft craft;
  private final double upM;
  private final double groundUpM;
  private final boolean fromGround;
  private double sinceS;
  private PathFollower path;

  Climb(Px4Craft craft, double upM) {
    this.craft = craft;
    this.upM = upM;
    this.fromGround = craft.landed;
    this.groundUpM = craft.nav.position().up();
    this.path = path();
  }

  private PathFollower path() {
    Vec3 stop = craft.stopping(craft.nav.velocity(), craft.limits());
    Vec3 from = craft.landed ? craft.nav.position() : craft.nav.position().plus(stop);
    Vec3 to = new Vec3(from.east(), from.north(), Math.max(upM, from.up()));
    return new PathFollower(from, to, Vec3.ZERO, 0, limits(craft.limits().upMps()));
  }

  private SpeedLimits limits(double upMps) {
    SpeedLimits full = craft.limits();
    return new SpeedLimits(
        full.horizontalMps(), upMps, full.downMps(), full.accelMps2(), CLIMB_MPS2);
  }

  @Override
  public Setpoint run(double dtS) {
    if (!fromGround) {
      return path.advance(craft.nav.position(), dtS);
    }
    double liftS = craft.params.get("COM_SPOOLUP_TIME", 0, 30) + THRUST_S;
    sinceS += dtS;
    if (sinceS < liftS) {
      path = path();
      return Setpoint.IDLE;
    }
    double rampS = Math.max(0.1, craft.params.get("MPC_TKO_RAMP_T", 0, 5));
    double ramp = Math.max(0.03, Math.min(1, (sinceS - liftS - STICK_S) / rampS));
    path.limit(limits(ramp * climbMps()));
    return path.advance(craft.nav.position(), dtS);
  }

  private double climbMps() {
    double slow = craft.params.get("MPC_TKO_SPEED", 0.5, 5);
    double low = craft.params.get("MPC_LAND_ALT1", 0, 1000);
    return craft.nav.position().up() - groundUpM < low ? slow : craft.limits().upMps();
  }

  /** Stays at the top. */
  Motion top() {
    return new Line(craft, path.destination(), 0, 0);
  }

  @Override
  public boolean done() {
    return !craft.landed
        && craft.nav.position().up() >= upM - craft.params.get("NAV_MC_ALT_RAD", 0.05, 200);
  }

  @Override
  public boolean takingOff() {
    return true;
  }
}
