package org.vigie.groundstation.video.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.time.StationClock;
import org.vigie.groundstation.time.WallClock;
import org.vigie.groundstation.video.record.VideoEvent.GapReason;
import org.vigie.groundstation.video.record.VideoEvent.RecordingStarted;
import org.vigie.groundstation.video.record.VideoEvent.SegmentClosed;

/**
 * One source during one flight, on disk. It has a thread of its own behind a bounded queue: neither
 * the source nor a viewer ever waits for a disk. Thread-safe.
 */
final class SegmentRecorder {
  /** Sixteen seconds of 8 Mbit/s behind a disk that hesitates. */
  static final long QUEUE_BYTES_MAX = 16L << 20;

  /** The same with small pieces: 27 minutes of nothing but tables. */
  static final int QUEUE_PIECES_MAX = 16_384;

  /** What an investigator gets to handle at once, and what a damaged file costs at most. */
  static final long SEGMENT_NS = 60_000_000_000L;

  /** A source that sends no key for long fills a file to here. */
  static final long SEGMENT_BYTES_MAX = 1L << 30;

  /** A power cut costs one second. */
  static final long FORCE_NS = 1_000_000_000L;

  /** A full disk is not asked more often. */
  static final long DISK_RETRY_NS = 5_000_000_000L;

  private static final long POLL_MS = 100;

  private static final Logger LOG = LoggerFactory.getLogger(SegmentRecorder.class);

  private final String source;
  private final Path folder;
  private final RecordingOwner owner;
  private final WallClock clock;
  private final RecorderCounters counters;
  private final EventOutbox outbox;
  private final GapLedger gaps;
  private final Thread thread;
  private final BlockingQueue<TapePiece> queue = new LinkedBlockingQueue<>(QUEUE_PIECES_MAX);
  private final AtomicLong overflowed = new AtomicLong();
  private final BlockingQueue<CompletableFuture<@Nullable Void>> stops =
      new LinkedBlockingQueue<>();

  // confined to the thread
  private @Nullable SegmentWriter segment;
  private int nextIndex;
  private long segmentBeganNs;
  private long forcedNs;
  private long retryNs;
  private boolean diskFailed;
  private boolean ended;

  private SegmentRecorder(
      String source,
      Path folder,
      RecordingOwner owner,
      Journal journal,
      StationClock stationClock,
      WallClock clock,
      RecorderCounters counters) {
    this.source = source;
    this.folder = folder;
    this.owner = owner;
    this.clock = clock;
    this.counters = counters;
    this.outbox = new EventOutbox(owner, journal, stationClock);
    this.gaps = new GapLedger(source);
    this.thread = new Thread(this::run, "record-" + source);
    this.thread.setDaemon(true);
  }

  static SegmentRecorder start(
      String source,
      Path folder,
      RecordingOwner owner,
      Journal journal,
      StationClock stationClock,
      WallClock clock,
      RecorderCounters counters) {
    SegmentRecorder recorder =
        new SegmentRecorder(source, folder, owner, journal, stationClock, clock, counters);
    recorder.thread.start();
    return recorder;
  }

  /** Whether it still writes. */
  boolean isAlive() {
    return thread.isAlive();
  }

  RecordingOwner owner() {
    return owner;
  }

  /** Hands a piece over; never waits. What finds the queue full is told as a gap. */
  void offer(TapePiece piece) {
    long bytes = counters.queuedBytes.addAndGet(piece.bytes());
    if (bytes > QUEUE_BYTES_MAX || !queue.offer(piece)) {
      counters.queuedBytes.addAndGet(-piece.bytes());
      if (piece.unit() != null) {
        overflowed.incrementAndGet();
        counters.unitsLost.increment();
      }
    }
  }

  /**
   * Writes what waits, and completes when the last segment is hashed and that is durable. Fails
   * with an {@link IOException} if the journal refuses; it may be asked again.
   */
  CompletionStage<@Nullable Void> stop() {
    CompletableFuture<@Nullable Void> answer = new CompletableFuture<>();
    stops.add(answer);
    if (!thread.isAlive()) {
      answer.complete(null);
    }
    return answer;
  }

  private void run() {
    begin();
    while (!ended) {
      try {
        TapePiece piece = queue.poll(POLL_MS, TimeUnit.MILLISECONDS);
        if (piece != null) {
          take(piece);
        }
        turn();
        if (piece == null) {
          answerStops();
        }
      } catch (InterruptedException e) {
        LOG.warn("the recording of {} was interrupted and goes on", source);
      } catch (RuntimeException e) {
        defect(e);
      }
    }
    answerLateStops();
  }

  /** A defect of ours costs a segment's end, never the rest of the recording. */
  private void defect(RuntimeException why) {
    LOG.error("the recording of {} met a defect and goes on", source, why);
    diskFailed(new IOException(why));
  }

  private void begin() {
    try {
      nextIndex = SegmentFiles.nextIndex(folder, source);
    } catch (IOException e) {
      diskFailed(e);
    }
    outbox.add(new RecordingStarted(source, nextIndex), () -> {});
  }

  private void answerStops() {
    CompletableFuture<@Nullable Void> stop = stops.poll();
    if (stop == null) {
      return;
    }
    try {
      closeSegment();
      gaps.end(clock.now().toEpochMilli() * 1000).ifPresent(this::tell);
      outbox.settle();
      ended = true;
      stop.complete(null);
    } catch (IOException e) {
      stop.completeExceptionally(e);
    }
  }

  private void answerLateStops() {
    for (var late = stops.poll(); late != null; late = stops.poll()) {
      late.complete(null);
    }
  }

  private void turn() {
    long now = clock.monotonicNs();
    SegmentWriter current = segment;
    if (current != null && now - forcedNs >= FORCE_NS) {
      forcedNs = now;
      try {
        current.force();
      } catch (IOException e) {
        diskFailed(e);
      }
    }
    outbox.advance();
  }

  private void take(TapePiece piece) {
    counters.queuedBytes.addAndGet(-piece.bytes());
    RecordedUnit unit = piece.unit();
    long overflow = overflowed.getAndSet(0);
    if (overflow > 0 && unit != null) {
      gaps.lost(GapReason.OVERFLOW, overflow, unit.utcUs());
      LOG.error("the recording of {} could not keep up: {} pictures lost", source, overflow);
    } else {
      overflowed.addAndGet(overflow);
    }
    try {
      if (isWritten(piece)) {
        written(piece);
      } else if (unit != null && diskFailed) {
        gaps.lost(GapReason.DISK, 1, unit.utcUs());
        counters.unitsLost.increment();
      }
    } catch (IOException e) {
      if (unit != null) {
        gaps.lost(GapReason.DISK, 1, unit.utcUs());
        counters.unitsLost.increment();
      }
      diskFailed(e);
    }
  }

  private void written(TapePiece piece) {
    counters.bytesWritten.add(piece.packets().length);
    RecordedUnit unit = piece.unit();
    if (unit != null) {
      counters.unitsWritten.increment();
      gaps.kept(unit.utcUs()).ifPresent(this::tell);
    }
  }

  private void tell(VideoEvent.Gap gap) {
    counters.gaps.increment();
    LOG.warn("the recording of {} has a gap: {}", source, gap);
    outbox.add(gap, () -> {});
  }

  /** Whether it was written: before the first key, and while the disk rests, nothing is. */
  private boolean isWritten(TapePiece piece) throws IOException {
    long now = clock.monotonicNs();
    if (segment != null && mayCut(piece, now)) {
      closeSegment();
    }
    SegmentWriter current = segment;
    if (current == null) {
      if (!piece.isKey() || (diskFailed && now < retryNs)) {
        return false;
      }
      current = openSegment(now);
    }
    current.add(piece);
    if (diskFailed) {
      LOG.info("the recording of {} goes on", source);
      diskFailed = false;
    }
    return true;
  }

  private boolean mayCut(TapePiece piece, long now) {
    SegmentWriter current = segment;
    RecordedUnit unit = piece.unit();
    if (current == null || unit == null) {
      return false;
    }
    boolean old = now - segmentBeganNs >= SEGMENT_NS;
    return (unit.key() && (old || unit.startsEpoch())) || current.bytes() >= SEGMENT_BYTES_MAX;
  }

  private SegmentWriter openSegment(long now) throws IOException {
    nextIndex = Math.max(nextIndex, SegmentFiles.nextIndex(folder, source));
    SegmentWriter opened = SegmentWriter.create(new SegmentFiles(folder, source, nextIndex));
    nextIndex++;
    segment = opened;
    segmentBeganNs = now;
    forcedNs = now;
    counters.segments.increment();
    return opened;
  }

  private void closeSegment() {
    SegmentWriter current = segment;
    segment = null;
    if (current == null) {
      return;
    }
    try {
      if (current.bytes() == 0) {
        current.abandon();
        deleteEmpty(current.files());
        return;
      }
      SegmentClosed closed = current.close();
      outbox.add(closed, () -> settled(current.files()));
    } catch (IOException e) {
      // it stays marked as open, and the next start of the station takes it up
      current.abandon();
      counters.diskErrors.increment();
      LOG.error("segment {} could not be closed", current.files().ts(), e);
      gaps.lost(GapReason.DISK, current.units(), current.toUtcUs());
    }
  }

  private static void deleteEmpty(SegmentFiles files) throws IOException {
    Files.deleteIfExists(files.ts());
    Files.deleteIfExists(files.idx());
    Files.deleteIfExists(files.open());
  }

  private static void settled(SegmentFiles files) {
    try {
      SegmentWriter.settled(files);
    } catch (IOException e) {
      LOG.warn("the mark {} could not be taken away; the next start does", files.open(), e);
    }
  }

  private void diskFailed(IOException why) {
    counters.diskErrors.increment();
    if (!diskFailed) {
      LOG.error("the recording of {} cannot be written; viewers go on", source, why);
    }
    diskFailed = true;
    retryNs = clock.monotonicNs() + DISK_RETRY_NS;
    closeSegment();
  }
}
