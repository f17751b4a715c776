package org.vigie.planner.mission;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geofence.geo.LatLon;
import org.vigie.planner.mission.MissionWriter.Written;
import org.vigie.planner.plan.Autopilot;
import org.vigie.planner.plan.Home;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.plan.Phases;
import org.vigie.planner.plan.Start;

/**
 * Writes a flight as PX4 stores it. The mission has no landing and ends with a return, so that with
 * RTL_TYPE 2 every return, the planned one too, is this mission flown back from the nearest place
 * or the one before: out and home on one way.
 *
 * <p>Every turning point of the way out is stored twice, because PX4 1.16 and 1.17 begin a return
 * from the mission one place too far back: the corner would be cut. More time on scene is waited at
 * the corners of one round, which a return flies without waiting. Headings are 0: one that is not a
 * number cannot be read back as equal.
 *
 * @source PX4 rtl_mission_fast_reverse.cpp, mission_base.cpp getPreviousPositionItems,
 *     setMissionToClosestItem; recording of RTL_TYPE 2 without a landing, in which MISSION_CURRENT
 *     goes from 3 to 1; mavlink_mission.cpp for the stored form
 */
public final class Px4MissionWriter {
  private static final float GROUND_SPEED = 1;
  private static final float THROTTLE_UNCHANGED = -1;

  /** Each unit of time on scene beyond the first is so long a wait at each corner, seconds. */
  private static final int CORNER_WAIT_S = 10;

  private final FlightPath path;
  private final Home home;
  private final float heightM;
  private final List<MissionItem> items = new ArrayList<>();

  private Px4MissionWriter(FlightPath path, Home home, int heightM) {
    this.path = path;
    this.home = home;
    this.heightM = heightM;
  }

  /**
   * The mission of a path, as {@link MissionForm} describes it.
   *
   * @throws IllegalArgumentException if it starts in the air: its return would not know the way
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
    if (start.airborne()) {
      throw new IllegalArgumentException("no PX4 mission starts in the air");
    }
    Px4MissionWriter writer = new Px4MissionWriter(path, home, heightM);
    writer.out(targetHeightM, cruiseMps);
    int sceneFirst = writer.scene(sceneMps, turns);
    int sceneLast = writer.items.size() - 1;
    int back = writer.items.size();
    List<MissionItem> flown = new ArrayList<>(writer.items);
    writer.order(MavCmd.NAV_RETURN_TO_LAUNCH, 0, 0, 0);
    writer.back(flown, back, cruiseMps);
    return new Written(writer.items, flown, new Phases(0, sceneFirst, sceneLast, back, back));
  }

  private void out(int targetHeightM, double cruiseMps) {
    placed(MavCmd.NAV_TAKEOFF, 0, home.position(), heightM);
    speed(cruiseMps);
    for (LatLon corner : path.outbound()) {
      waypoint(corner, 0);
      waypoint(corner, 0);
    }
    path.target().ifPresent(target -> placed(MavCmd.DO_SET_ROI_LOCATION, 0, target, targetHeightM));
    waypoint(path.entry(), 0);
  }

  /** Returns the first item that is flown on scene. */
  private int scene(double sceneMps, int turns) {
    if (path.round().isEmpty()) {
      waypoint(path.entry(), turns);
      return items.size() - 1;
    }
    speed(sceneMps);
    int first = items.size();
    for (LatLon corner : path.round()) {
      waypoint(corner, (turns - 1) * CORNER_WAIT_S);
    }
    return first;
  }

  /** The places back from the last but one, without waiting, and down at home. */
  private void back(List<MissionItem> flown, int seq, double cruiseMps) {
    List<MissionItem> places =
        items.stream()
            .filter(
                item ->
                    item.command() == MavCmd.NAV_WAYPOINT || item.command() == MavCmd.NAV_TAKEOFF)
            .toList();
    flown.add(
        item(
            seq,
            Autopilot.PX4.orderFrame(),
            MavCmd.DO_CHANGE_SPEED,
            GROUND_SPEED,
            (float) cruiseMps,
            THROTTLE_UNCHANGED));
    for (int i = places.size() - 2; i >= 0; i--) {
      flown.add(at(seq, MavCmd.NAV_WAYPOINT, 0, places.get(i).x(), places.get(i).y(), heightM));
    }
    flown.add(at(seq, MavCmd.NAV_LAND, 0, home.latE7(), home.lonE7(), 0));
  }

  private void waypoint(LatLon point, int waitS) {
    placed(MavCmd.NAV_WAYPOINT, waitS, point, heightM);
  }

  private void speed(double speedMps) {
    order(MavCmd.DO_CHANGE_SPEED, GROUND_SPEED, (float) speedMps, THROTTLE_UNCHANGED);
  }

  private void placed(int command, int waitS, LatLon point, float z) {
    items.add(at(items.size(), command, waitS, point.latE7(), point.lonE7(), z));
  }

  private void order(int command, float p1, float p2, float p3) {
    items.add(item(items.size(), Autopilot.PX4.orderFrame(), command, p1, p2, p3));
  }

  private static MissionItem at(int seq, int command, int waitS, int x, int y, float z) {
    return new MissionItem(seq, Autopilot.PX4.relativeFrame(), command, waitS, 0, 0, 0, x, y, z);
  }

  private static MissionItem item(int seq, int frame, int command, float p1, float p2, float p3) {
    return new MissionItem(seq, frame, command, p1, p2, p3, 0, 0, 0, 0);
  }
}
