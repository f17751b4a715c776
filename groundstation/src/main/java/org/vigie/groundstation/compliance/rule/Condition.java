package org.vigie.groundstation.compliance.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vigie.groundstation.compliance.predicate.Answer;
import org.vigie.groundstation.compliance.predicate.Arguments;
import org.vigie.groundstation.compliance.predicate.Comparison;
import org.vigie.groundstation.compliance.predicate.Facts;
import org.vigie.groundstation.compliance.predicate.Predicate;
import org.vigie.groundstation.compliance.predicate.Reason;
import org.vigie.groundstation.compliance.predicate.Truth;

/** Questions joined by all, any and not, answered in Kleene's three-valued logic. */
public sealed interface Condition {
  /** The answer with the reason and the values that decided it. */
  Answer answer(Facts facts);

  /** Every question in this condition, in order. */
  List<Question> questions();

  /** One question with its parameters. */
  record Question(Predicate predicate, Arguments arguments) implements Condition {
    @Override
    public Answer answer(Facts facts) {
      return predicate.test().answer(facts, arguments);
    }

    @Override
    public List<Question> questions() {
      return List.of(this);
    }
  }

  /** Holds when all parts hold. */
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public Answer answer(Facts facts) {
      List<Answer> answers = parts.stream().map(part -> part.answer(facts)).toList();
      for (Truth decisive : List.of(Truth.FALSE, Truth.UNKNOWN)) {
        for (Answer answer : answers) {
          if (answer.truth() == decisive) {
            return answer;
          }
        }
      }
      Answer telling =
          answers.stream()
              .filter(answer -> !answer.papers().isEmpty())
              .findFirst()
              .orElse(answers.get(0));
      return new Answer(Truth.TRUE, telling.reason(), compared(answers), papers(answers));
    }

    @Override
    public List<Question> questions() {
      return parts.stream().flatMap(part -> part.questions().stream()).toList();
    }
  }

  /** Holds when at least one part holds. */
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public Answer answer(Facts facts) {
      List<Answer> answers = parts.stream().map(part -> part.answer(facts)).toList();
      for (Answer answer : answers) {
        if (answer.truth() == Truth.TRUE) {
          return answer;
        }
      }
      boolean unknown = answers.stream().anyMatch(answer -> answer.truth() == Truth.UNKNOWN);
      Answer telling =
          answers.stream()
              .filter(answer -> unknown == (answer.truth() == Truth.UNKNOWN))
              .min(Comparator.comparingInt(Any::silence))
              .orElseThrow();
      return new Answer(
          telling.truth(),
          telling.reason(),
          compared(withFirst(telling, answers)),
          telling.papers());
    }

    /** A paper that came close tells a person most, then that there is none, then a bare fact. */
    private static int silence(Answer answer) {
      if (!answer.papers().isEmpty()) {
        return 0;
      }
      return answer.reason() == Reason.PAPER_MISSING ? 1 : 2;
    }

    private static List<Answer> withFirst(Answer telling, List<Answer> answers) {
      List<Answer> ordered = new ArrayList<>(List.of(telling));
      ordered.addAll(answers);
      return ordered;
    }

    @Override
    public List<Question> questions() {
      return parts.stream().flatMap(part -> part.questions().stream()).toList();
    }
  }

  /** Holds when the part does not. */
  record Not(Condition part) implements Condition {
    @Override
    public Answer answer(Facts facts) {
      Answer answer = part.answer(facts);
      return new Answer(
          answer.truth().negated(), answer.reason(), answer.compared(), answer.papers());
    }

    @Override
    public List<Question> questions() {
      return part.questions();
    }
  }

  private static List<Comparison> compared(List<Answer> answers) {
    Set<Comparison> all = new LinkedHashSet<>();
    answers.forEach(answer -> all.addAll(answer.compared()));
    return List.copyOf(all);
  }

  private static List<String> papers(List<Answer> answers) {
    Set<String> all = new LinkedHashSet<>();
    answers.forEach(answer -> all.addAll(answer.papers()));
    return List.copyOf(all);
  }
}
