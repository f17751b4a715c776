package org.vigie.simulator.autopilot.store;

/** A list that an autopilot keeps in its storage. */
public enum StoredList {
  MISSION,
  FENCE
}
