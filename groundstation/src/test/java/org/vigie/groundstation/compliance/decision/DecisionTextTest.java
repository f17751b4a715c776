package org.vigie.groundstation.compliance.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.groundstation.compliance.evidence.EvidenceKind;
import org.vigie.groundstation.compliance.evidence.EvidenceSet;
import org.vigie.groundstation.compliance.predicate.Comparison;
import org.vigie.groundstation.compliance.predicate.Reason;
import org.vigie.groundstation.compliance.rule.Certainty;
import org.vigie.groundstation.compliance.rule.Domain;
import org.vigie.groundstation.text.Language;

/** A person can read every decision, in both languages. */
class DecisionTextTest {
  @ParameterizedTest
  @EnumSource(Language.class)
  void every_code_has_words(Language language) {
    DecisionWords words = new DecisionWords(language);
    has(words, "reasons", Arrays.stream(Reason.values()).map(Reason::text).toArray());
    has(words, "kinds", Arrays.stream(EvidenceKind.values()).map(EvidenceKind::text).toArray());
    has(words, "domains", Arrays.stream(Domain.values()).map(Domain::text).toArray());
    has(words, "certainties", Arrays.stream(Certainty.values()).map(Certainty::text).toArray());
    has(words, "outcomes", (Object[]) Outcome.values());
    has(words, "verdicts", (Object[]) Verdict.values());
    has(words, "permissions", (Object[]) DomainResult.Permission.values());
  }

  private static void has(DecisionWords words, String section, Object... codes) {
    for (Object code : codes) {
      assertThat(words.knows(section, code.toString())).as(section + " " + code).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_value_compared_has_words_and_no_placeholder_is_left(Language language) {
    DecisionWords words = new DecisionWords(language);
    for (Situation situation :
        new Situation[] {
          new Situation(), Situation.municipal(), Situation.police(), everythingUnknown()
        }) {
      Decision decision = situation.decide();
      for (Finding finding : decision.findings()) {
        for (Comparison compared : finding.compared()) {
          assertThat(words.knows("comparisons", compared.name())).as(compared.name()).isTrue();
        }
      }
      String text =
          new DecisionText(situation.packs, situation.evidence(), language).render(decision);
      assertThat(text).doesNotContain("{found}", "{required}", "{paper}", "{name}", "{unit}");
      assertThat(text.lines().count()).isGreaterThan(decision.findings().size());
    }
  }

  @Test
  void conditions_are_shown_in_words() {
    Situation situation = new Situation();
    Decision decision = situation.decide();
    DecisionText text = new DecisionText(situation.packs, situation.evidence(), Language.FR);
    assertThat(decision.conditions())
        .allSatisfy(
            condition -> assertThat(text.condition(condition)).isNotEqualTo(condition.code()));
    assertThat(text.render(decision)).contains("observateur au sol", "CSI, L242-2");
  }

  @Test
  void rule_versions_and_the_date_of_their_sources_are_shown() {
    Situation situation = new Situation();
    assertThat(
            new DecisionText(situation.packs, situation.evidence(), Language.EN)
                .render(situation.decide()))
        .contains("fr-csi-cameras 1.0.0 (sources of 2026-11-21)");
  }

  @Test
  void without_packs_and_papers_the_codes_are_shown() {
    Situation situation = new Situation();
    situation.without("demo-insurance-sdis42");
    Decision decision = situation.decide();
    DecisionText text = new DecisionText(List.of(), EvidenceSet.empty(), Language.EN);
    assertThat(text.decidingReason(decision).orElseThrow())
        .isEqualTo(
            "eu-insurance — missing paper: insurance certificate [eu-insurance, Règlement (CE)"
                + " 785/2004 ; droit national]");
  }

  private static Situation everythingUnknown() {
    Situation situation = new Situation();
    situation.operatorNumber = null;
    situation.pilot = null;
    situation.pilotPresent = null;
    situation.classLabel = null;
    situation.mtomKg = null;
    situation.remoteId = null;
    situation.signalling = null;
    situation.microphone = null;
    situation.cameras = null;
    situation.maxWindMps = null;
    situation.maxHeightM = null;
    situation.minHeightM = null;
    situation.bvlos = null;
    situation.populated = null;
    situation.area = null;
    situation.zones = null;
    situation.windMps = null;
    situation.retentionDays = null;
    return situation;
  }
}
