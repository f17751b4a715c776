package org.vigie.simulator.autopilot.copter;

import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.autopilot.control.SpeedLimits;
import org.vigie.simulator.physics.Vec3;

/** GUIDED: takes off, goes where it is sent, or keeps a velocity while it is repeated. */
final class GuidedMode {
  private final Craft craft;
  private final FenceMonitor fence;
  private Maneuver maneuver;

  GuidedMode(Craft craft, FenceMonitor fence) {
    this.craft = craft;
    this.fence = fence;
    this.maneuver = new Braking(craft);
  }

  void enter() {
    maneuver = new Braking(craft);
  }

  Setpoint run(double dtS) {
    if (!craft.armed || (craft.landed && !maneuver.takingOff())) {
      return Setpoint.IDLE;
    }
    if (maneuver.takingOff() && maneuver.done()) {
      maneuver = new Braking(craft);
    }
    return maneuver.run(dtS);
  }

  void takeOff(double upM) {
    maneuver = new Takeoff(craft, upM);
  }

  void goTo(Vec3 target, double speedMps) {
    SpeedLimits limits = craft.limits();
    maneuver = new Straight(craft, target, speedMps > 0 ? limits.withHorizontal(speedMps) : limits);
  }

  void fly(Vec3 velocity) {
    if (maneuver instanceof VelocityFlight flight) {
      flight.want(velocity);
    } else {
      maneuver = new VelocityFlight(craft, velocity, fence::roomM);
    }
  }

  boolean pause(boolean on) {
    if (on && !maneuver.pause(true)) {
      maneuver = new Braking(craft);
      return true;
    }
    return on || maneuver.pause(false);
  }

  Maneuver maneuver() {
    return maneuver;
  }
}
