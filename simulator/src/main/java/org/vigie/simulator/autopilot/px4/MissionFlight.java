package org.vigie.simulator.autopilot.px4;

import java.util.Locale;
import java.util.Optional;
import org.vigie.simulator.autopilot.control.PathFollower;
import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.physics.Vec3;

/**
 * Flies the stored mission, forward or back. The current item survives uploads and pauses.
 *
 * @source PX4 mission_base.cpp, mission.cpp, rtl_mission_fast.cpp, rtl_mission_fast_reverse.cpp;
 *     recordings p3c, p3d, p4b, p6, p8
 */
final class MissionFlight {
  /** Jumps in one turn; more are a loop without an item that is flown. */
  private static final int JUMPS_MAX = 100;

  /** Which way it is flown. */
  enum Way {
    FORWARD,
    /** Forward without waiting, as a return. */
    FAST,
    /** Back to its first item, then down. */
    BACK
  }

  private final Px4Craft craft;
  private final MissionPlan plan;
  private final MissionActs acts;
  private int current;
  private Way way = Way.FORWARD;
  private Motion motion;
  private boolean started;
  private boolean climbing;
  private boolean landing;
  private boolean finished;
  private boolean returns;
  private double heldS;
  private boolean counted;

  MissionFlight(Px4Craft craft) {
    this.craft = craft;
    this.plan = new MissionPlan(craft);
    this.acts = new MissionActs(craft, plan);
    this.motion = new Hold(craft);
  }

  MissionPlan plan() {
    return plan;
  }

  int current() {
    return current;
  }

  boolean finished() {
    return finished;
  }

  /** Whether the mission asked for a return; asked once. */
  boolean takeReturn() {
    boolean asked = returns;
    returns = false;
    return asked;
  }

  /** A new list is in place: the current item stays where the list still has it. */
  void replaced() {
    int count = plan.items().size();
    current = Math.max(0, Math.min(current, count - 1));
    acts.forget();
    if (started && !finished && !climbing) {
      begin();
    }
  }

  boolean setCurrent(int index) {
    if (index < 0 || index >= plan.items().size()) {
      return false;
    }
    current = index;
    acts.forget();
    finished = false;
    if (started) {
      begin();
    }
    return true;
  }

  /**
   * Makes the nearest place the current one; of equal ones the first.
   *
   * @source PX4 mission_base.cpp setMissionToClosestItem
   */
  void setNearest() {
    double leastM = Double.POSITIVE_INFINITY;
    for (int i = 0; i < plan.items().size(); i++) {
      Item item = plan.items().get(i);
      if (MissionPlan.hasPosition(item)) {
        double distanceM = craft.target(item).minus(craft.nav.position()).length();
        if (distanceM < leastM) {
          leastM = distanceM;
          current = i;
        }
      }
    }
  }

  /** Takes it up where it was left. */
  void enter(Way wanted) {
    enter(wanted, true);
  }

  /**
   * Takes it up.
   *
   * @param onward whether what is current is being flown to; else it is where to begin
   */
  void enter(Way wanted, boolean onward) {
    way = wanted;
    started = false;
    climbing = false;
    landing = false;
    finished = false;
    returns = false;
    motion = new Hold(craft);
    if (way == Way.BACK && onward) {
      // one place too far back: that before the item before the current one (recording p3c)
      int last = Math.max(0, current - 1);
      current = plan.before(last).orElse(last);
    }
  }

  Setpoint run(double dtS) {
    if (!craft.armed) {
      return Setpoint.IDLE;
    }
    if (!started) {
      start();
    }
    advance(dtS);
    return craft.landed && !motion.takingOff() ? Setpoint.IDLE : motion.run(dtS);
  }

  private void start() {
    started = true;
    if (plan.items().isEmpty()) {
      finish();
      return;
    }
    craft.say(6, "Executing Mission", Px4Event.of("mission_execute", Px4Event.INFO));
    double upM = climbUpM();
    double acceptanceM = craft.params.get("NAV_MC_ALT_RAD", 0.05, 200);
    if (way == Way.FORWARD && craft.nav.position().up() < upM - acceptanceM) {
      double above = upM - craft.homeUpM();
      craft.say(
          6,
          String.format(Locale.ROOT, "Climb to %.1f meters above home", above),
          Px4Event.of("mission_climb_before_start", Px4Event.INFO).with((float) above));
      climbing = true;
      motion = new Climb(craft, upM);
    } else {
      begin();
    }
  }

  /** Height of the first place that it will fly to. */
  private double climbUpM() {
    int first =
        current < plan.items().size() && MissionPlan.hasPosition(plan.items().get(current))
            ? current
            : plan.after(current).orElse(-1);
    if (first < 0 || plan.items().get(first).command() == Commands.NAV_LAND) {
      return craft.nav.position().up();
    }
    double up = craft.upM(plan.items().get(first));
    double least = craft.homeUpM() + craft.params.get("MIS_TAKEOFF_ALT", 0, 80);
    return craft.landed ? Math.max(up, least) : up;
  }

  private void advance(double dtS) {
    if (finished || returns) {
      return;
    }
    if (climbing) {
      if (motion.done()) {
        climbing = false;
        begin();
      }
      return;
    }
    if (landing) {
      if (motion.landing() && motion.done()) {
        finish();
      } else if (!motion.landing() && motion.done()) {
        reached();
        Vec3 over = motion instanceof Line line ? line.destination() : null;
        motion = new Touchdown(craft, over);
      }
      return;
    }
    Item item = current < plan.items().size() ? plan.items().get(current) : null;
    if (item == null || !done(item, dtS)) {
      return;
    }
    reached();
    if (way == Way.BACK) {
      back();
    } else {
      current++;
      begin();
    }
  }

  private void reached() {
    if (!counted) {
      counted = true;
      craft.voice.itemReached(current);
    }
  }

  private void back() {
    Optional<Integer> next = plan.before(current);
    if (next.isPresent()) {
      current = next.get();
      begin();
    } else {
      landing = true;
      motion = new Touchdown(craft);
    }
  }

  private boolean done(Item item, double dtS) {
    boolean there = motion.done();
    if (there && item.command() == Commands.NAV_WAYPOINT) {
      heldS += dtS;
      return way != Way.FORWARD || !(heldS < held(item));
    }
    return switch (item.command()) {
      case Commands.NAV_LOITER_UNLIM -> way != Way.FORWARD && there;
      case Commands.NAV_LOITER_TIME -> {
        heldS += there ? dtS : 0;
        yield there && (way != Way.FORWARD || heldS >= held(item));
      }
      case Commands.NAV_DELAY -> {
        heldS += dtS;
        yield heldS >= held(item);
      }
      default -> there;
    };
  }

  private static double held(Item item) {
    return Float.isFinite(item.param1()) ? item.param1() : 0;
  }

  /** Begins the current item; what is not flown is done on the way. */
  private void begin() {
    landing = false;
    counted = false;
    heldS = 0;
    for (int jumps = 0; jumps < JUMPS_MAX; jumps++) {
      if (current < 0 || current >= plan.items().size()) {
        current = Math.max(0, plan.items().size() - 1);
        finish();
        return;
      }
      Item item = plan.items().get(current);
      if (flown(item)) {
        fly(item);
        return;
      }
      perform(item);
      if (returns) {
        return;
      }
    }
    finish();
  }

  private static boolean flown(Item item) {
    return MissionPlan.hasPosition(item) || item.command() == Commands.NAV_DELAY;
  }

  private void fly(Item item) {
    if (item.command() == Commands.NAV_DELAY) {
      motion = new Hold(craft);
      return;
    }
    Vec3 to = craft.target(item);
    if (item.command() == Commands.NAV_LAND || item.command() == 85) {
      landing = true;
      double up = Math.max(craft.nav.position().up(), to.up());
      motion = new Line(craft, new Vec3(to.east(), to.north(), up), 0, 0);
      return;
    }
    double radius = item.command() == Commands.NAV_WAYPOINT ? item.param2() : 0;
    motion = new Line(craft, to, endSpeedMps(item, to), radius);
  }

  /** Speed at the end of a leg: what the corner to the next place allows. */
  private double endSpeedMps(Item item, Vec3 corner) {
    Optional<Integer> next = way == Way.BACK ? plan.before(current) : plan.after(current);
    boolean waits = item.command() != Commands.NAV_WAYPOINT || item.param1() > 0;
    if (next.isEmpty() || (waits && item.command() != Commands.NAV_TAKEOFF)) {
      return 0;
    }
    Item then = plan.items().get(next.get());
    Vec3 to = craft.target(then);
    if (then.command() == Commands.NAV_LAND) {
      to = new Vec3(to.east(), to.north(), corner.up());
    }
    double radius = Line.acceptance(craft, item.param2());
    double accel = craft.limits().accelMps2();
    return PathFollower.cornerMps(
        craft.nav.position(), corner, to, Math.min(radius, 5) / 2, accel / 2);
  }

  private void perform(Item item) {
    if (item.command() == Commands.NAV_RETURN_TO_LAUNCH && way == Way.FORWARD) {
      returns = true;
      return;
    }
    int onward = way == Way.BACK ? current - 1 : current + 1;
    current = acts.perform(current, way == Way.FORWARD, onward);
  }

  private void finish() {
    finished = true;
    landing = false;
    if (craft.landed) {
      craft.say(6, "Mission finished, landed", Px4Event.of("mission_finished", Px4Event.INFO));
    } else {
      craft.say(
          6, "Mission finished, loitering", Px4Event.of("mission_finished_loiter", Px4Event.INFO));
    }
    acts.forget();
  }

  Motion motion() {
    return motion;
  }
}
