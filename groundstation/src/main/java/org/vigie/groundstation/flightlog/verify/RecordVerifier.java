package org.vigie.groundstation.flightlog.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.journal.seal.Checkpoint;
import org.vigie.groundstation.journal.seal.SignedNote;
import org.vigie.groundstation.journal.seal.VerifierKey;

/**
 * Verifies flight records. Trusts the record in nothing and the station only as far as the given
 * key goes.
 */
public final class RecordVerifier {
  private RecordVerifier() {}

  /** Verifies a record with one key of the station, or with the key inside it. */
  public static VerificationReport verify(RecordSource source, Optional<VerifierKey> key) {
    return verify(source, Trust.of(key));
  }

  /**
   * Verifies a record.
   *
   * @param trust without a key of the station the one in the record is used, and the best verdict
   *     is {@link Verdict#CONSISTENT}; without a witness's key it is {@link Verdict#SIGNED}
   */
  public static VerificationReport verify(RecordSource source, Trust trust) {
    Findings findings = new Findings();
    Optional<RecordSource.Damage> damage = source.damage();
    if (damage.isPresent()) {
      tell(damage.get(), findings);
      return unread(trust, findings);
    }
    Parts parts = new Parts(source, findings);
    findings.made(Check.MANIFEST);
    Optional<byte[]> bytes = parts.read(Check.MANIFEST, Manifest.PART);
    Optional<JsonNode> tree = bytes.flatMap(CanonicalText::decode).flatMap(CanonicalText::object);
    if (bytes.isPresent() && tree.isEmpty()) {
      findings.fault(Check.MANIFEST, Manifest.PART, Fault.MALFORMED, "RFC 8785");
    }
    Optional<Manifest> manifest = tree.flatMap(node -> Manifest.read(node, findings));
    SealCheck seals = new SealCheck(parts, findings, trust);
    bytes.ifPresent(read -> seals.signature(read, manifest));
    if (manifest.isEmpty()) {
      return unread(trust, findings);
    }
    return verify(source, trust, manifest.get(), new Workers(parts, seals, findings));
  }

  private static void tell(RecordSource.Damage damage, Findings findings) {
    if (damage.fault() == Fault.MALFORMED) {
      findings.fault(Check.FILES, damage.container(), damage.fault(), "zip", damage.where());
    } else {
      findings.fault(Check.FILES, damage.container(), damage.fault(), damage.where());
    }
  }

  private static VerificationReport unread(Trust trust, Findings findings) {
    String used = trust.keyFor("").map(VerifierKey::toString).orElse("");
    return new VerificationReport(
        Verdict.DAMAGED, "", "", used, 0, 0, List.of(), findings.results());
  }

  private record Workers(Parts parts, SealCheck seals, Findings findings) {}

  private static VerificationReport verify(
      RecordSource source, Trust trust, Manifest manifest, Workers workers) {
    Findings findings = workers.findings();
    new FilesCheck(source, findings).run(manifest);
    SealCheck seals = workers.seals();
    VerifierKey key = seals.key(manifest);
    Optional<SignedNote> note = seals.checkpointNote();
    Optional<Checkpoint> checkpoint = note.flatMap(read -> seals.checkpoint(manifest, read));
    List<Witnessed> witnessed = note.map(seals::witnessed).orElse(List.of());
    checkpoint.ifPresent(
        own -> new HistoryCheck(workers.parts(), findings).run(manifest, key, own));
    EntriesCheck entriesCheck = new EntriesCheck(workers.parts(), findings);
    List<LoggedEntry> entries = entriesCheck.read();
    checkpoint.ifPresent(read -> entriesCheck.inclusion(entries, read));
    Optional<LoggedEntry> closing = new ClosingCheck(findings).run(manifest, entries);
    new TelemetryCheck(source, findings).run(manifest, entries, closing);
    StreamId stream = StreamId.flight(manifest.flight());
    List<LoggedEntry> flight =
        entries.stream().filter(entry -> entry.stream().equals(stream)).toList();
    new StatesCheck(findings).run(flight);
    new WarrantCheck(workers.parts(), findings).run(manifest, flight);
    new AgainCheck(workers.parts(), findings).run(manifest, flight);
    new OrdersCheck(findings).run(flight);
    new FlownCheck(source, workers.parts(), findings).run(manifest, flight);
    long telemetry =
        manifest.files().stream()
            .filter(file -> file.name().equals("telemetry.tlog"))
            .mapToLong(Manifest.Listed::size)
            .sum();
    return new VerificationReport(
        findings.clean() ? good(trust, witnessed) : Verdict.DAMAGED,
        manifest.station(),
        manifest.flight(),
        key.toString(),
        entries.size(),
        telemetry,
        witnessed,
        findings.results());
  }

  private static Verdict good(Trust trust, List<Witnessed> witnessed) {
    if (trust.keys().isEmpty()) {
      return Verdict.CONSISTENT;
    }
    return witnessed.isEmpty() ? Verdict.SIGNED : Verdict.WITNESSED;
  }
}
