package org.vigie.planner.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.planner.plan.MissionItem;

/**
 * A plain RTL, as the plan's parameters set it: home or a rally point, climb, straight line.
 *
 * @param goals home first, then the rally points
 * @param limitM rally points farther than this count only when home is no nearer; 0: no limit
 * @param homeCounts whether home is a goal while there are rally points
 * @param heightM RTL_ALT above home
 * @param climbM at least so much is climbed first
 * @param slope of the cone within which less is climbed; below {@link #SLOPE_MIN} there is none
 * @param ceilingM height that the fence leaves to a return
 * @param any whether any goal may be chosen from anywhere, not the nearest alone
 * @source ArduPilot ArduCopter mode_rtl.cpp, build_path, compute_return_target; AP_Rally.cpp,
 *     calc_best_rally_or_home_location, find_nearest_rally_point
 */
record PlainReturn(
    List<Goal> goals,
    double limitM,
    boolean homeCounts,
    double heightM,
    double climbM,
    double slope,
    double ceilingM,
    boolean any) {
  /** RTL_MIN_CONE_SLOPE. */
  private static final double SLOPE_MIN = 0.5;

  /** RTL_ALT_MIN. */
  private static final double HEIGHT_M_MIN = 0.3;

  private static final double CM_PER_M = 100;
  private static final double M_PER_KM = 1000;

  PlainReturn {
    goals = List.copyOf(goals);
  }

  /**
   * Where a return may end.
   *
   * @param name for people
   * @param heightM least height that it asks for, above home
   */
  record Goal(String name, Coordinate at, double heightM) {}

  /** What a plan's rally points and parameters say; missing ones are the autopilot's defaults. */
  static PlainReturn of(Case c) {
    return new PlainReturn(
        goals(c),
        c.setting("RALLY_LIMIT_KM").orElse(0.3) * M_PER_KM,
        c.setting("RALLY_INCL_HOME").orElse(1) != 0,
        metres(c, "RTL_ALT", "RTL_ALT_M", 15),
        Math.max(0, metres(c, "RTL_CLIMB_MIN", "RTL_CLIMB_MIN_M", 0)),
        c.setting("RTL_CONE_SLOPE").orElse(3),
        c.setting("FENCE_ALT_MAX").orElse(Double.NaN) - c.setting("FENCE_MARGIN").orElse(2),
        false);
  }

  /**
   * PX4's: to any goal, at RTL_RETURN_ALT or as high as it is, without a cone.
   *
   * @source PX4 rtl.cpp, calculate_return_alt_from_cone_half_angle (RTL_CONE_ANG 0: always)
   */
  static PlainReturn px4(Case c) {
    double heightM = c.setting("RTL_RETURN_ALT").orElse(Double.NaN);
    return new PlainReturn(goals(c), 0, true, heightM, 0, 0, Double.POSITIVE_INFINITY, true);
  }

  private static List<Goal> goals(Case c) {
    List<Goal> goals = new ArrayList<>();
    goals.add(new Goal("home", new Coordinate(0, 0), 0));
    for (MissionItem item : c.plan().rally()) {
      goals.add(new Goal("rally " + item.seq(), c.place(item), item.z()));
    }
    return goals;
  }

  private static double metres(Case c, String inCm, String inM, double otherwise) {
    OptionalDouble cm = c.setting(inCm);
    return cm.isPresent() ? cm.getAsDouble() / CM_PER_M : c.setting(inM).orElse(otherwise);
  }

  /**
   * Whether a return from a point, or from any within a distance of it, may have a goal.
   *
   * @param slackM how much any two distances may err against each other
   */
  boolean mayChoose(Goal goal, Coordinate at, double slackM) {
    if (any) {
      return true;
    }
    double toGoalM = goal.at().distance(at);
    double homeM = goals.get(0).at().distance(at);
    double rallyM = Double.POSITIVE_INFINITY;
    for (Goal other : goals.subList(1, goals.size())) {
      rallyM = Math.min(rallyM, other.at().distance(at));
    }
    if (goal.equals(goals.get(0))) {
      boolean beyond = limitM > 0 && rallyM + slackM > limitM;
      return goals.size() == 1 || beyond || (homeCounts && homeM <= rallyM + slackM);
    }
    boolean within = limitM <= 0 || toGoalM - slackM <= limitM;
    boolean nearest = toGoalM <= rallyM + slackM;
    return within && nearest && (!homeCounts || toGoalM <= homeM + slackM);
  }

  /** Height above home at which a return is flown; rises with both height and distance. */
  double returnHeightM(Goal goal, double fromHeightM, double distanceM) {
    double leastM = Math.max(HEIGHT_M_MIN, fromHeightM + climbM);
    double targetM = Math.max(Math.max(goal.heightM(), 0), Math.max(heightM, leastM));
    if (slope >= SLOPE_MIN) {
      targetM = Math.min(targetM, Math.max(distanceM * slope, leastM));
    }
    return Math.max(Math.min(targetM, ceilingM), fromHeightM);
  }

  /**
   * Whether a failsafe that the plan configures leads to a plain RTL, or may.
   *
   * @source ArduPilot ArduCopter events.cpp (do_failsafe_action), fence.cpp
   */
  static boolean isConfigured(Case c) {
    Set<Integer> returning =
        c.mission().returnLegs().isEmpty() ? Set.of(1, 2, 3, 6) : Set.of(1, 2, 3);
    boolean links =
        is(c, "FS_GCS_ENABLE", returning)
            || is(
                c,
                "FS_THR_ENABLE",
                c.mission().returnLegs().isEmpty() ? Set.of(1, 2, 4, 6) : Set.of(1, 2, 4));
    Set<Integer> actions = c.mission().returnLegs().isEmpty() ? Set.of(2, 3, 6) : Set.of(2, 3);
    return links
        || is(c, "BATT_FS_LOW_ACT", actions)
        || is(c, "BATT_FS_CRT_ACT", actions)
        || is(c, "FS_DR_ENABLE", actions)
        || is(c, "FENCE_ACTION", Set.of(1, 3));
  }

  /** A setting that the plan does not make may be anything. */
  private static boolean is(Case c, String name, Set<Integer> values) {
    OptionalDouble value = c.setting(name);
    return value.isEmpty() || values.contains((int) value.getAsDouble());
  }
}
