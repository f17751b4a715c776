package org.vigie.simulator.mavlink.copter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.simulator.autopilot.Home;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.autopilot.store.FenceStore;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.autopilot.store.MissionRules;
import org.vigie.simulator.autopilot.store.MissionStore;
import org.vigie.simulator.autopilot.store.RallyStore;
import org.vigie.simulator.autopilot.store.StoreResult;

/** One of the three lists that stations write and read, with its own way of being written. */
abstract class ItemList {
  /** What a finished upload says. */
  record Finished(StoreResult result, List<String> texts, int severity) {}

  final Copter copter;

  ItemList(Copter copter) {
    this.copter = copter;
  }

  abstract int missionType();

  /** Begins the texts of this list. */
  abstract String label();

  abstract int max();

  abstract int count();

  abstract Item read(int index);

  /** An upload of so many items begins. */
  abstract void begin(int count);

  /** One item of it. */
  abstract StoreResult write(int index, Item item);

  abstract Finished finish();

  /** MAV_SEVERITY of the text that an upload went well. */
  int finishedSeverity() {
    return missionType() == 1 ? 7 : 6;
  }

  abstract void clear();

  /** What clearing it says. */
  abstract List<String> cleared();

  /** The parameter that counts the items. */
  abstract String totalParameter();

  static List<ItemList> all(Copter copter) {
    return List.of(new Mission(copter), new Fence(copter), new Rally(copter));
  }

  /** MAV_MISSION_TYPE 0: into live storage, one by one. */
  private static final class Mission extends ItemList {
    private int announced;

    Mission(Copter copter) {
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

  /** MAV_MISSION_TYPE 1: staged, in place when it is whole and valid. */
  private static final class Fence extends ItemList {
    private final List<Item> staged = new ArrayList<>();

    Fence(Copter copter) {
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

  /** MAV_MISSION_TYPE 2: one by one. */
  private static final class Rally extends ItemList {
    Rally(Copter copter) {
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

  @Override
  public String toString() {
    return label().toLowerCase(Locale.ROOT);
  }
}
