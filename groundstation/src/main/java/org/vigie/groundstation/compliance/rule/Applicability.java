package org.vigie.groundstation.compliance.rule;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.compliance.predicate.Answer;
import org.vigie.groundstation.compliance.predicate.Comparison;
import org.vigie.groundstation.compliance.predicate.Facts;
import org.vigie.groundstation.compliance.predicate.Reason;
import org.vigie.groundstation.compliance.predicate.Truth;
import org.vigie.groundstation.compliance.request.Activity;
import org.vigie.groundstation.compliance.request.OperatorType;
import org.vigie.groundstation.compliance.request.Purpose;

/**
 * Whom and what a rule speaks about. An empty list means everyone and everything; of several
 * activities one is enough.
 *
 * @param when circumstances under which it applies, absent for any
 */
public record Applicability(
    List<OperatorType> operatorTypes,
    List<Purpose> purposes,
    List<Activity> activities,
    @Nullable Condition when) {
  public Applicability {
    operatorTypes = List.copyOf(operatorTypes);
    purposes = List.copyOf(purposes);
    activities = List.copyOf(activities);
  }

  /** Why the rule does not apply, or that this is not known; nothing when it applies. */
  public Optional<Answer> obstacle(Facts facts) {
    OperatorType type = facts.request().operator().type();
    if (!operatorTypes.isEmpty() && !operatorTypes.contains(type)) {
      return not(Reason.OTHER_OPERATOR_TYPE, "operator-type", type, operatorTypes);
    }
    Purpose purpose = facts.request().purpose();
    if (!purposes.isEmpty() && !purposes.contains(purpose)) {
      return not(Reason.OTHER_PURPOSE, "purpose", purpose, purposes);
    }
    Set<Activity> planned = facts.request().activities();
    if (!activities.isEmpty() && Collections.disjoint(activities, planned)) {
      return not(Reason.OTHER_ACTIVITY, "activities", planned, activities);
    }
    if (when == null) {
      return Optional.empty();
    }
    Answer answer = when.answer(facts);
    return switch (answer.truth()) {
      case TRUE -> Optional.empty();
      case UNKNOWN -> Optional.of(answer);
      case FALSE ->
          Optional.of(
              new Answer(Truth.FALSE, Reason.OTHER_CIRCUMSTANCES, answer.compared(), List.of()));
    };
  }

  private static Optional<Answer> not(Reason reason, String name, Object found, Object wanted) {
    return Optional.of(
        new Answer(Truth.FALSE, reason, List.of(Comparison.of(name, found, wanted)), List.of()));
  }
}
