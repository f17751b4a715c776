package org.vigie.groundstation.flightlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.EventCodec;
import org.vigie.groundstation.journal.EventType;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.journal.seal.Checkpoint;
import org.vigie.groundstation.journal.seal.MerkleHash;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.groundstation.journal.seal.SealedCheckpoint;
import org.vigie.groundstation.store.JournalDamagedException;
import org.vigie.groundstation.store.SqliteJournal;
import org.vigie.groundstation.store.StationKeys;

/** Checkpoints of a real journal, and a journal that is not what they were signed over. */
@Timeout(60)
class SealerTest {
  private static final EventCodec CODEC = EventCodec.of(List.of(Noted.class));

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-11-21T10:00:00Z");

  @EventType("test.noted")
  record Noted(int count) implements Event {}

  private SqliteJournal open() throws IOException {
    return SqliteJournal.open(folder.resolve("data"), CODEC);
  }

  private NoteSigner signer() throws IOException {
    return StationKeys.openOrCreate(folder.resolve("station.key"), "s");
  }

  private Sealer sealer(SqliteJournal journal) throws IOException {
    return new Sealer(journal.tree(), journal.checkpoints(), signer(), () -> now);
  }

  private static void append(SqliteJournal journal, int entries) throws Exception {
    List<EntryDraft> drafts = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      drafts.add(new EntryDraft(StreamId.flight("F"), Instant.EPOCH, "", "", new Noted(i)));
    }
    CompletableFuture<AppendOutcome> done = new CompletableFuture<>();
    journal.append(drafts, done::complete);
    assertThat(done.get(30, TimeUnit.SECONDS)).isInstanceOf(AppendOutcome.Durable.class);
  }

  @Test
  void an_empty_journal_has_no_checkpoint() throws Exception {
    try (SqliteJournal journal = open()) {
      assertThat(sealer(journal).seal()).isEmpty();
    }
  }

  @Test
  void a_checkpoint_is_kept_once_for_each_size_and_told_once() throws Exception {
    List<Long> told = new ArrayList<>();
    try (SqliteJournal journal = open()) {
      Sealer sealer = sealer(journal);
      sealer.listen(checkpoint -> told.add(checkpoint.size()));
      append(journal, 3);
      SealedCheckpoint first = sealer.seal().orElseThrow();
      now = now.plusSeconds(60);
      assertThat(sealer.seal()).contains(first);
      append(journal, 4);
      SealedCheckpoint second = sealer.seal().orElseThrow();
      assertThat(second.size()).isEqualTo(7);
      assertThat(second.at()).isEqualTo(now);
      assertThat(signer().key().signed(second.note())).isTrue();
      assertThat(
              journal
                  .tree()
                  .consistency(3, 7)
                  .proves(first.checkpoint().root(), second.checkpoint().root()))
          .isTrue();
      assertThat(told).containsExactly(3L, 7L);
    }
    try (SqliteJournal journal = open()) {
      assertThat(sealer(journal).seal()).map(SealedCheckpoint::size).contains(7L);
      assertThat(journal.checkpoints().from(1, 10))
          .extracting(SealedCheckpoint::size)
          .containsExactly(3L, 7L);
      assertThat(journal.checkpoints().findLastUpTo(6)).map(SealedCheckpoint::size).contains(3L);
      assertThat(journal.checkpoints().findLastUpTo(2)).isEmpty();
    }
  }

  @Test
  void time_never_goes_back_from_one_checkpoint_to_the_next() throws Exception {
    try (SqliteJournal journal = open()) {
      append(journal, 1);
      Instant first = sealer(journal).seal().orElseThrow().at();
      now = now.minusSeconds(5);
      append(journal, 1);
      assertThat(sealer(journal).seal().orElseThrow().at()).isEqualTo(first);
    }
  }

  @Test
  void a_second_checkpoint_of_a_size_that_says_something_else_is_not_kept() throws Exception {
    try (SqliteJournal journal = open()) {
      append(journal, 2);
      sealer(journal).seal();
      Checkpoint other = new Checkpoint("s", 2, MerkleHash.ofEmptyTree());
      SealedCheckpoint contradiction =
          new SealedCheckpoint(now, other, signer().sign(other.text()));
      assertThatThrownBy(() -> journal.checkpoints().keep(contradiction))
          .hasMessageContaining("size 2");
      assertThat(journal.healthy()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE FROM entry WHERE position >= 4 | entries were removed",
        "UPDATE entry SET leaf = zeroblob(32) WHERE position = 2 | entry 2",
        "UPDATE checkpoint SET note = 'x' | none",
        "UPDATE checkpoint SET at = 'yesterday' | none"
      })
  void a_journal_that_is_not_what_was_sealed_is_not_opened(String damage, String told)
      throws Exception {
    try (SqliteJournal journal = open()) {
      append(journal, 6);
      sealer(journal).seal();
    }
    execute(damage);
    assertThatThrownBy(this::open)
        .isInstanceOf(JournalDamagedException.class)
        .hasMessageContaining(told)
        .hasMessageContaining("restore the data folder");
  }

  /** Entry, leaf and all: only the checkpoint still knows what was there. */
  @Test
  void an_entry_that_was_rewritten_with_its_leaf_is_found() throws Exception {
    Path other = folder.resolve("other");
    try (SqliteJournal journal = open();
        SqliteJournal forged = SqliteJournal.open(other, CODEC)) {
      append(journal, 6);
      sealer(journal).seal();
      append(forged, 5);
      append(forged, 1);
    }
    execute(
        "ATTACH '" + other.resolve("journal.sqlite") + "' AS other",
        "DELETE FROM entry",
        "INSERT INTO entry SELECT * FROM other.entry");
    assertThatThrownBy(this::open)
        .isInstanceOf(JournalDamagedException.class)
        .hasMessageContaining("entries were changed");
  }

  private void execute(String... statements) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:sqlite:" + folder.resolve("data/journal.sqlite").toAbsolutePath());
        Statement statement = connection.createStatement()) {
      for (String trigger :
          List.of("entry_never_changes", "entry_never_goes", "checkpoint_never_changes")) {
        statement.execute("DROP TRIGGER " + trigger);
      }
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  @Test
  void nobody_changes_a_checkpoint_by_accident() throws Exception {
    try (SqliteJournal journal = open()) {
      append(journal, 1);
      sealer(journal).seal();
    }
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:sqlite:" + folder.resolve("data/journal.sqlite").toAbsolutePath());
        Statement statement = connection.createStatement()) {
      for (String change :
          List.of("DELETE FROM checkpoint", "UPDATE checkpoint SET at = '2000-01-01T00:00:00Z'")) {
        assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("checkpoints");
      }
    }
  }

  @Test
  void a_station_whose_key_is_gone_gets_no_other_in_its_place() throws Exception {
    try (SqliteJournal journal = open()) {
      append(journal, 1);
      sealer(journal).seal();
      Path gone = folder.resolve("gone.key");
      assertThatThrownBy(() -> StationKeys.open(gone, "s", journal))
          .hasMessageContaining("restore it");
      assertThat(gone).doesNotExist();
      Path other = folder.resolve("other.key");
      StationKeys.openOrCreate(other, "s");
      assertThatThrownBy(() -> StationKeys.open(other, "s", journal))
          .hasMessageContaining("not signed by");
      assertThat(Optional.of(StationKeys.open(folder.resolve("station.key"), "s", journal).key()))
          .contains(signer().key());
    }
  }
}
