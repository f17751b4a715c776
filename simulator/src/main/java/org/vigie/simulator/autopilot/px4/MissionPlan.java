package org.vigie.simulator.autopilot.px4;

import java.util.List;
import java.util.Optional;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.physics.Vec3;

/** The stored mission as its flight looks at it: which items are places, and where it lands. */
final class MissionPlan {
  private final Px4Craft craft;

  MissionPlan(Px4Craft craft) {
    this.craft = craft;
  }

  List<Item> items() {
    return craft.slot(ItemSlot.Type.MISSION).items();
  }

  static boolean hasPosition(Item item) {
    return switch (item.command()) {
      case Commands.NAV_WAYPOINT,
          Commands.NAV_LOITER_UNLIM,
          Commands.NAV_LOITER_TIME,
          ItemRules.LOITER_TO_ALT,
          Commands.NAV_LAND,
          Commands.NAV_TAKEOFF,
          84,
          85 ->
          true;
      default -> false;
    };
  }

  /** The place before an item. */
  Optional<Integer> before(int index) {
    for (int i = Math.min(index, items().size()) - 1; i >= 0; i--) {
      if (hasPosition(items().get(i))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** The place after an item. */
  Optional<Integer> after(int index) {
    for (int i = index + 1; i < items().size(); i++) {
      if (hasPosition(items().get(i))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** The item that begins the landing, -1 for none. */
  int landStart() {
    int land = -1;
    for (int i = 0; i < items().size(); i++) {
      int command = items().get(i).command();
      if (command == Commands.DO_LAND_START) {
        return i;
      }
      if (land < 0 && (command == Commands.NAV_LAND || command == 85)) {
        land = i;
      }
    }
    return land;
  }

  /** Where it lands, if it does. */
  Optional<Vec3> landPlace() {
    for (Item item : items()) {
      if ((item.command() == Commands.NAV_LAND || item.command() == 85) && Px4Craft.onGlobe(item)) {
        return Optional.of(craft.target(item));
      }
    }
    return Optional.empty();
  }

  /** Places from an item to the end. */
  int placesFrom(int index) {
    int count = 0;
    for (int i = index; i < items().size(); i++) {
      count += hasPosition(items().get(i)) ? 1 : 0;
    }
    return count;
  }

  /** Places before an item. */
  int placesBefore(int index) {
    int count = 0;
    for (int i = 0; i < Math.min(index, items().size()); i++) {
      count += hasPosition(items().get(i)) ? 1 : 0;
    }
    return count;
  }
}
