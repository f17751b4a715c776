package org.vigie.groundstation.flightlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.groundstation.journal.seal.SealedCheckpoint;
import org.vigie.groundstation.journal.seal.SignedNote;

/** Checkpoints without a disk. */
public final class MemoryCheckpoints implements CheckpointStore {
  public final List<String> cosigned = new ArrayList<>();
  private final SortedMap<Long, SealedCheckpoint> kept = new TreeMap<>();
  private long last;

  @Override
  public synchronized void keep(SealedCheckpoint checkpoint) {
    kept.putIfAbsent(checkpoint.size(), checkpoint);
  }

  @Override
  public synchronized void keep(long size, String witness, SignedNote.Signature cosignature) {
    kept.computeIfPresent(size, (key, checkpoint) -> checkpoint.with(List.of(cosignature)));
    cosigned.add(size + " " + witness);
    last = Math.max(last, size);
  }

  @Override
  public synchronized Optional<SealedCheckpoint> findLast() {
    return findLastUpTo(Long.MAX_VALUE - 1);
  }

  @Override
  public synchronized Optional<SealedCheckpoint> findLastUpTo(long size) {
    return kept.headMap(size + 1).values().stream().reduce((one, later) -> later);
  }

  @Override
  public synchronized List<SealedCheckpoint> from(long size, int atMost) {
    return kept.tailMap(size).values().stream().limit(atMost).toList();
  }

  @Override
  public synchronized long cosignedBy(String witness) {
    return last;
  }
}
