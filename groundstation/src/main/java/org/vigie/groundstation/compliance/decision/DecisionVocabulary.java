package org.vigie.groundstation.compliance.decision;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.groundstation.compliance.evidence.EvidenceDocument;
import org.vigie.groundstation.compliance.evidence.EvidenceSet;
import org.vigie.groundstation.compliance.rule.Rule;
import org.vigie.groundstation.compliance.rule.RulePack;
import org.vigie.groundstation.text.Language;

/**
 * Every word that decisions are read in, as one flat table for screens elsewhere: what {@link
 * DecisionText} puts into sentences here. Keys are
 *
 * <pre>
 * SECTION.CODE                       reasons.paper-expired, outcomes.PASSED, comparisons.wind …
 * rule.ID.title  rule.ID.explanation rule.ID.condition.CODE
 * paper.ID.title                     paper.ID.condition.CODE
 * </pre>
 *
 * Reasons hold {@code {paper} {name} {found} {required} {unit}} to be filled in from the finding's
 * evidence and its first comparison.
 */
public final class DecisionVocabulary {
  private DecisionVocabulary() {}

  /** The table of a station's packs and papers in one language. */
  public static SortedMap<String, String> of(
      List<RulePack> packs, EvidenceSet evidence, Language language) {
    SortedMap<String, String> table = new TreeMap<>(new DecisionWords(language).all());
    for (RulePack pack : packs) {
      for (Rule rule : pack.rules()) {
        table.put("rule." + rule.id() + ".title", rule.title().in(language));
        table.put("rule." + rule.id() + ".explanation", rule.explanation().in(language));
        conditions(table, "rule." + rule.id(), rule.conditions(), language);
      }
    }
    for (EvidenceDocument paper : evidence.documents()) {
      table.put("paper." + paper.id() + ".title", paper.title().in(language));
      conditions(table, "paper." + paper.id(), paper.conditions(), language);
    }
    return Collections.unmodifiableSortedMap(table);
  }

  private static void conditions(
      SortedMap<String, String> table,
      String owner,
      List<EvidenceDocument.Demand> demands,
      Language language) {
    for (EvidenceDocument.Demand demand : demands) {
      table.put(owner + ".condition." + demand.code(), demand.text().in(language));
    }
  }
}
