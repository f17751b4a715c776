package org.vigie.groundstation.flightlog.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.groundstation.flightlog.verify.Manifest.Listed;

/**
 * No take-off without a warrant: plan, proof, decision, read-back and clearance are about the same
 * plan, say yes, and came before arming. What exists of a flight that never armed must agree too.
 */
final class WarrantCheck {
  private static final String PLAN = "plan.json";
  private static final String PROOF = "proof.json";
  private static final String DECISION = "decision.json";
  private static final String UPLOADED = "flight.uploaded";
  private static final String READ_BACK = "flight.read-back";
  private static final Set<String> YES = Set.of("GO", "GO_WITH_CONDITIONS");
  private static final List<String> KINDS = List.of("MISSION", "FENCE", "RALLY", "PARAMETERS");

  /** Their last entries name the documents that the flight was flown with. */
  private static final List<String> STATEMENTS =
      List.of("flight.planned", "flight.proved", "flight.decided", "flight.warranted");

  private final Parts parts;
  private final Findings findings;

  WarrantCheck(Parts parts, Findings findings) {
    this.parts = parts;
    this.findings = findings;
  }

  void run(Manifest manifest, List<LoggedEntry> flight) {
    findings.made(Check.WARRANT);
    Map<String, Listed> listed = manifest.byName();
    Optional<LoggedEntry> arming =
        flight.stream()
            .filter(entry -> entry.is(StatesCheck.CHANGED) && entry.text("to").equals("ARMING"))
            .findFirst();
    boolean armed = arming.isPresent();
    Optional<JsonNode> plan = document(listed, PLAN, armed);
    Optional<JsonNode> proof = document(listed, PROOF, armed);
    Optional<JsonNode> decision = document(listed, DECISION, armed);
    String planHash = hash(listed, PLAN);
    proof.ifPresent(node -> agree(PROOF, "planHash", text(node, "planHash"), planHash));
    decision.ifPresent(node -> decided(node, planHash, hash(listed, PROOF)));
    stated(
        flight,
        Map.of(
            "planHash",
            planHash,
            "proofHash",
            hash(listed, PROOF),
            "decisionHash",
            hash(listed, DECISION)));
    if (arming.isPresent()) {
      plan.ifPresent(node -> validity(node, arming.get()));
      proof.ifPresent(this::held);
      decision.ifPresent(node -> granted(node, arming.get()));
      List<LoggedEntry> before =
          flight.stream().filter(e -> e.position() < arming.get().position()).toList();
      cleared(before, planHash, hash(listed, DECISION));
      readBack(before, planHash);
    }
  }

  private Optional<JsonNode> document(Map<String, Listed> listed, String part, boolean needed) {
    if (listed.containsKey(part)) {
      return parts.object(Check.WARRANT, part);
    }
    if (needed) {
      findings.fault(Check.WARRANT, part, Fault.MISSING);
    }
    return Optional.empty();
  }

  private static String hash(Map<String, Listed> listed, String part) {
    Listed file = listed.get(part);
    return file == null ? "" : file.sha256().hex();
  }

  private void decided(JsonNode decision, String planHash, String proofHash) {
    agree(DECISION, "planHash", text(decision, "planHash"), planHash);
    agree(DECISION, "proofHash", text(decision, "proofHash"), proofHash);
  }

  /** What the flight's entries said of its documents when they were made. */
  private void stated(List<LoggedEntry> flight, Map<String, String> hashes) {
    for (String type : STATEMENTS) {
      flight.stream()
          .filter(entry -> entry.is(type))
          .reduce((earlier, later) -> later)
          .ifPresent(
              last ->
                  hashes.forEach(
                      (member, hash) -> {
                        if (last.body().has(member)) {
                          agree(EntriesCheck.PART, member, last.text(member), hash);
                        }
                      }));
    }
  }

  private void validity(JsonNode plan, LoggedEntry arming) {
    try {
      Instant from = Instant.parse(text(plan, "validFrom"));
      Instant until = Instant.parse(text(plan, "validUntil"));
      if (arming.time().isBefore(from) || arming.time().isAfter(until)) {
        findings.fault(Check.WARRANT, PLAN, Fault.EXPIRED, arming.time());
      }
    } catch (DateTimeException e) {
      findings.fault(Check.WARRANT, PLAN, Fault.MALFORMED, "validFrom, validUntil");
    }
  }

  private void held(JsonNode proof) {
    JsonNode proofFindings = proof.path("findings");
    if (!proofFindings.isArray() || proofFindings.isEmpty()) {
      findings.fault(Check.WARRANT, PROOF, Fault.NOT_GRANTED, "[]");
    }
    for (JsonNode finding : proofFindings) {
      if (!finding.path("holds").asBoolean(false)) {
        findings.fault(Check.WARRANT, PROOF, Fault.NOT_GRANTED, text(finding, "check"));
      }
    }
  }

  private void granted(JsonNode decision, LoggedEntry arming) {
    try {
      // the first instant at which it does not hold any more
      if (!arming.time().isBefore(Instant.parse(text(decision, "validUntil")))) {
        findings.fault(Check.WARRANT, DECISION, Fault.EXPIRED, arming.time());
      }
    } catch (DateTimeException e) {
      findings.fault(Check.WARRANT, DECISION, Fault.MALFORMED, "validUntil", "");
    }
    if (!YES.contains(text(decision, "verdict"))) {
      findings.fault(Check.WARRANT, DECISION, Fault.NOT_GRANTED, text(decision, "verdict"));
    }
  }

  private void cleared(List<LoggedEntry> before, String planHash, String decisionHash) {
    List<LoggedEntry> clearances =
        before.stream().filter(entry -> entry.is("flight.cleared")).toList();
    if (clearances.isEmpty() || clearances.get(clearances.size() - 1).text("by").isEmpty()) {
      findings.fault(Check.WARRANT, EntriesCheck.PART, Fault.NOT_CLEARED);
      return;
    }
    LoggedEntry last = clearances.get(clearances.size() - 1);
    agree(EntriesCheck.PART, "planHash", last.text("planHash"), planHash);
    agree(EntriesCheck.PART, "decisionHash", last.text("decisionHash"), decisionHash);
  }

  private void readBack(List<LoggedEntry> before, String planHash) {
    findings.made(Check.READ_BACK);
    for (String kind : KINDS) {
      // what was sent after it was read back is not what was read back
      List<LoggedEntry> all = new ArrayList<>(before);
      all.removeIf(entry -> !entry.is(UPLOADED) && !entry.is(READ_BACK));
      all.removeIf(entry -> !entry.text("kind").equals(kind));
      boolean equal = !all.isEmpty() && isEqual(all.get(all.size() - 1), planHash);
      if (!equal) {
        findings.fault(Check.READ_BACK, EntriesCheck.PART, Fault.NOT_READ_BACK, kind);
      }
    }
  }

  private static boolean isEqual(LoggedEntry last, String planHash) {
    return last.is(READ_BACK)
        && last.text("planHash").equals(planHash)
        && last.body().path("equal").asBoolean(false);
  }

  private void agree(String part, String what, String here, String there) {
    if (!here.equals(there)) {
      findings.fault(Check.WARRANT, part, Fault.DISAGREES, what, here, there);
    }
  }

  private static String text(JsonNode node, String member) {
    return node.path(member).asText();
  }
}
