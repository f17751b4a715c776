package org.vigie.simulator.run;

import java.util.concurrent.locks.LockSupport;

/** The real one. */
final class SystemWallClock implements WallClock {
  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void sleep(long nanos) {
    LockSupport.parkNanos(nanos);
  }
}
