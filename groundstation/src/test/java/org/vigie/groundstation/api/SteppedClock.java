package org.vigie.groundstation.api;

import java.time.Duration;
import java.time.Instant;
import org.vigie.groundstation.time.StationClock;

/** A clock that a test moves. */
final class SteppedClock implements StationClock {
  private volatile Instant now;

  SteppedClock(Instant start) {
    now = start;
  }

  void step(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant now() {
    return now;
  }
}
