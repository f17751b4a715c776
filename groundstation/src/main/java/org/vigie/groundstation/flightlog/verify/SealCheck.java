package org.vigie.groundstation.flightlog.verify;

import java.util.Optional;
import org.vigie.groundstation.journal.seal.Checkpoint;
import org.vigie.groundstation.journal.seal.SignedNote;
import org.vigie.groundstation.journal.seal.VerifierKey;
import org.vigie.planner.canonical.ContentHash;

/** The two notes of a record: the signature of its list of files, and the journal's checkpoint. */
final class SealCheck {
  static final String SIGNATURE = "record.sig";
  static final String CHECKPOINT = "checkpoint";

  private final Parts parts;
  private final Findings findings;
  private final Optional<VerifierKey> given;

  SealCheck(Parts parts, Findings findings, Optional<VerifierKey> given) {
    this.parts = parts;
    this.findings = findings;
    this.given = given;
  }

  /** Works without a readable {@code record.json}: then only the note's own form is judged. */
  void signature(byte[] manifestBytes, Optional<Manifest> manifest) {
    findings.made(Check.SIGNATURE);
    Optional<SignedNote> note = note(Check.SIGNATURE, SIGNATURE);
    if (note.isEmpty()) {
      return;
    }
    String expected = Manifest.FORMAT + "\n" + ContentHash.of(manifestBytes).hex() + "\n";
    if (!note.get().text().equals(expected)) {
      findings.fault(
          Check.SIGNATURE, Manifest.PART, Fault.DISAGREES, SIGNATURE, note.get().text(), expected);
    }
    manifest.ifPresent(read -> signedBy(read, note.get(), Check.SIGNATURE, SIGNATURE));
    manifest.ifPresent(
        read -> {
          if (given.isPresent() && !given.get().toString().equals(read.key())) {
            findings.fault(Check.SIGNATURE, Manifest.PART, Fault.OTHER_KEY, read.key());
          }
        });
  }

  Optional<Checkpoint> checkpoint(Manifest manifest) {
    findings.made(Check.CHECKPOINT);
    Optional<SignedNote> note = note(Check.CHECKPOINT, CHECKPOINT);
    if (note.isEmpty()) {
      return Optional.empty();
    }
    signedBy(manifest, note.get(), Check.CHECKPOINT, CHECKPOINT);
    try {
      Checkpoint checkpoint = Checkpoint.parse(note.get().text());
      if (!checkpoint.origin().equals(manifest.station())) {
        differ("origin", checkpoint.origin(), manifest.station());
      }
      if (checkpoint.treeSize() != manifest.treeSize()) {
        differ("treeSize", checkpoint.treeSize(), manifest.treeSize());
      }
      return Optional.of(checkpoint);
    } catch (IllegalArgumentException e) {
      findings.fault(Check.CHECKPOINT, CHECKPOINT, Fault.MALFORMED, "C2SP tlog-checkpoint");
      return Optional.empty();
    }
  }

  private void differ(String what, Object here, Object there) {
    findings.fault(Check.CHECKPOINT, CHECKPOINT, Fault.DISAGREES, what, here, there);
  }

  private void signedBy(Manifest manifest, SignedNote note, Check check, String part) {
    VerifierKey key = given.orElseGet(() -> VerifierKey.parse(manifest.key()));
    if (note.signatures().size() != 1) {
      // a signature by a key that nobody here can check would be bytes that nothing covers
      findings.fault(check, part, Fault.MALFORMED, "1 signature");
    } else if (!key.signed(note)) {
      findings.fault(check, part, Fault.NOT_SIGNED, key);
    }
  }

  private Optional<SignedNote> note(Check check, String part) {
    Optional<byte[]> bytes = parts.read(check, part);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(SignedNote.parse(bytes.get()));
    } catch (IllegalArgumentException e) {
      findings.fault(check, part, Fault.MALFORMED, "C2SP signed-note");
      return Optional.empty();
    }
  }
}
