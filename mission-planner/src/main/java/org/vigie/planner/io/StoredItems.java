package org.vigie.planner.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.geofence.geo.LatLon;
import org.vigie.planner.plan.Home;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;

/** The items that an autopilot would store of a mission file: what a read-back would bring. */
public final class StoredItems {
  private StoredItems() {}

  /** The mission; empty while an item leaves a parameter open, or home is needed and not known. */
  public static Optional<List<MissionItem>> mission(PlanFile file, Autopilot autopilot) {
    List<MissionItem> items = new ArrayList<>();
    if (autopilot.homeIsItem0()) {
      if (file.home().isEmpty()) {
        return Optional.empty();
      }
      items.add(home(file.home().get()));
    }
    for (FileItem item : file.mission()) {
      Optional<MissionItem> stored = item.findStored();
      if (stored.isEmpty()) {
        return Optional.empty();
      }
      items.add(numbered(stored.get(), items.size(), autopilot.homeIsItem0() ? 0 : 1));
    }
    return Optional.of(items);
  }

  /**
   * The fence: each vertex carries the number of vertices of its polygon, each circle its radius.
   */
  public static List<MissionItem> fence(PlanFile file, Autopilot autopilot) {
    List<MissionItem> items = new ArrayList<>();
    int frame = autopilot.fenceFrame();
    for (FenceShape shape : file.fence()) {
      if (shape instanceof FenceShape.Polygon polygon) {
        int command =
            polygon.inclusion()
                ? MavCmd.NAV_FENCE_POLYGON_VERTEX_INCLUSION
                : MavCmd.NAV_FENCE_POLYGON_VERTEX_EXCLUSION;
        for (LatLon vertex : polygon.ring().ring()) {
          items.add(placed(items.size(), frame, command, polygon.ring().ring().size(), vertex, 0));
        }
      } else if (shape instanceof FenceShape.Circle circle) {
        int command =
            circle.inclusion()
                ? MavCmd.NAV_FENCE_CIRCLE_INCLUSION
                : MavCmd.NAV_FENCE_CIRCLE_EXCLUSION;
        items.add(
            placed(items.size(), frame, command, (float) circle.radiusM(), circle.centre(), 0));
      }
    }
    return items;
  }

  public static List<MissionItem> rally(PlanFile file, Autopilot autopilot) {
    List<MissionItem> items = new ArrayList<>();
    for (PlanFile.Place place : file.rally()) {
      items.add(
          placed(
              items.size(),
              autopilot.rallyFrame(),
              MavCmd.NAV_RALLY_POINT,
              0,
              place.position(),
              (float) place.heightM()));
    }
    return items;
  }

  private static MissionItem home(Home home) {
    return placed(
        0,
        MavCmd.FRAME_GLOBAL,
        MavCmd.NAV_WAYPOINT,
        0,
        home.position(),
        home.altitudeAmslCm() / 100f);
  }

  private static MissionItem placed(
      int seq, int frame, int command, float param1, LatLon point, float z) {
    return new MissionItem(seq, frame, command, param1, 0, 0, 0, point.latE7(), point.lonE7(), z);
  }

  /** Without home, jumps lead to a number that is one less, too. */
  private static MissionItem numbered(MissionItem item, int seq, int less) {
    boolean jumps = item.command() == MavCmd.DO_JUMP;
    return new MissionItem(
        seq,
        item.frame(),
        item.command(),
        jumps ? item.param1() - less : item.param1(),
        item.param2(),
        item.param3(),
        item.param4(),
        item.x(),
        item.y(),
        item.z());
  }
}
