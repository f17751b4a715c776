package org.vigie.simulator.autopilot.px4;

import org.vigie.simulator.autopilot.control.PathFollower;
import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.autopilot.control.SpeedLimits;
import org.vigie.simulator.physics.Vec3;

/**
 * Climbs straight, from the ground with spool-up and a ramp: slowly below MPC_LAND_ALT2, at full
 * climb above MPC_LAND_ALT1.
 *
 * @source PX4 TakeoffHandling (COM_SPOOLUP_TIME, MPC_TKO_RAMP_T), FlightTaskAuto; recordings p7, p8
 */
final class Climb implements Motion {
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
    return new PathFollower(from, to, Vec3.ZERO, 0, craft.limits());
  }

  @Override
  public Setpoint run(double dtS) {
    if (!fromGround) {
      return path.advance(craft.nav.position(), dtS);
    }
    double spoolS = craft.params.get("COM_SPOOLUP_TIME", 0, 30);
    sinceS += dtS;
    if (sinceS < spoolS) {
      path = path();
      return Setpoint.IDLE;
    }
    double rampS = Math.max(0.1, craft.params.get("MPC_TKO_RAMP_T", 0, 5));
    double ramp = Math.max(0.05, Math.min(1, (sinceS - spoolS) / rampS));
    SpeedLimits full = craft.limits();
    double up = Math.min(full.upMps(), ramp * climbMps(full.upMps()));
    path.limit(
        new SpeedLimits(
            full.horizontalMps(), up, full.downMps(), full.accelMps2(), full.accelUpMps2()));
    return path.advance(craft.nav.position(), dtS);
  }

  private double climbMps(double fullMps) {
    double slow = craft.params.get("MPC_TKO_SPEED", 0.5, 5);
    double low = craft.params.get("MPC_LAND_ALT2", 0, 1000);
    double high = Math.max(low + 0.1, craft.params.get("MPC_LAND_ALT1", 0, 1000));
    double above = craft.nav.position().up() - groundUpM;
    double share = Math.max(0, Math.min(1, (above - low) / (high - low)));
    return slow + share * (fullMps - slow);
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
