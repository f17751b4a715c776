package org.vigie.groundstation.client;

import java.util.List;

/**
 * The proof of a plan in brief.
 *
 * @param checks how many were made
 * @param failed those that do not hold, in words of codes
 */
public record ProofDocument(int checks, List<String> failed) {
  static ProofDocument of(Members body) {
    List<Members> findings = body.list("findings", finding -> finding);
    return new ProofDocument(
        findings.size(),
        findings.stream()
            .filter(finding -> !finding.flag("holds"))
            .map(finding -> (finding.text("check") + " " + finding.text("subject")).strip())
            .toList());
  }
}
