package org.vigie.groundstation.demo.bench;

import java.util.concurrent.atomic.AtomicLongArray;

/** Many latencies, counted by steps of 0.1 ms; what is longer than a second counts as that. */
final class LatencyCount {
  private static final int STEPS = 10_000;
  private static final double STEP_MS = 0.1;

  private final AtomicLongArray counts = new AtomicLongArray(STEPS);

  void add(double ms) {
    counts.incrementAndGet((int) Math.max(0, Math.min(STEPS - 1, ms / STEP_MS)));
  }

  /** Forgets all. */
  void clear() {
    for (int i = 0; i < STEPS; i++) {
      counts.set(i, 0);
    }
  }

  /**
   * The upper end of the step in which this share of all ends; NaN when there are none.
   *
   * @param share over 0, at most 1
   */
  double percentile(double share) {
    long all = 0;
    for (int i = 0; i < STEPS; i++) {
      all += counts.get(i);
    }
    long seen = 0;
    for (int i = 0; i < STEPS && all > 0; i++) {
      seen += counts.get(i);
      if (seen >= share * all) {
        return (i + 1) * STEP_MS;
      }
    }
    return Double.NaN;
  }
}
