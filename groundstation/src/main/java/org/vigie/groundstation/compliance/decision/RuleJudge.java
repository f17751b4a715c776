package org.vigie.groundstation.compliance.decision;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.groundstation.compliance.predicate.Answer;
import org.vigie.groundstation.compliance.predicate.Comparison;
import org.vigie.groundstation.compliance.predicate.Facts;
import org.vigie.groundstation.compliance.predicate.Reason;
import org.vigie.groundstation.compliance.predicate.Truth;
import org.vigie.groundstation.compliance.rule.FailureOutcome;
import org.vigie.groundstation.compliance.rule.Rule;
import org.vigie.groundstation.compliance.rule.RulePack;

/** Holds one rule after the other against the facts. */
final class RuleJudge {
  private final Facts facts;

  /** The replacing rule by the replaced one's id. */
  private final Map<String, String> replaced = new HashMap<>();

  RuleJudge(Facts facts, List<RulePack> packs) {
    this.facts = facts;
    for (RulePack pack : packs) {
      for (Rule rule : pack.rules()) {
        if (rule.enabled() && lawThroughout(rule) && rule.appliesTo().obstacle(facts).isEmpty()) {
          rule.replaces().forEach(id -> replaced.put(id, rule.id()));
        }
      }
    }
  }

  Finding judge(RulePack pack, Rule rule) {
    if (!rule.enabled()) {
      return notApplicable(pack, rule, Reason.RULE_SWITCHED_OFF, List.of());
    }
    if (!lawAtSomeTime(rule)) {
      return notApplicable(pack, rule, Reason.RULE_NOT_IN_FORCE, List.of());
    }
    String replacement = replaced.get(rule.id());
    if (replacement != null) {
      return notApplicable(
          pack,
          rule,
          Reason.RULE_REPLACED,
          List.of(Comparison.of("replaced-by", replacement, "none")));
    }
    Optional<Answer> obstacle = rule.appliesTo().obstacle(facts);
    if (obstacle.isPresent()) {
      Answer answer = obstacle.get();
      return answer.truth() == Truth.FALSE
          ? notApplicable(pack, rule, answer.reason(), answer.compared())
          : finding(pack, rule, Outcome.UNKNOWN, answer);
    }
    Answer answer = rule.condition().answer(facts);
    return finding(pack, rule, outcome(rule, answer.truth()), answer);
  }

  private static Outcome outcome(Rule rule, Truth truth) {
    return switch (truth) {
      case TRUE -> Outcome.PASSED;
      case UNKNOWN -> Outcome.UNKNOWN;
      case FALSE ->
          rule.otherwise() == FailureOutcome.DENY ? Outcome.DENIED : Outcome.NEEDS_EVIDENCE;
    };
  }

  /** A rule that is law for any moment of the flight binds it. */
  private boolean lawAtSomeTime(Rule rule) {
    Instant at = facts.request().at();
    Instant until = facts.request().until();
    return rule.start().isBefore(until) && rule.end().isAfter(at);
  }

  /** A rule opens something only when it is law for the whole flight. */
  private boolean lawThroughout(Rule rule) {
    Instant at = facts.request().at();
    Instant until = facts.request().until();
    return !rule.start().isAfter(at) && !rule.end().isBefore(until);
  }

  private static Finding notApplicable(
      RulePack pack, Rule rule, Reason reason, List<Comparison> compared) {
    Answer answer = new Answer(Truth.FALSE, reason, compared, List.of());
    return finding(pack, rule, Outcome.NOT_APPLICABLE, answer);
  }

  private static Finding finding(RulePack pack, Rule rule, Outcome outcome, Answer answer) {
    return new Finding(
        rule.id(),
        pack.id(),
        pack.version(),
        rule.domain(),
        outcome,
        answer.reason(),
        rule.legalRef(),
        rule.certainty(),
        answer.papers(),
        answer.compared());
  }
}
