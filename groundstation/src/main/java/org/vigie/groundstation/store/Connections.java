package org.vigie.groundstation.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jdbi.v3.core.ConnectionFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * Connections to the journal's file: fresh ones for the writer, a few kept ones for readers.
 * Thread-safe.
 */
final class Connections implements ConnectionFactory, AutoCloseable {
  /** Readers that keep a connection between two reads: the Desk, the API's workers, a record. */
  private static final int MAX_IDLE_READERS = 4;

  /** How long one connection waits for another; only the start's migrations ever hold it long. */
  private static final Duration BUSY = Duration.ofSeconds(10);

  private final String url;
  private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(MAX_IDLE_READERS);
  private volatile boolean closed;

  Connections(Path file) {
    this.url = "jdbc:sqlite:" + file.toAbsolutePath();
  }

  String url() {
    return url;
  }

  /** A connection that may write; its commits are synced. */
  Connection openWriter() throws SQLException {
    SQLiteConfig config = config();
    config.setJournalMode(JournalMode.WAL);
    return config.createConnection(url);
  }

  @Override
  public Connection openConnection() throws SQLException {
    Connection kept = idle.poll();
    if (kept != null) {
      return kept;
    }
    SQLiteConfig config = config();
    config.setReadOnly(true);
    return config.createConnection(url);
  }

  @Override
  public void closeConnection(Connection connection) throws SQLException {
    if (closed || !idle.offer(connection)) {
      connection.close();
    }
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(Math.toIntExact(BUSY.toMillis()));
    config.enforceForeignKeys(true);
    return config;
  }

  /**
   * Closes the readers, then brings what waits in the write-ahead log into the journal's one file.
   * Readers first, and a writer last: a connection that may only read leaves the log behind, and
   * one that still reads keeps it from being emptied.
   */
  @Override
  public void close() throws SQLException {
    closed = true;
    for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
      kept.close();
    }
    try (Connection last = openWriter();
        Statement statement = last.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
      if (result.next() && result.getInt(1) != 0) {
        throw new SQLException("someone still reads: entries wait in the write-ahead log");
      }
    }
  }
}
