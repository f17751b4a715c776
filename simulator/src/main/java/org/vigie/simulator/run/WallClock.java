package org.vigie.simulator.run;

/** The machine's clock, the only one in the simulator. */
interface WallClock {
  /** Nanoseconds of a clock that never goes back. */
  long nanos();

  /** Waits about so long. */
  void sleep(long nanos);
}
