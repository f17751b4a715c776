package org.vigie.simulator.fault;

import org.vigie.simulator.autopilot.store.StoredList;

/** Faults of what the autopilot stores: accepted, and read back as something else. */
public sealed interface StorageFault extends Fault {
  /** Fence points written from now on are damaged. */
  record Fence() implements StorageFault {
    @Override
    public FaultKind kind() {
      return FaultKind.FENCE_STORAGE;
    }

    @Override
    public void worsen(Condition condition) {
      condition.storage(StoredList.FENCE);
    }
  }

  /** Mission items written from now on are damaged. */
  record Mission() implements StorageFault {
    @Override
    public FaultKind kind() {
      return FaultKind.MISSION_STORAGE;
    }

    @Override
    public void worsen(Condition condition) {
      condition.storage(StoredList.MISSION);
    }
  }
}
