package org.vigie.groundstation.flightlog;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vigie.groundstation.journal.seal.SealedCheckpoint;
import org.vigie.groundstation.journal.seal.SignedNote;

/**
 * Where a station keeps its checkpoints, for ever and durably, at most one of each size. What it
 * answers carries the cosignatures that were kept. Thread-safe; not to be asked to keep on the
 * journal's thread.
 */
public interface CheckpointStore {
  /**
   * Keeps a checkpoint; durable when this returns.
   *
   * @throws IOException if it cannot be written, or another one of this size is there
   */
  void keep(SealedCheckpoint checkpoint) throws IOException;

  /**
   * Keeps a witness's line for a checkpoint that is kept; the first one of each witness stays.
   *
   * @param witness the witness's vkey
   */
  void keep(long size, String witness, SignedNote.Signature cosignature) throws IOException;

  /** The one with most leaves. */
  Optional<SealedCheckpoint> findLast();

  /** The one with most leaves among those with at most so many. */
  Optional<SealedCheckpoint> findLastUpTo(long size);

  /** Those of at least so many leaves, smallest first, at most so many of them. */
  List<SealedCheckpoint> from(long size, int atMost);

  /** Leaves of the largest checkpoint that the witness cosigned; 0 if none. */
  long cosignedBy(String witness);
}
