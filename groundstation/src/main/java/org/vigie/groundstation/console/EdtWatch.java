package org.vigie.groundstation.console;

import java.awt.EventQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.vigie.groundstation.time.StationClock;

/**
 * How long the event thread lets things wait: an event each 20 ms, and how late it came. While the
 * thread stands still up to 200 are under way, so that one long stop counts as the many late
 * answers that a person would have had.
 *
 * @threading thread-safe
 */
final class EdtWatch implements AutoCloseable {
  private static final long EVERY_MS = 20;
  private static final int WAITING_MAX = 200;

  /** Buckets of a tenth of a millisecond, up to two seconds; the last holds all that is longer. */
  private static final int BUCKETS = 20_000;

  private static final long BUCKET_NANOS = 100_000;

  private final StationClock clock;
  private final long[] counts = new long[BUCKETS + 1];
  private final AtomicInteger waiting = new AtomicInteger();
  private final ScheduledExecutorService timer;
  private long count;
  private long maxNanos;
  private volatile Instant lastBeat;

  EdtWatch(StationClock clock) {
    this.clock = clock;
    this.lastBeat = clock.now();
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "edt-watch");
              thread.setDaemon(true);
              return thread;
            });
  }

  void start() {
    var unused = timer.scheduleAtFixedRate(this::post, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
  }

  private void post() {
    if (waiting.get() < WAITING_MAX) {
      waiting.incrementAndGet();
      Instant posted = clock.now();
      EventQueue.invokeLater(() -> beat(posted));
    }
  }

  private void beat(Instant posted) {
    waiting.decrementAndGet();
    Instant now = clock.now();
    lastBeat = now;
    note(Duration.between(posted, now).toNanos());
  }

  synchronized void note(long nanos) {
    counts[(int) Math.min(BUCKETS, Math.max(0, nanos) / BUCKET_NANOS)]++;
    count++;
    maxNanos = Math.max(maxNanos, nanos);
  }

  /** Forgets what was: the figures count from here. */
  synchronized void reset() {
    java.util.Arrays.fill(counts, 0);
    count = 0;
    maxNanos = 0;
  }

  /** Whether the event thread answered within a time: whoever sits there can act. */
  boolean answeredWithin(Duration span) {
    return Duration.between(lastBeat, clock.now()).compareTo(span) < 0;
  }

  synchronized EdtFigures figures() {
    return new EdtFigures(count, quantile(0.5), quantile(0.99), quantile(0.999), maxNanos / 1e6);
  }

  private double quantile(double part) {
    long rank = (long) Math.ceil(count * part);
    long seen = 0;
    for (int i = 0; i <= BUCKETS; i++) {
      seen += counts[i];
      if (seen >= rank && seen > 0) {
        return Math.min((i + 1) * (BUCKET_NANOS / 1e6), maxNanos / 1e6);
      }
    }
    return 0;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
