package org.vigie.simulator.autopilot.px4;

import java.util.List;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.autopilot.store.Item;

/**
 * Looks at a mission after it was accepted, and says what is wrong with it as a text. Places that
 * no globe has, heights that are none and jumps to nowhere pass (recording p6).
 *
 * @source PX4 FeasibilityChecker.cpp, mission_feasibility_checker.cpp
 */
final class Feasibility {
  private final Px4Craft craft;
  private final Fence fence;

  Feasibility(Px4Craft craft, Fence fence) {
    this.craft = craft;
    this.fence = fence;
  }

  /** Whether PX4 will fly it. */
  boolean check(List<Item> items) {
    if (items.isEmpty()) {
      return false;
    }
    boolean placed = false;
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      if (i == 0 && item.command() == Commands.NAV_LAND && craft.landed) {
        return reject("Mission rejected: starts with landing", "navigator_mis_starts_w_landing");
      }
      if (item.command() == Commands.NAV_TAKEOFF && !takeoff(item, placed)) {
        return false;
      }
      placed |= MissionPlan.hasPosition(item);
      if (MissionPlan.hasPosition(item)
          && Px4Craft.onGlobe(item)
          && !fence.contains(craft.target(item))) {
        craft.say(
            2,
            "Geofence violation for waypoint " + (i + 1),
            Px4Event.of("navigator_mis_geofence_violation", Px4Event.MISSION_ERROR).with(i + 1, 2));
        return false;
      }
    }
    return true;
  }

  private boolean takeoff(Item item, boolean placed) {
    double acceptance = Line.acceptance(craft, 0);
    if (craft.upM(item) - craft.homeUpM() - 1 < acceptance) {
      return reject("Mission rejected: Takeoff altitude too low!", "navigator_mis_takeoff_too_low");
    }
    return !placed
        || reject(
            "Mission rejected: takeoff not first waypoint item", "navigator_mis_takeoff_not_first");
  }

  private boolean reject(String text, String event) {
    craft.say(2, text, Px4Event.of(event, Px4Event.MISSION_ERROR));
    return false;
  }
}
