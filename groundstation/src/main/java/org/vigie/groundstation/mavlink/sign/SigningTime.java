package org.vigie.groundstation.mavlink.sign;

import java.time.Duration;
import java.time.Instant;

/**
 * The time in signatures: tens of microseconds since 2015, 48 bits, never the same twice. It
 * follows the station's clock, and is put ahead when somebody with the same key is ahead: so it is
 * right before the station's first frame, which answers a heartbeat, and after a restart with a
 * clock that went back.
 *
 * @threading thread-safe
 */
final class SigningTime {
  private static final Instant EPOCH = Instant.parse("2015-01-01T00:00:00Z");
  private static final long NANOS_PER_TICK = 10_000;
  static final long MASK = (1L << 48) - 1;

  /** A minute: who is further behind is not believed. */
  static final long MINUTE = 6_000_000;

  private long last;

  static long ticks(Instant at) {
    return Math.max(0, Duration.between(EPOCH, at).toNanos() / NANOS_PER_TICK);
  }

  /** The time for a frame that is sent now. */
  synchronized long next(Instant now) {
    last = Math.max(ticks(now), last + 1) & MASK;
    return last;
  }

  /** The time that a true signature carried. */
  synchronized void heard(long ticks) {
    last = Math.max(last, ticks);
  }

  /** The newest of the clock, of what was sent and of what was heard. */
  synchronized long now(Instant now) {
    return Math.max(last, ticks(now));
  }
}
