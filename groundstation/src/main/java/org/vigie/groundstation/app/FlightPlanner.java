package org.vigie.groundstation.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.compliance.decision.Decision;
import org.vigie.groundstation.dispatch.FlightPlanning;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.journal.Journal;
import org.vigie.planner.MissionPlanner;
import org.vigie.planner.PlanOutcome;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.Prover;
import org.vigie.planner.request.PlanRequest;

/**
 * Turns a question of the Desk into a plan, its proof and the decision about it, and keeps all
 * three in the journal under their hashes. Thread-safe.
 */
final class FlightPlanner implements FlightPlanning, AutoCloseable {
  /** One flight at a time is planned at full speed; two cores leave one for the links. */
  private static final int THREADS = 1;

  /** More waiting flights than any site has aircraft. */
  private static final int QUESTIONS_MAX = 50;

  private final PlanningBasis basis;
  private final Journal journal;
  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(QUESTIONS_MAX),
          task -> new Thread(task, "planner"));

  FlightPlanner(StationConfig config, StationInputs inputs, Journal journal) {
    this.basis = new PlanningBasis(config, inputs);
    this.journal = journal;
  }

  @Override
  public CompletionStage<Outcome> prepare(Question question) {
    try {
      return CompletableFuture.supplyAsync(() -> work(question), pool);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(none("planner-busy"));
    }
  }

  @Override
  public CompletionStage<Choice> choose(List<Question> questions) {
    try {
      return CompletableFuture.supplyAsync(() -> FirstOnScene.among(questions, basis), pool);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Outcome work(Question question) {
    Optional<String> windProblem = basis.windProblem(question.at());
    if (windProblem.isPresent()) {
      return none(windProblem.get());
    }
    PlanRequest request = basis.request(question, question.flight().flightId());
    PlanOutcome outcome = MissionPlanner.plan(request);
    if (outcome instanceof PlanOutcome.NoPlan noPlan) {
      return Outcome.without(PlannerAnswers.of(noPlan));
    }
    FlightPlan plan = ((PlanOutcome.Planned) outcome).plan();
    Proof proof = Prover.prove(plan, basis.proofInputs(request));
    Decision decision = basis.decide(question, plan, proof);
    keep(plan);
    keep(proof);
    keep(decision);
    return new Outcome(plan, proof, decision, null);
  }

  private void keep(Object document) {
    journal.keep(CanonicalJson.write(document).getBytes(StandardCharsets.UTF_8));
  }

  private static Outcome none(String code) {
    return Outcome.without(new FlightEvent.NotPlanned(code, ""));
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
