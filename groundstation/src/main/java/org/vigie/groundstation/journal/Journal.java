package org.vigie.groundstation.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vigie.planner.canonical.ContentHash;

/**
 * The station's journal. Thread-safe; one writer thread commits its queue in one synced
 * transaction.
 */
public interface Journal {
  /**
   * Appends events in order, all or none, and tells the outcome on the journal's thread, which must
   * not be held up: post it to the loop that waits for it. An empty list writes nothing and is told
   * once everything that was appended before it has ended.
   *
   * <p>Time never goes back within a stream: an event that a slower thread stamped before the
   * stream's last entry gets the time of that entry.
   *
   * @throws IllegalStateException if the queue is full (its limit is the implementation's), or the
   *     journal is closed
   * @throws IllegalArgumentException if a draft cannot be written; nothing is appended
   */
  void append(List<EntryDraft> drafts, Consumer<AppendOutcome> whenDone);

  /** Entries from a position on, at most so many, in order; only durable ones. */
  List<Entry> read(long fromPosition, int atMost);

  /** All entries of a stream, in order; only durable ones. */
  List<Entry> read(StreamId stream);

  /** Streams of a kind, in the order of their first entries. */
  List<StreamId> streams(String kind);

  /** Number of durable entries. */
  long size();

  /**
   * Keeps a document (plan, proof, decision, input file) under the hash of its bytes, durably
   * before it returns. Not to be called on the journal's thread.
   *
   * @throws java.io.UncheckedIOException if it could not be written; it may be tried again
   */
  ContentHash keep(byte[] document);

  /** A kept document. */
  Optional<byte[]> findDocument(ContentHash hash);

  /** Is told of each durable entry, in order, on the journal's thread. */
  AutoCloseable listen(Consumer<Entry> listener);
}
