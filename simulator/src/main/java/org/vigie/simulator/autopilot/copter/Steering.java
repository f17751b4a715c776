package org.vigie.simulator.autopilot.copter;

import org.vigie.simulator.autopilot.FlightController;
import org.vigie.simulator.autopilot.control.Demand;
import org.vigie.simulator.autopilot.control.LandingDetector;
import org.vigie.simulator.autopilot.control.PositionControl;
import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.physics.Vec3;

/** From what the mode wants to lean and thrust, until the craft stands on the ground. */
final class Steering {
  private static final double STEP_S = FlightController.STEP_S;

  private final Craft craft;
  private final Modes modes;
  private final Yaw yaw;
  private final Runnable disarm;
  private final PositionControl control;
  private final LandingDetector landing = new LandingDetector();
  private double throttle;

  Steering(Craft craft, Modes modes, Yaw yaw, Runnable disarm) {
    this.craft = craft;
    this.modes = modes;
    this.yaw = yaw;
    this.disarm = disarm;
    this.control = new PositionControl(craft.params.get("MOT_THST_HOVER"));
  }

  void reset() {
    control.reset();
  }

  /** Of the last step, 0 to 1. */
  double throttle() {
    return throttle;
  }

  Demand update(Setpoint wanted) {
    Demand demand = demand(wanted);
    throttle = demand.throttle();
    return demand;
  }

  private Demand demand(Setpoint wanted) {
    if (!craft.armed) {
      return Demand.OFF;
    }
    if (wanted.kind() == Setpoint.Kind.IDLE) {
      control.reset();
      yaw.hold();
      return Demand.IDLE;
    }
    boolean sticks = modes.onSticks();
    double stickYaw = sticks ? stickYawRadps() : 0;
    double heading = sticks ? yaw.turn(stickYaw, STEP_S) : yaw.update(wanted.facingRad(), STEP_S);
    double tiltMax = craft.si("lean-max");
    Demand demand =
        control.update(
            craft.nav,
            wanted,
            tiltMax,
            craft.limits().accelMps2(),
            heading,
            yaw.rateMaxRadps(),
            STEP_S);
    if (sticks && wanted.kind() == Setpoint.Kind.LEVEL) {
      demand = leaning(demand, tiltMax);
    }
    boolean still =
        !craft.landed
            && landing.update(craft.nav, demand.throttle(), control.hoverThrottle(), STEP_S);
    if (still) {
      touchDown();
    }
    return demand;
  }

  /** PILOT_Y_RATE at full deflection. */
  private double stickYawRadps() {
    double rate = Math.toRadians(Math.abs(craft.params.get("PILOT_Y_RATE")));
    return rate * craft.sticks.deflection(Sticks.YAW, craft.timeS);
  }

  /** STABILIZE and ALT_HOLD: the sticks say how far to lean, and STABILIZE's how much thrust. */
  private Demand leaning(Demand level, double tiltMax) {
    Vec3 lean = craft.stickEastNorth().times(tiltMax);
    double upright = Math.max(0.5, Math.cos(lean.horizontal()));
    double throttle =
        modes.mode().manualThrottle()
            ? craft.sticks.thrust(control.hoverThrottle(), craft.timeS)
            : level.throttle() / upright;
    return new Demand(Math.min(1, throttle), lean.east(), lean.north(), level.yawRateRadps());
  }

  private void touchDown() {
    boolean ends =
        modes.maneuver().landing()
            || modes.mode() == FlightMode.STABILIZE
            || (modes.onSticks() && craft.sticks.climbMps(craft.timeS) < 0);
    if (!ends) {
      return;
    }
    craft.landed = true;
    FlightMode mode = modes.mode();
    // an RTL item of a mission ends the mission first, which disarms (recordings a6, a18)
    boolean item = modes.inMission() && modes.maneuver() instanceof ReturnHome;
    boolean returns =
        mode == FlightMode.RTL || mode == FlightMode.LAND || mode == FlightMode.SMART_RTL;
    if (returns || (modes.inMission() && !item)) {
      disarm.run();
    }
  }
}
