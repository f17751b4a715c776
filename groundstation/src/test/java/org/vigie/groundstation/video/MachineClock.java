package org.vigie.groundstation.video;

import java.time.Instant;
import org.vigie.groundstation.time.WallClock;

/** The machine's time, for tests with sockets and processes. */
public final class MachineClock implements WallClock {
  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public long monotonicNs() {
    return System.nanoTime();
  }
}
