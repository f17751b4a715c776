package org.vigie.planner.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.BothReadings;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;

/**
 * The fence as the autopilot keeps it.
 *
 * @param inclusion the single inclusion polygon, if it is one and does not cross itself
 * @param held the same, ready to be asked
 * @param exclusions polygons to stay out of
 * @param stored whether every item is of the stored form
 */
record StoredFence(
    Optional<BothReadings> inclusion,
    Optional<Held> held,
    List<BothReadings> exclusions,
    boolean stored) {
  /** What the checks look at; circles and return points would act unseen. */
  private static final Set<Integer> POLYGONS =
      Set.of(MavCmd.NAV_FENCE_POLYGON_VERTEX_INCLUSION, MavCmd.NAV_FENCE_POLYGON_VERTEX_EXCLUSION);

  StoredFence {
    exclusions = List.copyOf(exclusions);
  }

  static StoredFence of(FlightPlan plan, Plane plane) {
    List<BothReadings> inclusions =
        polygons(plan, plane, MavCmd.NAV_FENCE_POLYGON_VERTEX_INCLUSION);
    Optional<BothReadings> single =
        inclusions.size() == 1 && inclusions.get(0).isValid()
            ? Optional.of(inclusions.get(0))
            : Optional.empty();
    return new StoredFence(
        single,
        single.map(Held::new),
        polygons(plan, plane, MavCmd.NAV_FENCE_POLYGON_VERTEX_EXCLUSION),
        isStored(plan.fence(), AutopilotReading.autopilot(plan).fenceFrame()));
  }

  /** The polygons of one command in the stored fence, as far as their counts make sense. */
  private static List<BothReadings> polygons(FlightPlan plan, Plane plane, int command) {
    List<BothReadings> polygons = new ArrayList<>();
    List<MissionItem> fence = plan.fence();
    for (int i = 0; i < fence.size(); ) {
      int count = Math.max(1, (int) fence.get(i).param1());
      int end = Math.min(fence.size(), i + count);
      List<MissionItem> ring = fence.subList(i, end);
      if (fence.get(i).command() == command && ring.size() >= 3) {
        polygons.add(
            BothReadings.of(
                plane,
                new GeoPolygon(
                    ring.stream().map(item -> LatLon.ofE7(item.x(), item.y())).toList())));
      }
      i = end;
    }
    return polygons;
  }

  /** Nothing but polygons: one frame, no height, and each polygon's vertices carry its count. */
  private static boolean isStored(List<MissionItem> fence, int frame) {
    for (int i = 0; i < fence.size(); ) {
      int count = (int) fence.get(i).param1();
      if (count < 3 || i + count > fence.size()) {
        return false;
      }
      for (int k = i; k < i + count; k++) {
        MissionItem item = fence.get(k);
        boolean stored =
            POLYGONS.contains(item.command())
                && item.frame() == frame
                && item.z() == 0
                && item.param1() == count
                && item.command() == fence.get(i).command()
                && item.seq() == k;
        if (!stored) {
          return false;
        }
      }
      i += count;
    }
    return true;
  }
}
