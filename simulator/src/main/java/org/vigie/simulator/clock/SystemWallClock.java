package org.vigie.simulator.clock;

import java.util.concurrent.locks.LockSupport;

/** The real one. */
public final class SystemWallClock implements WallClock {
  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public long epochMillis() {
    return System.currentTimeMillis();
  }

  @Override
  public void sleep(long nanos) {
    LockSupport.parkNanos(nanos);
  }
}
