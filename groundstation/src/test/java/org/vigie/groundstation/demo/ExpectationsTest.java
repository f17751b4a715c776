package org.vigie.groundstation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.scenario.Expectation;

/** What the journal said against what the scenario expects. */
class ExpectationsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static StoryFacts refusedFlight() throws JsonProcessingException {
    StoryFacts facts = new StoryFacts();
    take(facts, 0, "alert.received", "{}");
    take(facts, 20, "flight.requested", "{\"flightId\":\"F-7\"}");
    take(
        facts,
        21,
        "flight.decided",
        "{\"verdict\":\"NO_GO\",\"findings\":[{\"rule\":\"a\",\"outcome\":\"PASSED\"},"
            + "{\"rule\":\"b\",\"outcome\":\"FORBIDDEN\"}]}");
    take(facts, 22, "flight.state-changed", "{\"to\":\"REFUSED\"}");
    take(facts, 23, "flight.state-changed", "{\"to\":\"CLOSED\"}");
    take(facts, 24, "flight.closed", "{}");
    return facts;
  }

  private static void take(StoryFacts facts, int second, String type, String body)
      throws JsonProcessingException {
    facts.take(
        JSON.readTree(
            "{\"type\":\"%s\",\"time\":\"2026-11-24T13:00:%02dZ\",\"body\":%s}"
                .formatted(type, second, body)));
  }

  private static Expectation expect(
      String last,
      List<String> findings,
      List<String> reached,
      List<String> never,
      double withinS) {
    return new Expectation(
        last,
        "NO_GO",
        findings,
        reached.stream().map(state -> new Expectation.Reached(state, null)).toList(),
        never,
        null,
        null,
        null,
        false,
        null,
        withinS,
        true);
  }

  private static List<String> broken(Expectation expected, boolean verified)
      throws JsonProcessingException {
    return Expectations.judge(expected, refusedFlight(), verified, true, TrueContainment.UNKNOWN)
        .stream()
        .filter(result -> !result.kept())
        .map(Expectations.Result::expected)
        .toList();
  }

  @Test
  void a_refusal_that_was_expected_keeps_every_expectation() throws Exception {
    assertThat(
            broken(expect("CLOSED", List.of("b"), List.of("REFUSED"), List.of("ARMING"), 60), true))
        .isEmpty();
  }

  @Test
  void each_expectation_that_is_not_kept_is_named() throws Exception {
    assertThat(
            broken(
                expect("LANDED", List.of("a", "c"), List.of("ON_SCENE"), List.of("REFUSED"), 23),
                false))
        .containsExactly(
            "final LANDED",
            "finding a",
            "finding c",
            "reached ON_SCENE",
            "never REFUSED",
            "within 23 s",
            "record verifies");
  }

  @Test
  void nothing_that_happened_keeps_nothing() {
    List<Expectations.Result> results =
        Expectations.judge(
            expect("CLOSED", List.of(), List.of("REFUSED"), List.of(), 60),
            new StoryFacts(),
            false,
            true,
            TrueContainment.UNKNOWN);
    assertThat(results).noneMatch(Expectations.Result::kept);
  }

  @Test
  void facts_are_the_first_of_each_kind_and_the_last_state() throws Exception {
    StoryFacts facts = refusedFlight();
    assertThat(facts.flightId()).isEqualTo("F-7");
    assertThat(facts.closed()).isTrue();
    assertThat(facts.airborne()).isFalse();
    assertThat(facts.lastState()).isEqualTo("CLOSED");
    assertThat(facts.fromAlert("REFUSED")).contains(Duration.ofSeconds(22));
    assertThat(facts.fromAlert("ON_SCENE")).isEmpty();
    take(facts, 40, "flight.state-changed", "{\"to\":\"REFUSED\"}");
    assertThat(facts.fromAlert("REFUSED")).contains(Duration.ofSeconds(22));
    take(facts, 41, "flight.state-changed", "{\"to\":\"HOLDING\"}");
    assertThat(facts.airborne()).isTrue();
  }
}
