package org.vigie.groundstation.console;

import java.time.Duration;
import java.time.Instant;
import org.vigie.groundstation.time.StationClock;

/**
 * Time that may be told to run slower than the machine's, so that a busy machine is still quick.
 * Thread-safe.
 */
final class PacedClock implements StationClock {
  private Instant from = Instant.now();
  private long fromNanos = System.nanoTime();
  private double factor = 1;

  @Override
  public synchronized Instant now() {
    return from.plus(Duration.ofNanos((long) ((System.nanoTime() - fromNanos) * factor)));
  }

  /** Runs on from now at so many times the machine's pace. */
  synchronized void pace(double times) {
    from = now();
    fromNanos = System.nanoTime();
    factor = times;
  }
}
