package org.vigie.simulator.autopilot.px4;

import org.jspecify.annotations.Nullable;
import org.vigie.simulator.autopilot.control.Setpoint;

/** Flies the mode that the commander has settled on. */
final class Navigator {
  private static final int GIMBAL_PITCHYAW = 1000;
  private static final int GIMBAL_CONFIGURE = 1001;
  private static final int TRIGGER_CONTROL = 2003;
  private static final float OWN = 1;
  private static final float RELEASE = -3;
  private static final float SAME = -1;
  private static final float NEUTRAL = 2;

  private final Px4Craft craft;
  private final MissionFlight mission;
  private final ReturnFlight ret;
  private final Offboard offboard;
  private Motion motion;
  private double takeoffUpM = Double.NaN;
  private boolean finished;

  Navigator(Px4Craft craft, MissionFlight mission, Offboard offboard) {
    this.craft = craft;
    this.mission = mission;
    this.ret = new ReturnFlight(craft, mission);
    this.offboard = offboard;
    this.motion = new Hold(craft);
  }

  Px4Mode mode() {
    return craft.mode;
  }

  /** Height of the next take-off above mean sea level, NaN for MIS_TAKEOFF_ALT above here. */
  void takeoffTo(double upM) {
    takeoffUpM = upM;
    if (craft.mode == Px4Mode.TAKEOFF) {
      motion = climb();
      finished = false;
    }
  }

  /** Settles on a mode; the same again changes nothing. */
  void select(Px4Mode wanted) {
    if (wanted == craft.mode) {
      return;
    }
    Px4Mode before = craft.mode;
    // what has arrived is held where it was going, not where it happens to be
    Motion arrived = finished && wanted == Px4Mode.HOLD ? motion() : null;
    craft.mode = wanted;
    finished = false;
    if (before == Px4Mode.MISSION && craft.armed) {
      craft.voice.command(TRIGGER_CONTROL, -1, 0, 1, 0, 0);
    }
    boolean releases = wanted == Px4Mode.RTL || wanted == Px4Mode.LAND || before == Px4Mode.MISSION;
    if (releases && craft.armed && wanted != Px4Mode.DESCEND) {
      releaseGimbal();
    }
    if (arrived == null) {
      activate(wanted, before);
    } else {
      craft.interest = null;
      motion = arrived instanceof Climb climb ? climb.top() : arrived;
    }
  }

  private void releaseGimbal() {
    craft.voice.command(GIMBAL_CONFIGURE, OWN, OWN, SAME, SAME, 0);
    craft.voice.command(GIMBAL_PITCHYAW, Float.NaN, Float.NaN, Float.NaN, Float.NaN, NEUTRAL);
    craft.voice.command(GIMBAL_CONFIGURE, RELEASE, RELEASE, SAME, SAME, 0);
  }

  private void activate(Px4Mode wanted, Px4Mode before) {
    craft.interest = null;
    switch (wanted) {
      case MISSION -> {
        craft.cruiseMps = Double.NaN;
        mission.enter(MissionFlight.Way.FORWARD);
      }
      case RTL -> ret.enter(before == Px4Mode.MISSION);
      case TAKEOFF -> motion = climb();
      case LAND, PRECISION_LANDING, DESCEND -> motion = new Touchdown(craft);
      case OFFBOARD -> motion = offboard.motion();
      case POSCTL, POSITION_SLOW -> motion = new Steered(craft, craft.pilot()::velocity);
      case ALTCTL -> motion = new StickHeight(craft);
      case MANUAL, STABILIZED -> motion = new StickThrust(craft);
      default -> motion = new Hold(craft);
    }
  }

  private Climb climb() {
    double least = craft.nav.position().up() + craft.params.get("MIS_TAKEOFF_ALT", 0, 80);
    return new Climb(craft, Double.isNaN(takeoffUpM) ? least : takeoffUpM);
  }

  /** Another motion within a mode, such as the line of a reposition. */
  void move(Motion other) {
    motion = other;
  }

  Setpoint run(double dtS) {
    Setpoint wanted =
        switch (craft.mode) {
          case MISSION -> mission.run(dtS);
          case RTL -> ret.run(dtS);
          default ->
              !craft.armed || (craft.landed && !motion().takingOff())
                  ? Setpoint.IDLE
                  : motion.run(dtS);
        };
    finished |=
        switch (craft.mode) {
          case MISSION -> mission.finished();
          case RTL -> ret.finished();
          case TAKEOFF, LAND, PRECISION_LANDING, DESCEND -> craft.armed && motion.done();
          default -> false;
        };
    if (craft.mode == Px4Mode.TERMINATION) {
      return wanted.as(Setpoint.Kind.CUT);
    }
    return wanted;
  }

  Motion motion() {
    return switch (craft.mode) {
      case MISSION -> mission.motion();
      case RTL -> ret.motion();
      default -> motion;
    };
  }

  /** Whether the mode has done what it is for. */
  boolean finished() {
    return finished;
  }

  /** The circle being flown, null for none. */
  @Nullable Ring ring() {
    return craft.mode == Px4Mode.ORBIT && motion instanceof Ring ring ? ring : null;
  }
}
