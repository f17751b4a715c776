package org.vigie.simulator.run;

import java.time.Instant;
import org.vigie.simulator.fault.FaultPorts;

/** What the simulation asks of those around it: faults that lie outside of the world. */
public sealed interface Outside {
  /** Who may be there to take something. */
  enum Taker {
    /** Somebody who kills and starts the station under test. */
    STATION,
    /** Somebody who takes the sensors' reports away. */
    ALARMS
  }

  /** Kill the station under test, or start it again. */
  record Station(FaultPorts.StationOrder order) implements Outside {}

  /**
   * A sensor reports what never happened.
   *
   * @param at simulated time
   */
  record FalseAlarm(String sensor, String type, Instant at) implements Outside {}
}
