package org.vigie.simulator.autopilot.px4;

import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.physics.Vec3;

/**
 * ALTCTL's height: the throttle stick asks for climb or descent, its middle holds the height. The
 * lean is the pilot's.
 *
 * @source PX4 FlightTaskManualAltitude.cpp: MPC_Z_VEL_MAX_UP, MPC_Z_VEL_MAX_DN, MPC_Z_MAN_EXPO
 */
final class StickHeight implements Motion {
  /** The wanted height never runs further ahead of the craft. */
  private static final double LEAD_M = 2;

  private final Px4Craft craft;
  private double upM;
  private double climbMps;

  StickHeight(Px4Craft craft) {
    this.craft = craft;
    this.upM = craft.nav.position().up();
    this.climbMps = craft.nav.velocity().up();
  }

  @Override
  public Setpoint run(double dtS) {
    double hereM = craft.nav.position().up();
    double step = craft.limits().accelUpMps2() * dtS;
    double wanted = craft.pilot().climbMps();
    climbMps += Math.max(-step, Math.min(step, wanted - climbMps));
    upM = Math.max(hereM - LEAD_M, Math.min(hereM + LEAD_M, upM + climbMps * dtS));
    Vec3 here = craft.nav.position();
    return Setpoint.moving(new Vec3(here.east(), here.north(), upM), new Vec3(0, 0, climbMps))
        .as(Setpoint.Kind.LEVEL);
  }

  @Override
  public boolean takingOff() {
    return craft.pilot().wantsTakeOff();
  }

  @Override
  public boolean settling() {
    return craft.pilot().climbMps() < 0;
  }
}
