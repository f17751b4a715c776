package org.vigie.simulator.mavlink.copter;

import java.util.List;
import java.util.Optional;
import org.vigie.simulator.autopilot.Home;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.autopilot.store.MissionRules;
import org.vigie.simulator.autopilot.store.MissionStore;
import org.vigie.simulator.autopilot.store.StoreResult;

/** MAV_MISSION_TYPE 0: into live storage, one by one. */
final class MissionList extends ItemList {
  private int announced;

  MissionList(Copter copter) {
    super(copter);
  }

  @Override
  int missionType() {
    return 0;
  }

  @Override
  String label() {
    return "Mission";
  }

  @Override
  int max() {
    return MissionStore.ITEMS_MAX;
  }

  @Override
  int count() {
    return copter.mission().count();
  }

  @Override
  Item read(int index) {
    return index == 0 ? home(copter.home()) : copter.mission().get(index);
  }

  private static Item home(Optional<Home> home) {
    return home.map(
            at ->
                new Item(
                    0,
                    Commands.NAV_WAYPOINT,
                    0,
                    0,
                    0,
                    0,
                    at.place().latE7(),
                    at.place().lonE7(),
                    Math.round(at.altitudeAmslM() * 100) / 100f,
                    1))
        .orElse(new Item(0, Commands.NAV_WAYPOINT, 0, 0, 0, 0, 0, 0, 0, 1));
  }

  @Override
  void begin(int count) {
    announced = count;
    copter.mission().truncate(count);
  }

  @Override
  StoreResult write(int index, Item item) {
    StoreResult result = MissionRules.check(item);
    boolean astray =
        item.command() == Commands.DO_JUMP
            && !(item.param1() >= 1 && item.param1() < Math.max(announced, count()));
    if (result == StoreResult.ACCEPTED && astray) {
      return StoreResult.ERROR; // recording a15
    }
    if (result == StoreResult.ACCEPTED) {
      copter.mission().write(index, MissionRules.store(item));
      copter.commands().missionItemWritten(index);
    }
    return result;
  }

  @Override
  Finished finish() {
    return new Finished(StoreResult.ACCEPTED, List.of("Flight plan received"), 6);
  }

  @Override
  boolean busy() {
    return copter.commands().missionRuns();
  }

  @Override
  void clear() {
    copter.mission().truncate(0);
  }

  @Override
  List<String> cleared() {
    return List.of("Flight plan received");
  }

  @Override
  String totalParameter() {
    return "MIS_TOTAL";
  }
}
