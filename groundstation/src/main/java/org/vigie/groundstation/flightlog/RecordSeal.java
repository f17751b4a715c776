package org.vigie.groundstation.flightlog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.groundstation.journal.seal.ConsistencyProof;
import org.vigie.groundstation.journal.seal.MerkleHash;
import org.vigie.groundstation.journal.seal.MerkleLog;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.groundstation.journal.seal.SealedCheckpoint;
import org.vigie.planner.canonical.CanonicalJson;

/**
 * The journal's checkpoints over the time of a flight, and that each only grew into the next.
 *
 * @param checkpoints from the last one before the flight's first entry, if there was one, to the
 *     record's own, which is the last
 * @param growth from each to the next
 */
public record RecordSeal(List<SealedCheckpoint> checkpoints, List<ConsistencyProof> growth) {
  /**
   * Checkpoints in a record: a week of them, one a minute. A longer flight has its first ones and
   * its own.
   */
  public static final int MAX_CHECKPOINTS = 10_080;

  public RecordSeal {
    checkpoints = List.copyOf(checkpoints);
    growth = List.copyOf(growth);
    if (checkpoints.isEmpty() || growth.size() != checkpoints.size() - 1) {
      throw new IllegalArgumentException(
          growth.size() + " proofs between " + checkpoints.size() + " checkpoints");
    }
  }

  /** One checkpoint, without those before it. */
  public static RecordSeal of(SealedCheckpoint own) {
    return new RecordSeal(List.of(own), List.of());
  }

  /**
   * What was sealed since the journal had so many entries.
   *
   * @param from position of the flight's first entry
   */
  static RecordSeal since(long from, SealedCheckpoint own, CheckpointStore store, MerkleLog tree) {
    List<SealedCheckpoint> all = new ArrayList<>();
    store.findLastUpTo(from).ifPresent(all::add);
    store.from(from + 1, MAX_CHECKPOINTS - 2).stream()
        .filter(checkpoint -> checkpoint.size() < own.size())
        .forEach(all::add);
    all.add(own);
    List<ConsistencyProof> growth = new ArrayList<>();
    for (int i = 0; i + 1 < all.size(); i++) {
      growth.add(tree.consistency(all.get(i).size(), all.get(i + 1).size()));
    }
    return new RecordSeal(all, growth);
  }

  /** The record's own checkpoint: its tree holds all of the record's entries. */
  public SealedCheckpoint own() {
    return checkpoints.get(checkpoints.size() - 1);
  }

  /** {@code checkpoints.jsonl}; what another key of the station had signed, this one signs too. */
  String checkpointLines(NoteSigner signer) {
    StringBuilder lines = new StringBuilder();
    for (SealedCheckpoint checkpoint : checkpoints) {
      SealedCheckpoint signed =
          signer.key().signed(checkpoint.note())
              ? checkpoint
              : checkpoint.with(signer.sign(checkpoint.note().text()).signatures());
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("at", signed.at().toString());
      line.put("size", signed.size());
      line.put("note", signed.note().serialise());
      lines.append(CanonicalJson.write(line)).append('\n');
    }
    return lines.toString();
  }

  /** {@code consistency.jsonl}; empty if there is nothing to grow from. */
  String growthLines() {
    StringBuilder lines = new StringBuilder();
    for (ConsistencyProof proof : growth) {
      List<String> path = proof.path().stream().map(MerkleHash::base64).toList();
      Map<String, Object> line =
          Map.of("from", proof.earlierSize(), "to", proof.laterSize(), "proof", path);
      lines.append(CanonicalJson.write(line)).append('\n');
    }
    return lines.toString();
  }
}
