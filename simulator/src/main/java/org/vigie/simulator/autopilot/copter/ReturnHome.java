package org.vigie.simulator.autopilot.copter;

import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.autopilot.control.SpeedLimits;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.physics.Vec3;

/**
 * RTL: climbs, flies straight to the nearest of home and rally points, waits, lands. The target is
 * fixed when it begins: a later change of home does not move it (recording a22).
 *
 * <pre>CLIMB -> RETURN -> WAIT -> DESCEND</pre>
 *
 * @source ArduCopter mode_rtl.cpp build_path, compute_return_target
 */
final class ReturnHome implements Maneuver {
  private enum Stage {
    CLIMB,
    RETURN,
    WAIT,
    DESCEND
  }

  /**
   * @source ArduCopter config.h RTL_MIN_CONE_SLOPE, RTL_ALT_MIN
   */
  private static final double CONE_SLOPE_MIN = 0.5;

  private static final double HEIGHT_MIN_M = 2;
  private static final int FRAME_GLOBAL = 0;
  private static final int NEXT_WAYPOINT_EXCEPT_RTL = 2;

  private final Craft craft;
  private final Vec3 target;
  private final SpeedLimits limits;
  private Stage stage = Stage.CLIMB;
  private Maneuver leg;
  private double waitedS;

  ReturnHome(Craft craft) {
    this.craft = craft;
    double speed = craft.si("return-speed");
    this.limits = speed > 0 ? craft.limits().withHorizontal(speed) : craft.limits();
    Vec3 here = craft.nav.position();
    Vec3 goal = nearestGoal();
    double upM = returnUpM(goal);
    this.target = new Vec3(goal.east(), goal.north(), upM);
    Vec3 stop = here.plus(craft.stopping(craft.nav.velocity(), limits));
    this.leg = new Straight(craft, new Vec3(stop.east(), stop.north(), upM), limits);
  }

  /** Nearest of home and the rally points in reach; up is what the goal itself asks for. */
  private Vec3 nearestGoal() {
    Vec3 here = craft.nav.position();
    double rtlM = craft.si("return-height");
    double homeUp = rtlM > 0 ? craft.homeUpM() + rtlM : here.up();
    Vec3 home = craft.home == null ? here : craft.home.local();
    Vec3 best = new Vec3(home.east(), home.north(), homeUp);
    boolean homeCounts = craft.params.get("RALLY_INCL_HOME") != 0;
    double limitM = craft.params.get("RALLY_LIMIT_KM") * 1000;
    double bestM = homeCounts ? home.minus(here).horizontal() : Double.MAX_VALUE;
    for (Item point : craft.rally.points()) {
      Vec3 at = rally(point);
      double distanceM = at.minus(here).horizontal();
      if (distanceM < bestM && (limitM <= 0 || distanceM <= limitM)) {
        best = at;
        bestM = distanceM;
      }
    }
    return best;
  }

  private Vec3 rally(Item point) {
    LatLon place = point.place();
    double up = point.frame() == FRAME_GLOBAL ? point.z() : craft.homeUpM() + point.z();
    return craft.local(place, up);
  }

  private double returnUpM(Vec3 goal) {
    Vec3 here = craft.nav.position();
    double homeUp = craft.homeUpM();
    double climb = Math.max(0, craft.si("return-climb"));
    double least = Math.max(homeUp + HEIGHT_MIN_M, here.up() + climb);
    double up = Math.max(goal.up(), least);
    double slope = craft.params.get("RTL_CONE_SLOPE");
    if (slope >= CONE_SLOPE_MIN) {
      double cone = homeUp + goal.minus(here).horizontal() * slope;
      up = Math.max(here.up(), Math.min(up, Math.max(cone, least)));
    }
    boolean ceiling =
        craft.params.get("FENCE_ENABLE") != 0
            && (craft.params.getInt("FENCE_TYPE") & FenceLimits.ALT_MAX) != 0;
    if (ceiling) {
      double below = homeUp + craft.params.get("FENCE_ALT_MAX") - craft.params.get("FENCE_MARGIN");
      up = Math.min(up, Math.max(below, here.up()));
    }
    return up;
  }

  @Override
  public Setpoint run(double dtS) {
    switch (stage) {
      case CLIMB -> {
        if (leg.done()) {
          stage = Stage.RETURN;
          leg = new Straight(craft, target, limits);
        }
      }
      case RETURN -> {
        if (leg.done()) {
          stage = Stage.WAIT;
        }
      }
      case WAIT -> {
        waitedS += dtS;
        if (waitedS * 1000 >= craft.params.get("RTL_LOIT_TIME")) {
          stage = Stage.DESCEND;
          leg = new Descent(craft);
        }
      }
      case DESCEND -> {}
    }
    Setpoint wanted = leg.run(dtS);
    boolean noseStays = craft.params.get("WP_YAW_BEHAVIOR") == NEXT_WAYPOINT_EXCEPT_RTL;
    return noseStays ? wanted.facing(Double.NaN) : wanted;
  }

  @Override
  public boolean done() {
    return stage == Stage.DESCEND && leg.done();
  }

  @Override
  public boolean landing() {
    return stage == Stage.DESCEND;
  }
}
