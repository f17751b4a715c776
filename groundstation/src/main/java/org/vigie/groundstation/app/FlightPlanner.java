package org.vigie.groundstation.app;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.compliance.decision.Decision;
import org.vigie.groundstation.compliance.request.DecisionRequest;
import org.vigie.groundstation.dispatch.FlightDocuments;
import org.vigie.groundstation.dispatch.FlightPlanning;
import org.vigie.groundstation.dispatch.FlightView;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightInput;
import org.vigie.groundstation.journal.Journal;
import org.vigie.planner.MissionPlanner;
import org.vigie.planner.PlanOutcome;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofInputs;
import org.vigie.planner.proof.Prover;
import org.vigie.planner.replan.SceneMove;
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

  private final StationConfig config;
  private final Supplier<StationInputs> inputs;
  private final Journal journal;
  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(QUESTIONS_MAX),
          task -> new Thread(task, "planner"));

  /**
   * A planner.
   *
   * @param inputs as they are now; each question is worked out by one state of them
   */
  FlightPlanner(StationConfig config, Supplier<StationInputs> inputs, Journal journal) {
    this.config = config;
    this.inputs = inputs;
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
      return CompletableFuture.supplyAsync(() -> FirstOnScene.among(questions, basis()), pool);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public CompletionStage<SceneMove.Outcome> moveScene(SceneQuestion asked) {
    try {
      return CompletableFuture.supplyAsync(() -> move(asked), pool);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private SceneMove.Outcome move(SceneQuestion asked) {
    Question question = question(asked.flight(), asked.place(), asked.uncertaintyM(), asked.at());
    PlanRequest request = basis().request(question, asked.flight().flightId());
    return SceneMove.find(asked.plan(), request, asked.from(), asked.height());
  }

  /**
   * What the zones of now make of a flight that was planned by older ones; empty without a plan.
   */
  Optional<FlightInput.ZonesJudged> judgeZones(FlightView flight, Instant now) {
    ContentHash hash = flight.planHash();
    FlightPlan plan = hash == null ? null : FlightDocuments.findPlan(journal, hash).orElse(null);
    if (hash == null || plan == null) {
      return Optional.empty();
    }
    FlightEvent.Requested requested =
        new FlightEvent.Requested(
            flight.flightId(),
            flight.incidentId(),
            flight.vehicleId(),
            flight.siteId(),
            plan.aircraftId(),
            flight.serviceId(),
            flight.pilotId());
    Question question = question(requested, plan.home().position(), 0, now);
    PlanningBasis basis = basis();
    if (!now.isBefore(plan.validUntil())) {
      return Optional.of(new FlightInput.ZonesJudged(hash, null));
    }
    ProofInputs given =
        basis.proofInputs(
            basis.request(question, flight.flightId()),
            basis.authorised(flight.serviceId(), now, plan.validUntil()));
    return Optional.of(
        new FlightInput.ZonesJudged(hash, ZonesAgain.against(plan, given, now).orElse(null)));
  }

  private static Question question(
      FlightEvent.Requested flight, LatLon place, double uncertaintyM, Instant at) {
    return new Question(
        flight, place.latDeg(), place.lonDeg(), uncertaintyM, "", Set.of(), true, at);
  }

  private PlanningBasis basis() {
    return new PlanningBasis(config, inputs.get());
  }

  private Outcome work(Question question) {
    PlanningBasis basis = basis();
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
    DecisionRequest asked = basis.question(question, plan, proof);
    Decision decision = basis.decide(asked);
    keep(plan);
    keep(proof);
    keep(decision);
    return new Outcome(plan, proof, decision, keep(basis.kept(request, asked)), null);
  }

  private ContentHash keep(Object document) {
    return journal.keep(CanonicalJson.write(document).getBytes(StandardCharsets.UTF_8));
  }

  private static Outcome none(String code) {
    return Outcome.without(new FlightEvent.NotPlanned(code, ""));
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
