package org.vigie.planner.foreign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.io.Autopilot;
import org.vigie.planner.io.FileItem;
import org.vigie.planner.plan.Home;
import org.vigie.planner.plan.MavCmd;

/**
 * Reads what a multirotor makes of a mission file: which lines it flies. What it does not know it
 * says; nothing is guessed. Confined to one reading.
 *
 * @source ArduPilot ArduCopter/mode_auto.cpp (start_command, do_nav_wp, do_land, do_RTL,
 *     loc_from_cmd: 0,0 is "here", height 0 is "as before"); PX4 mission_block.cpp, mission.cpp
 */
final class MissionReading {
  private static final int DO_LAND_START = 189;

  /** Items that move nothing but a camera, a gimbal or the nose. */
  private static final Set<Integer> WITHOUT_WAY =
      Set.of(
          112,
          115,
          195,
          197,
          200,
          201,
          202,
          203,
          204,
          205,
          206,
          214,
          530,
          531,
          532,
          1000,
          2000,
          2001,
          2500,
          2501,
          MavCmd.DO_RETURN_PATH_START,
          DO_LAND_START);

  private static final Set<Integer> FRAMES_RELATIVE = Set.of(3, 6);
  private static final Set<Integer> FRAMES_GLOBAL = Set.of(0, 5);

  /** A mission whose jumps make it longer than this is not flown on one battery. */
  private static final int STEPS_MAX = 20_000;

  /** Jumps of this count never end. */
  private static final int FOR_EVER = -1;

  /** A take-off elsewhere than at home means different things to different autopilots. */
  private static final double SAME_PLACE_M = 5;

  private static final double HOLD_S_MAX = 7200;

  private final Plane plane;
  private final Home home;
  private final Optional<Autopilot> autopilot;
  private final double returnHeightM;
  private final List<FileItem> items;
  private final List<ForeignLeg> legs = new ArrayList<>();
  private final TreeMap<Integer, String> notUnderstood = new TreeMap<>();
  private final Map<Integer, Integer> jumpsLeft = new HashMap<>();
  private Coordinate at = new Coordinate(0, 0);
  private double heightM;
  private double speedMps;
  private boolean flying;
  private boolean tookOff;
  private boolean landed;

  private MissionReading(
      Plane plane,
      Home home,
      Optional<Autopilot> autopilot,
      double speedMps,
      double returnHeightM,
      List<FileItem> items) {
    this.plane = plane;
    this.home = home;
    this.autopilot = autopilot;
    this.speedMps = speedMps;
    this.returnHeightM = returnHeightM;
    this.items = items;
  }

  static ForeignMission read(
      Plane plane,
      Home home,
      Optional<Autopilot> autopilot,
      double speedMps,
      double returnHeightM,
      List<FileItem> items) {
    MissionReading reading =
        new MissionReading(plane, home, autopilot, speedMps, returnHeightM, items);
    reading.all();
    return new ForeignMission(reading.legs, reading.notUnderstood, reading.tookOff, reading.landed);
  }

  private void all() {
    int steps = 0;
    int index = 0;
    while (index < items.size()) {
      FileItem item = items.get(index);
      if (++steps > STEPS_MAX) {
        not(item, "the mission's jumps make it longer than " + STEPS_MAX + " items");
        return;
      }
      index = item.command() == MavCmd.DO_JUMP ? jump(item, index) : index + 1;
      if (item.command() != MavCmd.DO_JUMP) {
        item(item);
      }
    }
  }

  private int jump(FileItem item, int index) {
    int times = (int) item.paramOrZero(2);
    int target = (int) item.paramOrZero(1) - 1; // item 1 is the first after home
    if (times == FOR_EVER || target < 0 || target >= items.size()) {
      not(item, times == FOR_EVER ? "jumps for ever" : "jumps to no item of the mission");
      return index + 1;
    }
    int left = jumpsLeft.getOrDefault(item.seq(), Math.max(0, times));
    jumpsLeft.put(item.seq(), left - 1);
    return left > 0 ? target : index + 1;
  }

  private void item(FileItem item) {
    if (!item.autoContinue()) {
      not(item, "waits for somebody to continue it");
    }
    switch (item.command()) {
      case MavCmd.NAV_TAKEOFF -> takeoff(item);
      case MavCmd.NAV_WAYPOINT, MavCmd.NAV_LOITER_TIME -> waypoint(item);
      case MavCmd.NAV_LAND -> land(item);
      case MavCmd.NAV_RETURN_TO_LAUNCH -> goHome(item);
      case MavCmd.NAV_DELAY -> delay(item);
      case MavCmd.DO_CHANGE_SPEED -> speed(item);
      default -> {
        if (!WITHOUT_WAY.contains(item.command())) {
          not(item, "is not understood");
        }
      }
    }
  }

  private void takeoff(FileItem item) {
    Optional<Double> up = height(item);
    if (flying || landed || up.isEmpty() || up.get() <= 0) {
      not(item, flying || landed ? "takes off again" : "takes off to no height above home");
      return;
    }
    leg(item, at, up.get(), 0, false);
    flying = true;
    tookOff = true;
    Optional<LatLon> place = item.findPosition();
    if (place.isEmpty() || autopilot.equals(Optional.of(Autopilot.ARDUPILOT))) {
      return;
    }
    Coordinate there = plane.coordinate(place.get());
    if (autopilot.isPresent()) {
      leg(item, there, up.get(), 0, false);
    } else if (there.distance(at) > SAME_PLACE_M) {
      not(item, "takes off elsewhere than at home, which autopilots do differently");
    }
  }

  private void waypoint(FileItem item) {
    Optional<Double> height = height(item);
    double holdS = item.paramOrZero(1);
    if (!isFlying(item)) {
      return;
    }
    if (height.isEmpty()) {
      return;
    }
    if (height.get() == 0 && FRAMES_RELATIVE.contains(item.frame())) {
      not(item, "has height 0, which ArduPilot takes for \"as before\" and PX4 for the ground");
      return;
    }
    if (!(holdS >= 0 && holdS <= HOLD_S_MAX)) {
      not(item, "waits " + holdS + " s");
      return;
    }
    leg(item, item.findPosition().map(plane::coordinate).orElse(at), height.get(), holdS, false);
  }

  private void land(FileItem item) {
    if (!isFlying(item)) {
      return;
    }
    Coordinate there = item.findPosition().map(plane::coordinate).orElse(at);
    if (!there.equals2D(at)) {
      leg(item, there, heightM, 0, false);
    }
    down(item);
  }

  private void goHome(FileItem item) {
    if (!isFlying(item)) {
      return;
    }
    double cruiseM = Math.max(heightM, returnHeightM);
    if (cruiseM > heightM) {
      leg(item, at, cruiseM, 0, false);
    }
    leg(item, new Coordinate(0, 0), cruiseM, 0, false);
    down(item);
  }

  private void down(FileItem item) {
    leg(item, at, 0, 0, true);
    flying = false;
    landed = true;
  }

  private void delay(FileItem item) {
    double holdS = item.param(1).orElse(-1);
    if (holdS < 0 || holdS > HOLD_S_MAX) {
      not(item, "waits for a time of day, or longer than a battery lasts");
    } else if (isFlying(item)) {
      leg(item, at, heightM, holdS, false);
    }
  }

  private void speed(FileItem item) {
    double type = item.paramOrZero(1);
    double value = item.paramOrZero(2);
    if (type > 1) {
      not(item, "changes the speed of climb or descent");
    } else if (value > 0) {
      speedMps = value;
    }
  }

  private boolean isFlying(FileItem item) {
    if (!flying) {
      not(item, landed ? "comes after the landing" : "comes before any take-off");
    }
    return flying;
  }

  /** Height above home; empty where the frame or the height is not understood. */
  private Optional<Double> height(FileItem item) {
    boolean relative = FRAMES_RELATIVE.contains(item.frame());
    if (!relative && !FRAMES_GLOBAL.contains(item.frame())) {
      not(item, "counts its height in frame " + item.frame() + ", which is not understood");
      return Optional.empty();
    }
    if (item.param(7).isEmpty()) {
      not(item, "leaves its height open");
      return Optional.empty();
    }
    double z = item.paramOrZero(7);
    return Optional.of(relative ? z : z - home.altitude().metres());
  }

  private void leg(FileItem item, Coordinate to, double toM, double holdS, boolean landing) {
    legs.add(new ForeignLeg(item.seq(), at, heightM, to, toM, speedMps, holdS, landing));
    at = to;
    heightM = toM;
  }

  private void not(FileItem item, String why) {
    notUnderstood.putIfAbsent(
        item.seq(),
        "item " + item.seq() + " (" + item.place() + ", MAV_CMD " + item.command() + ") " + why);
  }
}
