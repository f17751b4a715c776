package org.vigie.simulator.autopilot.copter;

import org.vigie.simulator.autopilot.control.PathFollower;
import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.autopilot.control.SpeedLimits;
import org.vigie.simulator.physics.Vec3;

/** Flies a straight line and stays at its end, or hands over at speed. */
final class Straight implements Maneuver {
  private final Craft craft;
  private final PathFollower path;
  private final boolean stops;

  /** From where the vehicle is, stopping at the end. */
  Straight(Craft craft, Vec3 to, SpeedLimits limits) {
    this(craft, sidestep(craft, to, limits), craft.nav.velocity(), to, 0, limits);
  }

  /** Speed across the line is braked away first: the line begins beside the vehicle. */
  private static Vec3 sidestep(Craft craft, Vec3 to, SpeedLimits limits) {
    Vec3 way = to.minus(craft.nav.position());
    double length = way.length();
    Vec3 velocity = craft.nav.velocity();
    Vec3 along =
        length < 1e-6 ? Vec3.ZERO : way.times(Math.max(0, velocity.dot(way)) / (length * length));
    return craft.nav.position().plus(craft.stopping(velocity.minus(along), limits));
  }

  Straight(Craft craft, Vec3 from, Vec3 velocity, Vec3 to, double endSpeedMps, SpeedLimits limits) {
    this.craft = craft;
    this.stops = endSpeedMps <= 0;
    this.path = new PathFollower(from, to, velocity, endSpeedMps, limits);
  }

  @Override
  public Setpoint run(double dtS) {
    return path.advance(craft.nav.position(), dtS);
  }

  @Override
  public boolean done() {
    return path.targetArrived()
        && (!stops
            || path.destination().minus(craft.nav.position()).length()
                <= Math.max(0.3, craft.si("waypoint-radius")));
  }

  @Override
  public boolean pause(boolean on) {
    path.pause(on);
    return true;
  }

  PathFollower path() {
    return path;
  }
}
