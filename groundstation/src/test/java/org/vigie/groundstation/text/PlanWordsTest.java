package org.vigie.groundstation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.flight.ChoiceOutcome;
import org.vigie.groundstation.vehicle.protocol.CommandOutcome;
import org.vigie.groundstation.vehicle.protocol.CommandResult;
import org.vigie.planner.AdviceCode;
import org.vigie.planner.NoPlanCode;
import org.vigie.planner.foreign.ForeignCheck;
import org.vigie.planner.proof.ProofCheck;

/** Every reason and every check has words in both languages. */
class PlanWordsTest {
  @ParameterizedTest
  @EnumSource
  void every_check_has_a_name(Language language) {
    PlanWords words = new PlanWords(Texts.in(language));
    for (ProofCheck check : ProofCheck.values()) {
      assertThat(words.check(check.code())).as(check.code()).doesNotContain("-in-", "-of-");
      assertThat(words.check(check.code())).isNotBlank();
      assertThat(Texts.in(language).name("plan.check", check.code()))
          .as(check.code())
          .satisfiesAnyOf(
              name -> assertThat(name).isNotEqualTo(check.code()),
              name -> assertThat(name).isIn("energy", "wind", "parameter"));
    }
    for (ForeignCheck check : ForeignCheck.values()) {
      assertThat(words.check(check.code())).as(check.code()).doesNotContain("-in-", "-of-");
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_reason_for_no_plan_is_a_sentence_with_its_numbers(Language language) {
    PlanWords words = new PlanWords(Texts.in(language));
    for (NoPlanCode code : NoPlanCode.values()) {
      String said =
          words.reason(code.code(), "FRA/X1,FRA/X2", Map.of("neededM", 12.5, "limitM", 7.0));
      assertThat(said).as(code.code()).doesNotContain("{", "''").isNotEqualTo(code.code());
      assertThat(said).as(code.code()).contains(" ").hasSizeGreaterThan(12);
    }
    String energy =
        words.reason(
            NoPlanCode.ENERGY.code(), "quad", Map.of("neededWh", 182.25, "availableWh", 119.0));
    assertThat(energy).containsSubsequence("18", "119");
  }

  @ParameterizedTest
  @EnumSource
  void every_advice_is_a_sentence(Language language) {
    PlanWords words = new PlanWords(Texts.in(language));
    for (AdviceCode code : AdviceCode.values()) {
      assertThat(Texts.in(language).name("plan.advice", code.code())).isNotEqualTo(code.code());
      String said =
          words.advice(
              code.code(),
              "FRA/X1",
              Instant.EPOCH,
              new LatLon(45.4, 4.4),
              Map.of("toSceneS", 80.0, "neededM", 130.0, "limitM", 120.0, "distanceM", 40.0));
      assertThat(said).as(code.code()).contains(" ").doesNotContain("{", "unknown", "inconnu");
    }
    assertThat(words.advice("of-the-future", "FRA/X1", null, null, Map.of()))
        .isEqualTo("of-the-future FRA/X1");
  }

  @ParameterizedTest
  @EnumSource
  void every_outcome_of_a_choice_has_words(Language language) {
    for (ChoiceOutcome outcome : ChoiceOutcome.values()) {
      assertThat(Texts.in(language).name("choice", outcome.name())).isNotEqualTo(outcome.name());
    }
    for (String code : List.of("wind-unknown", "planner-failed", "planner-busy", "too-slow")) {
      assertThat(Texts.in(language).name("plan.none", code)).isNotEqualTo(code);
    }
  }

  @ParameterizedTest
  @EnumSource
  void durations_and_unknown_numbers_are_told_plainly(Language language) {
    PlanWords words = new PlanWords(Texts.in(language));
    assertThat(words.duration(318.3)).isEqualTo("5 min 18 s");
    assertThat(words.duration(59.4)).isEqualTo("59 s");
    assertThat(words.duration(Double.NaN))
        .isEqualTo(language == Language.FR ? "inconnu" : "unknown");
    assertThat(words.number(12.34, "m")).isEqualTo(language == Language.FR ? "12,3 m" : "12.3 m");
    assertThat(words.branch("auto-return from scene")).contains(", ");
  }

  @ParameterizedTest
  @EnumSource
  void every_end_of_an_order_has_words(Language language) {
    Texts texts = Texts.in(language);
    List<String> codes = new ArrayList<>();
    for (CommandResult result : CommandResult.values()) {
      codes.add("rejected." + result);
    }
    for (Class<?> outcome : CommandOutcome.class.getPermittedSubclasses()) {
      if (outcome != CommandOutcome.Rejected.class) {
        codes.add(outcome.getSimpleName().toLowerCase(Locale.ROOT));
      }
    }
    for (String code : codes) {
      assertThat(texts.name("order.outcome", code)).isNotEqualTo(code);
    }
  }
}
