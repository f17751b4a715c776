package org.vigie.groundstation.video.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.EventCodec;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.store.SqliteJournal;
import org.vigie.groundstation.time.WallClock;
import org.vigie.groundstation.video.HandClock;
import org.vigie.groundstation.video.TestVideo;
import org.vigie.groundstation.video.TestVideo.Unit;
import org.vigie.groundstation.video.record.VideoEvent.Gap;
import org.vigie.groundstation.video.record.VideoEvent.GapReason;
import org.vigie.groundstation.video.record.VideoEvent.RecordingStarted;
import org.vigie.groundstation.video.record.VideoEvent.SegmentClosed;
import org.vigie.groundstation.video.record.VideoEvent.SegmentState;
import org.vigie.planner.canonical.ContentHash;

@Timeout(60)
class SourceRecorderTest {
  private static final RecordingOwner OWNER = new RecordingOwner("F1", "sdis42", "42218");
  private static final List<Unit> ENCODED = TestVideo.encode(320, 192, 100, 25, 90_000);
  private static final byte[] TS = TestVideo.mux(ENCODED, true);
  private static final List<Integer> STARTS = Feed.starts(TS);

  @TempDir Path folder;
  private final HandClock clock = new HandClock();
  private SqliteJournal journal;
  private Path root;

  @BeforeEach
  void open() throws IOException {
    journal = SqliteJournal.open(folder.resolve("journal"), EventCodec.of(VideoEvent.types()));
    root = folder.resolve("video");
  }

  @AfterEach
  void close() throws IOException {
    journal.close();
  }

  private SourceRecorder recorder() {
    return new SourceRecorder("V1", root, journal, clock::now, clock);
  }

  private List<Event> events() {
    return journal.read(StreamId.flight("F1")).stream()
        .map(entry -> journal.codec().find(entry).orElseThrow())
        .toList();
  }

  private <E extends Event> List<E> events(Class<E> kind) {
    return events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Feeds some units, the tables with the first, and waits until they are written. */
  private void feed(SourceRecorder recorder, Feed feed, byte[] ts, int from, int to) {
    List<Integer> starts = Feed.starts(ts);
    long before = recorder.figures().unitsWritten();
    for (int unit = from; unit < to; unit++) {
      clock.advanceMs(40);
      feed.packets(ts, unit == 0 ? 0 : starts.get(unit), starts.get(unit + 1));
    }
    Awaitility.await().until(() -> recorder.figures().unitsWritten() == before + to - from);
  }

  private static void stop(SourceRecorder recorder) throws Exception {
    recorder.stop("F1").toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private Path file(String name) {
    return root.resolve("F1").resolve(name);
  }

  @Test
  void segments_are_whole_and_their_hashes_are_in_the_journal() throws Exception {
    SourceRecorder recorder = recorder();
    Feed feed = new Feed(recorder, clock);
    recorder.start(OWNER);
    recorder.start(OWNER);
    assertThat(recorder.recording()).isTrue();
    feed(recorder, feed, TS, 0, 40);
    clock.advanceMs(60_000);
    feed(recorder, feed, TS, 40, 100);
    stop(recorder);
    assertThat(recorder.recording()).isFalse();
    assertThat(events()).hasSize(4);
    assertThat(events().get(0)).isEqualTo(new RecordingStarted("V1", 0));
    List<SegmentClosed> closed = events(SegmentClosed.class);
    assertThat(closed).extracting(SegmentClosed::units).containsExactly(50L, 50L);
    assertThat(closed).extracting(SegmentClosed::index).containsExactly(0, 1);
    for (SegmentClosed segment : closed) {
      Path ts = file("V1-0000" + segment.index() + ".ts");
      byte[] bytes = Files.readAllBytes(ts);
      assertThat(segment.bytes()).isEqualTo(bytes.length);
      assertThat(segment.sha256()).isEqualTo(ContentHash.of(bytes));
      assertThat(segment.state()).isEqualTo(SegmentState.CLOSED);
      assertThat(TestVideo.decodes(ts)).isEqualTo(50);
      assertThat(bytes[0]).isEqualTo((byte) 0x47);
      assertThat((bytes[1] & 0x1F) << 8 | (bytes[2] & 0xFF)).as("PAT first").isZero();
      List<Unit> units = TestVideo.demux(ts);
      for (int i = 0; i < 50; i++) {
        int of = i + 50 * segment.index();
        assertThat(units.get(i).bytes()).isEqualTo(TestVideo.demux(TS).get(of).bytes());
      }
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ts)))
          .isEqualTo("rw-------");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("F1"))))
        .isEqualTo("rwx------");
    assertThat(SegmentFiles.open(root.resolve("F1"))).isEmpty();
    // the clock was moved by a minute between two pictures
    assertThat(events(Gap.class)).extracting(Gap::reason).containsExactly(GapReason.SOURCE);
    assertThat(closed.get(1).fromUtcMs() - closed.get(0).toUtcMs()).isEqualTo(40);
  }

  @Test
  void the_index_leads_to_each_unit_and_shows_what_was_changed() throws Exception {
    SourceRecorder recorder = recorder();
    recorder.start(OWNER);
    feed(recorder, new Feed(recorder, clock), TS, 0, 60);
    stop(recorder);
    byte[] index = Files.readAllBytes(file("V1-00000.idx"));
    byte[] ts = Files.readAllBytes(file("V1-00000.ts"));
    List<IndexRecord> records = IndexRecord.readAll(index);
    assertThat(records).hasSize(60);
    for (int i = 0; i < 60; i++) {
      int at = (int) records.get(i).offset();
      assertThat(ts[at + 1] & 0x40).as("unit %d begins here", i).isPositive();
      assertThat(records.get(i).unit().key()).isEqualTo(i % 25 == 0);
      assertThat(records.get(i).unit().ptsUs()).isEqualTo(1_000_000 + i * 40_000);
      assertThat(records.get(i).length() % 188).isZero();
    }
    index[5 * IndexRecord.BYTES + 9] ^= 1;
    assertThat(IndexRecord.readAll(Arrays.copyOf(index, index.length - 3))).hasSize(58);
  }

  @Test
  void a_source_that_sends_its_parameter_sets_once_fills_segments_that_decode() throws Exception {
    List<Unit> units = new ArrayList<>(ENCODED);
    for (int i = 1; i < units.size(); i++) {
      byte[] bytes = units.get(i).bytes();
      int slice = units.get(i).key() ? afterSets(bytes) : 0;
      byte[] bare = Arrays.copyOfRange(bytes, slice, bytes.length);
      units.set(i, new Unit(bare, units.get(i).pts90k(), units.get(i).key()));
    }
    byte[] ts = TestVideo.mux(units, true);
    SourceRecorder recorder = recorder();
    Feed feed = new Feed(recorder, clock);
    recorder.start(OWNER);
    feed(recorder, feed, ts, 0, 40);
    clock.advanceMs(60_000);
    feed(recorder, feed, ts, 40, 100);
    stop(recorder);
    assertThat(TestVideo.decodes(file("V1-00000.ts"))).isEqualTo(50);
    assertThat(TestVideo.decodes(file("V1-00001.ts"))).isEqualTo(50);
  }

  private static int afterSets(byte[] bytes) {
    for (int i = 0; i + 4 < bytes.length; i++) {
      if (bytes[i] == 0 && bytes[i + 1] == 0 && bytes[i + 2] == 1 && (bytes[i + 3] & 31) == 5) {
        return i;
      }
    }
    throw new IllegalStateException("no key");
  }

  private SegmentRecovery.Report recover() throws IOException {
    return new SegmentRecovery(root, journal, clock::now)
        .recover(flight -> flight.equals("F1") ? Optional.of(OWNER) : Optional.empty());
  }

  /** A segment of 60 units as a dying station leaves it. */
  private void leaveOpen() throws Exception {
    SourceRecorder recorder = recorder();
    recorder.start(OWNER);
    feed(recorder, new Feed(recorder, clock), TS, 0, 60);
    Path copy = Files.createDirectory(root.resolve("F2"));
    for (String ending : List.of("ts", "idx", "open")) {
      Files.copy(file("V1-00000." + ending), copy.resolve("V1-00000." + ending));
    }
    stop(recorder);
    Files.delete(file("V1-00000.ts"));
    Files.delete(file("V1-00000.idx"));
    for (String ending : List.of("ts", "idx", "open")) {
      Files.move(copy.resolve("V1-00000." + ending), file("V1-00001." + ending));
    }
    Files.delete(copy);
  }

  @Test
  void what_a_dead_station_left_is_taken_up_whole() throws Exception {
    leaveOpen();
    SegmentClosed found = recover().recovered().get(0);
    assertThat(found.state()).isEqualTo(SegmentState.RECOVERED);
    assertThat(found.units()).isEqualTo(60);
    assertThat(found.index()).isEqualTo(1);
    assertThat(found.toUtcMs() - found.fromUtcMs()).isEqualTo(59 * 40);
    assertThat(found.sha256()).isEqualTo(ContentHash.of(Files.readAllBytes(file("V1-00001.ts"))));
    assertThat(TestVideo.decodes(file("V1-00001.ts"))).isEqualTo(60);
    assertThat(events(SegmentClosed.class)).last().isEqualTo(found);
    assertThat(recover().recovered()).isEmpty();
  }

  @Test
  void a_torn_end_costs_the_units_it_tore() throws Exception {
    leaveOpen();
    Path ts = file("V1-00001.ts");
    byte[] bytes = Files.readAllBytes(ts);
    Files.write(ts, Arrays.copyOf(bytes, bytes.length - 5_000));
    SegmentClosed found = recover().recovered().get(0);
    assertThat(found.bytes() % 188).isZero();
    assertThat(found.bytes()).isBetween(bytes.length - 5_188L, bytes.length - 5_000L);
    assertThat(found.units()).isBetween(50L, 60L);
    List<IndexRecord> index = IndexRecord.readAll(Files.readAllBytes(file("V1-00001.idx")));
    assertThat(index).hasSize((int) found.units());
    assertThat(TestVideo.decodes(ts)).isGreaterThanOrEqualTo((int) found.units() - 1);
  }

  @Test
  void zeros_of_a_power_cut_and_a_lost_index_are_survived() throws Exception {
    leaveOpen();
    Path ts = file("V1-00001.ts");
    byte[] bytes = Files.readAllBytes(ts);
    Arrays.fill(bytes, bytes.length - 4_000, bytes.length, (byte) 0);
    Files.write(ts, bytes);
    Files.delete(file("V1-00001.idx"));
    SegmentClosed found = recover().recovered().get(0);
    // a packet whose first bytes are left stays
    assertThat(found.bytes()).isBetween(bytes.length - 4_000L, bytes.length - 3_812L);
    assertThat(found.units()).isBetween(50L, 60L);
    assertThat(IndexRecord.readAll(Files.readAllBytes(file("V1-00001.idx"))))
        .hasSize((int) found.units());
  }

  @Test
  void a_segment_of_a_closed_flight_is_left_as_it_is() throws Exception {
    leaveOpen();
    byte[] before = Files.readAllBytes(file("V1-00001.ts"));
    SegmentRecovery.Report report =
        new SegmentRecovery(root, journal, clock::now).recover(flight -> Optional.empty());
    assertThat(report.recovered()).isEmpty();
    assertThat(report.orphans()).containsExactly(file("V1-00001.ts"));
    assertThat(Files.readAllBytes(file("V1-00001.ts"))).isEqualTo(before);
  }

  @Test
  void the_same_flight_goes_on_with_the_next_number() throws Exception {
    leaveOpen();
    recover();
    SourceRecorder again = recorder();
    again.start(OWNER);
    feed(again, new Feed(again, clock), TS, 0, 30);
    stop(again);
    assertThat(events(RecordingStarted.class)).last().isEqualTo(new RecordingStarted("V1", 2));
    assertThat(events(SegmentClosed.class)).last().extracting(SegmentClosed::index).isEqualTo(2);
    assertThat(TestVideo.decodes(file("V1-00002.ts"))).isEqualTo(30);
  }

  @Test
  void a_disk_that_refuses_is_a_gap_and_is_tried_again() throws Exception {
    Files.createDirectories(root);
    Path inTheWay = Files.writeString(root.resolve("F1"), "no folder");
    SourceRecorder recorder = recorder();
    Feed feed = new Feed(recorder, clock);
    recorder.start(OWNER);
    feed.packets(TS, 0, STARTS.get(26));
    Awaitility.await().until(() -> recorder.figures().unitsLost() == 26);
    assertThat(recorder.figures().diskErrors()).isEqualTo(1);
    Files.delete(inTheWay);
    clock.advanceMs(6_000);
    feed.packets(TS, STARTS.get(26), STARTS.get(60));
    Awaitility.await().until(() -> recorder.figures().unitsWritten() == 10);
    stop(recorder);
    assertThat(events(Gap.class))
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.reason()).isEqualTo(GapReason.DISK);
              assertThat(gap.lost()).isEqualTo(50);
            });
    assertThat(TestVideo.decodes(file("V1-00000.ts"))).isEqualTo(10);
  }

  @Test
  void a_disk_that_never_comes_back_is_told_at_the_end() throws Exception {
    Files.createDirectories(root);
    Files.writeString(root.resolve("F1"), "no folder");
    SourceRecorder recorder = recorder();
    recorder.start(OWNER);
    new Feed(recorder, clock).packets(TS, 0, TS.length);
    Awaitility.await().until(() -> recorder.figures().unitsLost() == 100);
    stop(recorder);
    assertThat(events(SegmentClosed.class)).isEmpty();
    assertThat(events(Gap.class)).singleElement().extracting(Gap::lost).isEqualTo(100L);
  }

  @Test
  void a_disk_that_does_not_keep_up_costs_pictures_and_says_so() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    WallClock held =
        new WallClock() {
          @Override
          public Instant now() {
            return clock.now();
          }

          @Override
          public long monotonicNs() {
            if (Thread.currentThread().getName().startsWith("record-")) {
              try {
                slow.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }
            return clock.monotonicNs();
          }
        };
    RecorderCounters counters = new RecorderCounters();
    SegmentRecorder recorder =
        SegmentRecorder.start("V1", root.resolve("F1"), OWNER, journal, clock::now, held, counters);
    byte[] megabyte = new byte[188 * 5_577];
    for (int i = 0; i < 20; i++) {
      recorder.offer(
          new TapePiece(
              megabyte, new RecordedUnit(true, false, false, i, 1_000_000L * i / 10), new byte[0]));
    }
    assertThat(counters.unitsLost.sum()).isBetween(3L, 5L);
    assertThat(counters.queuedBytes.get()).isLessThanOrEqualTo(SegmentRecorder.QUEUE_BYTES_MAX);
    slow.countDown();
    Awaitility.await().until(() -> counters.queuedBytes.get() == 0);
    recorder.offer(
        new TapePiece(megabyte, new RecordedUnit(true, false, false, 9, 9_000_000), new byte[0]));
    recorder.stop().toCompletableFuture().get(20, TimeUnit.SECONDS);
    assertThat(events(Gap.class))
        .anySatisfy(
            gap -> {
              assertThat(gap.reason()).isEqualTo(GapReason.OVERFLOW);
              assertThat(gap.lost()).isEqualTo(counters.unitsLost.sum());
            });
  }

  @Test
  void a_recording_ends_only_when_the_journal_has_its_hash() throws Exception {
    RefusingJournal refusing = new RefusingJournal();
    SourceRecorder recorder = new SourceRecorder("V1", root, refusing, clock::now, clock);
    recorder.start(OWNER);
    feed(recorder, new Feed(recorder, clock), TS, 0, 30);
    refusing.refuses = true;
    assertThatThrownBy(() -> stop(recorder))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(IOException.class);
    assertThat(SegmentFiles.open(root.resolve("F1"))).hasSize(1);
    assertThatThrownBy(() -> recorder.start(new RecordingOwner("F2", "sdis42", "")))
        .isInstanceOf(IllegalStateException.class);
    refusing.refuses = false;
    stop(recorder);
    assertThat(events(SegmentClosed.class)).hasSize(1);
    assertThat(SegmentFiles.open(root.resolve("F1"))).isEmpty();
    stop(recorder);
    recorder.start(new RecordingOwner("F2", "sdis42", ""));
    recorder.stop().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  @Test
  void names_that_lead_elsewhere_are_refused() {
    assertThatThrownBy(() -> new RecordingOwner("../F1", "", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SourceRecorder("a/b", root, journal, clock::now, clock))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The station's journal, with a disk that a test has in its hand. */
  private final class RefusingJournal implements Journal {
    private volatile boolean refuses;

    @Override
    public void append(List<EntryDraft> drafts, Consumer<AppendOutcome> whenDone) {
      if (refuses) {
        whenDone.accept(new AppendOutcome.Failed("disk"));
      } else {
        journal.append(drafts, whenDone);
      }
    }

    @Override
    public List<Entry> read(long from, int atMost) {
      return journal.read(from, atMost);
    }

    @Override
    public List<Entry> read(StreamId stream) {
      return journal.read(stream);
    }

    @Override
    public List<StreamId> streams(String kind) {
      return journal.streams(kind);
    }

    @Override
    public long size() {
      return journal.size();
    }

    @Override
    public ContentHash keep(byte[] document) {
      return journal.keep(document);
    }

    @Override
    public Optional<byte[]> findDocument(ContentHash hash) {
      return journal.findDocument(hash);
    }

    @Override
    public AutoCloseable listen(Consumer<Entry> listener) {
      return journal.listen(listener);
    }
  }
}
