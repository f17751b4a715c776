package org.vigie.groundstation.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: a quarter of a second at first, since a station that was
 * started again is back at once; doubling to five seconds, so that a station that is away is not
 * hammered; a fifth more or less, so that many screens do not come at the same moment.
 *
 * @threading confined to its connection's thread
 */
final class Backoff {
  static final Duration FIRST = Duration.ofMillis(250);
  static final Duration MOST = Duration.ofSeconds(5);
  private static final double JITTER = 0.2;

  private final RandomGenerator random;
  private Duration next = FIRST;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  Duration next() {
    Duration base = next;
    Duration doubled = base.multipliedBy(2);
    next = doubled.compareTo(MOST) > 0 ? MOST : doubled;
    double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
    return Duration.ofNanos((long) (base.toNanos() * factor));
  }

  void reset() {
    next = FIRST;
  }
}
