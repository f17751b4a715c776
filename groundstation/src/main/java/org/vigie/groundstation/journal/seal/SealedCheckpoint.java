package org.vigie.groundstation.journal.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A checkpoint that was signed.
 *
 * @param at the signer's time
 * @param checkpoint what was signed
 * @param note the same with the log's signature first, then cosignatures if there are any
 */
public record SealedCheckpoint(Instant at, Checkpoint checkpoint, SignedNote note) {
  public SealedCheckpoint {
    if (!note.text().equals(checkpoint.text())) {
      throw new IllegalArgumentException("the note is of another checkpoint: " + note.text());
    }
  }

  /**
   * Reads a note.
   *
   * @throws IllegalArgumentException if it is not that of a checkpoint
   */
  public static SealedCheckpoint of(Instant at, SignedNote note) {
    return new SealedCheckpoint(at, Checkpoint.parse(note.text()), note);
  }

  /** Leaves that it commits to. */
  public long size() {
    return checkpoint.treeSize();
  }

  /** The same with more lines under it; those that are there already are not repeated. */
  public SealedCheckpoint with(List<SignedNote.Signature> more) {
    List<SignedNote.Signature> all = new ArrayList<>(note.signatures());
    more.stream().filter(line -> !note.signatures().contains(line)).forEach(all::add);
    return new SealedCheckpoint(at, checkpoint, new SignedNote(note.text(), all));
  }
}
