package org.vigie.simulator.autopilot.px4;

import java.util.Optional;
import org.vigie.simulator.autopilot.Home;
import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.physics.Vec3;

/**
 * Return: straight to home, a rally point or the mission's landing, or along the mission. Where to
 * is settled when it begins.
 *
 * <pre>CLIMB -> MOVE -> (DOWN -> WAIT ->) LAND</pre>
 *
 * @source PX4 rtl.cpp, rtl_direct.cpp, rtl_params.c RTL_TYPE; recordings p1, p3 to p3d, p9b
 */
final class ReturnFlight {
  private enum Stage {
    CLIMB,
    MOVE,
    DOWN,
    WAIT,
    LAND,
    MISSION
  }

  /** A rally point must be so much nearer than home. @source rtl.cpp MIN_DIST_THRESHOLD */
  private static final double NEARER_M = 2;

  /** RTL_TYPE: a rally point, else where it is. @source rtl_params.yaml, rallyPointCheck.cpp */
  private static final int RALLY_ONLY = 5;

  private record Goal(Vec3 place, boolean missionLanding) {}

  private final Px4Craft craft;
  private final MissionFlight mission;
  private Stage stage = Stage.MOVE;
  private Motion motion;
  private Vec3 goal = Vec3.ZERO;
  private double upM;
  private double waitedS;
  private boolean joinsMission;
  private boolean saidDone;

  ReturnFlight(Px4Craft craft, MissionFlight mission) {
    this.craft = craft;
    this.mission = mission;
    this.motion = new Hold(craft);
  }

  /**
   * Begins.
   *
   * @param fromMission whether the mission was being flown: then its return goes on from there
   */
  void enter(boolean fromMission) {
    waitedS = 0;
    joinsMission = false;
    saidDone = false;
    craft.cruiseMps = Double.NaN;
    int type = craft.params.getInt("RTL_TYPE");
    boolean any = !craft.slot(ItemSlot.Type.MISSION).items().isEmpty();
    if (!craft.landed && any && (type == 2 || type == 4)) {
      stage = Stage.MISSION;
      MissionFlight.Way way = onward(type) ? MissionFlight.Way.FAST : MissionFlight.Way.BACK;
      if (!fromMission) {
        mission.setNearest();
      }
      mission.enter(way, fromMission);
      return;
    }
    Goal found = find(type);
    goal = found.place();
    joinsMission = found.missionLanding();
    upM = returnUpM();
    if (craft.nav.position().up() < upM) {
      stage = Stage.CLIMB;
      motion = new Climb(craft, upM);
    } else {
      move();
    }
    if (!craft.landed) {
      announce();
    }
  }

  private boolean onward(int type) {
    MissionPlan plan = mission.plan();
    boolean lands = plan.landStart() >= 0;
    return lands
        && (type == 2
            || plan.placesFrom(mission.current()) <= plan.placesBefore(mission.current()));
  }

  private void announce() {
    int at = (int) Math.ceil(upM);
    int above = (int) Math.ceil(upM - goal.up());
    craft.say(
        6,
        "RTL: start return at " + at + " m (" + above + " m above destination)",
        Px4Event.of("vrtl_return_at", Px4Event.INFO).with(at, 4).with(above, 4));
  }

  private Goal find(int type) {
    Vec3 here = craft.nav.position();
    Home home = craft.home;
    boolean rallyOnly = type == RALLY_ONLY;
    Vec3 below = new Vec3(here.east(), here.north(), craft.homeUpM());
    Goal best = new Goal(home == null ? here : rallyOnly ? below : home.local(), false);
    // 6 without an estimate of the battery's time: the nearest of home and rally points
    boolean homeCounts = type == 0 || type == 3 || type == 6;
    double bestM = homeCounts ? best.place().minus(here).horizontal() : Double.POSITIVE_INFINITY;
    if (type == 1 || type == 3) {
      Optional<Vec3> landing = mission.plan().landPlace();
      if (landing.isPresent() && landing.get().minus(here).horizontal() < bestM) {
        best = new Goal(landing.get(), true);
        bestM = landing.get().minus(here).horizontal();
      }
    }
    for (Item point : craft.slot(ItemSlot.Type.RALLY).items()) {
      if (point.command() != Commands.RALLY_POINT || !Px4Craft.onGlobe(point)) {
        continue;
      }
      Vec3 place = craft.target(point);
      double distanceM = place.minus(here).horizontal();
      if (distanceM + NEARER_M < bestM) {
        best = new Goal(place, false);
        bestM = distanceM;
      }
    }
    return best;
  }

  /**
   * @source rtl.cpp calculate_return_alt_from_cone_half_angle
   */
  private double returnUpM() {
    Vec3 here = craft.nav.position();
    double far = goal.minus(here).horizontal();
    double acceptance = Line.acceptance(craft, 0);
    double up = goal.up() + craft.params.get("RTL_RETURN_ALT", 0, 1e5);
    double cone = craft.params.getInt("RTL_CONE_ANG");
    if (cone > 0) {
      if (far <= acceptance) {
        up = goal.up() + 2 * far;
      } else {
        if (far <= craft.params.get("RTL_MIN_DIST", 0, 1e6)) {
          double half = Math.toRadians(Math.max(1, Math.min(89, cone)));
          up = Math.min(up, far / Math.tan(half) + goal.up());
        }
        up = Math.max(up, goal.up() + 2 * acceptance);
      }
    }
    return Math.max(up, here.up());
  }

  private void move() {
    stage = Stage.MOVE;
    motion = new Line(craft, new Vec3(goal.east(), goal.north(), upM), 0, 0);
  }

  Setpoint run(double dtS) {
    if (stage == Stage.MISSION) {
      return mission.run(dtS);
    }
    if (!craft.armed || craft.landed) {
      return Setpoint.IDLE;
    }
    switch (stage) {
      case CLIMB -> {
        if (motion.done()) {
          move();
        }
      }
      case MOVE -> arrive();
      case DOWN -> {
        if (motion.done()) {
          stage = Stage.WAIT;
          motion = new Hold(craft);
        }
      }
      case WAIT -> waitForLanding(dtS);
      case LAND, MISSION -> {}
    }
    return motion.run(dtS);
  }

  private void arrive() {
    if (!motion.done()) {
      return;
    }
    if (joinsMission && mission.setCurrent(mission.plan().landStart())) {
      stage = Stage.MISSION;
      mission.enter(MissionFlight.Way.FAST, true);
    } else if (Math.abs(craft.params.get("RTL_LAND_DELAY", -1, 3600)) > 1e-6) {
      stage = Stage.DOWN;
      double low = goal.up() + craft.params.get("RTL_DESCEND_ALT", 0, 1e5);
      motion = new Line(craft, new Vec3(goal.east(), goal.north(), Math.min(low, upM)), 0, 0);
    } else {
      land();
    }
  }

  private void waitForLanding(double dtS) {
    waitedS += dtS;
    double delayS = craft.params.get("RTL_LAND_DELAY", -1, 3600);
    if (delayS >= 0 && waitedS >= delayS) {
      land();
    } else if (delayS < 0 && !saidDone) {
      saidDone = true;
      craft.say(6, "RTL: completed, loitering", Px4Event.of("rtl_completed_loiter", Px4Event.INFO));
    }
  }

  private void land() {
    stage = Stage.LAND;
    motion = new Touchdown(craft, goal);
    craft.say(6, "RTL: land at destination", Px4Event.of("rtl_land_at_destination", Px4Event.INFO));
  }

  boolean finished() {
    return stage == Stage.MISSION ? mission.finished() : stage == Stage.LAND && craft.landed;
  }

  Motion motion() {
    return stage == Stage.MISSION ? mission.motion() : motion;
  }
}
