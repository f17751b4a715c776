package org.vigie.groundstation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.flightlog.FlightLogEvents;
import org.vigie.groundstation.flightlog.TelemetryDigest;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.EventCodec;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.time.Scheduler;
import org.vigie.planner.canonical.ContentHash;

@Timeout(60)
class TelemetryFileTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123457Z");
  private static final TelemetryFile.Owner OWNER = new TelemetryFile.Owner("F1", "sdis42", "42218");

  @TempDir Path folder;
  private final HandScheduler scheduler = new HandScheduler();
  private final Random random = new Random(7);
  private final ByteArrayOutputStream expected = new ByteArrayOutputStream();
  private SqliteJournal journal;
  private Path tlog;

  /** Ticks when the test says so. */
  private static final class HandScheduler implements Scheduler {
    private final List<Runnable> tasks = new ArrayList<>();

    @Override
    public Cancellable after(Duration delay, Runnable task) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Cancellable every(Duration period, Runnable task) {
      assertThat(period).isEqualTo(Duration.ofSeconds(1));
      tasks.add(task);
      return () -> tasks.remove(task);
    }

    void tick() {
      tasks.forEach(Runnable::run);
    }
  }

  @BeforeEach
  void open() throws IOException {
    journal = SqliteJournal.open(folder, EventCodec.of(FlightLogEvents.types()));
    tlog = folder.resolve("telemetry/F1.tlog");
  }

  @AfterEach
  void close() throws IOException {
    journal.close();
  }

  private TelemetryFile telemetry(Journal into) throws IOException {
    return TelemetryFile.open(tlog, OWNER, into, () -> NOW, scheduler);
  }

  /** A MAVLink 2 frame, every third one signed, or a MAVLink 1 frame. */
  private byte[] frame(int i) {
    int payload = 1 + random.nextInt(40);
    byte[] frame;
    if (i % 5 == 4) {
      frame = new byte[payload + 8];
      random.nextBytes(frame);
      frame[0] = (byte) 0xFE;
    } else {
      boolean signed = i % 3 == 0;
      frame = new byte[payload + 12 + (signed ? 13 : 0)];
      random.nextBytes(frame);
      frame[0] = (byte) 0xFD;
      frame[2] = (byte) (signed ? 1 : 0);
    }
    frame[1] = (byte) payload;
    return frame;
  }

  private void append(TelemetryFile file, int frames) {
    for (int i = 0; i < frames; i++) {
      byte[] frame = frame(i);
      long timeUs = NOW.getEpochSecond() * 1_000_000 + 123_456;
      expected.writeBytes(ByteBuffer.allocate(8).putLong(timeUs).array());
      expected.writeBytes(frame);
      file.append(NOW, frame);
    }
  }

  private List<TelemetryDigest> digests() {
    return journal.read(StreamId.flight("F1")).stream()
        .map(entry -> (TelemetryDigest) journal.codec().find(entry).orElseThrow())
        .toList();
  }

  private void assertDigestsCover(byte[] bytes, long frames) {
    long at = 0;
    long counted = 0;
    for (TelemetryDigest digest : digests()) {
      assertThat(digest.fromByte()).isEqualTo(at);
      byte[] range = Arrays.copyOfRange(bytes, (int) at, (int) digest.toByte());
      assertThat(digest.sha256()).isEqualTo(ContentHash.of(range));
      at = digest.toByte();
      counted += digest.frames();
    }
    assertThat(at).isEqualTo(bytes.length);
    assertThat(counted).isEqualTo(frames);
  }

  private static TelemetryFile.Totals finish(TelemetryFile file) throws Exception {
    return file.finish().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  @Test
  void the_file_is_a_tlog_and_each_second_of_it_is_digested() throws Exception {
    TelemetryFile file = telemetry(journal);
    append(file, 10);
    scheduler.tick();
    Awaitility.await().until(() -> digests().size() == 1);
    scheduler.tick();
    append(file, 7);
    scheduler.tick();
    Awaitility.await().until(() -> digests().size() == 2);
    append(file, 3);
    TelemetryFile.Totals totals = finish(file);
    assertThat(totals).isEqualTo(new TelemetryFile.Totals(expected.size(), 20, 0));
    assertThat(Files.readAllBytes(tlog)).isEqualTo(expected.toByteArray());
    assertThat(digests()).hasSize(3).noneMatch(TelemetryDigest::recovered);
    assertThat(digests().get(0).frames()).isEqualTo(10);
    assertDigestsCover(expected.toByteArray(), 20);
    Entry entry = journal.read(StreamId.flight("F1")).get(0);
    assertThat(entry.service()).isEqualTo("sdis42");
  }

  @Test
  void a_torn_record_is_cut_off_and_what_was_not_digested_is() throws Exception {
    TelemetryFile first = telemetry(journal);
    append(first, 10);
    scheduler.tick();
    Awaitility.await().until(() -> digests().size() == 1);
    append(first, 5);
    first.close();
    int whole = expected.size();
    byte[] torn = Arrays.copyOf(expected.toByteArray(), 13);
    Files.write(tlog, torn, StandardOpenOption.APPEND);
    scheduler.tasks.clear();

    TelemetryFile second = telemetry(journal);
    Awaitility.await().until(() -> digests().size() == 2);
    assertThat(digests().get(1).recovered()).isTrue();
    assertThat(digests().get(1).toByte()).isEqualTo(whole);
    append(second, 4);
    finish(second);
    assertThat(Files.readAllBytes(tlog)).isEqualTo(expected.toByteArray());
    assertThat(digests()).hasSize(3);
    assertThat(digests().get(2).recovered()).isFalse();
    assertDigestsCover(expected.toByteArray(), 19);
  }

  @Test
  void a_file_torn_anywhere_keeps_its_whole_records() throws Exception {
    TelemetryFile file = telemetry(journal);
    append(file, 4);
    file.close();
    byte[] all = Files.readAllBytes(tlog);
    for (int length = 0; length <= all.length; length++) {
      Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(all, length));
      try (TlogChannel channel = TlogChannel.open(cut, new DigestedSoFar(0, 0))) {
        assertThat(channel.bytes()).isLessThanOrEqualTo(length);
        assertThat(Files.size(cut)).isEqualTo(channel.bytes());
        assertThat(channel.frames() == 4).isEqualTo(length == all.length);
        byte[] kept = Files.readAllBytes(cut);
        assertThat(kept).isEqualTo(Arrays.copyOf(all, kept.length));
      }
    }
  }

  @Test
  void zeros_that_a_power_cut_left_behind_are_cut_off() throws Exception {
    TelemetryFile file = telemetry(journal);
    append(file, 4);
    file.close();
    Files.write(tlog, new byte[4096], StandardOpenOption.APPEND);
    finish(telemetry(journal));
    assertThat(Files.readAllBytes(tlog)).isEqualTo(expected.toByteArray());
    assertDigestsCover(expected.toByteArray(), 4);
  }

  @Test
  void a_file_shorter_than_its_digests_is_not_taken_for_whole() throws Exception {
    TelemetryFile file = telemetry(journal);
    append(file, 4);
    finish(file);
    Files.write(tlog, Arrays.copyOf(expected.toByteArray(), 20));
    assertThatThrownBy(() -> telemetry(journal)).hasMessageContaining("the journal attests");
  }

  @Test
  void a_digest_that_the_journal_refuses_is_made_up_for() throws Exception {
    Refusing refusing = new Refusing(journal);
    TelemetryFile file = telemetry(refusing);
    append(file, 5);
    refusing.refuse = true;
    scheduler.tick();
    Awaitility.await().until(() -> refusing.refused);
    append(file, 5);
    assertThatThrownBy(() -> finish(file))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("did not take the last digest");
    refusing.refuse = false;
    assertThat(finish(file).frames()).isEqualTo(10);
    assertThat(digests()).hasSize(1);
    assertDigestsCover(expected.toByteArray(), 10);
  }

  @Test
  void frames_of_a_queue_that_is_full_are_counted_and_told() throws Exception {
    Refusing slow = new Refusing(journal);
    TelemetryFile file = telemetry(slow);
    append(file, 1);
    slow.hold = true;
    scheduler.tick();
    Awaitility.await().until(() -> slow.held);
    byte[] frame = frame(0);
    for (int i = 0; i < TelemetryFile.MAX_QUEUED + 3; i++) {
      file.append(NOW, frame);
    }
    assertThat(file.lostFrames()).isEqualTo(3);
    slow.release();
    Awaitility.await().until(() -> digests().size() == 1);
    Awaitility.await().until(() -> finishes(file));
    assertThat(digests().stream().mapToLong(TelemetryDigest::lostFrames).sum()).isEqualTo(3);
    assertDigestsCover(Files.readAllBytes(tlog), TelemetryFile.MAX_QUEUED + 1L);
  }

  private static boolean finishes(TelemetryFile file) {
    try {
      return finish(file).lostFrames() == 3;
    } catch (Exception e) {
      return false;
    }
  }

  @Test
  void only_whole_frames_are_taken_and_none_after_the_end() throws Exception {
    TelemetryFile file = telemetry(journal);
    byte[] frame = frame(0);
    assertThatThrownBy(() -> file.append(NOW, Arrays.copyOf(frame, frame.length - 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> file.append(NOW, new byte[20]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(finish(file)).isEqualTo(new TelemetryFile.Totals(0, 0, 0));
    file.append(NOW, frame);
    file.close();
    assertThat(Files.size(tlog)).isZero();
    assertThat(digests()).isEmpty();
    assertThat(scheduler.tasks).isEmpty();
  }

  /** A journal that refuses appends, or holds them up, when it is told to. */
  private static final class Refusing implements Journal {
    private final Journal behind;
    private volatile boolean refuse;
    private volatile boolean hold;
    private volatile boolean held;
    private volatile boolean refused;

    Refusing(Journal behind) {
      this.behind = behind;
    }

    @Override
    public void append(List<EntryDraft> drafts, Consumer<AppendOutcome> whenDone) {
      if (refuse) {
        whenDone.accept(new AppendOutcome.Failed("no"));
        refused = true;
        return;
      }
      synchronized (this) {
        while (hold) {
          held = true;
          try {
            wait();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
          }
        }
      }
      behind.append(drafts, whenDone);
    }

    synchronized void release() {
      hold = false;
      notifyAll();
    }

    @Override
    public List<Entry> read(long fromPosition, int atMost) {
      return behind.read(fromPosition, atMost);
    }

    @Override
    public List<Entry> read(StreamId stream) {
      return behind.read(stream);
    }

    @Override
    public List<StreamId> streams(String kind) {
      return behind.streams(kind);
    }

    @Override
    public long size() {
      return behind.size();
    }

    @Override
    public ContentHash keep(byte[] document) {
      return behind.keep(document);
    }

    @Override
    public Optional<byte[]> findDocument(ContentHash hash) {
      return behind.findDocument(hash);
    }

    @Override
    public AutoCloseable listen(Consumer<Entry> listener) {
      return behind.listen(listener);
    }
  }
}
