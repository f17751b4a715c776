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
    public Runnable begin(FaultSite site) {
      site.ports().station(FaultPorts.StationOrder.KILL);
      return () -> site.ports().station(FaultPorts.StationOrder.RESTART);
    }

    @Override
    public boolean lasting() {
      return false;
    }
  }

  /** It is started again; there is nothing to lift. */
  record Restart() implements StationFault {
    @Override
    public FaultKind kind() {
      return FaultKind.STATION_RESTART;
    }

    @Override
    public Runnable begin(FaultSite site) {
      site.ports().station(FaultPorts.StationOrder.RESTART);
      return () -> {};
    }

    @Override
    public boolean lasting() {
      return false;
    }
  }
}
