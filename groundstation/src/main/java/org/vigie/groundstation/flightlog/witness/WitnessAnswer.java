package org.vigie.groundstation.flightlog.witness;

import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.journal.seal.Checkpoint;
import org.vigie.groundstation.journal.seal.SignedNote;

/**
 * What a witness answers.
 *
 * @param status of HTTP
 * @param body lines of cosignatures, a size, or a reason for people
 * @param seen what is to be kept, durably, before this is answered; null if nothing changed
 */
public record WitnessAnswer(int status, String contentType, String body, @Nullable Growth seen) {
  /** The status with which it cosigns. */
  public static final int COSIGNED = 200;

  private static final String TEXT = "text/plain; charset=utf-8";

  /**
   * A log that was seen to grow.
   *
   * @param origin name of the log
   */
  public record Growth(String origin, Seen seen) {}

  static WitnessAnswer cosigned(Checkpoint checkpoint, SignedNote.Signature line) {
    Seen seen = new Seen(checkpoint.treeSize(), checkpoint.root());
    return new WitnessAnswer(COSIGNED, TEXT, line.line(), new Growth(checkpoint.origin(), seen));
  }

  static WitnessAnswer badRequest(String reason) {
    return new WitnessAnswer(400, TEXT, reason + "\n", null);
  }

  static WitnessAnswer unsigned() {
    return new WitnessAnswer(403, TEXT, "not signed by a key of this log\n", null);
  }

  static WitnessAnswer unknownLog() {
    return new WitnessAnswer(404, TEXT, "not a log of this witness\n", null);
  }

  static WitnessAnswer otherSize(Seen seen) {
    return new WitnessAnswer(409, "text/x.tlog.size", seen.size() + "\n", null);
  }

  static WitnessAnswer notConsistent(String reason) {
    return new WitnessAnswer(422, TEXT, reason + "\n", null);
  }
}
