package org.vigie.groundstation.flightlog.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.journal.seal.Checkpoint;
import org.vigie.groundstation.journal.seal.VerifierKey;

/**
 * Verifies flight records. Trusts the record in nothing and the station only as far as the given
 * key goes.
 */
public final class RecordVerifier {
  private RecordVerifier() {}

  /**
   * Verifies a record.
   *
   * @param key the station's key from somewhere else than the record; without it the key in the
   *     record is used, and the best verdict is {@link Verdict#CONSISTENT}
   */
  public static VerificationReport verify(RecordSource source, Optional<VerifierKey> key) {
    Findings findings = new Findings();
    Optional<RecordSource.Damage> damage = source.damage();
    if (damage.isPresent()) {
      tell(damage.get(), findings);
      return unread(key, findings);
    }
    Parts parts = new Parts(source, findings);
    findings.made(Check.MANIFEST);
    Optional<byte[]> bytes = parts.read(Check.MANIFEST, Manifest.PART);
    Optional<JsonNode> tree = bytes.flatMap(CanonicalText::decode).flatMap(CanonicalText::object);
    if (bytes.isPresent() && tree.isEmpty()) {
      findings.fault(Check.MANIFEST, Manifest.PART, Fault.MALFORMED, "RFC 8785");
    }
    Optional<Manifest> manifest = tree.flatMap(node -> Manifest.read(node, findings));
    SealCheck seals = new SealCheck(parts, findings, key);
    bytes.ifPresent(read -> seals.signature(read, manifest));
    if (manifest.isEmpty()) {
      return unread(key, findings);
    }
    return verify(source, key, manifest.get(), new Workers(parts, seals, findings));
  }

  private static void tell(RecordSource.Damage damage, Findings findings) {
    if (damage.fault() == Fault.MALFORMED) {
      findings.fault(Check.FILES, damage.container(), damage.fault(), "zip", damage.where());
    } else {
      findings.fault(Check.FILES, damage.container(), damage.fault(), damage.where());
    }
  }

  private static VerificationReport unread(Optional<VerifierKey> key, Findings findings) {
    String used = key.map(VerifierKey::toString).orElse("");
    return new VerificationReport(Verdict.DAMAGED, "", "", used, 0, 0, findings.results());
  }

  private record Workers(Parts parts, SealCheck seals, Findings findings) {}

  private static VerificationReport verify(
      RecordSource source, Optional<VerifierKey> key, Manifest manifest, Workers workers) {
    Findings findings = workers.findings();
    new FilesCheck(source, findings).run(manifest);
    Optional<Checkpoint> checkpoint = workers.seals().checkpoint(manifest);
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
    Verdict good = key.isPresent() ? Verdict.SIGNED : Verdict.CONSISTENT;
    long telemetry =
        manifest.files().stream()
            .filter(file -> file.name().equals("telemetry.tlog"))
            .mapToLong(Manifest.Listed::size)
            .sum();
    return new VerificationReport(
        findings.clean() ? good : Verdict.DAMAGED,
        manifest.station(),
        manifest.flight(),
        key.map(VerifierKey::toString).orElse(manifest.key()),
        entries.size(),
        telemetry,
        findings.results());
  }
}
