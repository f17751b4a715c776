package org.vigie.groundstation.flight.watch;

import java.util.List;
import java.util.Optional;

/** Looks at one thing, and remembers nothing. */
@FunctionalInterface
public interface Watch {
  /** What it sees that is not as it should be. */
  Optional<Concern> look(Sight sight);

  /** All of them. */
  static List<Watch> all() {
    return List.of(
        new EnergyWatch(),
        new ExpiryWatch(),
        new PaceWatch(),
        new LinkWatch(),
        new ZoneWatch(),
        new TrafficWatch(),
        new HomeWatch(),
        new SatelliteWatch());
  }
}
