package org.vigie.groundstation.flightlog;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.vigie.groundstation.journal.seal.SealedCheckpoint;

/** Those outside the station who cosign its checkpoints. Thread-safe. */
@FunctionalInterface
public interface Witnesses {
  /** A station without witnesses. */
  Witnesses NONE = CompletableFuture::completedFuture;

  /**
   * The checkpoint with the cosignatures that come within some seconds, perhaps none; never fails
   * and never takes longer than its limit.
   */
  CompletionStage<SealedCheckpoint> cosigned(SealedCheckpoint checkpoint);
}
