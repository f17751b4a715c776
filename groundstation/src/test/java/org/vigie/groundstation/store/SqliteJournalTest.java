package org.vigie.groundstation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.PersonalReference;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.journal.seal.MerkleHash;
import org.vigie.planner.canonical.ContentHash;

@Timeout(60)
class SqliteJournalTest {
  @TempDir Path folder;

  @Test
  void entries_get_positions_and_gap_free_numbers_in_their_streams() throws Exception {
    StreamId other = StreamId.incident("I1");
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC)) {
      append(journal, Noted.draft(0), Noted.draft(other, 1), Noted.draft(2));
      append(journal, Noted.draft(other, 3));
      List<Entry> all = journal.read(0, 100);
      assertThat(all).extracting(Entry::position).containsExactly(0L, 1L, 2L, 3L);
      assertThat(all).extracting(Entry::number).containsExactly(0L, 0L, 1L, 1L);
      assertThat(journal.read(other)).containsExactly(all.get(1), all.get(3));
      assertThat(journal.read(1, 2)).containsExactly(all.get(1), all.get(2));
      assertThat(journal.streams("flight")).containsExactly(Noted.STREAM);
      assertThat(journal.size()).isEqualTo(4);
      assertThat(journal.codec().find(all.get(2))).contains(new Noted(2, "n"));
    }
  }

  @Test
  void a_journal_goes_on_where_it_ended() throws Exception {
    MerkleHash root;
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC)) {
      append(journal, Noted.draft(0), Noted.draft(1), Noted.draft(2));
      root = journal.tree().root(3);
    }
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC)) {
      assertThat(journal.tree().root(3)).isEqualTo(root);
      Entry next = append(journal, Noted.draft(3)).get(0);
      assertThat(next.position()).isEqualTo(3);
      assertThat(next.number()).isEqualTo(3);
      MerkleHash leaf = MerkleHash.leaf(next.canonical().getBytes(StandardCharsets.UTF_8));
      assertThat(journal.tree().inclusion(3, 4).proves(leaf, journal.tree().root(4))).isTrue();
    }
  }

  @Test
  void what_is_told_durable_is_already_in_the_file_for_others() throws Exception {
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC)) {
      CompletableFuture<Long> seen = new CompletableFuture<>();
      AutoCloseable listening = journal.listen(entry -> seen.complete(countByAnotherConnection()));
      append(journal, Noted.draft(0), Noted.draft(1));
      assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo(2);
      listening.close();
    }
  }

  private long countByAnotherConnection() {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM entry")) {
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void everything_that_waits_is_committed_at_once_and_told_in_order() throws Exception {
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC)) {
      CountDownLatch busy = new CountDownLatch(1);
      CountDownLatch release = new CountDownLatch(1);
      journal.append(
          List.of(Noted.draft(0)),
          outcome -> {
            busy.countDown();
            awaitQuietly(release);
          });
      assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
      List<Long> sizes = new ArrayList<>();
      List<Long> positions = new ArrayList<>();
      List<CompletableFuture<AppendOutcome>> outcomes = new ArrayList<>();
      for (int i = 1; i <= 100; i++) {
        CompletableFuture<AppendOutcome> done = new CompletableFuture<>();
        outcomes.add(done);
        journal.append(
            List.of(Noted.draft(i)),
            outcome -> {
              sizes.add(journal.size());
              positions.add(((AppendOutcome.Durable) outcome).entries().get(0).position());
              done.complete(outcome);
            });
      }
      release.countDown();
      outcomes.get(99).get(10, TimeUnit.SECONDS);
      assertThat(sizes).hasSize(100).containsOnly(101L);
      assertThat(positions).isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList());
    }
  }

  @Test
  void a_full_queue_refuses_at_once_and_loses_nothing_that_it_took() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger durable = new AtomicInteger();
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC)) {
      journal.append(
          List.of(Noted.draft(0)),
          outcome -> {
            busy.countDown();
            awaitQuietly(release);
          });
      assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
      for (int i = 0; i < JournalWriter.MAX_QUEUED; i++) {
        journal.append(List.of(Noted.draft(i)), outcome -> durable.incrementAndGet());
      }
      assertThatThrownBy(() -> journal.append(List.of(Noted.draft(0)), outcome -> {}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("full");
      release.countDown();
    }
    assertThat(durable).hasValue(JournalWriter.MAX_QUEUED);
    assertThat(countByAnotherConnection()).isEqualTo(JournalWriter.MAX_QUEUED + 1L);
  }

  @Test
  void many_threads_get_a_journal_without_gaps_and_a_tree_that_fits() throws Exception {
    int threads = 8;
    int each = 200;
    ConcurrentLinkedQueue<Entry> told = new ConcurrentLinkedQueue<>();
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC)) {
      List<Entry> heard = new ArrayList<>();
      AutoCloseable listening = journal.listen(heard::add);
      List<Thread> writers = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        StreamId stream = StreamId.vehicle("v" + t % 3);
        Thread thread =
            new Thread(
                () -> {
                  for (int i = 0; i < each; i++) {
                    journal.append(
                        List.of(Noted.draft(stream, i)),
                        outcome -> told.addAll(((AppendOutcome.Durable) outcome).entries()));
                  }
                });
        writers.add(thread);
        thread.start();
      }
      for (Thread writer : writers) {
        writer.join();
      }
      append(journal);
      listening.close();
      List<Entry> all = journal.read(0, threads * each + 10);
      assertThat(all)
          .extracting(Entry::position)
          .isEqualTo(LongStream.range(0, (long) threads * each).boxed().toList());
      assertThat(heard).isEqualTo(all);
      assertThat(List.copyOf(told)).isEqualTo(all);
      for (StreamId stream : journal.streams("vehicle")) {
        List<Entry> own = journal.read(stream);
        assertThat(own)
            .extracting(Entry::number)
            .isEqualTo(LongStream.range(0, own.size()).boxed().toList());
        assertThat(own).extracting(Entry::time).isSorted();
      }
      SharedTree again = new SharedTree();
      again.append(all.stream().map(OpeningCheck::leafOf).toList());
      assertThat(journal.tree().root(all.size())).isEqualTo(again.root(all.size()));
    }
  }

  @Test
  void time_never_goes_back_within_a_stream() throws Exception {
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC)) {
      append(journal, Noted.draft(500));
      append(journal, Noted.draft(100), Noted.draft(StreamId.vehicle("v"), 100));
      append(journal, Noted.draft(600));
      assertThat(journal.read(0, 10))
          .extracting(entry -> entry.time().toEpochMilli() - Noted.START.toEpochMilli())
          .containsExactly(500L, 500L, 100L, 600L);
    }
  }

  @Test
  void an_empty_append_is_told_after_all_that_came_before() throws Exception {
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC)) {
      AtomicInteger before = new AtomicInteger();
      for (int i = 0; i < 50; i++) {
        journal.append(List.of(Noted.draft(i)), outcome -> before.incrementAndGet());
      }
      assertThat(append(journal)).isEmpty();
      assertThat(before).hasValue(50);
      assertThat(journal.size()).isEqualTo(50);
    }
  }

  @Test
  void personal_content_stays_out_of_the_entry() throws Exception {
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC)) {
      EntryDraft draft =
          new EntryDraft(
              Noted.STREAM,
              Noted.START,
              "",
              "",
              new Noted(1, "n"),
              List.of(new EntryDraft.Personal("text", "Mme Dupont, 3e étage")));
      Entry entry = append(journal, draft).get(0);
      Entry twin = append(journal, draft).get(0);
      assertThat(entry.body()).doesNotContain("Dupont");
      assertThat(journal.findPersonal(0, "text")).contains("Mme Dupont, 3e étage");
      assertThat(journal.findPersonal(0, "other")).isEmpty();
      String reference = entry.tree().path("personal").path("text").asText();
      assertThat(reference).isEqualTo(referenceOf(0).hex());
      assertThat(twin.tree().path("personal").path("text").asText()).isNotEqualTo(reference);
      assertThat(journal.codec().find(entry)).contains(new Noted(1, "n"));
    }
  }

  private ContentHash referenceOf(long position) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT salt, content FROM personal WHERE position = " + position)) {
      return PersonalReference.of(rows.getBytes(1), rows.getString(2));
    }
  }

  @Test
  void a_document_is_kept_once_under_its_hash() throws Exception {
    byte[] plan = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    ContentHash hash;
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC)) {
      hash = journal.keep(plan);
      assertThat(journal.keep(plan)).isEqualTo(hash).isEqualTo(ContentHash.of(plan));
    }
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC)) {
      assertThat(journal.findDocument(hash)).contains(plan);
      assertThat(journal.findDocument(ContentHash.of("other"))).isEmpty();
    }
  }

  @Test
  void a_bad_draft_is_refused_whole() throws Exception {
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC)) {
      EntryDraft twice =
          new EntryDraft(
              Noted.STREAM,
              Noted.START,
              "",
              "",
              new Noted(1, "n"),
              List.of(new EntryDraft.Personal("a", "1"), new EntryDraft.Personal("a", "2")));
      List<EntryDraft> drafts = List.of(Noted.draft(0), twice);
      assertThatThrownBy(() -> journal.append(drafts, outcome -> {}))
          .isInstanceOf(IllegalArgumentException.class);
      EntryDraft huge =
          new EntryDraft(
              Noted.STREAM,
              Noted.START,
              "",
              "",
              new Noted(1, "x".repeat(SqliteJournal.MAX_BODY_BYTES)));
      assertThatThrownBy(() -> journal.append(List.of(huge), outcome -> {}))
          .isInstanceOf(IllegalArgumentException.class);
      append(journal);
      assertThat(journal.size()).isZero();
    }
  }

  @Test
  void a_full_disk_fails_whole_groups_and_space_brings_it_back() throws Exception {
    AtomicInteger maxPages = new AtomicInteger(60);
    Connections connections = new Connections(folder.resolve("journal.sqlite"));
    JournalWriter.Source limited =
        () -> {
          Connection connection = connections.openWriter();
          try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = " + maxPages.get());
          }
          return connection;
        };
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC, connections, limited)) {
      long written = 0;
      AppendOutcome outcome = outcome(journal, List.of(large(0), large(1)));
      while (outcome instanceof AppendOutcome.Durable durable) {
        written += durable.entries().size();
        outcome = outcome(journal, List.of(large(written), large(written + 1)));
      }
      assertThat(((AppendOutcome.Failed) outcome).reason()).contains("full");
      assertThat(journal.size()).isEqualTo(written).isPositive();
      assertThat(outcome(journal, List.of(large(written))))
          .isInstanceOf(AppendOutcome.Failed.class);
      byte[] document = new byte[500_000];
      assertThatThrownBy(() -> journal.keep(document)).isInstanceOf(UncheckedIOException.class);
      maxPages.set(100_000);
      Entry next = append(journal, large(written)).get(0);
      assertThat(next.position()).isEqualTo(written);
      assertThat(next.number()).isEqualTo(written);
      assertThat(journal.findDocument(journal.keep(document))).contains(document);
    }
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC)) {
      assertThat(journal.read(Noted.STREAM)).hasSize((int) journal.size());
    }
  }

  private static EntryDraft large(long count) {
    return new EntryDraft(Noted.STREAM, Noted.START, "", "", new Noted(count, "x".repeat(10_000)));
  }

  @Test
  void a_disk_that_is_gone_fails_appends_until_it_is_back() throws Exception {
    AtomicInteger opened = new AtomicInteger();
    Connections connections = new Connections(folder.resolve("journal.sqlite"));
    JournalWriter.Source flaky =
        () -> {
          if (opened.incrementAndGet() <= 2) {
            throw new SQLException("the disk is gone");
          }
          return connections.openWriter();
        };
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC, connections, flaky)) {
      assertThat(outcome(journal, List.of(Noted.draft(0))))
          .isEqualTo(new AppendOutcome.Failed("the journal cannot be written: the disk is gone"));
      assertThat(outcome(journal, List.of(Noted.draft(0))))
          .isInstanceOf(AppendOutcome.Failed.class);
      assertThat(append(journal, Noted.draft(0)).get(0).position()).isZero();
    }
  }

  @Test
  void a_journal_that_another_holds_is_not_opened() throws Exception {
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC)) {
      assertThatThrownBy(() -> SqliteJournal.open(folder, Noted.CODEC))
          .isInstanceOf(JournalHeldException.class)
          .hasMessageContaining(folder.toString());
      append(journal, Noted.draft(0));
    }
    SqliteJournal.open(folder, Noted.CODEC).close();
  }

  @Test
  void entries_cannot_be_changed_in_place() throws Exception {
    fill(3);
    for (String change : List.of("UPDATE entry SET time = ''", "DELETE FROM entry")) {
      assertThatThrownBy(() -> execute(change)).hasMessageContaining("append-only");
    }
  }

  @Test
  void a_journal_whose_end_contradicts_itself_is_not_opened() throws Exception {
    Map<String, String> damages =
        Map.of(
            "DELETE FROM entry WHERE position = 3", "entry 3",
            "UPDATE entry SET body = '{\"count\":9,\"text\":\"n\"}' WHERE position = 5", "entry 5",
            "UPDATE entry SET leaf = x'00' WHERE position = 2", "entry 2");
    int i = 0;
    for (Map.Entry<String, String> damage : damages.entrySet()) {
      folder = folder.resolve("damage" + i++);
      fill(6);
      execute("DROP TRIGGER entry_never_changes");
      execute("DROP TRIGGER entry_never_goes");
      execute(damage.getKey());
      assertThatThrownBy(() -> SqliteJournal.open(folder, Noted.CODEC))
          .isInstanceOf(JournalDamagedException.class)
          .hasMessageContaining(damage.getValue());
      // and the lock was let go of
      assertThatThrownBy(() -> SqliteJournal.open(folder, Noted.CODEC))
          .isInstanceOf(JournalDamagedException.class);
    }
  }

  @Test
  void a_closed_journal_is_one_file_that_holds_everything() throws Exception {
    Path data = folder.resolve("data");
    try (SqliteJournal journal = SqliteJournal.open(data, Noted.CODEC)) {
      append(journal, Noted.draft(0), Noted.draft(1));
      assertThat(journal.read(0, 10)).hasSize(2);
      append(journal, Noted.draft(2));
    }
    assertThat(data.toFile().list()).containsExactlyInAnyOrder("journal.sqlite", "journal.lock");
    // a backup that knows of no other file
    Files.copy(data.resolve("journal.sqlite"), folder.resolve("journal.sqlite"));
    assertThat(countByAnotherConnection()).isEqualTo(3);
  }

  @Test
  void nothing_is_appended_to_a_closed_journal() throws Exception {
    SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC);
    journal.append(List.of(Noted.draft(0)), outcome -> {});
    journal.close();
    journal.close();
    assertThatThrownBy(() -> journal.append(List.of(Noted.draft(0)), outcome -> {}))
        .isInstanceOf(IllegalStateException.class);
    assertThat(countByAnotherConnection()).isEqualTo(1);
  }

  @Test
  void a_caller_that_throws_harms_nobody_else() throws Exception {
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC)) {
      journal.append(
          List.of(Noted.draft(0)),
          outcome -> {
            throw new IllegalArgumentException("a bug of the caller");
          });
      assertThat(append(journal, Noted.draft(1)).get(0).position()).isEqualTo(1);
    }
  }

  @Test
  void an_error_of_a_listener_or_a_caller_does_not_end_the_writer() throws Exception {
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC)) {
      AutoCloseable listening =
          journal.listen(
              entry -> {
                throw new AssertionError("a bug of a listener");
              });
      journal.append(
          List.of(Noted.draft(0)),
          outcome -> {
            throw new StackOverflowError("a bug of a caller");
          });
      assertThat(append(journal, Noted.draft(1)).get(0).position()).isEqualTo(1);
      listening.close();
      assertThat(journal.healthy()).isTrue();
    }
  }

  @Test
  void whatever_a_group_fails_of_the_next_one_is_written() throws Exception {
    List<Throwable> failures =
        new ArrayList<>(
            List.of(
                new NoClassDefFoundError("missing"),
                new IllegalArgumentException("a bug"),
                new SQLException("the disk is gone")));
    Connections connections = new Connections(folder.resolve("journal.sqlite"));
    JournalWriter.Source failing =
        () -> {
          if (failures.isEmpty()) {
            return connections.openWriter();
          }
          Throwable next = failures.remove(0);
          if (next instanceof Error error) {
            throw error;
          } else if (next instanceof RuntimeException bug) {
            throw bug;
          }
          throw (SQLException) next;
        };
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC, connections, failing)) {
      assertThat(journal.healthy()).isTrue();
      for (String reason : List.of("missing", "a bug", "the disk is gone")) {
        assertThat(((AppendOutcome.Failed) outcome(journal, List.of(Noted.draft(0)))).reason())
            .contains(reason);
        assertThat(journal.healthy()).isFalse();
        assertThat(journal.lastFailure().orElse("")).contains(reason);
      }
      append(journal);
      assertThat(journal.healthy()).as("an append of nothing shows nothing").isFalse();
      append(journal, Noted.draft(0));
      assertThat(journal.healthy()).isTrue();
      assertThat(journal.lastFailure()).isEmpty();
    }
  }

  @Test
  void a_writer_that_ends_is_seen_and_nobody_waits_for_it() throws Exception {
    Connections connections = new Connections(folder.resolve("journal.sqlite"));
    JournalWriter.Source deadly =
        () -> {
          throw new IllegalStateException() {
            private static final long serialVersionUID = 1;

            @Override
            public String getMessage() {
              throw new IllegalStateException("not even its message can be had");
            }
          };
        };
    SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC, connections, deadly);
    assertThatThrownBy(() -> journal.keep(new byte[10]))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("writer has ended");
    assertThat(journal.healthy()).isFalse();
    assertThat(journal.lastFailure().orElse("")).contains("writer has ended");
    assertThatThrownBy(() -> journal.append(List.of(Noted.draft(0)), outcome -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("writer has ended");
    journal.close();
  }

  @Test
  void a_document_is_not_waited_for_without_end() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC)) {
      journal.append(List.of(Noted.draft(0)), outcome -> awaitQuietly(release));
      assertThatThrownBy(() -> journal.keep(new byte[10], Duration.ofMillis(20)))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("did not keep a document within");
      release.countDown();
    }
  }

  private void fill(int entries) throws Exception {
    try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC)) {
      for (int i = 0; i < entries; i++) {
        append(journal, Noted.draft(i));
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("journal.sqlite");
  }

  private static List<Entry> append(SqliteJournal journal, EntryDraft... drafts) throws Exception {
    return ((AppendOutcome.Durable) outcome(journal, List.of(drafts))).entries();
  }

  private static AppendOutcome outcome(SqliteJournal journal, List<EntryDraft> drafts)
      throws Exception {
    CompletableFuture<AppendOutcome> done = new CompletableFuture<>();
    journal.append(drafts, done::complete);
    return done.get(30, TimeUnit.SECONDS);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
