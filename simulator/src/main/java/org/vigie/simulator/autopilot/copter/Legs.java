package org.vigie.simulator.autopilot.copter;

import org.jspecify.annotations.Nullable;
import org.vigie.simulator.autopilot.control.PathFollower;
import org.vigie.simulator.autopilot.control.SpeedLimits;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.physics.Vec3;

/** The straight legs of a mission: how fast they are flown, and how one hands over to the next. */
final class Legs {
  /** A leg that ends slower has stopped. */
  private static final double HAND_OVER_MPS = 0.5;

  private final Craft craft;
  private @Nullable Straight leg;
  private SpeedLimits limits;

  Legs(Craft craft) {
    this.craft = craft;
    this.limits = craft.limits();
  }

  /** A mission is entered: speeds are the parameters' again. */
  void begin() {
    limits = craft.limits();
    leg = null;
  }

  /** Something else flies now. */
  void left() {
    leg = null;
  }

  /** Where the leg ends; without one, here. */
  Vec3 end() {
    return leg == null ? craft.nav.position() : leg.path().destination();
  }

  /** A leg from where the last one ends, when it is flown through, else from here. */
  Straight next(Vec3 to, double endSpeedMps) {
    Straight before = leg;
    Straight next;
    if (before != null && before.done() && before.path().velocity().length() > HAND_OVER_MPS) {
      PathFollower flown = before.path();
      next = new Straight(craft, flown.destination(), flown.velocity(), to, endSpeedMps, limits);
    } else {
      next = stopsAndGoes(to, endSpeedMps);
    }
    leg = next;
    return next;
  }

  private Straight stopsAndGoes(Vec3 to, double endSpeedMps) {
    Vec3 velocity = craft.nav.velocity();
    Vec3 way = to.minus(craft.nav.position());
    double length = way.length();
    Vec3 along =
        length < 1e-6 ? Vec3.ZERO : way.times(Math.max(0, velocity.dot(way)) / (length * length));
    Vec3 from = craft.nav.position().plus(craft.stopping(velocity.minus(along), limits));
    return new Straight(craft, from, along, to, endSpeedMps, limits);
  }

  /** Speed at the end of a leg to an item that is not held: what the corner allows. */
  double handOverMps(Item item, Item next) {
    boolean line =
        switch (next.command()) {
          case Commands.NAV_WAYPOINT, Commands.NAV_LOITER_TIME, Commands.NAV_LOITER_UNLIM -> true;
          case Commands.NAV_LAND -> next.hasPlace();
          default -> false;
        };
    if (!line) {
      return 0;
    }
    Vec3 corner = craft.target(item);
    Vec3 to = craft.target(next);
    if (next.command() == Commands.NAV_LAND) {
      to = new Vec3(to.east(), to.north(), corner.up());
    }
    return PathFollower.cornerMps(
        end(), corner, to, craft.si("waypoint-radius"), limits.accelMps2());
  }

  /** DO_CHANGE_SPEED: 0 and 1 horizontal, 2 up, 3 down. */
  void changeSpeed(int type, double mps) {
    if (mps <= 0) {
      return;
    }
    limits =
        switch (type) {
          case 0, 1 -> limits.withHorizontal(mps);
          case 2 -> limits.withUp(mps);
          case 3 -> limits.withDown(mps);
          default -> limits;
        };
    if (leg != null) {
      leg.path().limit(limits);
    }
  }
}
