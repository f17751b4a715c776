package org.vigie.simulator.autopilot.copter;

import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.simulator.autopilot.Announcer;
import org.vigie.simulator.autopilot.Home;
import org.vigie.simulator.autopilot.control.NavState;
import org.vigie.simulator.autopilot.control.SpeedLimits;
import org.vigie.simulator.autopilot.gimbal.Gimbal;
import org.vigie.simulator.autopilot.param.Parameters;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.autopilot.store.FenceStore;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.autopilot.store.MissionStore;
import org.vigie.simulator.autopilot.store.RallyStore;
import org.vigie.simulator.physics.Vec3;

/** What modes, manoeuvres and failsafes share. Confined to the world's thread. */
final class Craft {
  private static final int FRAME_GLOBAL = 0;

  final Parameters params;
  final LocalFrame frame;
  final Announcer announcer;
  final MissionStore mission = new MissionStore();
  final FenceStore fence = new FenceStore();
  final RallyStore rally = new RallyStore();
  final Gimbal gimbal = new Gimbal();
  final Sticks sticks;
  final Breadcrumbs breadcrumbs;
  double timeS;
  NavState nav = new NavState(Vec3.ZERO, Vec3.ZERO, 0, 0, false);
  @Nullable Home home;

  /** The estimator's: the first home there was. */
  @Nullable Home origin;

  boolean armed;

  /** When it was last armed, seconds since boot; 0 for never. */
  double armedS;

  boolean landed = true;

  /** Set by MISSION_START or a take-off command: AUTO may leave the ground. */
  boolean autoArmed;

  Craft(Parameters params, LocalFrame frame, Announcer announcer) {
    this.params = params;
    this.frame = frame;
    this.announcer = announcer;
    this.sticks = new Sticks(params);
    this.breadcrumbs = new Breadcrumbs(this);
  }

  void setHomeHere(boolean commanded) {
    setHome(nav.position(), geographic(nav.position()), commanded);
  }

  void setHome(Vec3 local, LatLon place, boolean commanded) {
    home = new Home(local, place, commanded);
    origin = origin == null ? home : origin;
    if (mission.count() == 0) {
      // item 0 of a mission is home: it is there as soon as home is (recording a15)
      mission.write(
          0,
          new Item(
              FRAME_GLOBAL,
              Commands.NAV_WAYPOINT,
              0,
              0,
              0,
              0,
              place.latE7(),
              place.lonE7(),
              (float) local.up(),
              1));
    }
    announcer.homeSet();
  }

  /** Roll and pitch sticks as a direction on the ground, at most 1 long. */
  Vec3 stickEastNorth() {
    double right = sticks.deflection(Sticks.ROLL, timeS);
    double ahead = -sticks.deflection(Sticks.PITCH, timeS);
    double sin = Math.sin(nav.yawRad());
    double cos = Math.cos(nav.yawRad());
    return new Vec3(ahead * sin + right * cos, ahead * cos - right * sin, 0).limitHorizontal(1);
  }

  void text(int severity, String text) {
    announcer.text(severity, text);
  }

  /** A parameter by what it means, in metres, seconds, radians. */
  double si(String meaning) {
    return params.si(meaning);
  }

  SpeedLimits limits() {
    return new SpeedLimits(
        Math.max(0.2, si("cruise-speed")),
        Math.max(0.1, si("climb-speed")),
        Math.max(0.1, si("sink-speed")),
        Math.max(0.5, si("cruise-acceleration")),
        Math.max(0.5, si("climb-acceleration")),
        Math.max(0.1, si("cruise-jerk")));
  }

  /** How far a velocity carries while it is braked away; level. */
  Vec3 stopping(Vec3 velocity, SpeedLimits limits) {
    double factor = velocity.horizontal() / (2 * limits.accelMps2());
    return new Vec3(velocity.east() * factor, velocity.north() * factor, 0);
  }

  double homeUpM() {
    return home == null ? nav.position().up() : home.altitudeAmslM();
  }

  double heightAboveHomeM() {
    return nav.position().up() - homeUpM();
  }

  /** Any place that somebody names, be it at the end of the world: the way there is right. */
  Vec3 local(LatLon place, double upM) {
    Enu at = frame.toward(place);
    return new Vec3(at.eastM(), at.northM(), upM);
  }

  LatLon geographic(Vec3 local) {
    return frame.toGeographic(new Enu(local.east(), local.north()));
  }

  /** Where an item is; without a place of its own, here. */
  Vec3 target(Item item) {
    double up = item.frame() == FRAME_GLOBAL ? item.z() : homeUpM() + item.z();
    return item.hasPlace()
        ? local(item.place(), up)
        : new Vec3(nav.position().east(), nav.position().north(), up);
  }
}
