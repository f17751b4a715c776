package org.vigie.simulator.autopilot.px4;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  private static final int COMMAND_ITEM_MIN = 200;

  /** Which way it is flown. */
  enum Way {
    FORWARD,
    /** Forward without waiting, as a return. */
    FAST,
    /** Back to its first item, then down. */
    BACK
  }

  private final Px4Craft craft;
  private final Map<Integer, Integer> jumped = new HashMap<>();
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
    this.motion = new Hold(craft);
  }

  private List<Item> items() {
    return craft.slot(ItemSlot.Type.MISSION).items();
  }

  static boolean hasPosition(Item item) {
    return switch (item.command()) {
      case Commands.NAV_WAYPOINT,
          Commands.NAV_LOITER_UNLIM,
          Commands.NAV_LOITER_TIME,
          ItemRules.LOITER_TO_ALT,
          Commands.NAV_LAND,
          Commands.NAV_TAKEOFF,
          84,
          85 ->
          true;
      default -> false;
    };
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
    int count = items().size();
    current = Math.max(0, Math.min(current, count - 1));
    jumped.clear();
    if (started && !finished && !climbing) {
      begin();
    }
  }

  boolean setCurrent(int index) {
    if (index < 0 || index >= items().size()) {
      return false;
    }
    current = index;
    jumped.clear();
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
    for (int i = 0; i < items().size(); i++) {
      Item item = items().get(i);
      if (hasPosition(item)) {
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
      current = before(last).orElse(last);
    }
  }

  private Optional<Integer> before(int index) {
    for (int i = Math.min(index, items().size()) - 1; i >= 0; i--) {
      if (hasPosition(items().get(i))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private Optional<Integer> after(int index) {
    for (int i = index + 1; i < items().size(); i++) {
      if (hasPosition(items().get(i))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
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
    if (items().isEmpty()) {
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
        current < items().size() && hasPosition(items().get(current))
            ? current
            : after(current).orElse(-1);
    if (first < 0 || items().get(first).command() == Commands.NAV_LAND) {
      return craft.nav.position().up();
    }
    double up = craft.upM(items().get(first));
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
    Item item = current < items().size() ? items().get(current) : null;
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
    Optional<Integer> next = before(current);
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
      if (current < 0 || current >= items().size()) {
        current = Math.max(0, items().size() - 1);
        finish();
        return;
      }
      Item item = items().get(current);
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
    return hasPosition(item) || item.command() == Commands.NAV_DELAY;
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
    Optional<Integer> next = way == Way.BACK ? before(current) : after(current);
    boolean waits = item.command() != Commands.NAV_WAYPOINT || item.param1() > 0;
    if (next.isEmpty() || (waits && item.command() != Commands.NAV_TAKEOFF)) {
      return 0;
    }
    Item then = items().get(next.get());
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
    int next = way == Way.BACK ? current - 1 : current + 1;
    switch (item.command()) {
      case Commands.DO_JUMP -> next = jump(item, next);
      case Commands.NAV_RETURN_TO_LAUNCH -> returns = way == Way.FORWARD;
      case Commands.DO_CHANGE_SPEED -> changeSpeed(item);
      case Commands.DO_SET_ROI_LOCATION -> look(item);
      case Commands.DO_SET_ROI -> look((int) item.param1() == 3 ? item : null);
      case Commands.DO_SET_ROI_NONE -> craft.interest = null;
      default -> {
        if (item.command() >= COMMAND_ITEM_MIN && way == Way.FORWARD) {
          craft.voice.command(
              item.command(), item.param1(), item.param2(), item.param3(), item.param4(), item.x());
        }
      }
    }
    if (!returns) {
      current = next;
    }
  }

  private void look(@Nullable Item item) {
    craft.interest = item != null && Px4Craft.onGlobe(item) ? craft.target(item) : null;
  }

  private void changeSpeed(Item item) {
    if (item.param2() > 0 && Float.isFinite(item.param2())) {
      craft.cruiseMps = Math.max(0.5, item.param2());
    } else {
      craft.cruiseMps = Double.NaN;
    }
  }

  private int jump(Item item, int onward) {
    int done = jumped.getOrDefault(current, 0);
    if (way != Way.FORWARD || !(done < item.param2())) {
      return onward;
    }
    jumped.put(current, done + 1);
    int to = (int) item.param1();
    return to >= 0 && to < items().size() ? to : onward;
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
    jumped.clear();
  }

  /** The item that begins the landing, -1 for none. */
  int landStart() {
    int land = -1;
    for (int i = 0; i < items().size(); i++) {
      int command = items().get(i).command();
      if (command == Commands.DO_LAND_START) {
        return i;
      }
      if (land < 0 && (command == Commands.NAV_LAND || command == 85)) {
        land = i;
      }
    }
    return land;
  }

  /** Where it lands, if it does. */
  Optional<Vec3> landPlace() {
    for (Item item : items()) {
      if ((item.command() == Commands.NAV_LAND || item.command() == 85) && Px4Craft.onGlobe(item)) {
        return Optional.of(craft.target(item));
      }
    }
    return Optional.empty();
  }

  /** Places from here to the landing, and back to the beginning. */
  int placesAhead() {
    int count = 0;
    for (int i = current; i < items().size(); i++) {
      count += hasPosition(items().get(i)) ? 1 : 0;
    }
    return count;
  }

  int placesBehind() {
    int count = 0;
    for (int i = 0; i < Math.min(current, items().size()); i++) {
      count += hasPosition(items().get(i)) ? 1 : 0;
    }
    return count;
  }

  Motion motion() {
    return motion;
  }
}
