package org.vigie.simulator.autopilot.px4;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.autopilot.store.Item;

/**
 * Items of a mission that are done on the way: jumps, speeds, regions of interest, commands for
 * devices.
 *
 * @source PX4 mission_base.cpp, mission_block.cpp issue_command
 */
final class MissionActs {
  private static final int COMMAND_ITEM_MIN = 200;

  private final Px4Craft craft;
  private final MissionPlan plan;

  /** How often each jump was taken: one entry a jump. */
  private final Map<Integer, Integer> jumped = new HashMap<>();

  MissionActs(Px4Craft craft, MissionPlan plan) {
    this.craft = craft;
    this.plan = plan;
  }

  /** Jumps count anew. */
  void forget() {
    jumped.clear();
  }

  /**
   * Does an item that is not flown.
   *
   * @param forward whether the mission is flown as it was meant, not as a return
   * @param onward what comes next when it does not jump
   * @return the next item
   */
  int perform(int index, boolean forward, int onward) {
    Item item = plan.items().get(index);
    switch (item.command()) {
      case Commands.DO_JUMP -> {
        return jump(index, item, forward, onward);
      }
      case Commands.DO_CHANGE_SPEED -> changeSpeed(item);
      case Commands.DO_SET_ROI_LOCATION -> look(item);
      case Commands.DO_SET_ROI -> look((int) item.param1() == 3 ? item : null);
      case Commands.DO_SET_ROI_NONE -> craft.interest = null;
      default -> {
        if (item.command() >= COMMAND_ITEM_MIN && forward) {
          craft.voice.command(
              item.command(), item.param1(), item.param2(), item.param3(), item.param4(), item.x());
        }
      }
    }
    return onward;
  }

  private void look(@Nullable Item item) {
    craft.interest = item != null && Px4Craft.onGlobe(item) ? craft.target(item) : null;
  }

  private void changeSpeed(Item item) {
    if (item.param2() > 0 && Float.isFinite(item.param2())) {
      craft.cruiseMps = Math.max(0.5, item.param2());
    } else {
      craft.cruiseMps = Double.NaN;
    }
  }

  private int jump(int index, Item item, boolean forward, int onward) {
    int done = jumped.getOrDefault(index, 0);
    if (!forward || !(done < item.param2())) {
      return onward;
    }
    jumped.put(index, done + 1);
    int to = (int) item.param1();
    return to >= 0 && to < plan.items().size() ? to : onward;
  }
}
