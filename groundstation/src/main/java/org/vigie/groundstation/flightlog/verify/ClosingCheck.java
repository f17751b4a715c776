package org.vigie.groundstation.flightlog.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.groundstation.flightlog.verify.Manifest.Counted;
import org.vigie.groundstation.flightlog.verify.Manifest.Listed;
import org.vigie.groundstation.journal.StreamId;

/** The closing entry: is it the last, and is everything there that it states? */
final class ClosingCheck {
  private static final String CLOSED = "flight.closed";
  private static final Map<String, String> DOCUMENTS =
      Map.of("plan.json", "planHash", "proof.json", "proofHash", "decision.json", "decisionHash");

  private final Findings findings;

  ClosingCheck(Findings findings) {
    this.findings = findings;
  }

  Optional<LoggedEntry> run(Manifest manifest, List<LoggedEntry> entries) {
    findings.made(Check.CLOSING);
    List<LoggedEntry> flight =
        entries.stream()
            .filter(entry -> entry.stream().equals(StreamId.flight(manifest.flight())))
            .toList();
    long closings = flight.stream().filter(entry -> entry.is(CLOSED)).count();
    if (closings != 1 || !flight.get(flight.size() - 1).is(CLOSED)) {
      findings.fault(Check.CLOSING, EntriesCheck.PART, Fault.NOT_CLOSED);
      return Optional.empty();
    }
    LoggedEntry closing = flight.get(flight.size() - 1);
    counts(manifest, entries, closing);
    agree(Manifest.PART, "outcome", manifest.outcome(), closing.text("outcome"));
    agree(Manifest.PART, "created", manifest.created().toString(), closing.time().toString());
    Map<String, Listed> listed = manifest.byName();
    DOCUMENTS.forEach(
        (name, member) -> {
          Listed file = listed.get(name);
          String stated = closing.body().path(member).asText("null");
          agree(name, member, file == null ? "null" : file.sha256().hex(), stated);
        });
    return Optional.of(closing);
  }

  private void counts(Manifest manifest, List<LoggedEntry> entries, LoggedEntry closing) {
    Map<String, Long> counts = new TreeMap<>();
    String incident = "incident/" + closing.text("incidentId");
    for (LoggedEntry entry : entries) {
      counts.merge(entry.stream().toString(), 1L, Long::sum);
      if (!entry.stream().equals(closing.stream()) && !entry.stream().toString().equals(incident)) {
        findings.fault(
            Check.CLOSING,
            EntriesCheck.PART,
            Fault.FOREIGN_STREAM,
            entry.position(),
            entry.stream());
      }
    }
    agree(
        EntriesCheck.PART,
        "entriesFlight",
        counts.getOrDefault(closing.stream().toString(), 0L),
        closing.number("entriesFlight"));
    agree(
        EntriesCheck.PART,
        "entriesIncident",
        counts.getOrDefault(incident, 0L),
        closing.number("entriesIncident"));
    Map<String, Long> stated = new TreeMap<>();
    manifest.streams().forEach(stream -> stated.put(stream.stream(), stream.entries()));
    if (!stated.equals(counts) || stated.size() != manifest.streams().size()) {
      findings.fault(
          Check.CLOSING,
          Manifest.PART,
          Fault.DISAGREES,
          "streams",
          manifest.streams().stream().map(Counted::toString).toList(),
          counts);
    }
  }

  private void agree(String part, String what, Object here, Object there) {
    if (!here.equals(there)) {
      findings.fault(Check.CLOSING, part, Fault.DISAGREES, what, here, there);
    }
  }
}
