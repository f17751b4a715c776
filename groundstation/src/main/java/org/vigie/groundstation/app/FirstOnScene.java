package org.vigie.groundstation.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.compliance.decision.Decision;
import org.vigie.groundstation.compliance.decision.Finding;
import org.vigie.groundstation.dispatch.FlightPlanning.Choice;
import org.vigie.groundstation.dispatch.FlightPlanning.Question;
import org.vigie.groundstation.flight.ChoiceOutcome;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightEvent.AircraftConsidered;
import org.vigie.planner.choice.AircraftChoice;
import org.vigie.planner.choice.Candidate;
import org.vigie.planner.choice.Considered;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofFinding;
import org.vigie.planner.request.PlanRequest;

/**
 * The aircraft whose arrival is proven to be the earliest among those that the rules let fly. One
 * that the rules refuse is set aside and the others are chosen from again. Stateless.
 */
final class FirstOnScene {
  private FirstOnScene() {}

  /** A candidate and the question that it came from. */
  private record Asked(Question question, Candidate candidate) {
    boolean is(Candidate other) {
      return candidate.request().flightId().equals(other.request().flightId());
    }
  }

  static Choice among(List<Question> questions, PlanningBasis basis) {
    List<AircraftConsidered> told = new ArrayList<>();
    List<Asked> left = new ArrayList<>();
    for (Question question : questions) {
      Optional<String> windProblem = basis.windProblem(question.at());
      if (windProblem.isPresent()) {
        told.add(told(question, ChoiceOutcome.NO_PLAN, windProblem.get(), "", Map.of(), null));
        continue;
      }
      // two aircraft of one type at one site are told apart by this
      String label = question.flight().flightId() + "-" + question.flight().vehicleId();
      PlanRequest request = basis.request(question, label);
      // it is ready: that is why it is asked about
      left.add(
          new Asked(question, new Candidate(request, basis.proofInputs(request), Duration.ZERO)));
    }
    while (!left.isEmpty()) {
      AircraftChoice chosen = AircraftChoice.among(left.stream().map(Asked::candidate).toList());
      Optional<Considered.Proven> best = chosen.best();
      if (best.isEmpty()) {
        told.addAll(others(chosen, left));
        return choice(told);
      }
      Asked first = asked(left, best.get().candidate());
      Decision decision =
          basis.decide(basis.question(first.question(), best.get().plan(), best.get().proof()));
      double arrivalS = best.get().arrivalS();
      if (decision.verdict().allows()) {
        told.add(0, told(first.question(), ChoiceOutcome.CHOSEN, "", "", Map.of(), arrivalS));
        left.remove(first);
        told.addAll(1, others(chosen, left));
        return choice(told);
      }
      String rule = decision.deciding().map(Finding::rule).orElse("");
      told.add(told(first.question(), ChoiceOutcome.NO_GO, rule, "", Map.of(), arrivalS));
      left.removeIf(one -> one.is(first.candidate()));
    }
    return choice(told);
  }

  private static Choice choice(List<AircraftConsidered> told) {
    return new Choice(told.get(0).vehicleId(), told);
  }

  private static Asked asked(List<Asked> left, Candidate candidate) {
    return left.stream()
        .filter(one -> one.is(candidate))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a candidate that nobody asked about"));
  }

  /** Those that are left, in the order in which they were looked at. */
  private static List<AircraftConsidered> others(AircraftChoice chosen, List<Asked> left) {
    List<AircraftConsidered> told = new ArrayList<>();
    for (Considered one : chosen.considered()) {
      left.stream()
          .filter(asked -> asked.is(one.candidate()))
          .map(asked -> told(asked.question(), one))
          .forEach(told::add);
    }
    return told;
  }

  private static AircraftConsidered told(Question question, Considered one) {
    if (one instanceof Considered.Proven proven) {
      return told(question, ChoiceOutcome.LATER, "", "", Map.of(), proven.arrivalS());
    }
    if (one instanceof Considered.TooFar far) {
      return told(question, ChoiceOutcome.TOO_FAR, "", "", Map.of(), far.earliestS());
    }
    if (one instanceof Considered.NotProven not) {
      ProofFinding worst = worst(not.proof());
      return told(
          question,
          ChoiceOutcome.NOT_PROVEN,
          worst.check(),
          worst.subject(),
          Map.of("value", worst.value(), "limit", worst.limit()),
          null);
    }
    FlightEvent.NotPlanned none = PlannerAnswers.of(((Considered.NoPlan) one).why());
    return told(question, ChoiceOutcome.NO_PLAN, none.code(), none.subject(), none.values(), null);
  }

  private static ProofFinding worst(Proof proof) {
    return proof.findings().get(0);
  }

  private static AircraftConsidered told(
      Question question,
      ChoiceOutcome outcome,
      String reason,
      String subject,
      Map<String, Double> values,
      @Nullable Double arrivalS) {
    return new AircraftConsidered(
        question.flight().vehicleId(),
        question.flight().siteId(),
        outcome,
        reason,
        subject,
        values,
        arrivalS);
  }
}
