package org.vigie.groundstation.compliance.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.groundstation.compliance.rule.Domain;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;

/**
 * Whether exactly one plan may be flown, and why. Codes and numbers; the words come from the packs
 * and papers that it names. Immutable.
 *
 * @param requestHash the whole question
 * @param results one for each domain, in the order of {@link Domain}
 * @param findings every rule, the worst first, then in the order of the packs
 * @param conditions what must be kept to; empty unless the verdict is GO_WITH_CONDITIONS
 * @param decidedAt the station's time
 * @param validUntil the first instant at which it must be asked again
 * @param inputs the files that it rests on, by kind and name
 */
public record Decision(
    ContentHash planHash,
    ContentHash proofHash,
    ContentHash requestHash,
    String flightId,
    Verdict verdict,
    List<DomainResult> results,
    List<Finding> findings,
    List<FlightCondition> conditions,
    Instant decidedAt,
    Instant validUntil,
    List<Input> inputs) {
  public Decision {
    results = List.copyOf(results);
    findings = List.copyOf(findings);
    conditions = List.copyOf(conditions);
    inputs = List.copyOf(inputs);
    boolean fails = findings.stream().anyMatch(finding -> finding.outcome().fails());
    if (verdict.allows() == fails || findings.isEmpty()) {
      throw new IllegalArgumentException("verdict and findings disagree: " + verdict);
    }
  }

  /** The finding that decides against the flight, the worst; nothing when it is allowed. */
  public Optional<Finding> deciding() {
    return findings.stream().findFirst().filter(finding -> finding.outcome().fails());
  }

  /** The answer in one domain. */
  public DomainResult result(Domain domain) {
    return results.stream()
        .filter(result -> result.domain() == domain)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no result for " + domain));
  }

  /** Whether it may be relied on at an instant. */
  public boolean validAt(Instant instant) {
    return !instant.isBefore(decidedAt) && instant.isBefore(validUntil);
  }

  /** The canonical text: what is kept, sent and hashed. */
  public String canonical() {
    return CanonicalJson.write(this);
  }

  /** SHA-256 of the canonical text. */
  public ContentHash hash() {
    return CanonicalJson.hash(this);
  }
}
