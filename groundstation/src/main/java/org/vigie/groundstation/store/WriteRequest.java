package org.vigie.groundstation.store;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.EventCodec;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.planner.canonical.ContentHash;

/** Something that waits for the journal's writer. */
sealed interface WriteRequest {
  /** Why it was not written. */
  void failed(String reason);

  /** Whether it writes nothing, so that its success says nothing of the disk. */
  default boolean isEmpty() {
    return false;
  }

  /** Events of one caller, all or none. */
  record Append(List<Draft> drafts, Consumer<AppendOutcome> whenDone) implements WriteRequest {
    @Override
    public void failed(String reason) {
      whenDone.accept(new AppendOutcome.Failed(reason));
    }

    @Override
    public boolean isEmpty() {
      return drafts.isEmpty();
    }
  }

  /** A document to keep. */
  record Keep(ContentHash hash, Blob bytes, CompletableFuture<ContentHash> done)
      implements WriteRequest {
    @Override
    public void failed(String reason) {
      done.completeExceptionally(new IOException(reason));
    }
  }

  /** A row beside the entries; its statement never fails on what is there already. */
  record Insert(Consumer<Handle> statement, CompletableFuture<Boolean> done)
      implements WriteRequest {
    @Override
    public void failed(String reason) {
      done.completeExceptionally(new IOException(reason));
    }
  }

  /** The end of the queue. */
  record Stop() implements WriteRequest {
    @Override
    public void failed(String reason) {}
  }

  /** An encoded event; only its place in the journal is missing. */
  record Draft(
      StreamId stream,
      Instant time,
      String service,
      String commune,
      EventCodec.Encoded event,
      List<Salted> personal) {}

  /** Personal content with its salt. */
  record Salted(String label, Blob salt, String content) {}

  /** Bytes that nobody changes any more. */
  final class Blob {
    private final byte[] bytes;

    Blob(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] bytes() {
      return bytes;
    }
  }
}
