package org.vigie.simulator.clock;

/** The machine's clock, the only one in the simulator. Thread-safe. */
public interface WallClock {
  /** Nanoseconds of a clock that never goes back. */
  long nanos();

  /** Milliseconds since 1970, UTC; may jump when the machine's clock is set. */
  long epochMillis();

  /** Waits about so long; returns early when the thread is interrupted or unparked. */
  void sleep(long nanos);
}
