package org.vigie.groundstation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.flightlog.FlightLogEvents;
import org.vigie.groundstation.flightlog.KeyHistory;
import org.vigie.groundstation.flightlog.KeyRotated;
import org.vigie.groundstation.flightlog.Sealer;
import org.vigie.groundstation.flightlog.verify.Trust;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.EventCodec;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.groundstation.journal.seal.SealedCheckpoint;
import org.vigie.groundstation.journal.seal.VerifierKey;
import org.vigie.groundstation.store.SqliteJournal;
import org.vigie.groundstation.store.StationKeys;

/** A station gets a new key, also when the machine dies in the middle of it. */
@Timeout(60)
class AuditRotateKeyTest {
  private static final EventCodec CODEC = EventCodec.of(FlightLogEvents.types());
  private static final String STATION = "saint-etienne";

  @TempDir Path folder;
  private Path config;
  private Path key;
  private String out = "";
  private String err = "";

  @BeforeEach
  void lay() throws IOException {
    config = DemoStation.lay(folder, 0, "tcp:127.0.0.1:1");
    key = folder.resolve("data/station.key");
  }

  private SqliteJournal journal() throws IOException {
    return SqliteJournal.open(folder.resolve("data"), CODEC);
  }

  private int rotate() {
    StringWriter written = new StringWriter();
    StringWriter errors = new StringWriter();
    int exit =
        Main.commandLine(new Main())
            .setOut(new PrintWriter(written))
            .setErr(new PrintWriter(errors, true))
            .execute("audit", "rotate-key", "--config", config.toString());
    out = written.toString();
    err = errors.toString();
    return exit;
  }

  private String station() throws IOException {
    return Files.readString(config)
        .lines()
        .filter(l -> l.strip().startsWith("id:"))
        .findFirst()
        .orElseThrow()
        .strip()
        .substring("id:".length())
        .strip();
  }

  @Test
  void each_new_key_is_in_force_published_and_signed_by_the_old_one() throws Exception {
    NoteSigner first = StationKeys.openOrCreate(key, station());
    List<String> keys = new ArrayList<>(List.of(first.key().toString()));
    for (int i = 0; i < 3; i++) {
      assertThat(rotate()).as(err).isZero();
      VerifierKey now = StationKeys.openOrCreate(key, station()).key();
      assertThat(out).contains("old " + keys.get(0)).contains("new " + now);
      keys.add(0, now.toString());
    }
    assertThat(Files.readAllLines(folder.resolve("station.pub"))).isEqualTo(keys);
    assertThat(Trust.stationKeys(Files.readString(folder.resolve("station.pub")))).hasSize(4);
    try (SqliteJournal journal = journal()) {
      assertThat(KeyHistory.read(journal, station()))
          .extracting(VerifierKey::toString)
          .isEqualTo(keys);
      List<SealedCheckpoint> sealed = journal.checkpoints().from(1, 10);
      assertThat(sealed).hasSize(3);
      assertThat(VerifierKey.parse(keys.get(0)).signed(sealed.get(2).note())).isTrue();
      assertThat(StationKeys.open(key, station(), journal).key()).hasToString(keys.get(0));
    }
    // no file holds an old secret
    assertThat(folder.resolve("data").toFile().list((dir, name) -> name.contains("station.key")))
        .containsExactly("station.key");
  }

  @Test
  void a_running_station_keeps_its_key() throws Exception {
    NoteSigner before = StationKeys.openOrCreate(key, station());
    try (SqliteJournal running = journal()) {
      assertThat(rotate()).isEqualTo(2);
      assertThat(err).contains("stop the station first");
      assertThat(running.size()).isZero();
    }
    assertThat(StationKeys.openOrCreate(key, station()).key()).isEqualTo(before.key());
  }

  @Test
  void without_a_key_or_a_station_there_is_nothing_to_change() {
    assertThat(rotate()).isEqualTo(2);
    assertThat(err).contains("there is no key yet");
    config = folder.resolve("nowhere.yaml");
    assertThat(rotate()).isEqualTo(2);
  }

  @Test
  void a_change_that_broke_off_before_the_journal_had_it_is_undone() throws Exception {
    NoteSigner old = StationKeys.openOrCreate(key, STATION);
    StationKeys.prepareNext(key, STATION);
    try (SqliteJournal journal = journal()) {
      assertThat(StationKeys.open(key, STATION, journal).key()).isEqualTo(old.key());
      assertThat(folder.resolve("data/station.key.next")).doesNotExist();
    }
  }

  @Test
  void a_change_that_broke_off_after_the_journal_had_it_is_brought_to_its_end() throws Exception {
    NoteSigner old = StationKeys.openOrCreate(key, STATION);
    try (SqliteJournal journal = journal()) {
      append(journal, KeyRotated.of(old, StationKeys.prepareNext(key, STATION)));
    }
    try (SqliteJournal journal = journal()) {
      NoteSigner now = StationKeys.open(key, STATION, journal);
      assertThat(now.key()).isNotEqualTo(old.key());
      assertThat(StationKeys.open(key, STATION, journal).key()).isEqualTo(now.key());
      assertThat(StationKeys.published(now, STATION, journal))
          .isEqualTo(now.key() + "\n" + old.key() + "\n");
    }
  }

  @Test
  void an_old_key_put_back_and_a_change_that_nobody_signed_are_refused() throws Exception {
    NoteSigner old = StationKeys.openOrCreate(key, STATION);
    Path kept = Files.copy(key, folder.resolve("kept.key"));
    NoteSigner stranger = StationKeys.openOrCreate(folder.resolve("stranger.key"), STATION);
    try (SqliteJournal journal = journal()) {
      NoteSigner fresh = StationKeys.prepareNext(key, STATION);
      append(journal, KeyRotated.of(old, fresh));
      StationKeys.adoptNext(key);
      new Sealer(journal.tree(), journal.checkpoints(), fresh, () -> Instant.EPOCH).seal();
      Files.delete(key);
      Files.copy(kept, key);
      assertThatThrownBy(() -> StationKeys.open(key, STATION, journal))
          .hasMessageContaining("but the journal says " + fresh.key());
      KeyRotated honest = KeyRotated.of(fresh, stranger);
      append(journal, new KeyRotated(honest.oldKey(), old.key().toString(), honest.signature()));
      assertThatThrownBy(() -> KeyHistory.read(journal, STATION))
          .hasMessageContaining("entry 1")
          .hasMessageContaining("did not sign");
    }
  }

  @Test
  void a_change_that_does_not_follow_the_one_before_is_refused() throws Exception {
    NoteSigner a = StationKeys.openOrCreate(folder.resolve("a"), STATION);
    NoteSigner b = StationKeys.openOrCreate(folder.resolve("b"), STATION);
    NoteSigner c = StationKeys.openOrCreate(folder.resolve("c"), STATION);
    try (SqliteJournal journal = journal()) {
      append(journal, KeyRotated.of(a, b));
      append(journal, KeyRotated.of(a, c));
      assertThatThrownBy(() -> KeyHistory.read(journal, STATION)).hasMessageContaining("entry 1");
    }
  }

  private static void append(SqliteJournal journal, KeyRotated change) throws Exception {
    CompletableFuture<AppendOutcome> done = new CompletableFuture<>();
    journal.append(
        List.of(new EntryDraft(StreamId.station(STATION), Instant.EPOCH, "", "", change)),
        done::complete);
    assertThat(done.get(30, TimeUnit.SECONDS)).isInstanceOf(AppendOutcome.Durable.class);
  }
}
