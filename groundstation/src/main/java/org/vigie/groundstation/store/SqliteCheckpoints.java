package org.vigie.groundstation.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vigie.groundstation.flightlog.CheckpointStore;
import org.vigie.groundstation.journal.seal.SealedCheckpoint;
import org.vigie.groundstation.journal.seal.SignedNote;

/** Checkpoints beside the journal's entries, written by the journal's one writer. */
final class SqliteCheckpoints implements CheckpointStore {
  /** As for documents: a full queue on a slow disk is written in a few seconds. */
  private static final Duration KEEP_AT_MOST = Duration.ofSeconds(30);

  private static final String SELECT = "SELECT size, at, note FROM checkpoint ";

  private final Jdbi readers;
  private final JournalWriter writer;

  SqliteCheckpoints(Jdbi readers, JournalWriter writer) {
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public void keep(SealedCheckpoint checkpoint) throws IOException {
    insert(
        handle ->
            handle.execute(
                "INSERT OR IGNORE INTO checkpoint (size, at, note) VALUES (?, ?, ?)",
                checkpoint.size(),
                checkpoint.at().toString(),
                checkpoint.note().serialise()));
    boolean same =
        from(checkpoint.size(), 1).stream()
            .anyMatch(kept -> kept.checkpoint().equals(checkpoint.checkpoint()));
    if (!same) {
      throw new IOException("another checkpoint of size " + checkpoint.size() + " is kept already");
    }
  }

  @Override
  public void keep(long size, String witness, SignedNote.Signature cosignature) throws IOException {
    insert(
        handle ->
            handle.execute(
                "INSERT OR IGNORE INTO cosignature (size, witness, line) VALUES (?, ?, ?)",
                size,
                witness,
                cosignature.line().strip()));
  }

  private void insert(Consumer<Handle> statement) throws IOException {
    if (writer.isCurrentThread()) {
      throw new IllegalStateException("the journal's thread cannot wait for itself");
    }
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    try {
      writer.enqueue(new WriteRequest.Insert(statement, done));
    } catch (IllegalStateException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
    Awaited.get(done, KEEP_AT_MOST, "a checkpoint");
  }

  @Override
  public Optional<SealedCheckpoint> findLast() {
    return findLastUpTo(Long.MAX_VALUE);
  }

  @Override
  public Optional<SealedCheckpoint> findLastUpTo(long size) {
    return readers.withHandle(handle -> findLastUpTo(handle, size));
  }

  static Optional<SealedCheckpoint> findLastUpTo(Handle handle, long size) {
    return read(handle, SELECT + "WHERE size <= ? ORDER BY size DESC LIMIT 1", size).stream()
        .findFirst();
  }

  @Override
  public List<SealedCheckpoint> from(long size, int atMost) {
    return readers.withHandle(
        handle -> read(handle, SELECT + "WHERE size >= ? ORDER BY size LIMIT ?", size, atMost));
  }

  @Override
  public long cosignedBy(String witness) {
    return readers.withHandle(
        handle ->
            handle
                .select("SELECT max(size) FROM cosignature WHERE witness = ?", witness)
                .map((row, context) -> row.getLong(1))
                .one());
  }

  private record Row(long size, String at, String note) {}

  private static List<SealedCheckpoint> read(Handle handle, String query, Object... arguments) {
    List<Row> rows =
        handle
            .select(query, arguments)
            .map((row, context) -> new Row(row.getLong(1), row.getString(2), row.getString(3)))
            .list();
    return rows.stream().map(row -> sealed(row, cosignatures(handle, row.size()))).toList();
  }

  private static List<SignedNote.Signature> cosignatures(Handle handle, long size) {
    return handle
        .select("SELECT line FROM cosignature WHERE size = ? ORDER BY witness", size)
        .map((row, context) -> SignedNote.Signature.parse(row.getString(1)))
        .list();
  }

  private static SealedCheckpoint sealed(Row row, List<SignedNote.Signature> cosignatures) {
    SignedNote note = SignedNote.parse(row.note().getBytes(StandardCharsets.UTF_8));
    return SealedCheckpoint.of(Instant.parse(row.at()), note).with(cosignatures);
  }
}
