package org.vigie.groundstation.vehicle.protocol;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.plan.ParameterSetting;

/** What a vehicle is to carry, or carries: its three lists, and parameters. Immutable. */
public record Load(Map<ListKind, List<StoredItem>> lists, List<ParameterSetting> parameters) {
  /**
   * @throws IllegalArgumentException if one of the lists is missing
   */
  public Load {
    EnumMap<ListKind, List<StoredItem>> copy = new EnumMap<>(ListKind.class);
    lists.forEach((kind, items) -> copy.put(kind, List.copyOf(items)));
    if (copy.size() != ListKind.values().length) {
      throw new IllegalArgumentException("a load has all lists, not " + copy.keySet());
    }
    lists = Map.copyOf(copy);
    parameters = List.copyOf(parameters);
  }

  /** What a plan gives to its vehicle. */
  public static Load of(FlightPlan plan) {
    return new Load(
        Map.of(
            ListKind.MISSION, items(plan.mission()),
            ListKind.FENCE, items(plan.fence()),
            ListKind.RALLY, items(plan.rally())),
        plan.parameters());
  }

  private static List<StoredItem> items(List<MissionItem> items) {
    return items.stream().map(StoredItem::of).toList();
  }

  List<StoredItem> items(ListKind kind) {
    return lists.getOrDefault(kind, List.of());
  }

  List<String> names() {
    return parameters.stream().map(ParameterSetting::name).toList();
  }
}
