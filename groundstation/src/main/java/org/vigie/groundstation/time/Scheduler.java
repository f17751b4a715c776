package org.vigie.groundstation.time;

import java.time.Duration;

/**
 * Runs tasks later, in the station's time. Thread-safe; tasks run on the scheduler's one thread.
 */
public interface Scheduler {
  /** Runs a short task once, after a delay. */
  Cancellable after(Duration delay, Runnable task);

  /** Runs a short task again and again, first after one period. */
  Cancellable every(Duration period, Runnable task);

  /** A task that has not run yet, or runs again. */
  interface Cancellable {
    /** No run begins after this returns. */
    void cancel();
  }
}
