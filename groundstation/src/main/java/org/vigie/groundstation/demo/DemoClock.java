package org.vigie.groundstation.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * The story's time, the same that the station is given: now = start + speed x (wall - wall0).
 * Immutable.
 *
 * @param start the scenario's beginning
 * @param wallStart when that was on the wall clock
 */
record DemoClock(Instant start, Instant wallStart, double speed) {
  static DemoClock startingNow(Instant start, double speed) {
    return new DemoClock(start, Instant.now(), speed);
  }

  Instant now() {
    Duration elapsed = Duration.between(wallStart, Instant.now());
    return start.plusNanos((long) (elapsed.toNanos() * speed));
  }

  /** What {@code serve --clock} takes. */
  String argument() {
    return start + "," + wallStart + "," + speed;
  }
}
