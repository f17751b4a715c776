package org.vigie.groundstation.api;

import java.util.List;
import java.util.Map;
import org.vigie.groundstation.access.Permission;
import org.vigie.groundstation.journal.seal.ConsistencyProof;
import org.vigie.groundstation.journal.seal.MerkleHash;
import org.vigie.groundstation.journal.seal.SealedCheckpoint;

/** The journal's checkpoints, and that it only grew between any two sizes. */
final class SealOperations {
  /** About half a megabyte of notes; whoever wants more asks again from where it ended. */
  static final int CHECKPOINTS_MAX = 1_000;

  private final SealPorts seals;

  SealOperations(SealPorts seals) {
    this.seals = seals;
  }

  List<Operation> all() {
    return List.of(
        Operation.get("/api/checkpoint", Permission.READ_JOURNAL, this::latest),
        Operation.get("/api/checkpoints", Permission.READ_JOURNAL, this::since),
        Operation.get("/api/consistency", Permission.READ_JOURNAL, this::consistency));
  }

  private void latest(Call call) {
    call.blocking(
        () -> seals.checkpoints().findLast(),
        last -> {
          String note = last.orElseThrow(Problem.of(404, "not-yet")::refusal).note().serialise();
          call.response().putHeader("Content-Type", "text/plain; charset=utf-8").end(note);
        });
  }

  private record Kept(String at, long size, String note) {
    private static Kept of(SealedCheckpoint kept) {
      return new Kept(kept.at().toString(), kept.size(), kept.note().serialise());
    }
  }

  private void since(Call call) {
    long from = call.query("from", 1, 0, Long.MAX_VALUE);
    call.blocking(
        () -> seals.checkpoints().from(from, CHECKPOINTS_MAX).stream().map(Kept::of).toList(),
        kept -> call.send(200, Map.of("checkpoints", kept)));
  }

  private record Grown(long from, long to, List<String> proof) {}

  private void consistency(Call call) {
    long size = seals.tree().size();
    long from = call.query("from", 0, 1, size);
    long to = call.query("to", size, 1, size);
    if (from == 0 || from > to) {
      throw Problem.field("from", "field.not-integer", "1", Long.toString(to)).refusal();
    }
    ConsistencyProof proof = seals.tree().consistency(from, to);
    call.send(200, new Grown(from, to, proof.path().stream().map(MerkleHash::base64).toList()));
  }
}
