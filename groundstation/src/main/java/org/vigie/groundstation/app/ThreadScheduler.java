package org.vigie.groundstation.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.time.Scheduler;

/** Station time on one timer thread. Thread-safe. */
final class ThreadScheduler implements Scheduler, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadScheduler.class);

  private final ScaledClock clock;
  private final ScheduledExecutorService timer;

  ThreadScheduler(ScaledClock clock) {
    this.clock = clock;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "scheduler");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public Cancellable after(Duration delay, Runnable task) {
    return cancellable(
        timer.schedule(guarded(task), clock.toWall(delay).toNanos(), TimeUnit.NANOSECONDS));
  }

  @Override
  public Cancellable every(Duration period, Runnable task) {
    long nanos = clock.toWall(period).toNanos();
    return cancellable(
        timer.scheduleAtFixedRate(guarded(task), nanos, nanos, TimeUnit.NANOSECONDS));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private static Cancellable cancellable(Future<?> future) {
    return () -> future.cancel(false);
  }

  /** A timer that throws once never runs again: a bug in one task must not stop the others. */
  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.error("a scheduled task failed", e);
      }
    };
  }
}
