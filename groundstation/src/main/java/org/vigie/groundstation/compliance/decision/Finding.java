package org.vigie.groundstation.compliance.decision;

import java.util.List;
import org.vigie.groundstation.compliance.predicate.Comparison;
import org.vigie.groundstation.compliance.predicate.Reason;
import org.vigie.groundstation.compliance.rule.Certainty;
import org.vigie.groundstation.compliance.rule.Domain;

/**
 * What one rule found.
 *
 * @param reason code of what decided it
 * @param evidence ids of the papers that it rests on, or of the paper that came closest
 * @param compared the values held against each other
 */
public record Finding(
    String rule,
    String pack,
    String packVersion,
    Domain domain,
    Outcome outcome,
    Reason reason,
    String legalRef,
    Certainty certainty,
    List<String> evidence,
    List<Comparison> compared) {
  public Finding {
    evidence = List.copyOf(evidence);
    compared = List.copyOf(compared);
  }
}
