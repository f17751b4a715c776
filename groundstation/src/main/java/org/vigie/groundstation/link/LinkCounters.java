package org.vigie.groundstation.link;

import io.netty.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.vigie.groundstation.mavlink.FrameCounts;

/**
 * A link's numbers over all its connections. Counts are written by the link's event loop and read
 * by anybody.
 */
final class LinkCounters {
  private final AtomicLong connects = new AtomicLong();
  private final AtomicLong unsent = new AtomicLong();
  private volatile FrameCounts counts = FrameCounts.NONE;
  private volatile boolean up;
  private volatile String problem = "not yet connected";

  void isUp() {
    connects.incrementAndGet();
    problem = "";
    up = true;
  }

  void isDown(String why) {
    up = false;
    problem = why;
  }

  /** What one of its readers has counted since it was asked last; on the link's event loop. */
  void counted(FrameCounts before, FrameCounts now) {
    counts = counts.plus(now).minus(before);
  }

  void unsent() {
    unsent.incrementAndGet();
  }

  /** A frame left the process, or did not after all. */
  void written(Future<?> write) {
    if (!write.isSuccess()) {
      unsent();
    }
  }

  LinkStatus status() {
    return new LinkStatus(up, problem, connects.get(), counts, unsent.get());
  }
}
