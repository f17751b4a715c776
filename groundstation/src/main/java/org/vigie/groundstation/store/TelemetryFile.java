package org.vigie.groundstation.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.flightlog.TelemetryDigest;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.time.Scheduler;
import org.vigie.groundstation.time.StationClock;

/**
 * The raw telemetry of one flight on disk, and each second its digest in the flight's stream.
 *
 * <p>It has a thread of its own behind a bounded queue: the link's thread must not wait for a disk,
 * and a frame handed to the system survives the station's death, which a buffer emptied each second
 * would not give. What a digest attests is forced to the disk before the digest is appended; when
 * the journal does not take a digest, the next one begins where the last durable one ended.
 * Thread-safe.
 */
public final class TelemetryFile implements AutoCloseable {
  /** Frames that may wait: 8 s of 1,000 frames a second behind a disk that hesitates. */
  static final int MAX_QUEUED = 8_192;

  /** As DESIGN promises: telemetry is digested into the journal each second. */
  private static final Duration DIGEST_PERIOD = Duration.ofSeconds(1);

  private static final long JOIN_MS = 100;

  private static final Logger LOG = LoggerFactory.getLogger(TelemetryFile.class);

  /**
   * What the journal needs to know of the flight.
   *
   * @param service the service that flies
   * @param commune INSEE code of the commune where, or empty
   */
  public record Owner(String flightId, String service, String commune) {
    StreamId stream() {
      return StreamId.flight(flightId);
    }
  }

  /**
   * What the file holds once it is finished.
   *
   * @param lostFrames frames that could not be written since it was opened
   */
  public record Totals(long bytes, long frames, long lostFrames) {}

  /** How far digests reach, and the answer of the journal to the last one. */
  private record Sent(
      long bytes, long frames, long lost, CompletableFuture<AppendOutcome> answer) {}

  private final TlogChannel file;
  private final Owner owner;
  private final Journal journal;
  private final StationClock clock;
  private final Scheduler.Cancellable ticker;
  private final Thread thread;
  private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(MAX_QUEUED);
  private final AtomicLong lost = new AtomicLong();
  private volatile boolean finishing;

  // confined to the thread
  private long digestedBytes;
  private long digestedFrames;
  private long digestedLost;
  private boolean recovered;
  private @Nullable Sent sent;
  private boolean ended;

  private TelemetryFile(
      TlogChannel file,
      DigestedSoFar digested,
      Owner owner,
      Journal journal,
      StationClock clock,
      Scheduler scheduler) {
    this.file = file;
    this.owner = owner;
    this.journal = journal;
    this.clock = clock;
    this.digestedBytes = digested.bytes();
    this.digestedFrames = digested.frames();
    this.recovered = file.bytes() > digested.bytes();
    this.thread = new Thread(this::run, "telemetry-" + owner.flightId());
    this.thread.setDaemon(true);
    this.ticker = scheduler.every(DIGEST_PERIOD, this::digest);
  }

  /**
   * Opens the telemetry of a flight, new or left by an earlier life of the station: a torn last
   * record is cut off, and what was written but not digested is digested at once. The flight's
   * earlier digests must be durable in the journal.
   *
   * @throws IOException if the file cannot be used, or is shorter than the journal attests
   */
  public static TelemetryFile open(
      Path tlog, Owner owner, Journal journal, StationClock clock, Scheduler scheduler)
      throws IOException {
    DigestedSoFar digested = DigestedSoFar.read(journal, owner.stream());
    TlogChannel file = TlogChannel.open(tlog, digested);
    TelemetryFile telemetry = new TelemetryFile(file, digested, owner, journal, clock, scheduler);
    if (telemetry.recovered) {
      telemetry.queue.add(telemetry::digestNow);
    }
    telemetry.thread.start();
    return telemetry;
  }

  /**
   * Adds one raw MAVLink frame, either direction; never waits. A frame that finds the queue full is
   * counted in the next digest. Frames that come after {@link #finish()} belong to no flight.
   *
   * @throws IllegalArgumentException if these bytes are not one whole frame
   */
  public void append(Instant time, byte[] frame) {
    if (!TlogRecords.isWholeFrame(frame)) {
      throw new IllegalArgumentException("not one whole MAVLink frame: " + frame.length + " bytes");
    }
    byte[] record = TlogRecords.record(time, frame);
    if (!finishing && !queue.offer(() -> write(record))) {
      lost.incrementAndGet();
    }
  }

  /** Frames that could not be written since this was opened. */
  public long lostFrames() {
    return lost.get();
  }

  private void digest() {
    // a full queue holds no digest back for ever: the next second asks again
    if (!queue.offer(this::digestNow)) {
      LOG.warn("telemetry of {} is {} frames behind", owner.flightId(), MAX_QUEUED);
    }
  }

  /**
   * Writes what waits, and completes when the last digest is durable; the file is closed then.
   * Fails with an {@link IOException} if the disk or the journal refuses; it may be asked again.
   */
  public CompletionStage<Totals> finish() {
    finishing = true;
    ticker.cancel();
    CompletableFuture<Totals> answer = new CompletableFuture<>();
    if (!queue.offer(() -> finishNow(answer))) {
      answer.completeExceptionally(new IOException("telemetry still waits for the disk"));
    }
    if (!thread.isAlive()) {
      answer.completeExceptionally(new IOException("the telemetry is closed"));
    }
    return answer;
  }

  /** Stops without a last digest: the station ends while the flight goes on. */
  @Override
  public void close() {
    finishing = true;
    ticker.cancel();
    try {
      // looks again and again: the thread may have ended by itself after a finish
      while (thread.isAlive()) {
        if (queue.offer(() -> ended = true, JOIN_MS, TimeUnit.MILLISECONDS)) {
          thread.join(JOIN_MS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!ended) {
      try {
        queue.take().run();
      } catch (InterruptedException e) {
        LOG.warn("telemetry of {} was interrupted and goes on", owner.flightId());
      }
    }
    for (Runnable late = queue.poll(); late != null; late = queue.poll()) {
      late.run();
    }
    file.close();
  }

  private void write(byte[] record) {
    if (ended) {
      return;
    }
    try {
      file.add(record);
    } catch (IOException e) {
      if (lost.getAndIncrement() == digestedLost) {
        LOG.error("telemetry of {} cannot be written", owner.flightId(), e);
      }
    }
  }

  private void digestNow() {
    Sent last = sent;
    if (ended || (last != null && !last.answer().isDone())) {
      return;
    }
    settle();
    if (file.bytes() == digestedBytes) {
      return;
    }
    try {
      send();
    } catch (IOException | IllegalStateException e) {
      LOG.error("telemetry of {} is not digested", owner.flightId(), e);
    }
  }

  private void send() throws IOException {
    file.force();
    long lostSoFar = lost.get();
    TelemetryDigest digest =
        new TelemetryDigest(
            digestedBytes,
            file.bytes(),
            file.frames() - digestedFrames,
            file.digest(digestedBytes, file.bytes()),
            lostSoFar - digestedLost,
            recovered);
    CompletableFuture<AppendOutcome> answer = new CompletableFuture<>();
    EntryDraft draft =
        new EntryDraft(owner.stream(), clock.now(), owner.service(), owner.commune(), digest);
    journal.append(List.of(draft), answer::complete);
    sent = new Sent(file.bytes(), file.frames(), lostSoFar, answer);
  }

  /** Takes the journal's answer to the last digest in, waiting for it if it must. */
  private void settle() {
    Sent last = sent;
    sent = null;
    if (last != null && last.answer().join() instanceof AppendOutcome.Durable) {
      digestedBytes = last.bytes();
      digestedFrames = last.frames();
      digestedLost = last.lost();
      recovered = false;
    }
  }

  private void finishNow(CompletableFuture<Totals> answer) {
    if (ended) {
      answer.completeExceptionally(new IOException("the telemetry is closed"));
      return;
    }
    try {
      settle();
      if (file.bytes() > digestedBytes) {
        send();
        settle();
      }
      if (file.bytes() > digestedBytes) {
        throw new IOException("the journal did not take the last digest");
      }
      ended = true;
      answer.complete(new Totals(file.bytes(), file.frames(), lost.get()));
    } catch (IOException | IllegalStateException e) {
      answer.completeExceptionally(e);
    }
  }
}
