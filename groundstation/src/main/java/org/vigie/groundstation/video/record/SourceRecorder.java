package org.vigie.groundstation.video.record;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.time.StationClock;
import org.vigie.groundstation.time.WallClock;
import org.vigie.groundstation.video.nal.AccessUnit;

/**
 * Keeps what one source sends, while a flight asks for it. {@link #packet} and {@link #unit} belong
 * to the source's thread; the rest is thread-safe.
 */
public final class SourceRecorder {
  private final String source;
  private final Path root;
  private final Journal journal;
  private final StationClock stationClock;
  private final WallClock clock;
  private final RecorderCounters counters = new RecorderCounters();
  private final PacketTape tape = new PacketTape(this::piece);

  private volatile @Nullable SegmentRecorder active;

  /** Asked to stop, and not durable yet; under the lock of this. */
  private @Nullable SegmentRecorder finishing;

  // the source's thread
  private @Nullable SegmentRecorder taped;

  /**
   * A recorder at rest.
   *
   * @param root folder in which each flight gets one
   */
  public SourceRecorder(
      String source, Path root, Journal journal, StationClock stationClock, WallClock clock) {
    SegmentFiles.requireName(source);
    this.source = source;
    this.root = root;
    this.journal = journal;
    this.stationClock = stationClock;
    this.clock = clock;
  }

  /** A packet passed; see {@code TsSink}. */
  public void packet(byte[] buffer, int offset, boolean unitStart) {
    SegmentRecorder now = active;
    if (now != taped) {
      taped = now;
      tape.clear();
    }
    if (now != null) {
      tape.packet(buffer, offset, unitStart);
    }
  }

  /**
   * The packets since the last unit began are a unit.
   *
   * @param unit absent if nothing can be shown of it
   * @param tables packets of PAT and PMT
   * @param pid of the video
   * @param sets all parameter sets, Annex B
   */
  public void unit(@Nullable AccessUnit unit, byte[] tables, int pid, byte[] sets) {
    if (taped == null) {
      return;
    }
    if (unit == null || !tape.inUnit()) {
      tape.flush();
      return;
    }
    RecordedUnit recorded =
        new RecordedUnit(
            unit.key(), unit.damaged(), unit.startsEpoch(), unit.ptsUs(), unit.captureUtcUs());
    tape.unit(recorded, unit.key() ? lead(unit, tables, pid, sets) : new byte[0]);
  }

  private byte[] lead(AccessUnit unit, byte[] tables, int pid, byte[] sets) {
    if (unit.carriesSets()) {
      return tables;
    }
    byte[] packets = SetPackets.of(pid, sets, tape.firstCounter());
    byte[] both = new byte[tables.length + packets.length];
    System.arraycopy(tables, 0, both, 0, tables.length);
    System.arraycopy(packets, 0, both, tables.length, packets.length);
    return both;
  }

  private void piece(TapePiece piece) {
    SegmentRecorder to = taped;
    if (to != null) {
      to.offer(piece);
    }
  }

  /**
   * Begins to keep what comes, from the next key on. Asked again for the same flight it does
   * nothing.
   *
   * @throws IllegalStateException if another flight's recording has not ended
   */
  public synchronized void start(RecordingOwner owner) {
    SegmentRecorder now = active;
    if (now != null && now.owner().flightId().equals(owner.flightId())) {
      return;
    }
    if (now != null || finishing != null) {
      throw new IllegalStateException(source + " is still being recorded for another flight");
    }
    active =
        SegmentRecorder.start(
            source, root.resolve(owner.flightId()), owner, journal, stationClock, clock, counters);
  }

  /**
   * Stops keeping what comes for a flight; completes at once if nothing is kept for it, else when
   * the last segment's hash is durable. Fails with an {@link java.io.IOException} if the journal
   * refuses; it may be asked again.
   */
  public synchronized CompletionStage<@Nullable Void> stop(String flightId) {
    SegmentRecorder now = active != null ? active : finishing;
    if (now == null || !now.owner().flightId().equals(flightId)) {
      return CompletableFuture.completedFuture(null);
    }
    return stop(now);
  }

  private CompletionStage<@Nullable Void> stop(SegmentRecorder now) {
    finishing = now;
    active = null;
    return now.stop().thenAccept(done -> finished(now));
  }

  private synchronized void finished(SegmentRecorder done) {
    if (finishing == done) {
      finishing = null;
    }
  }

  /** Stops whatever is being kept: the station ends, and may go on with the flight later. */
  public synchronized CompletionStage<@Nullable Void> stop() {
    SegmentRecorder now = active != null ? active : finishing;
    return now == null ? CompletableFuture.completedFuture(null) : stop(now);
  }

  public boolean recording() {
    SegmentRecorder now = active;
    return now != null && now.isAlive();
  }

  public RecorderFigures figures() {
    return new RecorderFigures(
        recording(),
        counters.unitsWritten.sum(),
        counters.bytesWritten.sum(),
        counters.unitsLost.sum(),
        counters.segments.sum(),
        counters.gaps.sum(),
        counters.diskErrors.sum(),
        counters.queuedBytes.get());
  }
}
