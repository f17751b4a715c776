package org.vigie.groundstation.flightlog.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.groundstation.journal.seal.Checkpoint;
import org.vigie.groundstation.journal.seal.CosignerKey;
import org.vigie.groundstation.journal.seal.SignedNote;
import org.vigie.groundstation.journal.seal.VerifierKey;
import org.vigie.planner.canonical.ContentHash;

/** The two notes of a record: the signature of its list of files, and the journal's checkpoint. */
final class SealCheck {
  static final String SIGNATURE = "record.sig";
  static final String CHECKPOINT = "checkpoint";

  private final Parts parts;
  private final Findings findings;
  private final Trust trust;

  SealCheck(Parts parts, Findings findings, Trust trust) {
    this.parts = parts;
    this.findings = findings;
    this.trust = trust;
  }

  /** What the record is verified with: the given key that it names, or its own if none is given. */
  VerifierKey key(Manifest manifest) {
    return trust.keyFor(manifest.key()).orElseGet(() -> VerifierKey.parse(manifest.key()));
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
    if (note.get().signatures().size() != 1) {
      // a signature by a key that nobody here can check would be bytes that nothing covers
      findings.fault(Check.SIGNATURE, SIGNATURE, Fault.MALFORMED, "1 signature");
    }
    manifest.ifPresent(
        read -> {
          signedBy(key(read), note.get(), Check.SIGNATURE, SIGNATURE);
          if (!key(read).toString().equals(read.key())) {
            findings.fault(Check.SIGNATURE, Manifest.PART, Fault.OTHER_KEY, read.key());
          }
        });
  }

  Optional<SignedNote> checkpointNote() {
    findings.made(Check.CHECKPOINT);
    return note(Check.CHECKPOINT, CHECKPOINT);
  }

  Optional<Checkpoint> checkpoint(Manifest manifest, SignedNote note) {
    signedBy(key(manifest), note, Check.CHECKPOINT, CHECKPOINT);
    boolean cosignatures =
        note.signatures().stream()
            .skip(1)
            .allMatch(line -> line.length() == CosignerKey.COSIGNATURE_BYTES);
    if (!cosignatures) {
      findings.fault(Check.CHECKPOINT, CHECKPOINT, Fault.MALFORMED, "C2SP tlog-cosignature");
    }
    try {
      Checkpoint checkpoint = Checkpoint.parse(note.text());
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

  /** What the given witnesses say of the checkpoint, earliest first. */
  List<Witnessed> witnessed(SignedNote note) {
    List<Witnessed> witnessed = new ArrayList<>();
    for (CosignerKey witness : trust.witnesses()) {
      try {
        witness.times(note).forEach(at -> witnessed.add(new Witnessed(witness.name(), at)));
      } catch (IllegalArgumentException e) {
        findings.fault(Check.CHECKPOINT, CHECKPOINT, Fault.NOT_COSIGNED, witness.name());
      }
    }
    witnessed.sort(Comparator.comparing(Witnessed::at));
    return witnessed;
  }

  private void signedBy(VerifierKey key, SignedNote note, Check check, String part) {
    if (!key.signed(note)) {
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
