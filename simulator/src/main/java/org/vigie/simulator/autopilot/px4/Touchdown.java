package org.vigie.simulator.autopilot.px4;

import org.jspecify.annotations.Nullable;
import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.physics.Vec3;

/**
 * Sinks to the ground: at MPC_Z_V_AUTO_DN above MPC_LAND_ALT1, slower down to MPC_LAND_SPEED below
 * MPC_LAND_ALT2; level when there is no position to hold.
 *
 * @source PX4 FlightTaskAuto::_prepareLandSetpoints; without a range sensor heights count from home
 */
final class Touchdown implements Motion {
  private static final double VERTICAL_MPS2 = 1.5;

  /** The wanted height never runs away below a vehicle that stands on the ground. */
  private static final double LEAD_M = 2;

  private final Px4Craft craft;
  private final @Nullable Vec3 place;
  private final Hold hold;
  private double upM;
  private double climbMps;

  /** Where it is. */
  Touchdown(Px4Craft craft) {
    this(craft, null);
  }

  /**
   * At a place nearby.
   *
   * @param place null for where it is
   */
  Touchdown(Px4Craft craft, @Nullable Vec3 place) {
    this.craft = craft;
    this.place = place;
    this.hold = new Hold(craft);
    this.upM = craft.nav.position().up();
    this.climbMps = craft.nav.velocity().up();
  }

  @Override
  public Setpoint run(double dtS) {
    double fast = craft.limits().downMps();
    double slow = Math.min(fast, craft.params.get("MPC_LAND_SPEED", 0.3, 4));
    double low = craft.params.get("MPC_LAND_ALT2", 0, 1000);
    double high = Math.max(low + 0.1, craft.params.get("MPC_LAND_ALT1", 0, 1000));
    double above = craft.nav.position().up() - craft.homeUpM();
    double share = Math.max(0, Math.min(1, (above - low) / (high - low)));
    // blind it sinks slowly all the way (recording p4)
    boolean blind = !craft.nav.positionOk();
    double wanted = blind ? -slow : -(slow + share * (fast - slow));
    double step = VERTICAL_MPS2 * dtS;
    climbMps += Math.max(-step, Math.min(step, wanted - climbMps));
    upM = Math.max(craft.nav.position().up() - LEAD_M, upM + climbMps * dtS);
    Setpoint held = hold.run(dtS);
    Vec3 over = place == null ? held.position() : place;
    Vec3 drift = place == null ? held.velocity() : Vec3.ZERO;
    Vec3 at = new Vec3(over.east(), over.north(), upM);
    Vec3 speed = new Vec3(drift.east(), drift.north(), climbMps);
    Setpoint wantedPoint = Setpoint.moving(at, speed);
    return craft.nav.positionOk() ? wantedPoint : wantedPoint.as(Setpoint.Kind.LEVEL);
  }

  @Override
  public boolean done() {
    return craft.landed;
  }

  @Override
  public boolean landing() {
    return true;
  }
}
