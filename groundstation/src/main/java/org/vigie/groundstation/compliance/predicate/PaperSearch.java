package org.vigie.groundstation.compliance.predicate;

import java.util.List;
import java.util.Optional;
import org.vigie.groundstation.compliance.evidence.EvidenceDocument;

/**
 * Looks for a paper that covers the flight. When none does, the one that came closest is named with
 * what it lacks, so that a person sees which paper to renew.
 */
final class PaperSearch {
  private PaperSearch() {}

  static Answer search(PaperDemand demand, Facts facts) {
    Answer closest =
        new Answer(
            Truth.FALSE,
            Reason.PAPER_MISSING,
            List.of(Comparison.of("paper", "none", demand.kind())),
            List.of());
    int depthOfClosest = 0;
    for (EvidenceDocument paper : facts.evidence().ofKind(demand.kind())) {
      int depth = 0;
      Optional<Answer> shortfall = Optional.empty();
      for (PaperCheck check : PaperCheck.IN_ORDER) {
        shortfall = check.shortfall(paper, demand, facts);
        if (shortfall.isPresent()) {
          break;
        }
        depth++;
      }
      if (shortfall.isEmpty()) {
        return inOrder(paper, facts);
      }
      if (depth > depthOfClosest) {
        depthOfClosest = depth;
        closest = shortfall.get();
      }
    }
    return closest;
  }

  private static Answer inOrder(EvidenceDocument paper, Facts facts) {
    return Answer.paper(
        Truth.TRUE,
        Reason.PAPER_IN_ORDER,
        paper.id(),
        PaperCheck.validUntil(paper, facts.request().until()));
  }
}
