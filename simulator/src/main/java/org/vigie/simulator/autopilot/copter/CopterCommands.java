package org.vigie.simulator.autopilot.copter;

import java.util.List;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.autopilot.control.SpeedLimits;
import org.vigie.simulator.physics.Vec3;

/**
 * What a station may ask of an ArduCopter. True is ACCEPTED, false FAILED; reasons are texts.
 * Confined to the world's thread.
 */
public final class CopterCommands {
  /** A local frame ends at 1,000 km. */
  private static final double REACH_M = 900_000;

  private final Craft craft;
  private final Modes modes;
  private final FenceMonitor fence;
  private final Arming arming;
  private final ArmingChecks checks;
  private final Failsafes failsafes;
  private final Yaw yaw;

  CopterCommands(
      Craft craft,
      Modes modes,
      FenceMonitor fence,
      Arming arming,
      ArmingChecks checks,
      Failsafes failsafes,
      Yaw yaw) {
    this.craft = craft;
    this.modes = modes;
    this.fence = fence;
    this.arming = arming;
    this.checks = checks;
    this.failsafes = failsafes;
    this.yaw = yaw;
  }

  /** DO_SET_MODE, SET_MODE. */
  public boolean setMode(long number) {
    return modes.request(number);
  }

  /** COMPONENT_ARM_DISARM 1; each reason against it is a text. */
  public boolean arm(boolean force) {
    if (craft.armed) {
      return true;
    }
    if (!force) {
      List<String> reasons = checks.reasons();
      reasons.forEach(reason -> craft.text(2, "Arm: " + reason));
      if (!reasons.isEmpty()) {
        return false;
      }
    }
    arming.arm();
    return true;
  }

  /** COMPONENT_ARM_DISARM 0: refused in flight unless forced. */
  public boolean disarm(boolean force) {
    if (craft.armed && !craft.landed && !force) {
      return false;
    }
    arming.disarm();
    return true;
  }

  /**
   * NAV_TAKEOFF, armed, on the ground.
   *
   * @param level whether it must hold its place on the way up, which ALT_HOLD does not
   * @source ArduCopter takeoff.cpp do_user_takeoff
   */
  public boolean takeOff(double heightAboveHomeM, boolean level) {
    if (!craft.armed
        || !craft.landed
        || !(heightAboveHomeM > Math.max(0, craft.nav.position().up() - craft.homeUpM()))
        || !modes.takeOff(craft.homeUpM() + heightAboveHomeM, level)) {
      return false;
    }
    craft.autoArmed = true;
    return true;
  }

  /** DO_FLIGHTTERMINATION: the motors stop, wherever it is. */
  public boolean terminate() {
    arming.disarm();
    return true;
  }

  /** DO_RETURN_PATH_START as a command: AUTO_RTL by the mission's return path. */
  public boolean returnPath() {
    return modes.set(FlightMode.AUTO_RTL, ReturnPath.Part.PATH);
  }

  /** DO_LAND_START as a command: AUTO_RTL by the mission's landing sequence. */
  public boolean landingSequence() {
    return modes.set(FlightMode.AUTO_RTL, ReturnPath.Part.LANDING);
  }

  /** RUN_PREARM_CHECKS: each reason against arming is a text; not while armed. */
  public boolean runPreArmChecks() {
    if (craft.armed) {
      return false;
    }
    checks.preArm().forEach(reason -> craft.text(2, "PreArm: " + reason));
    return true;
  }

  /** Whether a mission flies, so that it cannot be cleared. @source AP_Mission::clear */
  public boolean missionRuns() {
    int state = modes.auto().missionState();
    return craft.armed && modes.inMission() && (state == 3 || state == 4);
  }

  /** MISSION_START. */
  public boolean startMission() {
    if (!modes.set(FlightMode.AUTO)) {
      return false;
    }
    craft.autoArmed = true;
    return true;
  }

  /** DO_SET_MISSION_CURRENT, MISSION_SET_CURRENT. */
  public boolean setMissionCurrent(int index) {
    return modes.auto().runner().setCurrent(index);
  }

  /** DO_PAUSE_CONTINUE. */
  public boolean pause(boolean on) {
    if (!modes.pause(on)) {
      craft.text(6, on ? "Failed to pause" : "Failed to resume");
      return false;
    }
    return true;
  }

  /**
   * DO_REPOSITION.
   *
   * @param upM altitude above mean sea level
   * @param speedMps ground speed, 0 or less for the default
   * @param changeMode whether another mode may be left for GUIDED
   */
  public boolean reposition(LatLon place, double upM, double speedMps, boolean changeMode) {
    if (modes.mode() != FlightMode.GUIDED && !changeMode) {
      return false;
    }
    Vec3 target = craft.local(place, upM);
    if (outsideFence(target) || !modes.set(FlightMode.GUIDED)) {
      return false;
    }
    modes.guided().goTo(target, speedMps);
    return true;
  }

  private boolean outsideFence(Vec3 target) {
    return fence.outside(target);
  }

  /** SET_POSITION_TARGET_*: a place; ignored outside GUIDED. */
  public void guideTo(Vec3 local, Facing facing) {
    boolean somewhere = local.length() < REACH_M; // not so where it is no number
    if (somewhere && modes.mode() == FlightMode.GUIDED && !outsideFence(local)) {
      modes.guided().goTo(local, 0);
      yaw.face(facing);
    }
  }

  /** SET_POSITION_TARGET_* that cannot be flown: it stops. @source ModeGuided::init */
  public void guideStop() {
    if (modes.mode() == FlightMode.GUIDED) {
      modes.guided().enter();
    }
  }

  /** SET_POSITION_TARGET_*: a velocity; ignored outside GUIDED. */
  public void guideVelocity(Vec3 velocity) {
    guideVelocity(velocity, Facing.FREE);
  }

  /** SET_POSITION_TARGET_*: a velocity; ignored outside GUIDED. */
  public void guideVelocity(Vec3 velocity, Facing facing) {
    if (modes.mode() == FlightMode.GUIDED && !craft.landed) {
      modes.guided().fly(velocity);
      yaw.face(facing);
    }
  }

  /** A place in the local frame. */
  public Vec3 local(LatLon place, double upM) {
    return craft.local(place, upM);
  }

  /** The same on the globe. */
  public LatLon geographic(Vec3 local) {
    return craft.geographic(local);
  }

  /** Altitude above mean sea level that relative heights count from, metres. */
  public double homeUpM() {
    return craft.homeUpM();
  }

  /** DO_SET_HOME to the present place and height. */
  public boolean setHomeHere() {
    if (!craft.nav.positionOk()) {
      return false;
    }
    craft.setHomeHere(true);
    return true;
  }

  /** DO_SET_HOME to a place; far places are accepted too (recording a22). */
  public boolean setHome(LatLon place, double upM) {
    if (!craft.nav.positionOk()) {
      return false;
    }
    craft.setHome(craft.local(place, upM), place, true);
    return true;
  }

  /** CONDITION_YAW. */
  public boolean turnTo(double headingDeg, double direction, boolean relative) {
    FlightMode mode = modes.mode();
    boolean turns = mode == FlightMode.GUIDED || mode == FlightMode.AUTO;
    if (!turns || !Double.isFinite(headingDeg) || !Double.isFinite(direction)) {
      return false;
    }
    yaw.turnTo(headingDeg, direction, relative);
    return true;
  }

  /** DO_SET_ROI_LOCATION. */
  public boolean lookAt(LatLon place, double upM) {
    yaw.lookAt(craft.local(place, upM));
    return true;
  }

  /** DO_SET_ROI_NONE. */
  public boolean lookAhead() {
    yaw.lookAt(null);
    return true;
  }

  /** DO_CHANGE_SPEED: 0 and 1 horizontal, 2 up, 3 down. */
  public boolean changeSpeed(int type, double mps) {
    if (type < 0 || type > 3 || !(mps > 0) || !Double.isFinite(mps)) {
      return false;
    }
    modes.auto().speedCommanded(type, mps);
    return true;
  }

  /** DO_FENCE_ENABLE. */
  public boolean enableFence(boolean on) {
    craft.params.set("FENCE_ENABLE", on ? 1 : 0);
    craft.announcer.parameterChanged("FENCE_ENABLE");
    return true;
  }

  /**
   * RC_CHANNELS_OVERRIDE of one channel.
   *
   * @param channel counted from 0
   * @param pwm microseconds; 0 gives the channel back
   */
  public void override(int channel, int pwm) {
    if (channel >= 0 && channel < Sticks.CHANNELS) {
      craft.sticks.override(channel, pwm, craft.timeS);
    }
  }

  /**
   * MANUAL_CONTROL.
   *
   * @param pitch -1000 to 1000, forward positive, like roll and yaw; throttle 0 to 1000; any number
   *     outside leaves that stick alone
   */
  public void manual(int pitch, int roll, int throttle, int yaw) {
    craft.sticks.manual(pitch, roll, throttle, yaw, craft.timeS);
  }

  /** Whether a station is the one that may steer by sticks, and that must not fall silent. */
  public boolean listensTo(int systemId) {
    return failsafes.listensTo(systemId);
  }

  /** A heartbeat was heard. */
  public void heartbeat(int systemId) {
    failsafes.heartbeat(systemId);
  }

  /** A mission item was overwritten by an upload. */
  public void missionItemWritten(int index) {
    int current = modes.auto().runner().navIndex();
    if (modes.inMission() && craft.armed && index >= current && current > 0) {
      modes.auto().missionChanged();
    }
  }

  /** Limits of speed as the parameters give them. */
  public SpeedLimits limits() {
    return craft.limits();
  }
}
