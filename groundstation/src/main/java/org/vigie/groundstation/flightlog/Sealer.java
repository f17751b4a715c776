package org.vigie.groundstation.flightlog;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.vigie.groundstation.journal.seal.Checkpoint;
import org.vigie.groundstation.journal.seal.MerkleLog;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.groundstation.journal.seal.SealedCheckpoint;
import org.vigie.groundstation.time.StationClock;

/**
 * Signs checkpoints of the journal, one for each size at most, and tells of them once they are
 * kept. A checkpoint that nobody kept was never given to anyone, so that a crash cannot make the
 * station contradict itself. Thread-safe; never called on the journal's thread.
 */
public final class Sealer {
  private final MerkleLog tree;
  private final CheckpointStore store;
  private final NoteSigner signer;
  private final StationClock clock;
  private final List<Consumer<SealedCheckpoint>> listeners = new CopyOnWriteArrayList<>();

  /**
   * A sealer.
   *
   * @param tree over the journal's durable entries
   * @param signer the station's key; its name is the checkpoints' origin
   */
  public Sealer(MerkleLog tree, CheckpointStore store, NoteSigner signer, StationClock clock) {
    this.tree = tree;
    this.store = store;
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * The checkpoint of everything that is durable now: a new one, or the last one if nothing was
   * appended since; none of an empty journal.
   *
   * @throws IOException if it cannot be kept
   */
  public synchronized Optional<SealedCheckpoint> seal() throws IOException {
    long size = tree.size();
    Optional<SealedCheckpoint> last = store.findLast();
    if (size == 0 || last.map(kept -> kept.size() >= size).orElse(false)) {
      return last;
    }
    Checkpoint checkpoint = new Checkpoint(signer.key().name(), size, tree.root(size));
    SealedCheckpoint sealed =
        new SealedCheckpoint(
            notBefore(last.map(SealedCheckpoint::at)), checkpoint, signer.sign(checkpoint.text()));
    store.keep(sealed);
    listeners.forEach(listener -> listener.accept(sealed));
    return Optional.of(sealed);
  }

  private Instant notBefore(Optional<Instant> last) {
    Instant now = clock.now();
    return last.filter(now::isBefore).orElse(now);
  }

  /** Is told of each new checkpoint, in order, by the thread that sealed; must not hold it up. */
  public void listen(Consumer<SealedCheckpoint> listener) {
    listeners.add(listener);
  }

  NoteSigner signer() {
    return signer;
  }

  MerkleLog tree() {
    return tree;
  }

  CheckpointStore store() {
    return store;
  }
}
