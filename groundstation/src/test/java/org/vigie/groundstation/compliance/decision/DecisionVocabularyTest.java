package org.vigie.groundstation.compliance.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.groundstation.compliance.evidence.EvidenceSet;
import org.vigie.groundstation.compliance.predicate.Reason;
import org.vigie.groundstation.compliance.rule.ShippedRulePacks;
import org.vigie.groundstation.text.Language;

/** Screens that read decisions elsewhere have the same words as the texts made here. */
class DecisionVocabularyTest {
  @ParameterizedTest
  @EnumSource
  void every_reason_outcome_and_shipped_rule_has_words(Language language) throws Exception {
    SortedMap<String, String> table =
        DecisionVocabulary.of(ShippedRulePacks.load(), EvidenceSet.empty(), language);
    for (Reason reason : Reason.values()) {
      assertThat(table).containsKey("reasons." + reason.text());
    }
    for (Outcome outcome : Outcome.values()) {
      assertThat(table).containsKey("outcomes." + outcome.name());
    }
    assertThat(table)
        .containsEntry(
            "rule.fr-csi-municipal-no-basis.title",
            language == Language.FR
                ? "Police municipale et communes, aucune base légale pour filmer"
                : "Municipal police and communes have no legal basis to film")
        .containsKey("rule.fr-csi-fire-purpose.condition.live-view-limited");
    assertThat(table.values()).noneMatch(String::isBlank);
  }
}
