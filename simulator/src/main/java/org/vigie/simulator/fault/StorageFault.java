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
    public Runnable begin(FaultSite site) {
      return site.each(
          "fence storage of this kind",
          (vehicle, good) -> vehicle.autopilot().controller().storage(StoredList.FENCE, good));
    }
  }

  /** Mission items written from now on are damaged. */
  record Mission() implements StorageFault {
    @Override
    public FaultKind kind() {
      return FaultKind.MISSION_STORAGE;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return site.each(
          "mission storage of this kind",
          (vehicle, good) -> vehicle.autopilot().controller().storage(StoredList.MISSION, good));
    }
  }
}
