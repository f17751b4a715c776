package org.vigie.groundstation.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.compliance.decision.Decision;
import org.vigie.groundstation.compliance.decision.Finding;
import org.vigie.groundstation.compliance.decision.FlightCondition;
import org.vigie.groundstation.compliance.decision.Outcome;
import org.vigie.groundstation.compliance.predicate.Comparison;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.planner.canonical.ContentHash;

/** A decision as the journal tells it: every rule that applied, in brief. */
final class DecisionEntry {
  private DecisionEntry() {}

  static FlightEvent.Decided of(Decision decision, @Nullable ContentHash basis) {
    return new FlightEvent.Decided(
        decision.hash(),
        decision.planHash(),
        decision.proofHash(),
        decision.verdict().name(),
        decision.deciding().map(Finding::rule).orElse(""),
        decision.findings().stream()
            .filter(finding -> finding.outcome() != Outcome.NOT_APPLICABLE)
            .map(DecisionEntry::finding)
            .toList(),
        decision.conditions().stream().map(FlightCondition::code).toList(),
        basis);
  }

  private static FlightEvent.DecidedFinding finding(Finding finding) {
    List<String> compared = finding.compared().stream().map(DecisionEntry::text).toList();
    return new FlightEvent.DecidedFinding(
        finding.rule(),
        finding.outcome().name(),
        finding.reason().name(),
        finding.legalRef(),
        finding.evidence(),
        compared);
  }

  private static String text(Comparison compared) {
    String unit = compared.unit().isEmpty() ? "" : " " + compared.unit();
    return compared.name() + " " + compared.found() + unit + " " + compared.required() + unit;
  }
}
