package org.vigie.groundstation.time;

import java.time.Instant;

/** The station's time. In a simulation it may run at N times the wall clock. Thread-safe. */
@FunctionalInterface
public interface StationClock {
  /** Now, UTC, never going back within one process. */
  Instant now();
}
