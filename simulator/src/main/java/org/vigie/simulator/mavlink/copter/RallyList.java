package org.vigie.simulator.mavlink.copter;

import java.util.List;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.autopilot.store.RallyStore;
import org.vigie.simulator.autopilot.store.StoreResult;

/** MAV_MISSION_TYPE 2: one by one. */
final class RallyList extends ItemList {
  RallyList(Copter copter) {
    super(copter);
  }

  @Override
  int missionType() {
    return 2;
  }

  @Override
  String label() {
    return "Rally";
  }

  @Override
  int max() {
    return RallyStore.POINTS_MAX;
  }

  @Override
  int count() {
    return copter.rally().points().size();
  }

  @Override
  Item read(int index) {
    return copter.rally().points().get(index);
  }

  @Override
  void begin(int count) {
    copter.rally().truncate(count);
  }

  @Override
  StoreResult write(int index, Item item) {
    StoreResult result = RallyStore.check(item);
    if (result == StoreResult.ACCEPTED) {
      copter.rally().write(index, item);
    }
    return result;
  }

  @Override
  Finished finish() {
    return new Finished(StoreResult.ACCEPTED, List.of(), 6);
  }

  @Override
  void clear() {
    copter.rally().truncate(0);
  }

  @Override
  List<String> cleared() {
    return List.of();
  }

  @Override
  String totalParameter() {
    return "RALLY_TOTAL";
  }
}
