package org.vigie.simulator.mavlink.copter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.autopilot.store.FenceStore;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.autopilot.store.StoreResult;

/** MAV_MISSION_TYPE 1: staged, in place when it is whole and valid. */
final class FenceList extends ItemList {
  private final List<Item> staged = new ArrayList<>();

  FenceList(Copter copter) {
    super(copter);
  }

  @Override
  int missionType() {
    return 1;
  }

  @Override
  String label() {
    return "Fence";
  }

  @Override
  int max() {
    return FenceStore.ITEMS_MAX;
  }

  @Override
  int count() {
    return copter.fence().items().size();
  }

  @Override
  Item read(int index) {
    return copter.fence().items().get(index);
  }

  @Override
  void begin(int count) {
    staged.clear();
  }

  @Override
  StoreResult write(int index, Item item) {
    StoreResult result = FenceStore.check(item);
    if (result == StoreResult.ACCEPTED) {
      staged.add(item);
    }
    return result;
  }

  @Override
  Finished finish() {
    Optional<String> wrong = copter.fence().replace(staged);
    staged.clear();
    return wrong
        .map(text -> new Finished(StoreResult.ERROR, List.of(text, "Fence validation failed"), 4))
        .orElseGet(() -> new Finished(StoreResult.ACCEPTED, List.of("Fence Indexed OK"), 7));
  }

  @Override
  void clear() {
    staged.clear();
    copter.fence().replace(List.of());
  }

  @Override
  List<String> cleared() {
    return List.of("Fence Indexed OK");
  }

  @Override
  String totalParameter() {
    return "FENCE_TOTAL";
  }
}
