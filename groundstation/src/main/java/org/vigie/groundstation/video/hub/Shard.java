package org.vigie.groundstation.video.hub;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The viewers of one event loop: each unit is one task for all of them. */
final class Shard {
  /** Two seconds of pictures; a loop that is further behind must not pile them up. */
  static final int PENDING_MAX = 64;

  private static final Logger LOG = LoggerFactory.getLogger(Shard.class);

  private final EventLoop loop;
  private final HubCounters counters;
  private final AtomicInteger pending = new AtomicInteger();
  private final AtomicBoolean overflowed = new AtomicBoolean();

  // confined to the loop
  private final List<Viewer> viewers = new ArrayList<>();

  Shard(EventLoop loop, HubCounters counters) {
    this.loop = loop;
    this.counters = counters;
  }

  void add(Viewer viewer) {
    viewers.add(viewer);
  }

  void remove(Viewer viewer) {
    viewers.remove(viewer);
  }

  /** From any thread: gives a unit to all viewers, retaining it as long as needed. */
  void publish(SharedFrame frame) {
    frame.retain();
    boolean taken =
        submit(
            () -> {
              boolean missed = overflowed.getAndSet(false);
              for (Viewer viewer : List.copyOf(viewers)) {
                if (missed) {
                  viewer.missed();
                }
                viewer.offer(frame);
              }
              frame.release();
            });
    if (!taken) {
      frame.release();
      overflowed.set(true);
      counters.loopOverflows.increment();
    }
  }

  /** From any thread: does something with all viewers, unless the loop is far behind. */
  void each(Consumer<Viewer> act) {
    boolean unused = submit(() -> List.copyOf(viewers).forEach(act));
  }

  private boolean submit(Runnable task) {
    if (pending.incrementAndGet() > PENDING_MAX) {
      pending.decrementAndGet();
      return false;
    }
    try {
      loop.execute(
          () -> {
            pending.decrementAndGet();
            task.run();
          });
      return true;
    } catch (RejectedExecutionException e) {
      pending.decrementAndGet();
      LOG.debug("a loop of viewers has ended");
      return false;
    }
  }
}
