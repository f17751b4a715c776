package org.vigie.groundstation.compliance.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.geofence.document.DocumentException;
import org.vigie.groundstation.compliance.decision.DomainResult.Permission;
import org.vigie.groundstation.compliance.evidence.EvidenceDocument;
import org.vigie.groundstation.compliance.evidence.EvidenceKind;
import org.vigie.groundstation.compliance.predicate.Reason;
import org.vigie.groundstation.compliance.request.Activity;
import org.vigie.groundstation.compliance.request.OperatorType;
import org.vigie.groundstation.compliance.rule.Domain;
import org.vigie.groundstation.compliance.rule.Rule;
import org.vigie.groundstation.compliance.rule.RulePack;
import org.vigie.groundstation.compliance.rule.RulePackReader;
import org.vigie.groundstation.compliance.rule.ShippedRulePacks;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;

/** What holds for every decision, whatever the rules say. */
class DecisionEngineTest {
  @Test
  void the_same_inputs_give_the_same_bytes_in_whatever_order_the_packs_come() {
    Situation reversed = new Situation();
    reversed.packs = new ArrayList<>(Situation.PACKS);
    Collections.reverse(reversed.packs);
    Decision first = new Situation().decide();
    assertThat(reversed.decide().canonical()).isEqualTo(first.canonical());
    assertThat(reversed.decide().hash()).isEqualTo(first.hash());
  }

  @Test
  void a_decision_survives_its_canonical_form() throws Exception {
    Decision decision = new Situation().decide();
    assertThat(CanonicalJson.read(decision.canonical(), Decision.class)).isEqualTo(decision);
  }

  @Test
  void a_change_of_any_input_changes_the_hash() {
    ContentHash before = new Situation().decide().hash();
    List<Consumer<Situation>> changes =
        List.of(
            s -> s.windMps = 6.1,
            s -> s.at = s.at.plusSeconds(1),
            s -> s.length = Duration.ofMinutes(26),
            s -> s.area = Situation.square(45.4375, 4.3795, 0.0051),
            s -> s.edit("shared.yaml", text -> text + "# a remark\n"),
            s -> s.packs = packs("fr-aviation.yaml", "# What French", "# Here is what French"));
    for (Consumer<Situation> change : changes) {
      Situation situation = new Situation();
      change.accept(situation);
      assertThat(situation.decide().hash()).isNotEqualTo(before);
    }
  }

  @Test
  void every_shipped_rule_has_a_table_of_cases() {
    Set<String> tabled =
        Stream.of(
                new AuthorisationVerdictsTest(),
                new AviationVerdictsTest(),
                new CameraVerdictsTest())
            .flatMap(table -> table.cases.stream())
            .map(VerdictTable.Case::rule)
            .collect(Collectors.toSet());
    assertThat(Situation.PACKS.stream().flatMap(pack -> pack.rules().stream()).map(Rule::id))
        .allSatisfy(id -> assertThat(tabled).contains(id));
  }

  @Test
  void without_rules_nothing_is_allowed() {
    Situation situation = new Situation();
    situation.packs = List.of();
    Decision decision = situation.decide();
    assertThat(decision.verdict()).isEqualTo(Verdict.NO_GO);
    assertThat(decision.findings()).extracting(Finding::reason).containsOnly(Reason.NO_RULE);
    assertThat(decision.results())
        .extracting(DomainResult::permission)
        .containsOnly(Permission.REFUSED);
  }

  @Test
  void without_the_camera_rules_a_flight_with_a_camera_is_not_allowed() {
    Situation situation = new Situation();
    situation.packs = Situation.PACKS.subList(0, 2);
    Decision decision = situation.decide();
    assertThat(decision.result(Domain.FLY).permission())
        .isEqualTo(Permission.ALLOWED_WITH_CONDITIONS);
    assertThat(decision.result(Domain.FILM))
        .isEqualTo(new DomainResult(Domain.FILM, Permission.REFUSED, DecisionEngine.NO_RULE));
    assertThat(decision.verdict()).isEqualTo(Verdict.NO_GO);
  }

  @Test
  void packs_that_nobody_vouches_for_any_more_decide_nothing() {
    Situation situation = new Situation();
    situation.at = Instant.parse("2028-01-01T10:00:00Z");
    Decision decision = situation.decide();
    assertThat(decision.findings())
        .filteredOn(finding -> finding.reason() == Reason.PACK_NOT_IN_FORCE)
        .extracting(Finding::pack)
        .contains("eu-2019-947", "fr-aviation", "fr-csi-cameras");
    assertThat(decision.verdict()).isEqualTo(Verdict.NO_GO);
  }

  @ParameterizedTest
  @EnumSource(OperatorType.class)
  void every_kind_of_operator_that_films_people_meets_a_rule_about_who_may(OperatorType type) {
    Situation situation = new Situation();
    situation.type = type;
    assertThat(situation.decide().findings())
        .filteredOn(finding -> finding.outcome() != Outcome.NOT_APPLICABLE)
        .extracting(Finding::rule)
        .containsAnyOf(
            "fr-csi-municipal-no-basis",
            "fr-csi-private-no-basis",
            "fr-csi-fire-purpose",
            "fr-csi-police-purpose");
  }

  @Test
  void one_rule_given_twice_is_a_mistake_of_the_caller() {
    List<RulePack> twice =
        Stream.concat(Situation.PACKS.stream(), Situation.PACKS.stream()).toList();
    Situation situation = new Situation();
    assertThatThrownBy(
            () -> DecisionEngine.decide(situation.request(), twice, situation.evidence()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_worst_finding_decides() {
    Situation situation = new Situation();
    situation.windMps = null;
    situation.without("demo-insurance-sdis42");
    assertThat(situation.decide().deciding().orElseThrow().rule()).isEqualTo("eu-insurance");
    situation.microphone = true;
    Decision decision = situation.decide();
    assertThat(decision.deciding().orElseThrow().rule()).isEqualTo("fr-csi-no-sound");
    assertThat(decision.findings()).extracting(Finding::outcome).isSorted();
  }

  @ParameterizedTest
  @CsvSource({
    // legal time is UTC+2 on 31 March 2027: the day ends at 22:00 UTC
    "2027-03-31T21:59:58Z, PT1S, true",
    "2027-03-31T21:59:59Z, PT1S, true",
    "2027-03-31T21:59:59Z, PT2S, false",
    "2027-03-31T22:00:00Z, PT1S, false"
  })
  void a_paper_holds_to_the_last_second_of_its_last_day_and_no_longer(
      Instant at, Duration length, boolean holds) {
    Situation situation = new Situation();
    situation.at = at;
    situation.length = length;
    assertThat(
            situation.decide().findings().stream()
                .filter(finding -> finding.rule().equals("eu-specific-authorisation"))
                .map(Finding::outcome))
        .containsExactly(holds ? Outcome.PASSED : Outcome.NEEDS_EVIDENCE);
  }

  @Test
  void ten_days_of_notice_are_counted_in_days_of_legal_time() {
    // 23:30 UTC on 20 November is 00:30 on the 21st in France
    assertThat(noticeOutcome("2026-11-20T23:30:00Z")).isEqualTo(Outcome.PASSED);
    assertThat(noticeOutcome("2026-11-20T22:30:00Z")).isEqualTo(Outcome.NEEDS_EVIDENCE);
  }

  private static Outcome noticeOutcome(String at) {
    Situation situation = new Situation();
    situation.at = Instant.parse(at);
    situation.edit(
        "sdis42.yaml", text -> text.replace("filedOn: 2026-03-23", "filedOn: 2026-11-11"));
    return situation.decide().findings().stream()
        .filter(finding -> finding.rule().equals("fr-populated-area-declaration"))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  @Test
  void a_decision_is_asked_again_at_the_end_of_the_flight_or_after_half_an_hour() {
    Situation situation = new Situation();
    assertThat(situation.decide().validUntil()).isEqualTo(situation.at.plus(situation.length));
    situation.length = Duration.ofHours(2);
    Decision decision = situation.decide();
    assertThat(decision.validUntil()).isEqualTo(situation.at.plus(DecisionEngine.MAX_AGE));
    assertThat(decision.validAt(situation.at)).isTrue();
    assertThat(decision.validAt(decision.validUntil())).isFalse();
  }

  @Test
  void a_decision_ends_when_a_rule_changes() {
    Situation situation = new Situation();
    situation.packs =
        packs(
            "fr-aviation.yaml",
            "    validFrom: 2026-01-01\n    appliesTo:",
            "    validFrom: 2026-01-01\n    validUntil: 2026-11-20\n    appliesTo:");
    situation.at = Instant.parse("2026-11-20T22:50:00Z");
    assertThat(situation.decide().validUntil()).isEqualTo(Instant.parse("2026-11-20T23:00:00Z"));
  }

  @Test
  void a_rule_that_is_law_for_part_of_the_flight_binds_it() {
    Situation situation = new Situation();
    situation.packs =
        packs(
            "fr-aviation.yaml",
            "    validFrom: 2026-01-01\n    appliesTo:",
            "    validFrom: 2026-11-21\n    appliesTo:");
    situation.without("demo-declaration-sdis42");
    situation.at = Instant.parse("2026-11-20T22:50:00Z");
    assertThat(declaration(situation)).isEqualTo(Outcome.NEEDS_EVIDENCE);
    situation.length = Duration.ofMinutes(10);
    assertThat(declaration(situation)).isEqualTo(Outcome.NOT_APPLICABLE);
  }

  private static Outcome declaration(Situation situation) {
    return situation.decide().findings().stream()
        .filter(finding -> finding.rule().equals("fr-populated-area-declaration"))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  @Test
  void the_bill_once_law_opens_filming_to_municipal_police_under_an_order_only() {
    Situation situation = Situation.municipal();
    situation.activities = EnumSet.of(Activity.FILM_PUBLIC_SPACE);
    situation.packs = packs("fr-csi-cameras.yaml", "enabled: false", "enabled: true");
    Decision without = situation.decide();
    assertThat(without.deciding().orElseThrow().rule())
        .isEqualTo("fr-bill-97-municipal-experiment");
    assertThat(without.findings())
        .filteredOn(finding -> finding.rule().equals("fr-csi-municipal-no-basis"))
        .extracting(Finding::reason)
        .containsExactly(Reason.RULE_REPLACED);
  }

  @Test
  void a_worse_paper_beside_a_good_one_takes_nothing_away() {
    Situation situation = new Situation();
    for (EvidenceDocument paper : situation.evidence().documents()) {
      Situation more = new Situation();
      more.add(
          """
          id: a-%s
          kind: %s
          title: {fr: Ancienne (Demo), en: Former (Demo)}
          issuer: Demo
          holder: %s
          legalBasis: Demo
          number: %s
          issuedOn: 2020-01-01
          validFrom: 2020-01-01
          validUntil: 2021-01-01
          fictitious: true
          """
              .formatted(
                  paper.id(),
                  paper.kind(),
                  paper.holder(),
                  paper.kind() == EvidenceKind.ZONE_AUTHORISATION
                      ? paper.number()
                      : "FRAdemosdis4200t"));
      assertThat(more.decide().verdict()).as(paper.id()).isEqualTo(Verdict.GO_WITH_CONDITIONS);
    }
  }

  @Test
  void a_finding_never_shows_the_secret_part_of_an_operator_number() {
    Situation situation = new Situation();
    situation.operatorNumber = "FRAdemosdis4200t-xyz";
    assertThat(situation.decide().canonical()).doesNotContain("-xyz");
    situation.operatorNumber = "fraDEMO-xyz";
    assertThat(situation.decide().canonical()).doesNotContain("-xyz");
    assertThat(situation.request().toString()).doesNotContain("-xyz");
  }

  @Test
  void the_secret_part_cannot_be_guessed_from_the_hash_of_the_request() {
    Situation situation = new Situation();
    ContentHash without = situation.request().hash();
    situation.operatorNumber = "FRAdemosdis4200t-vig";
    assertThat(situation.request().hash()).isEqualTo(without);
  }

  @Test
  void not_a_number_is_refused_before_it_is_asked_about() {
    Situation situation = new Situation();
    situation.windMps = Double.NaN;
    assertThatThrownBy(situation::request).isInstanceOf(IllegalArgumentException.class);
  }

  /** The shipped packs with one of them edited. */
  private static List<RulePack> packs(String file, String before, String after) {
    Map<String, String> texts = ShippedRulePacks.texts();
    String edited =
        Objects.requireNonNull(texts.get(file)).replaceFirst(Pattern.quote(before), after);
    assertThat(edited).isNotEqualTo(texts.put(file, edited));
    try {
      return RulePackReader.readAll(texts);
    } catch (DocumentException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
