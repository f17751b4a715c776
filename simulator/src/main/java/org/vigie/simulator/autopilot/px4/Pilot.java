package org.vigie.simulator.autopilot.px4;

import org.vigie.simulator.autopilot.control.Demand;
import org.vigie.simulator.physics.Vec3;

/**
 * What a person's sticks ask of the craft in the modes that are flown by hand.
 *
 * @source PX4 mc_att_control_main.cpp generate_attitude_setpoint, throttle_curve;
 *     FlightTaskManualAltitude.cpp; StickYaw.cpp; Sticks.cpp
 */
final class Pilot {
  /** Throttle above which it leaves the ground. @source FlightTaskManualAltitude::_checkTakeoff */
  private static final double TAKEOFF_STICK = 0.3;

  /** Below it yaw is not turned, so that it may stand on the ground. */
  private static final double YAW_THROTTLE = 0.05;

  /** Share of the cube. @source Sticks.cpp, whose parameters this version does not list: 0.6 */
  private static final double EXPO = 0.6;

  private final Px4Craft craft;

  Pilot(Px4Craft craft) {
    this.craft = craft;
  }

  /** Sticks that are no longer heard are in the middle. */
  private double heard(double value) {
    return craft.sticksFresh() ? value : 0;
  }

  /** Throttle stick, -1 to 1, as it was heard last. */
  double throttle() {
    return craft.sticks.throttle();
  }

  boolean wantsTakeOff() {
    return heard(throttle()) > TAKEOFF_STICK;
  }

  private double deadzone() {
    return craft.params.get("MAN_DEADZONE", 0, 0.5);
  }

  private double shaped(double stick) {
    return StickCurve.expoDeadzone(heard(stick), EXPO, deadzone());
  }

  /** Wanted climb; 0 in the middle of the throttle stick. */
  double climbMps() {
    boolean slow = craft.mode == Px4Mode.POSITION_SLOW;
    double stick = shaped(throttle());
    if (craft.landed && !wantsTakeOff()) {
      return 0;
    }
    String most = slow ? "MC_SLOW_DEF_VVEL" : stick > 0 ? "MPC_Z_VEL_MAX_UP" : "MPC_Z_VEL_MAX_DN";
    return stick * craft.params.get(most, 0.3, 8);
  }

  /** Wanted velocity of the position modes, the nose ahead. */
  Vec3 velocity() {
    boolean slow = craft.mode == Px4Mode.POSITION_SLOW;
    double most = craft.params.get(slow ? "MC_SLOW_DEF_HVEL" : "MPC_VEL_MANUAL", 0.3, 20);
    Vec3 level =
        ahead(shaped(craft.sticks.pitch()), shaped(craft.sticks.roll())).limitHorizontal(1);
    return new Vec3(level.east() * most, level.north() * most, climbMps());
  }

  /** Forward and right as east and north. */
  private Vec3 ahead(double forward, double right) {
    double yaw = craft.nav.yawRad();
    return new Vec3(
        forward * Math.sin(yaw) + right * Math.cos(yaw),
        forward * Math.cos(yaw) - right * Math.sin(yaw),
        0);
  }

  /** Wanted turn, clockwise; 0 in the middle, and on the ground. */
  double yawRateRadps() {
    boolean slow = craft.mode == Px4Mode.POSITION_SLOW;
    boolean low = craft.mode.pilotThrust() && (throttle() + 1) / 2 <= YAW_THROTTLE;
    double most = craft.params.get(slow ? "MC_SLOW_DEF_YAWR" : "MPC_MAN_Y_MAX", 0, 400);
    return low || craft.landed ? 0 : shaped(craft.sticks.yaw()) * Math.toRadians(most);
  }

  /**
   * Puts the pilot's part in the place of the autopilot's.
   *
   * @param hoverThrottle what hovers, which the middle of the throttle stick gives
   */
  Demand shape(Demand demand, double hoverThrottle) {
    Px4Mode mode = craft.mode;
    if (!mode.needsSticks()) {
      return demand;
    }
    double turn = yawRateRadps();
    double yawRate = turn == 0 ? demand.yawRateRadps() : turn;
    if (!mode.pilotLeans()) {
      return new Demand(demand.throttle(), demand.leanEastRad(), demand.leanNorthRad(), yawRate);
    }
    double most = Math.toRadians(craft.params.get("MPC_MAN_TILT_MAX", 1, 70));
    Vec3 lean = lean(mode.pilotThrust()).limitHorizontal(1).times(most);
    double throttle =
        mode.pilotThrust()
            ? thrust(hoverThrottle)
            : Math.min(1, demand.throttle() / Math.cos(lean.horizontal()));
    return new Demand(throttle, lean.east(), lean.north(), yawRate);
  }

  private Vec3 lean(boolean direct) {
    double pitch = craft.sticks.pitch();
    double roll = craft.sticks.roll();
    return direct ? ahead(pitch, roll) : ahead(shaped(pitch), shaped(roll));
  }

  private double thrust(double hoverThrottle) {
    double stick = (throttle() + 1) / 2;
    double least = craft.landed ? 0 : craft.params.get("MPC_MANTHR_MIN", 0, 1);
    double most = craft.params.get("MPC_THR_MAX", 0, 1);
    double thrust =
        craft.params.getInt("MPC_THR_CURVE") == 1
            ? least + stick * (most - least)
            : StickCurve.gradual(stick, least, hoverThrottle, most);
    return Math.max(Demand.IDLE_THROTTLE, thrust);
  }
}
