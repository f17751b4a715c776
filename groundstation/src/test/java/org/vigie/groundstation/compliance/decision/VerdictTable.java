package org.vigie.groundstation.compliance.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vigie.groundstation.compliance.predicate.Reason;
import org.vigie.groundstation.compliance.rule.Rule;

/**
 * A table of rules and cases: a flight that passes the rule, flights that fail it, and what is
 * missing and so unknown. Every case changes the demonstration's rescue flight in one respect.
 */
abstract class VerdictTable {
  record Case(
      String sentence,
      String rule,
      Situation situation,
      Consumer<Situation> change,
      Outcome outcome,
      Reason reason) {}

  final List<Case> cases = new ArrayList<>();
  String rule = "";

  @TestFactory
  Stream<DynamicTest> each_rule_answers_each_case() {
    return cases.stream()
        .map(
            it ->
                DynamicTest.dynamicTest(
                    it.rule() + ": " + it.sentence(),
                    () -> {
                      it.change().accept(it.situation());
                      Decision decision = it.situation().decide();
                      Finding finding = finding(decision, it.rule());
                      assertThat(finding.outcome()).as(finding.toString()).isEqualTo(it.outcome());
                      assertThat(finding.reason()).as(finding.toString()).isEqualTo(it.reason());
                      if (it.outcome().fails()) {
                        assertThat(decision.verdict()).isEqualTo(Verdict.NO_GO);
                      }
                    }));
  }

  @Test
  void every_rule_in_force_is_seen_to_pass_and_to_fail() {
    Map<String, Set<Outcome>> seen = new HashMap<>();
    cases.forEach(
        it ->
            seen.computeIfAbsent(it.rule(), key -> EnumSet.noneOf(Outcome.class))
                .add(it.outcome()));
    Situation.PACKS.stream()
        .flatMap(pack -> pack.rules().stream())
        .filter(Rule::enabled)
        .filter(it -> seen.containsKey(it.id()))
        .forEach(
            it -> {
              Set<Outcome> outcomes = seen.getOrDefault(it.id(), Set.of());
              assertThat(outcomes).as(it.id()).contains(Outcome.PASSED);
              assertThat(outcomes)
                  .as(it.id())
                  .containsAnyOf(Outcome.DENIED, Outcome.NEEDS_EVIDENCE);
            });
  }

  void passes(String sentence, Consumer<Situation> change, Reason reason) {
    from(Situation::new, sentence, change, Outcome.PASSED, reason);
  }

  void denies(String sentence, Consumer<Situation> change, Reason reason) {
    from(Situation::new, sentence, change, Outcome.DENIED, reason);
  }

  void needs(String sentence, Consumer<Situation> change, Reason reason) {
    from(Situation::new, sentence, change, Outcome.NEEDS_EVIDENCE, reason);
  }

  void unknown(String sentence, Consumer<Situation> change, Reason reason) {
    from(Situation::new, sentence, change, Outcome.UNKNOWN, reason);
  }

  void skips(String sentence, Consumer<Situation> change, Reason reason) {
    from(Situation::new, sentence, change, Outcome.NOT_APPLICABLE, reason);
  }

  void from(
      Supplier<Situation> start,
      String sentence,
      Consumer<Situation> change,
      Outcome outcome,
      Reason reason) {
    cases.add(new Case(sentence, rule, start.get(), change, outcome, reason));
  }

  private static Finding finding(Decision decision, String rule) {
    return decision.findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  static void filed(Situation situation, String day) {
    situation.edit("sdis42.yaml", text -> text.replace("filedOn: 2026-03-23", "filedOn: " + day));
  }

  static Instant utc(String instant) {
    return Instant.parse(instant);
  }

  static String derogation(String kind, String covers) {
    return paper(
        "added",
        kind,
        "covers:\n  area: [{lat: 45.4, lon: 4.3}, {lat: 45.4, lon: 4.5}, {lat: 45.5, lon: 4.5},"
            + " {lat: 45.5, lon: 4.3}]\n  "
            + covers);
  }

  static String paper(String id, String kind, String more) {
    return """
        id: %s
        kind: %s
        title: {fr: Pièce (Demo), en: Paper (Demo)}
        issuer: Demo
        holder: sdis42
        legalBasis: Demo
        issuedOn: 2026-10-01
        validFrom: 2026-10-01
        validUntil: 2027-10-01
        fictitious: true
        %s
        """
        .formatted(id, kind, more.indent(8).strip());
  }
}
