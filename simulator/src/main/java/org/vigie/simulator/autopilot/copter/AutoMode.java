package org.vigie.simulator.autopilot.copter;

import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.physics.Vec3;

/** AUTO: flies the mission's items one after the other. */
final class AutoMode implements MissionRunner.Executor {
  private static final int AUTO_OPTIONS_TAKEOFF = 2;

  /** A turn that is not done by then is not waited for. */
  private static final double YAW_S_MAX = 60;

  private final Craft craft;
  private final Yaw yaw;
  private final Runnable disarm;
  private final MissionRunner runner;
  private final MissionActs others;
  private final Legs legs;
  private Maneuver maneuver;
  private boolean landAtEnd;
  private boolean waitingToStart;
  private boolean changed;
  private boolean paused;
  private double heldS;
  private double waitedS;

  AutoMode(Craft craft, Yaw yaw, Runnable disarm) {
    this.craft = craft;
    this.yaw = yaw;
    this.disarm = disarm;
    this.runner = new MissionRunner(craft.mission, this);
    this.others = new MissionActs(craft, yaw);
    this.maneuver = new Braking(craft);
    this.legs = new Legs(craft);
  }

  void enter() {
    legs.begin();
    maneuver = new Braking(craft);
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
          take(legs.next(craft.target(item), endSpeedMps(item)));
      case Commands.NAV_LOITER_TURNS -> orbit(item);
      case Commands.NAV_RETURN_TO_LAUNCH -> fly(new ReturnHome(craft));
      case Commands.NAV_LAND -> land(item);
      case Commands.NAV_DELAY -> {
        craft.text(6, "Delaying " + Math.round(Math.max(0, item.param1())) + " sec");
        fly(new Braking(craft));
      }
      case Commands.DO_CHANGE_SPEED -> legs.changeSpeed((int) item.param1(), item.param2());
      default -> {
        // those that are not flown have begun; marks such as DO_RETURN_PATH_START do nothing
      }
    }
  }

  private void fly(Maneuver next) {
    legs.left();
    take(next);
  }

  private void take(Maneuver next) {
    maneuver = next;
    landAtEnd = false;
    next.pause(paused);
  }

  /** At a waypoint that is not held: what the corner to the next item allows. */
  private double endSpeedMps(Item item) {
    int next = runner.nextNavIndex();
    boolean through = item.command() == Commands.NAV_WAYPOINT && item.param1() == 0;
    return through && next >= 0 ? legs.handOverMps(item, craft.mission.get(next)) : 0;
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
    take(legs.next(new Vec3(over.east(), over.north(), legs.end().up()), 0));
    landAtEnd = true;
  }

  /** DO_CHANGE_SPEED as a command, outside a mission. */
  void speedCommanded(int type, double mps) {
    legs.changeSpeed(type, mps);
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
      default -> maneuver.done();
    };
  }

  @Override
  public boolean verifyWait(Item item) {
    waitedS += Copter.STEP_S;
    return switch (item.command()) {
      case Commands.CONDITION_DELAY -> waitedS >= item.param1();
      case Commands.CONDITION_DISTANCE ->
          legs.end().minus(craft.nav.position()).horizontal() < Math.max(0, item.param1());
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

  /** Goes on with the item of the mission that leads home. */
  void jumpHome(int index) {
    waitingToStart = false;
    boolean running = runner.state() == MissionRunner.State.RUNNING;
    runner.setCurrent(index);
    if (!running) {
      runner.startOrResume();
    }
    craft.text(6, "Return path started");
  }

  /**
   * How the mission stands.
   *
   * @source MAVLink common.xml MISSION_STATE: 1 none, 2 not started, 3 active, 4 paused, 5 complete
   */
  int missionState() {
    if (craft.mission.count() <= 1) {
      return 1;
    }
    return switch (runner.state()) {
      case STOPPED -> 2;
      case RUNNING -> paused ? 4 : 3;
      case COMPLETE -> 5;
    };
  }

  MissionRunner runner() {
    return runner;
  }

  Maneuver maneuver() {
    return maneuver;
  }
}
