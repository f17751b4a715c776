package org.vigie.planner.io;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;

/** The shapes of a stored fence list. */
public final class StoredFence {
  private StoredFence() {}

  /**
   * Reads a plan's fence items as shapes, in their order.
   *
   * @throws IllegalArgumentException if the list holds a command that is no fence
   */
  public static List<FenceShape> shapes(List<MissionItem> fence) {
    List<FenceShape> shapes = new ArrayList<>();
    for (int i = 0; i < fence.size(); ) {
      MissionItem first = fence.get(i);
      switch (first.command()) {
        case MavCmd.NAV_FENCE_POLYGON_VERTEX_INCLUSION,
            MavCmd.NAV_FENCE_POLYGON_VERTEX_EXCLUSION -> {
          int end = Math.min(fence.size(), i + Math.max(1, (int) first.param1()));
          List<LatLon> ring = fence.subList(i, end).stream().map(StoredFence::position).toList();
          shapes.add(
              new FenceShape.Polygon(
                  first.command() == MavCmd.NAV_FENCE_POLYGON_VERTEX_INCLUSION,
                  new GeoPolygon(ring)));
          i = end;
        }
        case MavCmd.NAV_FENCE_CIRCLE_INCLUSION, MavCmd.NAV_FENCE_CIRCLE_EXCLUSION -> {
          shapes.add(
              new FenceShape.Circle(
                  first.command() == MavCmd.NAV_FENCE_CIRCLE_INCLUSION,
                  position(first),
                  first.param1()));
          i++;
        }
        default ->
            throw new IllegalArgumentException(
                "no fence of command " + first.command() + " is known");
      }
    }
    return shapes;
  }

  private static LatLon position(MissionItem item) {
    return LatLon.ofE7(item.x(), item.y());
  }
}
