package org.vigie.groundstation.vehicle;

import java.util.List;
import org.vigie.groundstation.vehicle.protocol.ItemDifference;
import org.vigie.groundstation.vehicle.protocol.ListComparison;
import org.vigie.groundstation.vehicle.protocol.StoredItem;
import org.vigie.planner.plan.MissionItem;

/**
 * Compares a plan's items with others in stored form. Pure. The wanted list is in stored form, so
 * equality is exact; floats compare as floats, so that -0 equals 0.
 */
public final class MissionItemComparison {
  private MissionItemComparison() {}

  /**
   * All differences, in order; none means equal as stored.
   *
   * @param skipItemZero for a mission on a vehicle that keeps home there, see {@link
   *     AutopilotProfile#itemZeroIsHome()}: item 0 must exist, but may be anything
   */
  public static List<ItemDifference> compare(
      List<MissionItem> wanted, List<MissionItem> stored, boolean skipItemZero) {
    return ListComparison.compare(
        wanted.stream().map(StoredItem::of).toList(),
        stored.stream().map(StoredItem::of).toList(),
        skipItemZero);
  }
}
