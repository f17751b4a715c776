package org.vigie.groundstation.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.vigie.groundstation.flightlog.CheckpointStore;
import org.vigie.groundstation.flightlog.OwnerOnly;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.EventCodec;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.PersonalReference;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.journal.seal.MerkleLog;
import org.vigie.groundstation.store.WriteRequest.Blob;
import org.vigie.planner.canonical.ContentHash;

/**
 * The station's journal in one SQLite file. Thread-safe: one thread writes, whoever reads has a
 * connection of its own and never waits for the writer.
 */
public final class SqliteJournal implements Journal, AutoCloseable {
  /** Events in one append: a step of a machine has a handful; more is a mistake. */
  static final int MAX_DRAFTS = 1_000;

  /** Bytes of one event: codes and numbers, not files; files are documents. */
  static final int MAX_BODY_BYTES = 256 * 1024;

  /** Bytes of one document: far above any plan or zone file, far below SQLite's 1 GB. */
  static final int MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;

  /** How long a document may take: a full queue on a slow disk is written in a few seconds. */
  private static final Duration KEEP_AT_MOST = Duration.ofSeconds(30);

  private final EventCodec codec;
  private final FolderLock lock;
  private final Connections connections;
  private final Jdbi readers;
  private final SharedTree tree;
  private final JournalWriter writer;
  private final CheckpointStore checkpoints;
  private final SecureRandom random = new SecureRandom();

  private SqliteJournal(
      EventCodec codec,
      FolderLock lock,
      Connections connections,
      SharedTree tree,
      JournalWriter writer) {
    this.codec = codec;
    this.lock = lock;
    this.connections = connections;
    this.readers = Jdbi.create(connections);
    this.tree = tree;
    this.writer = writer;
    this.checkpoints = new SqliteCheckpoints(readers, writer);
  }

  /**
   * Opens the journal in a folder, or begins one there.
   *
   * @throws JournalHeldException if another live process has it open
   * @throws JournalDamagedException if its end contradicts itself, or the journal is not what its
   *     last checkpoint was signed over
   * @throws IOException if the folder cannot be used
   */
  public static SqliteJournal open(Path dataFolder, EventCodec codec) throws IOException {
    OwnerOnly.createFolders(dataFolder);
    Connections connections = new Connections(dataFolder.resolve("journal.sqlite"));
    return open(dataFolder, codec, connections, connections::openWriter);
  }

  static SqliteJournal open(
      Path dataFolder, EventCodec codec, Connections connections, JournalWriter.Source source)
      throws IOException {
    FolderLock lock = FolderLock.acquire(dataFolder);
    try {
      SharedTree tree = new SharedTree();
      prepare(dataFolder, connections, tree);
      JournalWriter writer = new JournalWriter(source, tree);
      SqliteJournal journal = new SqliteJournal(codec, lock, connections, tree, writer);
      writer.start();
      return journal;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static void prepare(Path folder, Connections connections, SharedTree tree)
      throws IOException {
    // made here for its mode, which SQLite gives to the files that it makes beside it
    OwnerOnly.open(
            folder.resolve("journal.sqlite"),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE))
        .close();
    // the first connection switches the file to WAL, before any table is there
    try (Connection first = connections.openWriter();
        Handle handle = Jdbi.create(first).open()) {
      Flyway.configure()
          .dataSource(connections.url(), null, null)
          .locations("classpath:org/vigie/groundstation/store/migrations")
          .load()
          .migrate();
      OpeningCheck.load(handle, tree);
      OpeningCheck.compareWithLastCheckpoint(handle, tree);
    } catch (SQLException | JdbiException | FlywayException e) {
      throw new IOException("cannot open the journal in " + folder + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void append(List<EntryDraft> drafts, Consumer<AppendOutcome> whenDone) {
    if (drafts.size() > MAX_DRAFTS) {
      throw new IllegalArgumentException(drafts.size() + " events in one append");
    }
    List<WriteRequest.Draft> encoded = new ArrayList<>(drafts.size());
    for (EntryDraft draft : drafts) {
      encoded.add(encode(draft));
    }
    writer.enqueue(new WriteRequest.Append(encoded, whenDone));
  }

  private WriteRequest.Draft encode(EntryDraft draft) {
    Map<String, String> references = new LinkedHashMap<>();
    List<WriteRequest.Salted> salted = new ArrayList<>();
    for (EntryDraft.Personal personal : draft.personal()) {
      byte[] salt = new byte[PersonalReference.SALT_BYTES];
      random.nextBytes(salt);
      String reference = PersonalReference.of(salt, personal.content()).hex();
      if (references.put(personal.label(), reference) != null) {
        throw new IllegalArgumentException("two personal contents named " + personal.label());
      }
      salted.add(new WriteRequest.Salted(personal.label(), new Blob(salt), personal.content()));
    }
    if (!EventCodec.isText(draft.service()) || !EventCodec.isText(draft.commune())) {
      throw new IllegalArgumentException("a service or commune that is no text");
    }
    EventCodec.Encoded event = codec.encode(draft.event(), references);
    if (event.body().length() > MAX_BODY_BYTES) {
      throw new IllegalArgumentException(
          "an event " + event.type() + " of " + event.body().length() + " characters");
    }
    return new WriteRequest.Draft(
        draft.stream(), draft.time(), draft.service(), draft.commune(), event, salted);
  }

  @Override
  public List<Entry> read(long fromPosition, int atMost) {
    long durable = tree.size() - fromPosition;
    int limit = (int) Math.max(0, Math.min(atMost, durable));
    return readers.withHandle(handle -> JournalTables.read(handle, fromPosition, limit));
  }

  @Override
  public List<Entry> read(StreamId stream) {
    return readers.withHandle(handle -> JournalTables.read(handle, stream));
  }

  @Override
  public List<StreamId> streams(String kind) {
    return readers.withHandle(handle -> JournalTables.streams(handle, kind));
  }

  @Override
  public long size() {
    return tree.size();
  }

  @Override
  public ContentHash keep(byte[] document) {
    return keep(document, KEEP_AT_MOST);
  }

  ContentHash keep(byte[] document, Duration atMost) {
    if (document.length > MAX_DOCUMENT_BYTES) {
      throw new IllegalArgumentException("a document of " + document.length + " bytes");
    }
    if (writer.isCurrentThread()) {
      throw new IllegalStateException("the journal's thread cannot wait for itself");
    }
    byte[] copy = document.clone();
    CompletableFuture<ContentHash> done = new CompletableFuture<>();
    writer.enqueue(new WriteRequest.Keep(ContentHash.of(copy), new Blob(copy), done));
    try {
      return Awaited.get(done, atMost, "a document");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<byte[]> findDocument(ContentHash hash) {
    return readers.withHandle(handle -> JournalTables.findDocument(handle, hash));
  }

  /** Personal content of an entry, unless it was erased. */
  public Optional<String> findPersonal(long position, String label) {
    return readers.withHandle(handle -> JournalTables.findPersonal(handle, position, label));
  }

  @Override
  public AutoCloseable listen(Consumer<Entry> listener) {
    return writer.listen(listener);
  }

  /**
   * Whether the journal takes and writes what it is given: it is open, its writer lives, its queue
   * has room, and the last group with something in it was written. An append that is written makes
   * it healthy again after a failure.
   */
  public boolean healthy() {
    return writer.healthy();
  }

  /** Why the last group was not written; empty since something was. */
  public Optional<String> lastFailure() {
    return writer.lastFailure();
  }

  /** The tree over all durable entries. */
  public MerkleLog tree() {
    return tree;
  }

  /** What the station signed of that tree. */
  public CheckpointStore checkpoints() {
    return checkpoints;
  }

  /** The events that this journal writes and reads. */
  public EventCodec codec() {
    return codec;
  }

  /** Writes what still waits, all of it into the journal's one file; lets go of the folder. */
  @Override
  public void close() throws IOException {
    try {
      writer.stop();
      connections.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the journal was writing its last entries", e);
    } catch (SQLException e) {
      throw new IOException("the journal did not close", e);
    } finally {
      lock.close();
    }
  }
}
