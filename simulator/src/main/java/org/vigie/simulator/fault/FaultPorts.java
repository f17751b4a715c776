package org.vigie.simulator.fault;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.vigie.simulator.net.LinkFaults;
import org.vigie.simulator.world.SimulatedVehicle;

/** What faults reach outside of the world. Called on the world's thread; never blocks. */
public interface FaultPorts {
  /** Changes what is wrong with a vehicle's links. */
  void link(SimulatedVehicle vehicle, UnaryOperator<LinkFaults> change);

  /** Changes what a vehicle's camera sends. */
  void camera(SimulatedVehicle vehicle, Picture picture);

  /** Kills the station under test, or starts it again. */
  void station(StationOrder order);

  /**
   * An acoustic sensor reports what never happened.
   *
   * @param type alert type of the HTTP interface
   * @param at simulated time
   */
  void falseAlarm(String sensor, String type, Instant at);

  /** What a camera sends. */
  enum Picture {
    LIVE,
    /** The same picture for ever. */
    FROZEN,
    /** Nothing. */
    NONE
  }

  /** What is done to the station under test. */
  enum StationOrder {
    /** Its process ends at once, without a word. */
    KILL,
    /** It is started again. */
    RESTART
  }
}
