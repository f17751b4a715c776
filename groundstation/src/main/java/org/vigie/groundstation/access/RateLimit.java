package org.vigie.groundstation.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * At most so many of something within a span, for each of those who do it. Time is passed in.
 * Thread-safe.
 */
public final class RateLimit {
  /** Who does it, remembered at once; beyond, the one heard of longest ago is forgotten. */
  private static final int KEYS_MAX = 1_000;

  private final int max;
  private final Duration span;
  private final Map<String, Deque<Instant>> counted =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > KEYS_MAX;
        }
      };

  /** A limit of so many within a span. */
  public RateLimit(int max, Duration span) {
    this.max = max;
    this.span = span;
  }

  /** How long the key has to wait: zero while it has not used up what it may. */
  public synchronized Duration wait(String key, Instant now) {
    Deque<Instant> times = counted.get(key);
    if (times == null) {
      return Duration.ZERO;
    }
    forget(times, now);
    if (times.size() < max) {
      return Duration.ZERO;
    }
    return Duration.between(now, times.getFirst().plus(span));
  }

  /** Counts one. */
  public synchronized void count(String key, Instant now) {
    Deque<Instant> times = counted.remove(key);
    if (times == null) {
      times = new ArrayDeque<>();
    }
    forget(times, now);
    times.addLast(now);
    if (times.size() > max) {
      times.removeFirst();
    }
    counted.put(key, times);
  }

  private void forget(Deque<Instant> times, Instant now) {
    while (!times.isEmpty() && !now.isBefore(times.getFirst().plus(span))) {
      times.removeFirst();
    }
  }
}
