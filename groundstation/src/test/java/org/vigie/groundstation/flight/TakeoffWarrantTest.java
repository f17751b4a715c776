package org.vigie.groundstation.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.groundstation.compliance.decision.Decision;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.proof.Proof;

final class TakeoffWarrantTest {
  private static final FlightPlan PLAN = FlightParts.plan("F-1");
  private static final FlightPlan OTHER = FlightParts.plan("F-2");
  private static final Proof PROOF = FlightParts.proof(PLAN, true);
  private static final Decision DECISION = decision(true, PLAN.hash(), PROOF.hash());
  private static final Carried CARRIED = carried(PLAN);
  private static final Preflight PASSED =
      new Preflight(List.of(new CheckResult("link", true, true, 1, 1, "")));
  private static final Clearance CLEARANCE =
      new Clearance("pilot-1", PLAN.hash(), DECISION.hash(), 3);

  record Case(
      String code,
      FlightOrder order,
      Carried carried,
      Preflight preflight,
      Clearance clearance,
      Instant now) {
    @Override
    public String toString() {
      return code;
    }
  }

  private static Decision decision(boolean go, ContentHash plan, ContentHash proof) {
    return FlightParts.decision("F-1", plan, proof, go, FlightParts.VALID_UNTIL);
  }

  private static Carried carried(FlightPlan plan) {
    Carried all = Carried.nothingOf(plan);
    for (Carried.Part part : Carried.Part.values()) {
      all = all.with(part);
    }
    return all;
  }

  private static FlightOrder order(FlightPlan plan, Proof proof, Decision decision) {
    return new FlightOrder("F-1", "v1", "sdis42", "42218", "pilot-1", plan, proof, decision);
  }

  private static Case with(String code, FlightOrder order) {
    return new Case(code, order, CARRIED, PASSED, CLEARANCE, FlightParts.NOON);
  }

  private static Case with(String code, Carried carried, Preflight preflight, Clearance clearance) {
    FlightOrder order = order(PLAN, PROOF, DECISION);
    return new Case(code, order, carried, preflight, clearance, FlightParts.NOON);
  }

  private static Case at(String code, Decision decision, Instant now) {
    Clearance clearance = new Clearance("pilot-1", PLAN.hash(), decision.hash(), 3);
    return new Case(code, order(PLAN, PROOF, decision), CARRIED, PASSED, clearance, now);
  }

  static Stream<Case> disagreeing() {
    Proof failing = FlightParts.proof(PLAN, false);
    Decision expired =
        FlightParts.decision(
            "F-1", PLAN.hash(), PROOF.hash(), true, FlightParts.NOON.minusSeconds(1));
    Decision otherFlight =
        FlightParts.decision("F-2", PLAN.hash(), PROOF.hash(), true, FlightParts.VALID_UNTIL);
    Decision long1 =
        FlightParts.decision(
            "F-1", PLAN.hash(), PROOF.hash(), true, FlightParts.VALID_UNTIL.plusSeconds(600));
    ContentHash none = ContentHash.of("other");
    Preflight unknown = new Preflight(List.of(new CheckResult("gps", false, false, -1, 3, "")));
    return Stream.of(
        with("plan-of-another-flight", order(OTHER, PROOF, DECISION)),
        with("proof-of-another-plan", order(PLAN, FlightParts.proof(OTHER, true), DECISION)),
        with("proof-does-not-hold", order(PLAN, failing, DECISION)),
        with(
            "decision-on-another-plan",
            order(PLAN, PROOF, decision(true, OTHER.hash(), PROOF.hash()))),
        with("decision-on-another-proof", order(PLAN, PROOF, decision(true, PLAN.hash(), none))),
        with("decision-is-no-go", order(PLAN, PROOF, decision(false, PLAN.hash(), PROOF.hash()))),
        with("decision-on-another-flight", order(PLAN, PROOF, otherFlight)),
        at("decision-expired", expired, FlightParts.NOON),
        at("decision-not-valid-yet", DECISION, FlightParts.NOON.minusSeconds(31)),
        at("plan-expired", long1, FlightParts.VALID_UNTIL),
        with("aircraft-carries-another-plan", carried(OTHER), PASSED, CLEARANCE),
        with(
            "aircraft-carries-another-plan",
            Carried.nothingOf(PLAN).with(Carried.Part.MISSION),
            PASSED,
            CLEARANCE),
        with("checks-not-passed", CARRIED, new Preflight(List.of()), CLEARANCE),
        with("checks-not-passed", CARRIED, unknown, CLEARANCE),
        with(
            "cleared-by-another-pilot",
            CARRIED,
            PASSED,
            new Clearance("pilot-2", PLAN.hash(), DECISION.hash(), 3)),
        with(
            "cleared-another-plan",
            CARRIED,
            PASSED,
            new Clearance("pilot-1", OTHER.hash(), DECISION.hash(), 3)),
        with(
            "cleared-another-decision",
            CARRIED,
            PASSED,
            new Clearance("pilot-1", PLAN.hash(), none, 3)));
  }

  @ParameterizedTest
  @MethodSource("disagreeing")
  void one_part_that_disagrees_is_no_warrant(Case one) {
    assertThatThrownBy(
            () ->
                TakeoffWarrant.issue(
                    one.order(), one.carried(), one.preflight(), one.clearance(), one.now()))
        .isInstanceOf(WarrantRefusedException.class)
        .hasMessage(one.code());
  }

  @Test
  void parts_that_agree_are_a_warrant_for_one_vehicle_until_the_first_of_them_ends()
      throws Exception {
    Instant until = FlightParts.NOON.plusSeconds(60);
    Decision soon = FlightParts.decision("F-1", PLAN.hash(), PROOF.hash(), true, until);
    TakeoffWarrant warrant =
        TakeoffWarrant.issue(
            order(PLAN, PROOF, soon),
            CARRIED,
            PASSED,
            new Clearance("pilot-1", PLAN.hash(), soon.hash(), 3),
            FlightParts.NOON);

    assertThat(warrant.validUntil()).isEqualTo(until);
    assertThat(warrant.permitsArming("v1", until.minusMillis(1))).isTrue();
    assertThat(warrant.permitsArming("v1", until)).isFalse();
    assertThat(warrant.permitsArming("v2", FlightParts.NOON)).isFalse();
  }
}
