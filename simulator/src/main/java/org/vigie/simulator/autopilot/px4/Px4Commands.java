package org.vigie.simulator.autopilot.px4;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.autopilot.Home;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.physics.Vec3;

/**
 * What a station may ask of a PX4. Each answer is the commander's; texts and events follow.
 * Confined to the world's thread.
 *
 * @source PX4 Commander::handle_command, Navigator::run; recordings p1, p7, p8, p10
 */
public final class Px4Commands {
  private final Px4Craft craft;
  private final Commander commander;
  private final Navigator navigator;
  private final MissionFlight mission;
  private final Fence fence;
  private final Offboard offboard;
  private final Consumer<ItemSlot.Type> changed;
  private final ArmAuthorization authorization;

  Px4Commands(
      Px4Craft craft,
      Commander commander,
      Navigator navigator,
      MissionFlight mission,
      Fence fence,
      Offboard offboard,
      Consumer<ItemSlot.Type> changed) {
    this.craft = craft;
    this.commander = commander;
    this.navigator = navigator;
    this.mission = mission;
    this.fence = fence;
    this.offboard = offboard;
    this.changed = changed;
    this.authorization = new ArmAuthorization(craft, commander);
  }

  private static Answer answer(boolean done) {
    return done ? Answer.ACCEPTED : Answer.TEMPORARILY_REJECTED;
  }

  void tick() {
    authorization.tick();
  }

  /** A heartbeat of any ground station. */
  public void heartbeat() {
    commander.link().heartbeat();
  }

  /** DO_SET_MODE and SET_MODE. */
  public Answer setMode(int main, int sub) {
    Optional<Px4Mode> mode = Px4Mode.find(main, sub);
    if (mode.isEmpty()) {
      boolean auto = main == 4;
      craft.say(
          2,
          auto ? "Unsupported auto mode" : "Unsupported main mode",
          Px4Event.of(
              auto ? "commander_unsupported_auto_mode" : "commander_unsupported_main_mode",
              Px4Event.ERROR));
      return Answer.TEMPORARILY_REJECTED;
    }
    return answer(commander.request(mode.get()));
  }

  /** Changes the mode as a command does, not DO_SET_MODE: with the same text when it cannot. */
  public Answer mode(Px4Mode mode) {
    return answer(commander.request(mode));
  }

  /** NAV_LAND. */
  public Answer land() {
    if (!commander.request(Px4Mode.LAND)) {
      return Answer.TEMPORARILY_REJECTED;
    }
    craft.say(
        6,
        "Landing at current position",
        Px4Event.of("commander_landing_current_pos", Px4Event.INFO));
    return Answer.ACCEPTED;
  }

  /**
   * NAV_TAKEOFF; disarmed it waits for arming.
   *
   * @param upM altitude above mean sea level, NaN for MIS_TAKEOFF_ALT above here
   */
  public Answer takeOff(double upM) {
    if (!commander.request(Px4Mode.TAKEOFF)) {
      return Answer.TEMPORARILY_REJECTED;
    }
    navigator.takeoffTo(Double.isFinite(upM) ? upM : Double.NaN);
    return Answer.ACCEPTED;
  }

  /** COMPONENT_ARM_DISARM, 1. */
  public Answer arm(boolean force) {
    if (!force && !craft.armed && authorization.required()) {
      return authorization.ask();
    }
    return answer(commander.arm(force));
  }

  /** The authorizer's answer. */
  public void authorized(int systemId, boolean accepted, int reason, int validS) {
    authorization.answered(systemId, accepted, reason, validS);
  }

  /** COMPONENT_ARM_DISARM, 0. */
  public Answer disarm(boolean force) {
    return answer(commander.disarm(force));
  }

  /**
   * MISSION_START.
   *
   * @param first index of the first item
   */
  public Answer startMission(int first) {
    if (!commander.needs().met(Px4Mode.MISSION) || !mission.setCurrent(Math.max(0, first))) {
      return commander.request(Px4Mode.MISSION) ? Answer.ACCEPTED : Answer.TEMPORARILY_REJECTED;
    }
    return answer(commander.request(Px4Mode.MISSION));
  }

  /** MISSION_SET_CURRENT; false with a text when there is no such item. */
  public boolean setMissionCurrent(int index) {
    if (mission.setCurrent(index)) {
      return true;
    }
    craft.say(
        2,
        "WPM: WP CURR CMD: Not in list",
        Px4Event.of("mavlink_mission_seq_out_of_bounds", Px4Event.ERROR));
    return false;
  }

  /**
   * DO_REPOSITION with the bit that allows to change the mode: accepted in any case, also outside
   * the fence, where nothing but a text comes of it.
   *
   * @param place where to, empty for here
   * @param upM altitude above mean sea level, NaN for the present one
   * @param speedMps ground speed, 0 or less for the default
   */
  public Answer reposition(Optional<LatLon> place, double upM, double speedMps) {
    Vec3 here = craft.nav.position();
    double up = Double.isFinite(upM) ? upM : here.up();
    Vec3 to = place.map(at -> craft.local(at, up)).orElse(new Vec3(here.east(), here.north(), up));
    if (!commander.request(Px4Mode.HOLD)) {
      return Answer.TEMPORARILY_REJECTED;
    }
    if (fence.action() != 0 && !fence.contains(to)) {
      craft.say(
          2,
          "Reposition is outside geofence",
          Px4Event.of("navigator_reposition_outside_geofence", Px4Event.MISSION_ERROR));
    } else if (craft.armed && !craft.landed) {
      craft.cruiseMps = speedMps > 0 && Double.isFinite(speedMps) ? speedMps : craft.cruiseMps;
      navigator.move(new Line(craft, to, 0, 0));
    }
    return Answer.ACCEPTED;
  }

  /** DO_CHANGE_ALTITUDE. @param upM altitude above mean sea level */
  public Answer changeAltitude(double upM) {
    return Double.isFinite(upM) ? reposition(Optional.empty(), upM, 0) : Answer.DENIED;
  }

  /**
   * DO_ORBIT.
   *
   * @param radiusM negative for anticlockwise, NaN for 20
   * @param speedMps along the circle, NaN for the default
   * @param yaw ORBIT_YAW_BEHAVIOUR
   */
  public Answer orbit(
      Optional<LatLon> centre, double upM, double radiusM, double speedMps, double yaw) {
    if (!craft.armed || craft.landed || !commander.request(Px4Mode.ORBIT)) {
      return Answer.TEMPORARILY_REJECTED;
    }
    Vec3 here = craft.nav.position();
    double up = Double.isFinite(upM) ? upM : here.up();
    Vec3 at =
        centre.map(place -> craft.local(place, up)).orElse(new Vec3(here.east(), here.north(), up));
    double radius = Double.isFinite(radiusM) && radiusM != 0 ? radiusM : 20;
    double speed = Double.isFinite(speedMps) && speedMps != 0 ? speedMps : 3;
    navigator.move(new Ring(craft, at, radius, speed, (int) yaw));
    return Answer.ACCEPTED;
  }

  /** DO_CHANGE_SPEED: accepted whatever it says; a ground speed counts. */
  public Answer changeSpeed(int type, double mps) {
    if (type == 1 || type == 0) {
      craft.cruiseMps = mps > 0 && Double.isFinite(mps) ? Math.max(0.5, mps) : Double.NaN;
    }
    return Answer.ACCEPTED;
  }

  /** DO_SET_ROI_LOCATION. */
  public Answer lookAt(LatLon place, double upM) {
    craft.interest = craft.local(place, Double.isFinite(upM) ? upM : craft.homeUpM());
    return Answer.ACCEPTED;
  }

  /** DO_SET_ROI_NONE. */
  public Answer lookAhead() {
    craft.interest = null;
    return Answer.ACCEPTED;
  }

  /** DO_SET_HOME to the present place and height. */
  public Answer setHomeHere() {
    return answer(commander.home().setHere(true));
  }

  /** DO_SET_HOME to a place; far places are accepted too. @param upM above mean sea level */
  public Answer setHome(LatLon place, double upM) {
    if (!craft.nav.positionOk() || !Double.isFinite(upM)) {
      return Answer.TEMPORARILY_REJECTED;
    }
    craft.home = new Home(craft.local(place, upM), place, true);
    return Answer.ACCEPTED;
  }

  /**
   * DO_FLIGHTTERMINATION: there is no way back, and none on the ground.
   *
   * @source PX4 Commander.cpp, VEHICLE_CMD_DO_FLIGHTTERMINATION
   */
  public Answer terminate(boolean on) {
    return on && craft.armed ? answer(commander.request(Px4Mode.TERMINATION)) : Answer.DENIED;
  }

  /** SET_POSITION_TARGET_*: a place. @param yawRad NaN for none, like the rate */
  public void offboardTo(Vec3 local, double yawRad, double yawRateRadps) {
    offboard.face(yawRad, yawRateRadps);
    offboard.position(local);
  }

  /** SET_POSITION_TARGET_*: a velocity over ground. @param yawRad NaN for none, like the rate */
  public void offboardVelocity(Vec3 velocity, double yawRad, double yawRateRadps) {
    offboard.face(yawRad, yawRateRadps);
    offboard.velocity(velocity);
  }

  /** MANUAL_CONTROL; each value -1 to 1. */
  public void sticks(double pitch, double roll, double throttle, double yaw) {
    craft.sticks.move(pitch, roll, throttle, yaw, craft.timeS);
  }

  /** Puts an uploaded list in place; the same list again changes nothing. */
  public void store(ItemSlot.Type type, List<Item> items, int id) {
    ItemSlot slot = craft.slot(type);
    if (items.isEmpty() ? slot.items().isEmpty() : slot.rawId() == id) {
      return;
    }
    slot.replace(items, id);
    changed.accept(type);
  }

  /** A place in the local frame. */
  public Vec3 local(LatLon place, double upM) {
    return craft.local(place, upM);
  }

  /** Altitude above mean sea level that relative heights count from, metres. */
  public double homeUpM() {
    return craft.homeUpM();
  }
}
