package org.vigie.groundstation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.journal.seal.MerkleHash;
import org.vigie.groundstation.store.WriteRequest.Blob;
import org.vigie.planner.canonical.ContentHash;

/** The journal's statements. */
final class JournalTables {
  private static final String COLUMNS =
      "position, stream_kind, stream_id, number, time, service, commune, type, version, body";

  private JournalTables() {}

  /** The last number and time of a stream. */
  record StreamEnd(long number, Instant time) {}

  /** Personal content on its way to its table. */
  record PersonalRow(long position, String label, Blob salt, String content) {}

  static PreparedBatch entryBatch(Handle handle) {
    return handle.prepareBatch(
        "INSERT INTO entry (" + COLUMNS + ", leaf) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  }

  static void addTo(PreparedBatch batch, Entry entry, MerkleHash leaf) {
    batch
        .bind(0, entry.position())
        .bind(1, entry.stream().kind())
        .bind(2, entry.stream().id())
        .bind(3, entry.number())
        .bind(4, entry.time().toString())
        .bind(5, entry.service())
        .bind(6, entry.commune())
        .bind(7, entry.type())
        .bind(8, entry.version())
        .bind(9, entry.body())
        .bind(10, leaf.toBytes())
        .add();
  }

  static void insertPersonal(Handle handle, List<PersonalRow> rows) {
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO personal (position, label, salt, content) VALUES (?, ?, ?, ?)");
    for (PersonalRow row : rows) {
      batch.bind(0, row.position()).bind(1, row.label());
      batch.bind(2, row.salt().bytes()).bind(3, row.content()).add();
    }
    batch.execute();
  }

  static void insertDocument(Handle handle, ContentHash hash, byte[] bytes) {
    handle.execute("INSERT OR IGNORE INTO document (hash, bytes) VALUES (?, ?)", hash.hex(), bytes);
  }

  static Optional<byte[]> findDocument(Handle handle, ContentHash hash) {
    return handle
        .select("SELECT bytes FROM document WHERE hash = ?", hash.hex())
        .mapTo(byte[].class)
        .findOne();
  }

  static Optional<String> findPersonal(Handle handle, long position, String label) {
    return handle
        .select("SELECT content FROM personal WHERE position = ? AND label = ?", position, label)
        .mapTo(String.class)
        .findOne();
  }

  static Optional<StreamEnd> findEnd(Handle handle, StreamId stream) {
    return handle
        .select(
            "SELECT number, time FROM entry WHERE stream_kind = ? AND stream_id = ?"
                + " ORDER BY number DESC LIMIT 1",
            stream.kind(),
            stream.id())
        .map((row, context) -> new StreamEnd(row.getLong(1), Instant.parse(row.getString(2))))
        .findOne();
  }

  static boolean exists(Handle handle, StreamId stream, long number) {
    return handle
        .select(
            "SELECT 1 FROM entry WHERE stream_kind = ? AND stream_id = ? AND number = ?",
            stream.kind(),
            stream.id(),
            number)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  static List<Entry> read(Handle handle, long from, int atMost) {
    return handle
        .select(
            "SELECT " + COLUMNS + " FROM entry WHERE position >= ? ORDER BY position LIMIT ?",
            from,
            atMost)
        .map(JournalTables::entry)
        .list();
  }

  static List<Entry> read(Handle handle, StreamId stream) {
    return handle
        .select(
            "SELECT "
                + COLUMNS
                + " FROM entry WHERE stream_kind = ? AND stream_id = ? ORDER BY number",
            stream.kind(),
            stream.id())
        .map(JournalTables::entry)
        .list();
  }

  static List<StreamId> streams(Handle handle, String kind) {
    return handle
        .select(
            "SELECT stream_id FROM entry WHERE stream_kind = ? AND number = 0 ORDER BY position",
            kind)
        .map((row, context) -> new StreamId(kind, row.getString(1)))
        .list();
  }

  /** Leaves from a position on, in order, with their positions. */
  static List<Leaf> leaves(Handle handle, long from, int atMost) {
    return handle
        .select(
            "SELECT position, leaf FROM entry WHERE position >= ? ORDER BY position LIMIT ?",
            from,
            atMost)
        .map((row, context) -> new Leaf(row.getLong(1), new Blob(row.getBytes(2))))
        .list();
  }

  /** A stored leaf hash. */
  record Leaf(long position, Blob hash) {}

  private static Entry entry(ResultSet row, StatementContext context) throws SQLException {
    return new Entry(
        row.getLong(1),
        new StreamId(row.getString(2), row.getString(3)),
        row.getLong(4),
        Instant.parse(row.getString(5)),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getInt(9),
        row.getString(10));
  }
}
