package org.vigie.simulator.autopilot.copter;

import org.jspecify.annotations.Nullable;
import org.vigie.simulator.autopilot.control.PathFollower;
import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.autopilot.control.SpeedLimits;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.physics.Vec3;

/** AUTO: flies the mission's items one after the other. */
final class AutoMode implements MissionRunner.Executor {
  private static final int AUTO_OPTIONS_TAKEOFF = 2;

  /** A leg that ends slower has stopped. */
  private static final double HAND_OVER_MPS = 0.5;

  /** A turn that is not done by then is not waited for. */
  private static final double YAW_S_MAX = 60;

  private final Craft craft;
  private final Yaw yaw;
  private final Runnable disarm;
  private final MissionRunner runner;
  private final MissionActs others;
  private Maneuver maneuver;
  private @Nullable Straight leg;
  private boolean landAtEnd;
  private boolean waitingToStart;
  private boolean changed;
  private boolean paused;
  private double heldS;
  private double waitedS;
  private SpeedLimits limits;

  AutoMode(Craft craft, Yaw yaw, Runnable disarm) {
    this.craft = craft;
    this.yaw = yaw;
    this.disarm = disarm;
    this.runner = new MissionRunner(craft.mission, this);
    this.others = new MissionActs(craft, yaw);
    this.maneuver = new Braking(craft);
    this.limits = craft.limits();
  }

  void enter() {
    limits = craft.limits();
    maneuver = new Braking(craft);
    leg = null;
    paused = false;
    waitingToStart = true;
    yaw.lookAt(null);
  }

  void exit() {
    runner.stop();
    yaw.lookAt(null);
  }

  Setpoint run(double dtS) {
    if (waitingToStart && craft.nav.positionOk()) {
      waitingToStart = false;
      runner.startOrResume();
    }
    if (changed) {
      changed = false;
      if (runner.restart()) {
        craft.text(2, "Auto mission changed, restarted command");
      }
    }
    runner.update();
    boolean mayLeave =
        craft.autoArmed || (craft.params.getInt("AUTO_OPTIONS") & AUTO_OPTIONS_TAKEOFF) != 0;
    if (!craft.armed || (craft.landed && !(maneuver.takingOff() && mayLeave))) {
      return Setpoint.IDLE;
    }
    return maneuver.run(dtS);
  }

  @Override
  public void start(int index, Item item) {
    craft.text(6, "Mission: " + index + " " + Commands.name(item.command()));
    if (Commands.isNav(item.command())) {
      heldS = 0;
    } else {
      waitedS = 0;
      others.start(item);
    }
    switch (item.command()) {
      case Commands.NAV_TAKEOFF -> fly(new Takeoff(craft, craft.target(item).up()));
      case Commands.NAV_WAYPOINT,
          Commands.NAV_SPLINE_WAYPOINT,
          Commands.NAV_LOITER_TIME,
          Commands.NAV_LOITER_TO_ALT,
          Commands.NAV_LOITER_UNLIM ->
          flyTo(craft.target(item), handOverMps(item));
      case Commands.NAV_LOITER_TURNS -> orbit(item);
      case Commands.NAV_RETURN_TO_LAUNCH -> fly(new ReturnHome(craft));
      case Commands.NAV_LAND -> land(item);
      case Commands.NAV_DELAY -> {
        craft.text(6, "Delaying " + Math.round(Math.max(0, item.param1())) + " sec");
        fly(new Braking(craft));
      }
      case Commands.DO_CHANGE_SPEED -> changeSpeed((int) item.param1(), item.param2());
      default -> {
        // those that are not flown have begun; marks such as DO_RETURN_PATH_START do nothing
      }
    }
  }

  private void fly(Maneuver next) {
    maneuver = next;
    leg = null;
    landAtEnd = false;
    next.pause(paused);
  }

  private void flyTo(Vec3 to, double endSpeedMps) {
    Straight before = leg;
    Straight next = stopsAndGoes(to, endSpeedMps);
    if (before != null && before.done() && before.path().velocity().length() > HAND_OVER_MPS) {
      PathFollower flown = before.path();
      next = new Straight(craft, flown.destination(), flown.velocity(), to, endSpeedMps, limits);
    }
    fly(next);
    leg = next;
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

  /** Speed at the end of a leg whose waypoint is not held: what the corner allows. */
  private double handOverMps(Item item) {
    int nextIndex = runner.nextNavIndex();
    boolean through = item.command() == Commands.NAV_WAYPOINT && item.param1() == 0;
    if (!through || nextIndex < 0) {
      return 0;
    }
    Item next = craft.mission.get(nextIndex);
    boolean line =
        switch (next.command()) {
          case Commands.NAV_WAYPOINT, Commands.NAV_LOITER_TIME, Commands.NAV_LOITER_UNLIM -> true;
          case Commands.NAV_LAND -> next.hasPlace();
          default -> false;
        };
    if (!line) {
      return 0;
    }
    Vec3 from = leg == null ? craft.nav.position() : leg.path().destination();
    Vec3 corner = craft.target(item);
    Vec3 to = craft.target(next);
    if (next.command() == Commands.NAV_LAND) {
      to = new Vec3(to.east(), to.north(), corner.up());
    }
    return PathFollower.cornerMps(
        from, corner, to, craft.si("waypoint-radius"), limits.accelMps2());
  }

  private void orbit(Item item) {
    double radius = item.param3() == 0 ? craft.si("circle-radius") : Math.abs(item.param3());
    boolean anticlockwise = item.param3() < 0;
    fly(new Orbit(craft, craft.target(item), radius, anticlockwise, (int) item.param1()));
  }

  private void land(Item item) {
    if (!item.hasPlace()) {
      fly(new Descent(craft));
      return;
    }
    Vec3 over = craft.target(item);
    Straight before = leg;
    double up = before == null ? craft.nav.position().up() : before.path().destination().up();
    flyTo(new Vec3(over.east(), over.north(), up), 0);
    landAtEnd = true;
  }

  private void changeSpeed(int type, double mps) {
    if (mps <= 0) {
      return;
    }
    limits =
        switch (type) {
          case 0, 1 -> limits.withHorizontal(mps);
          case 2 ->
              new SpeedLimits(
                  limits.horizontalMps(),
                  mps,
                  limits.downMps(),
                  limits.accelMps2(),
                  limits.accelUpMps2(),
                  limits.jerkMps3());
          case 3 ->
              new SpeedLimits(
                  limits.horizontalMps(),
                  limits.upMps(),
                  mps,
                  limits.accelMps2(),
                  limits.accelUpMps2(),
                  limits.jerkMps3());
          default -> limits;
        };
    if (leg != null) {
      leg.path().limit(limits);
    }
  }

  /** DO_CHANGE_SPEED as a command, outside a mission. */
  void speedCommanded(int type, double mps) {
    changeSpeed(type, mps);
  }

  @Override
  public boolean verify(Item item) {
    if (!craft.armed || (craft.landed && !maneuver.done())) {
      return false;
    }
    return switch (item.command()) {
      case Commands.NAV_WAYPOINT,
          Commands.NAV_SPLINE_WAYPOINT,
          Commands.NAV_LOITER_TIME,
          Commands.NAV_DELAY -> {
        heldS += maneuver.done() ? Copter.STEP_S : 0;
        yield maneuver.done() && heldS >= item.param1();
      }
      case Commands.NAV_LOITER_UNLIM -> false;
      case Commands.NAV_LAND -> verifyLand();
      case Commands.NAV_RETURN_TO_LAUNCH -> maneuver.done();
      default -> maneuver.done();
    };
  }

  @Override
  public boolean verifyWait(Item item) {
    waitedS += Copter.STEP_S;
    return switch (item.command()) {
      case Commands.CONDITION_DELAY -> waitedS >= item.param1();
      case Commands.CONDITION_DISTANCE -> {
        Straight now = leg;
        double leftM =
            now == null ? 0 : now.path().destination().minus(craft.nav.position()).horizontal();
        yield leftM < Math.max(0, item.param1());
      }
      case Commands.CONDITION_YAW -> yaw.there() || waitedS > YAW_S_MAX;
      default -> true;
    };
  }

  private boolean verifyLand() {
    if (landAtEnd && maneuver.done()) {
      fly(new Descent(craft));
    }
    return !landAtEnd && maneuver.done();
  }

  @Override
  public void reached(int index, Item item) {
    craft.announcer.itemReached(index);
    if (item.command() == Commands.NAV_WAYPOINT
        || item.command() == Commands.NAV_SPLINE_WAYPOINT
        || item.command() == Commands.NAV_LOITER_TIME) {
      craft.text(6, "Reached command #" + index);
    }
  }

  @Override
  public void complete() {
    if (craft.landed) {
      if (craft.armed) {
        disarm.run();
      }
    } else {
      fly(new Braking(craft));
    }
  }

  /** An item from the current one on was overwritten: its leg begins again in the next step. */
  void missionChanged() {
    changed = true;
  }

  /** Stops on the way, or goes on. */
  boolean pause(boolean on) {
    paused = on;
    return maneuver.pause(on);
  }

  /**
   * Jumps into the return path that is nearest, or to a landing sequence.
   *
   * @return false when the mission has neither
   */
  boolean jumpHome() {
    int index = ReturnPath.nearest(craft);
    if (index < 0) {
      return false;
    }
    waitingToStart = false;
    if (runner.state() != MissionRunner.State.RUNNING) {
      runner.setCurrent(index);
      runner.startOrResume();
    } else {
      runner.setCurrent(index);
    }
    craft.text(6, "Return path started");
    return true;
  }

  MissionRunner runner() {
    return runner;
  }

  boolean paused() {
    return paused;
  }

  Maneuver maneuver() {
    return maneuver;
  }
}
