package org.vigie.planner.mission;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geofence.geo.LatLon;
import org.vigie.planner.plan.Home;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.plan.Phases;
import org.vigie.planner.plan.Start;

/**
 * Writes a flight as ArduCopter stores it and reads it back: item 0 is home; waypoints keep no
 * radius and no yaw; items without a place carry frame 0; NAV_LAND reads back with param4 = 1.
 *
 * @source recorded read-backs of ArduCopter: commands 16, 21, 22, 188, 195, 197; AP_Mission.cpp,
 *     mission_cmd_to_mavlink_int (NAV_LAND: loiter_ccw ? -1 : 1)
 */
public final class MissionWriter {
  private static final float GROUND_SPEED = 1;
  private static final float THROTTLE_UNCHANGED = -1;
  private static final float LAND_PARAM4_STORED = 1;

  /**
   * A written mission.
   *
   * @param items as stored
   * @param flown what the autopilot makes of them, in the order flown; a way back that is no item
   *     has the number of the item that asks for it
   */
  public record Written(List<MissionItem> items, List<MissionItem> flown, Phases phases) {
    public Written {
      items = List.copyOf(items);
      flown = List.copyOf(flown);
    }

    /** Whether the autopilot's own return is the way back. */
    public boolean returnsByItself() {
      return items.get(phases.returnStart()).command() == MavCmd.NAV_RETURN_TO_LAUNCH;
    }
  }

  private final FlightPath path;
  private final Home home;
  private final Start start;
  private final float heightM;
  private final List<MissionItem> items = new ArrayList<>();

  private MissionWriter(FlightPath path, Home home, Start start, int heightM) {
    this.path = path;
    this.home = home;
    this.start = start;
    this.heightM = heightM;
  }

  /**
   * The mission of a path.
   *
   * @param heightM height of all legs above home, whole metres
   * @param targetHeightM height of the target above home, whole metres
   * @param turns whole turns round the scene; for a hover its whole seconds
   */
  public static Written write(
      FlightPath path,
      Home home,
      Start start,
      int heightM,
      int targetHeightM,
      double cruiseMps,
      double sceneMps,
      int turns) {
    MissionWriter writer = new MissionWriter(path, home, start, heightM);
    int atHeight = writer.out(targetHeightM, cruiseMps);
    int sceneFirst = writer.scene(sceneMps, turns);
    int sceneLast = writer.items.size() - 1;
    int returnStart = writer.back(cruiseMps);
    return new Written(
        writer.items,
        writer.items.subList(1, writer.items.size()),
        new Phases(atHeight, sceneFirst, sceneLast, returnStart, writer.items.size() - 1));
  }

  /** Returns the item that brings it to its height. */
  private int out(int targetHeightM, double cruiseMps) {
    placed(
        MavCmd.FRAME_GLOBAL,
        MavCmd.NAV_WAYPOINT,
        0,
        0,
        home.position(),
        home.altitudeAmslCm() / 100f);
    int atHeight;
    if (start.airborne()) {
      speed(cruiseMps);
      atHeight = items.size();
      waypoint(path.from());
    } else {
      // take-off goes up where the aircraft stands: ArduCopter keeps the height only
      atHeight = items.size();
      add(MavCmd.FRAME_RELATIVE, MavCmd.NAV_TAKEOFF, 0, 0, 0, 0, 0, 0, heightM);
      speed(cruiseMps);
    }
    path.outbound().forEach(this::waypoint);
    path.target().ifPresent(target -> lookAt(target, targetHeightM));
    if (!path.entry().equals(path.from())) {
      waypoint(path.entry());
    }
    return atHeight;
  }

  private void lookAt(LatLon target, int targetHeightM) {
    placed(MavCmd.FRAME_RELATIVE, MavCmd.DO_SET_ROI_LOCATION, 0, 0, target, targetHeightM);
  }

  /** Returns the first item that is flown on scene. */
  private int scene(double sceneMps, int turns) {
    if (path.round().isEmpty()) {
      placed(MavCmd.FRAME_RELATIVE, MavCmd.NAV_WAYPOINT, turns, 0, path.entry(), heightM);
      return items.size() - 1;
    }
    speed(sceneMps);
    int first = items.size();
    for (int turn = 0; turn < turns; turn++) {
      path.round().forEach(this::waypoint);
    }
    return first;
  }

  /**
   * Returns the start of the return path. It has the entry's place, so that its first leg leads out
   * of the scene.
   */
  private int back(double cruiseMps) {
    if (path.target().isPresent()) {
      add(MavCmd.FRAME_GLOBAL, MavCmd.DO_SET_ROI_NONE, 0, 0, 0, 0, 0, 0, 0);
    }
    int start = items.size();
    placed(MavCmd.FRAME_RELATIVE, MavCmd.DO_RETURN_PATH_START, 0, 0, path.entry(), heightM);
    speed(cruiseMps);
    path.back().forEach(this::waypoint);
    waypoint(path.home());
    placed(MavCmd.FRAME_RELATIVE, MavCmd.NAV_LAND, 0, LAND_PARAM4_STORED, home.position(), 0);
    return start;
  }

  private void waypoint(LatLon point) {
    placed(MavCmd.FRAME_RELATIVE, MavCmd.NAV_WAYPOINT, 0, 0, point, heightM);
  }

  private void speed(double speedMps) {
    add(
        MavCmd.FRAME_GLOBAL,
        MavCmd.DO_CHANGE_SPEED,
        GROUND_SPEED,
        (float) speedMps,
        THROTTLE_UNCHANGED,
        0,
        0,
        0,
        0);
  }

  private void placed(int frame, int command, float param1, float param4, LatLon point, float z) {
    add(frame, command, param1, 0, 0, param4, point.latE7(), point.lonE7(), z);
  }

  private void add(
      int frame, int command, float p1, float p2, float p3, float p4, int x, int y, float z) {
    items.add(new MissionItem(items.size(), frame, command, p1, p2, p3, p4, x, y, z));
  }
}
