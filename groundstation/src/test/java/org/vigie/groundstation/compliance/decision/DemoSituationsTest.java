package org.vigie.groundstation.compliance.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.compliance.decision.DomainResult.Permission;
import org.vigie.groundstation.compliance.evidence.EvidenceDocument;
import org.vigie.groundstation.compliance.predicate.Comparison;
import org.vigie.groundstation.compliance.predicate.Reason;
import org.vigie.groundstation.compliance.request.Activity;
import org.vigie.groundstation.compliance.rule.Domain;
import org.vigie.groundstation.text.Language;

/** The three stories that the demonstration tells, and the papers that the first one rests on. */
class DemoSituationsTest {
  @Test
  void the_fire_service_may_fly_and_film_a_rescue_under_conditions() {
    Decision decision = new Situation().decide();
    assertThat(decision.findings().stream().filter(finding -> finding.outcome().fails())).isEmpty();
    assertThat(decision.verdict()).isEqualTo(Verdict.GO_WITH_CONDITIONS);
    assertThat(decision.results())
        .extracting(DomainResult::permission)
        .containsOnly(Permission.ALLOWED_WITH_CONDITIONS);
    assertThat(decision.conditions())
        .extracting(FlightCondition::code)
        .contains("pilot-at-the-controls", "live-view-limited", "ground-observer");
    assertThat(text(new Situation(), Language.EN)).startsWith("GO with conditions");
  }

  @Test
  void the_municipal_police_may_fly_but_may_not_film_and_so_does_not_go() {
    Situation situation = Situation.municipal();
    situation.activities.remove(Activity.ACOUSTIC_TRIGGER);
    Decision decision = situation.decide();
    assertThat(decision.verdict()).isEqualTo(Verdict.NO_GO);
    assertThat(decision.result(Domain.FLY).permission())
        .isEqualTo(Permission.ALLOWED_WITH_CONDITIONS);
    assertThat(decision.result(Domain.FILM))
        .isEqualTo(new DomainResult(Domain.FILM, Permission.REFUSED, "fr-csi-municipal-no-basis"));
    assertThat(decision.result(Domain.ALERT).permission()).isEqualTo(Permission.NOT_ASKED);
    Finding deciding = decision.deciding().orElseThrow();
    assertThat(deciding.outcome()).isEqualTo(Outcome.DENIED);
    assertThat(deciding.legalRef()).contains("L242-1 à L242-6", "2021-817 DC", "2021-834 DC");
    assertThat(text(situation, Language.FR))
        .contains("NO GO", "Voler: autorisé sous conditions", "Filmer: refusé", "L242-1 à L242-6");
  }

  @Test
  void the_municipal_police_has_no_basis_for_acoustic_alerts_either() {
    Decision decision = Situation.municipal().decide();
    assertThat(decision.result(Domain.ALERT))
        .isEqualTo(new DomainResult(Domain.ALERT, Permission.REFUSED, "fr-acoustic-sensor-basis"));
    assertThat(decision.deciding().orElseThrow().rule()).isEqualTo("fr-csi-municipal-no-basis");
  }

  @Test
  void one_day_too_late_the_expired_authorisation_alone_refuses_the_flight() {
    Situation situation = new Situation();
    situation.at = Instant.parse("2027-04-01T08:00:00Z");
    Decision decision = situation.decide();
    assertThat(decision.verdict()).isEqualTo(Verdict.NO_GO);
    List<Finding> failing =
        decision.findings().stream().filter(finding -> finding.outcome().fails()).toList();
    assertThat(failing).extracting(Finding::rule).containsExactly("eu-specific-authorisation");
    assertThat(failing.get(0).reason()).isEqualTo(Reason.PAPER_EXPIRED);
    assertThat(failing.get(0).outcome()).isEqualTo(Outcome.NEEDS_EVIDENCE);
    assertThat(failing.get(0).evidence()).containsExactly("demo-sora-sdis42");
    assertThat(failing.get(0).compared().get(0))
        .isEqualTo(new Comparison("valid-until", "2027-03-31", ">= 2027-04-01", ""));
    assertThat(text(situation, Language.EN))
        .contains(
            "SORA 2.5 authorisation, Tarentaize-Beaubrun-Couriot quarter (Demo)"
                + " <demo-sora-sdis42>: expired 2027-03-31");
    assertThat(text(situation, Language.FR)).contains("<demo-sora-sdis42> : expiré le 2027-03-31");
  }

  @Test
  void without_the_paper_on_the_zones_conditions_neither_service_flies() {
    Decision fire = new Situation().without("demo-zone-frvg003-sdis42").decide();
    assertThat(fire.verdict()).isEqualTo(Verdict.NO_GO);
    assertThat(fire.deciding().orElseThrow().rule()).isEqualTo("eu-zones-authorised");
    assertThat(fire.deciding().orElseThrow().outcome()).isEqualTo(Outcome.NEEDS_EVIDENCE);
    Decision police = Situation.municipal().without("demo-zone-frvg003-pm42218").decide();
    assertThat(police.result(Domain.FLY).permission()).isEqualTo(Permission.REFUSED);
  }

  @Test
  void the_same_flight_goes_on_the_authorisations_last_day() {
    Situation situation = new Situation();
    situation.at = Instant.parse("2027-03-31T08:00:00Z");
    assertThat(situation.decide().verdict()).isEqualTo(Verdict.GO_WITH_CONDITIONS);
  }

  @Test
  void every_paper_of_the_fire_service_is_needed_taking_any_away_refuses_the_flight() {
    Set<String> used =
        new Situation()
            .decide().findings().stream()
                .filter(finding -> finding.outcome() == Outcome.PASSED)
                .flatMap(finding -> finding.evidence().stream())
                .collect(Collectors.toSet());
    Set<String> expected =
        new Situation()
            .evidence().documents().stream()
                .filter(paper -> !paper.holder().equals("pm42218"))
                .filter(paper -> !paper.holder().equals("demo-pilot-2"))
                .map(EvidenceDocument::id)
                .collect(Collectors.toSet());
    assertThat(used).isEqualTo(expected).hasSizeGreaterThan(9);
    for (String id : used) {
      assertThat(new Situation().without(id).decide().verdict())
          .as("without " + id)
          .isEqualTo(Verdict.NO_GO);
    }
  }

  @Test
  void every_demonstration_paper_says_that_it_is_fictitious() {
    assertThat(new Situation().evidence().documents())
        .allSatisfy(
            paper -> {
              assertThat(paper.fictitious()).isTrue();
              assertThat(paper.title().fr()).endsWith("(Demo)");
              assertThat(paper.title().en()).endsWith("(Demo)");
            });
  }

  @Test
  void only_the_fire_services_authorisation_ends_before_april_2027() {
    assertThat(new Situation().evidence().documents())
        .filteredOn(paper -> paper.validity().end().isBefore(Instant.parse("2027-06-01T00:00:00Z")))
        .extracting(EvidenceDocument::id)
        .containsExactly("demo-sora-sdis42");
  }

  private static String text(Situation situation, Language language) {
    return new DecisionText(situation.packs, situation.evidence(), language)
        .render(situation.decide());
  }
}
