package org.vigie.simulator.autopilot.px4;

import org.vigie.simulator.autopilot.control.PathFollower;
import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.autopilot.control.SpeedLimits;
import org.vigie.simulator.physics.Vec3;

/** Flies a straight line; there within the acceptance radius and NAV_MC_ALT_RAD. */
final class Line implements Motion {
  private final Px4Craft craft;
  private final PathFollower path;
  private final double acceptanceM;

  /**
   * A line.
   *
   * @param endSpeedMps speed at its end, 0 to stop there
   * @param acceptanceM how near counts as there, 0 for NAV_ACC_RAD
   */
  Line(Px4Craft craft, Vec3 to, double endSpeedMps, double acceptanceM) {
    this.craft = craft;
    SpeedLimits limits = craft.limits();
    Vec3 velocity = craft.nav.velocity();
    Vec3 way = to.minus(craft.nav.position());
    double length = way.length();
    Vec3 along =
        length < 1e-6 ? Vec3.ZERO : way.times(Math.max(0, velocity.dot(way)) / (length * length));
    Vec3 from = craft.nav.position().plus(craft.stopping(velocity.minus(along), limits));
    this.path = new PathFollower(from, to, along, endSpeedMps, limits);
    this.acceptanceM = acceptance(craft, acceptanceM);
  }

  /** The radius that counts for an item that asks for one. */
  static double acceptance(Px4Craft craft, double askedM) {
    return askedM > 0.001 && Double.isFinite(askedM)
        ? Math.min(askedM, 200)
        : craft.params.get("NAV_ACC_RAD", 0.05, 200);
  }

  @Override
  public Setpoint run(double dtS) {
    path.limit(craft.limits());
    return path.advance(craft.nav.position(), dtS);
  }

  @Override
  public boolean done() {
    Vec3 left = path.destination().minus(craft.nav.position());
    return left.horizontal() <= acceptanceM
        && Math.abs(left.up()) <= craft.params.get("NAV_MC_ALT_RAD", 0.05, 200);
  }

  Vec3 destination() {
    return path.destination();
  }
}
