package org.vigie.groundstation.flightlog.witness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.groundstation.journal.seal.Checkpoint;
import org.vigie.groundstation.journal.seal.ConsistencyProof;
import org.vigie.groundstation.journal.seal.Cosigner;
import org.vigie.groundstation.journal.seal.MerkleHash;
import org.vigie.groundstation.journal.seal.VerifierKey;

/**
 * Judges what logs send and cosigns what only grew. Remembers nothing: what it saw last of a log is
 * given to it, and what it saw now is in its answer. Immutable, thread-safe.
 *
 * @source C2SP tlog-witness, "add-checkpoint"
 */
public final class Witness {
  private final Cosigner cosigner;
  private final Map<String, List<VerifierKey>> keysByOrigin = new HashMap<>();

  /**
   * A witness.
   *
   * @param logs keys of the logs that it cosigns; a log's origin is its keys' name
   */
  public Witness(Cosigner cosigner, List<VerifierKey> logs) {
    this.cosigner = cosigner;
    logs.forEach(
        key -> keysByOrigin.computeIfAbsent(key.name(), name -> new ArrayList<>()).add(key));
  }

  /**
   * Answers one request.
   *
   * @param memory what was seen last, by origin; the caller lets no other request change it until
   *     it has kept the answer's {@link WitnessAnswer#seen()}
   * @param now the witness's own clock
   */
  public WitnessAnswer add(byte[] body, Map<String, Seen> memory, Instant now) {
    AddCheckpoint request;
    try {
      request = AddCheckpoint.parse(body);
    } catch (IllegalArgumentException e) {
      return WitnessAnswer.badRequest(
          String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    List<VerifierKey> keys = keysByOrigin.get(request.checkpoint().origin());
    if (keys == null) {
      return WitnessAnswer.unknownLog();
    }
    if (!isSigned(request, keys)) {
      return WitnessAnswer.unsigned();
    }
    return judge(request, memory.getOrDefault(request.checkpoint().origin(), Seen.NOTHING), now);
  }

  /** By one of the log's keys, and by none of them badly. */
  private static boolean isSigned(AddCheckpoint request, List<VerifierKey> keys) {
    return keys.stream().anyMatch(key -> key.signed(request.note()))
        && keys.stream().allMatch(key -> key.signed(request.note()) || !key.named(request.note()));
  }

  private WitnessAnswer judge(AddCheckpoint request, Seen seen, Instant now) {
    Checkpoint checkpoint = request.checkpoint();
    if (request.oldSize() > checkpoint.treeSize()) {
      return WitnessAnswer.badRequest("the old size is above that of the checkpoint");
    }
    if (request.oldSize() != seen.size()) {
      return WitnessAnswer.otherSize(seen);
    }
    if (checkpoint.treeSize() == 0 && !checkpoint.root().equals(MerkleHash.ofEmptyTree())) {
      return WitnessAnswer.notConsistent("not the root of the empty tree");
    }
    if (!grew(request, seen)) {
      return WitnessAnswer.notConsistent(
          "nothing shows that the log only grew from " + seen.size() + " leaves");
    }
    return WitnessAnswer.cosigned(checkpoint, cosigner.cosign(request.note().text(), now));
  }

  private static boolean grew(AddCheckpoint request, Seen seen) {
    if (seen.size() == 0) {
      return request.proof().isEmpty();
    }
    Checkpoint checkpoint = request.checkpoint();
    return new ConsistencyProof(seen.size(), checkpoint.treeSize(), request.proof())
        .proves(seen.root(), checkpoint.root());
  }
}
