package org.vigie.simulator.autopilot.store;

import java.util.ArrayList;
import java.util.List;

/**
 * The mission in its live storage: written item by item, so that an interrupted upload leaves a
 * mix. Item 0 is home and reads back as home. Confined to the world's thread.
 */
public final class MissionStore {
  /**
   * @source recording a15: {@code Only 650 items are supported}
   */
  public static final int ITEMS_MAX = 650;

  private final List<Item> items = new ArrayList<>();
  private boolean sound = true;

  public int count() {
    return items.size();
  }

  /** The item at an index; 0 holds whatever was sent for home. */
  public Item get(int index) {
    return items.get(index);
  }

  /** Whether an index names an item that is flown or done. */
  public boolean has(int index) {
    return index >= 1 && index < items.size();
  }

  /** Whether what is written from now on is kept as it was written; a fault when not. */
  public void sound(boolean ok) {
    sound = ok;
  }

  /** Replaces an item or adds the next one. */
  public void write(int index, Item wanted) {
    Item item = sound || !wanted.hasPlace() ? wanted : DamagedCell.through(wanted);
    if (index < items.size()) {
      items.set(index, item);
    } else if (index == items.size() && index < ITEMS_MAX) {
      items.add(item);
    } else {
      throw new IllegalArgumentException("item " + index + " of " + items.size());
    }
  }

  /** Cuts the list, as an upload of fewer items does at its beginning. */
  public void truncate(int count) {
    while (items.size() > count) {
      items.remove(items.size() - 1);
    }
  }

  /** Whether the first item that is flown takes off. */
  public boolean startsWithTakeoff() {
    for (int i = 1; i < items.size(); i++) {
      if (Commands.isNav(items.get(i).command())) {
        return items.get(i).command() == Commands.NAV_TAKEOFF;
      }
    }
    return false;
  }
}
