package org.vigie.groundstation.flightlog.witness;

import java.util.List;
import org.vigie.groundstation.journal.seal.CosignerKey;
import org.vigie.groundstation.journal.seal.MerkleHash;
import org.vigie.groundstation.journal.seal.MerkleLog;
import org.vigie.groundstation.journal.seal.SealedCheckpoint;
import org.vigie.groundstation.journal.seal.SignedNote;

/**
 * The log's side of asking a witness for its cosignature.
 *
 * @param checkpoint what is to be cosigned
 * @param witness whose line counts; others in the answer are ignored
 * @source C2SP tlog-witness, "add-checkpoint"
 */
public record Submission(SealedCheckpoint checkpoint, CosignerKey witness) {
  private static final int OK = 200;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  /** What came of it. */
  public sealed interface Reply {
    /** The witness's line. */
    record Cosigned(SignedNote.Signature line) implements Reply {}

    /** Ask again from this size. */
    record AskAgain(long oldSize) implements Reply {}

    /** The witness has cosigned a later one: this one it never will. */
    record Overtaken(long oldSize) implements Reply {}

    /**
     * The witness has seen what this journal does not grow from: it was cut, rewritten, or put back
     * from an old copy. Nothing else is as grave.
     */
    record Contradicted(String reason) implements Reply {}

    /** Nothing came of it now; a later attempt may succeed. */
    record Refused(String reason) implements Reply {}
  }

  /**
   * The request.
   *
   * @param oldSize of the checkpoint that the witness cosigned last, 0 if none; at most this one's
   */
  public AddCheckpoint request(long oldSize, MerkleLog tree) {
    List<MerkleHash> proof =
        oldSize == 0 ? List.of() : tree.consistency(oldSize, checkpoint.size()).path();
    SignedNote own =
        new SignedNote(checkpoint.note().text(), checkpoint.note().signatures().subList(0, 1));
    return AddCheckpoint.of(oldSize, proof, own);
  }

  /**
   * Reads what came back.
   *
   * @param oldSize that was asked with
   * @param journalSize entries of the journal now
   */
  public Reply read(int status, String body, long oldSize, long journalSize) {
    return switch (status) {
      case OK -> cosigned(body);
      case CONFLICT -> otherSize(body, oldSize, journalSize);
      case UNPROCESSABLE -> new Reply.Contradicted("status 422: " + firstLine(body));
      default -> new Reply.Refused("status " + status + ": " + firstLine(body));
    };
  }

  private Reply cosigned(String body) {
    for (String line : body.split("\n", -1)) {
      try {
        SignedNote.Signature signature = SignedNote.Signature.parse(line);
        SignedNote note = new SignedNote(checkpoint.note().text(), List.of(signature));
        if (!witness.times(note).isEmpty()) {
          return new Reply.Cosigned(signature);
        }
      } catch (IllegalArgumentException e) {
        // a line of someone else, or a bad one of this witness: it is no cosignature
      }
    }
    return new Reply.Refused("no cosignature by " + witness.name() + " in its answer");
  }

  private Reply otherSize(String body, long oldSize, long journalSize) {
    long size;
    try {
      size = Long.parseLong(body.strip());
    } catch (NumberFormatException e) {
      return new Reply.Refused("status 409 without a size: " + firstLine(body));
    }
    if (size < 0 || size == oldSize) {
      return new Reply.Refused("status 409 with size " + size);
    }
    if (size > journalSize) {
      return new Reply.Contradicted(
          "it has seen " + size + " entries, this journal has " + journalSize);
    }
    return size > checkpoint.size() ? new Reply.Overtaken(size) : new Reply.AskAgain(size);
  }

  private static String firstLine(String body) {
    return body.lines()
        .findFirst()
        .map(line -> line.substring(0, Math.min(200, line.length())))
        .orElse("");
  }
}
