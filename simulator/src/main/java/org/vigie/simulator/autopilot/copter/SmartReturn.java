package org.vigie.simulator.autopilot.copter;

import java.util.List;
import org.vigie.simulator.autopilot.control.PathFollower;
import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.physics.Vec3;

/**
 * SMART_RTL: flies back the way it came, with its heights, to 2 m above its beginning, lands.
 *
 * <pre>BACK -> DESCEND</pre>
 *
 * @source ArduCopter mode_smart_rtl.cpp; recording a8
 */
final class SmartReturn implements Maneuver {
  /** The last point is flown to so much higher. @source mode_smart_rtl.cpp: 2 m above the end */
  private static final double LAST_UP_M = 2;

  private final Craft craft;
  private final List<Vec3> points;
  private int next;
  private Maneuver leg;
  private boolean descending;

  SmartReturn(Craft craft) {
    this.craft = craft;
    this.points = craft.breadcrumbs.wayBack();
    this.leg = new Braking(craft);
    advance(Vec3.ZERO, craft.nav.position());
  }

  private Vec3 point(int index) {
    Vec3 at = points.get(index);
    boolean last = index == points.size() - 1;
    return last ? new Vec3(at.east(), at.north(), at.up() + LAST_UP_M) : at;
  }

  private void advance(Vec3 velocity, Vec3 from) {
    if (next >= points.size()) {
      descending = true;
      leg = new Descent(craft);
      return;
    }
    Vec3 to = point(next);
    next++;
    double endMps = 0;
    if (next < points.size()) {
      endMps =
          PathFollower.cornerMps(
              from, to, point(next), craft.si("waypoint-radius"), craft.limits().accelMps2());
    }
    leg =
        velocity.length() > 0.5
            ? new Straight(craft, from, velocity, to, endMps, craft.limits())
            : new Straight(craft, to, craft.limits());
  }

  @Override
  public Setpoint run(double dtS) {
    if (!descending && leg.done() && leg instanceof Straight straight) {
      advance(straight.path().velocity(), straight.path().destination());
    }
    return leg.run(dtS);
  }

  @Override
  public boolean done() {
    return descending && leg.done();
  }

  @Override
  public boolean landing() {
    return descending;
  }
}
