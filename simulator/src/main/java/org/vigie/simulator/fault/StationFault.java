package org.vigie.simulator.fault;

/** Faults of the station under test. */
public sealed interface StationFault extends Fault {
  /** Its process ends without a word; lifted, it is started again. */
  record Kill() implements StationFault {
    @Override
    public FaultKind kind() {
      return FaultKind.STATION_KILL;
    }

    @Override
    public boolean stopsStation() {
      return true;
    }
  }

  /**
   * It is started again: one that was killed by being lifted, one that runs by being killed first.
   * There is nothing to lift.
   */
  record Restart() implements StationFault {
    @Override
    public FaultKind kind() {
      return FaultKind.STATION_RESTART;
    }

    @Override
    public Runnable begin(FaultSite site) {
      if (!site.lift().test(FaultKind.STATION_KILL)) {
        site.ports().station(FaultPorts.StationOrder.KILL).ifPresent(site.notes());
        site.ports().station(FaultPorts.StationOrder.RESTART);
      }
      return () -> {};
    }
  }
}
