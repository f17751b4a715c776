package org.vigie.simulator.fault;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.vigie.simulator.net.LinkFaults;
import org.vigie.simulator.world.SimulatedVehicle;

/**
 * What faults reach outside of the world. Called on the world's thread; never blocks. What comes
 * back is why nothing happens, for people; empty when somebody takes it.
 */
public interface FaultPorts {
  /** What is wrong with a vehicle's links from now on. */
  void link(SimulatedVehicle vehicle, LinkFaults faults);

  /** What a vehicle's camera sends from now on. */
  Optional<Note> camera(SimulatedVehicle vehicle, Picture picture);

  /** Kills the station under test, or starts it again. */
  Optional<Note> station(StationOrder order);

  /** The acoustic sensors that there are. */
  Collection<String> sensors();

  /**
   * An acoustic sensor reports what never happened.
   *
   * @param sensor one of those that there are
   * @param type alert type of the HTTP interface
   * @param at simulated time
   */
  Optional<Note> falseAlarm(String sensor, String type, Instant at);

  /** What a camera sends; the worst comes last. */
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
