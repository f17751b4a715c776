package org.vigie.groundstation.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.Entry;

/**
 * The one thread that writes the journal. It takes everything that waits, commits it in one synced
 * transaction, and only then tells listeners and callers. After a failure, whatever it was, nothing
 * of the group is written, the connection is thrown away, and the next group tries with a new one.
 * Should the thread end all the same, whoever waits is told, and nothing more is taken.
 */
final class JournalWriter {
  /**
   * Requests that may wait: some seconds of the busiest station (about 1,000 entries a second)
   * behind a disk that hesitates. A longer wait must be seen by the callers, not hidden here.
   */
  static final int MAX_QUEUED = 8_192;

  /** Requests in one transaction: keeps the first caller's wait below about 100 ms. */
  static final int MAX_GROUP = 4_096;

  private static final String DEAD = "the journal's writer has ended";

  private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);

  /** Where the writer gets its connections; a test puts a full disk behind it. */
  interface Source {
    Connection open() throws SQLException;
  }

  private final Source source;
  private final SharedTree tree;
  private final BlockingQueue<WriteRequest> queue = new ArrayBlockingQueue<>(MAX_QUEUED);
  private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::run, "journal-writer");
  private @Nullable Handle handle;
  private List<WriteRequest> group = List.of();
  private boolean stopping;
  private boolean dead;
  private volatile String lastFailure = "";

  JournalWriter(Source source, SharedTree tree) {
    this.source = source;
    this.tree = tree;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  boolean isCurrentThread() {
    return Thread.currentThread() == thread;
  }

  AutoCloseable listen(Consumer<Entry> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  synchronized void enqueue(WriteRequest request) {
    if (stopping) {
      throw new IllegalStateException("the journal is closed");
    }
    if (dead) {
      throw new IllegalStateException(DEAD);
    }
    if (!queue.offer(request)) {
      throw new IllegalStateException("the journal's queue is full: " + MAX_QUEUED + " wait");
    }
  }

  /** Whether it takes and writes what it is given, as far as its last group showed. */
  synchronized boolean healthy() {
    return !stopping && !dead && lastFailure.isEmpty() && queue.remainingCapacity() > 0;
  }

  /** Why the last group was not written; empty since the next one that was. */
  Optional<String> lastFailure() {
    return Optional.of(lastFailure).filter(reason -> !reason.isEmpty());
  }

  /** Writes what waits, then ends. */
  void stop() throws InterruptedException {
    boolean first;
    synchronized (this) {
      first = !stopping && !dead;
      stopping = true;
    }
    if (first) {
      queue.put(new WriteRequest.Stop());
    }
    thread.join();
  }

  private void run() {
    boolean stopped = false;
    try {
      while (!stopped) {
        stopped = writeNext();
      }
    } finally {
      if (!stopped) {
        die();
      }
      dropConnection();
    }
  }

  private boolean writeNext() {
    List<WriteRequest> taken = new ArrayList<>();
    try {
      taken.add(queue.take());
    } catch (InterruptedException e) {
      // nobody but stop() ends this thread
      LOG.warn("the journal's writer was interrupted and goes on");
      return false;
    }
    queue.drainTo(taken, MAX_GROUP - 1);
    boolean stopped = taken.removeIf(WriteRequest.Stop.class::isInstance);
    group = taken;
    if (!taken.isEmpty()) {
      write(taken);
    }
    group = List.of();
    return stopped;
  }

  /** Nobody shall wait for a thread that is gone. */
  private void die() {
    List<WriteRequest> waiting = new ArrayList<>(group);
    synchronized (this) {
      dead = true;
      lastFailure = DEAD;
      queue.drainTo(waiting);
    }
    waiting.forEach(request -> guarded(() -> request.failed(DEAD)));
  }

  private void write(List<WriteRequest> group) {
    GroupCommit commit;
    List<List<Entry>> written;
    try {
      Handle open = connected();
      commit = new GroupCommit(open, tree.size());
      written = commit.write(group);
    } catch (SQLException | RuntimeException | Error e) {
      dropConnection();
      String reason = rootMessage(e);
      lastFailure = reason;
      // the cause's own text may quote what was to be written, personal content too
      LOG.error("{} requests failed: {} ({})", group.size(), reason, e.getClass().getName());
      group.forEach(request -> guarded(() -> request.failed(reason)));
      return;
    }
    if (!group.stream().allMatch(WriteRequest::isEmpty)) {
      lastFailure = "";
    }
    publish(commit.entries(), () -> tree.append(commit.leaves()));
    for (int i = 0; i < group.size(); i++) {
      List<Entry> entries = written.get(i);
      if (group.get(i) instanceof WriteRequest.Append append) {
        guarded(() -> append.whenDone().accept(new AppendOutcome.Durable(entries)));
      } else if (group.get(i) instanceof WriteRequest.Keep keep) {
        guarded(() -> keep.done().complete(keep.hash()));
      } else if (group.get(i) instanceof WriteRequest.Insert insert) {
        guarded(() -> insert.done().complete(true));
      }
    }
  }

  private void publish(List<Entry> entries, Runnable grow) {
    grow.run();
    for (Entry entry : entries) {
      for (Consumer<Entry> listener : listeners) {
        guarded(() -> listener.accept(entry));
      }
    }
  }

  private Handle connected() throws SQLException {
    Handle open = handle;
    if (open == null) {
      Connection connection = source.open();
      open = Jdbi.create(connection).open();
      handle = open;
      takeOver(open);
    }
    return open;
  }

  /** A commit that was told as failed may have reached the disk all the same: then it counts. */
  private void takeOver(Handle open) {
    List<Entry> unknown = JournalTables.read(open, tree.size(), MAX_GROUP);
    while (!unknown.isEmpty()) {
      LOG.warn("{} entries reached the disk although their commit failed", unknown.size());
      List<Entry> found = unknown;
      publish(found, () -> tree.append(found.stream().map(OpeningCheck::leafOf).toList()));
      unknown = JournalTables.read(open, tree.size(), MAX_GROUP);
    }
  }

  private void dropConnection() {
    Handle open = handle;
    handle = null;
    if (open != null) {
      try {
        open.getConnection().close();
      } catch (SQLException e) {
        LOG.warn("the journal's connection did not close", e);
      }
    }
  }

  private static void guarded(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException | Error e) {
      LOG.error("a caller or listener of the journal failed", e);
    }
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return "the journal cannot be written: " + root.getMessage();
  }
}
