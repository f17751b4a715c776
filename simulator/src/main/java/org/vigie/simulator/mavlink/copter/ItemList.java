package org.vigie.simulator.mavlink.copter;

import java.util.List;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.autopilot.store.Item;
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

  /** Whether it is in use and cannot be cleared. */
  boolean busy() {
    return false;
  }

  abstract void clear();

  /** What clearing it says. */
  abstract List<String> cleared();

  /** The parameter that counts the items. */
  abstract String totalParameter();
}
