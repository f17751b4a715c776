package org.vigie.groundstation.app;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.compliance.decision.Decision;
import org.vigie.groundstation.compliance.decision.DecisionEngine;
import org.vigie.groundstation.compliance.request.Activity;
import org.vigie.groundstation.compliance.request.AircraftFacts;
import org.vigie.groundstation.compliance.request.DecisionRequest;
import org.vigie.groundstation.compliance.request.FlightFacts;
import org.vigie.groundstation.compliance.request.Operator;
import org.vigie.groundstation.dispatch.FlightPlanning;
import org.vigie.groundstation.journal.Journal;
import org.vigie.planner.MissionPlanner;
import org.vigie.planner.PlanOutcome;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Home;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofInputs;
import org.vigie.planner.proof.Prover;
import org.vigie.planner.request.FlightLimits;
import org.vigie.planner.request.Incident;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.request.Site;
import org.vigie.planner.request.Wind;

/**
 * Turns a question of the Desk into a plan, its proof and the decision about it, and keeps all
 * three in the journal under their hashes. Thread-safe.
 */
final class FlightPlanner implements FlightPlanning, AutoCloseable {
  /** One flight at a time is planned at full speed; two cores leave one for the links. */
  private static final int THREADS = 1;

  /** More waiting flights than any site has aircraft. */
  private static final int QUESTIONS_MAX = 50;

  /** Time between decision and the last landing, clearance included. */
  private static final Duration VALIDITY = Duration.ofMinutes(45);

  /**
   * What PX4 stores; ArduPilot counts bytes, of which 64 corners in up to 22 polygons leave enough.
   *
   * @see org.vigie.geofence.volume.FenceBudget
   */
  private static final int FENCE_VERTICES_MAX = 64;

  private final StationConfig config;
  private final StationInputs inputs;
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
    this.config = config;
    this.inputs = inputs;
    this.journal = journal;
  }

  @Override
  public CompletionStage<Outcome> prepare(Question question) {
    try {
      return CompletableFuture.supplyAsync(() -> work(question), pool);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(none("planner-busy", ""));
    }
  }

  private Outcome work(Question question) {
    if (config.planning().wind() == null) {
      return none("wind-unknown", "");
    }
    PlanRequest request = request(question, config.planning().wind());
    PlanOutcome outcome = MissionPlanner.plan(request);
    if (outcome instanceof PlanOutcome.NoPlan noPlan) {
      return none(noPlan.code().code(), noPlan.subject());
    }
    FlightPlan plan = ((PlanOutcome.Planned) outcome).plan();
    Proof proof = Prover.prove(plan, proofInputs(request));
    Decision decision =
        DecisionEngine.decide(question(question, plan, proof), inputs.packs(), inputs.evidence());
    keep(plan);
    keep(proof);
    keep(decision);
    return new Outcome(plan, proof, decision, "", "");
  }

  private ProofInputs proofInputs(PlanRequest request) {
    return new ProofInputs(
        request.site(),
        request.aircraft(),
        request.zones(),
        request.authorisedZones(),
        request.terrain(),
        request.obstacles(),
        request.wind(),
        request.limits(),
        inputs.proofInputs());
  }

  private void keep(Object document) {
    journal.keep(CanonicalJson.write(document).getBytes(StandardCharsets.UTF_8));
  }

  private static Outcome none(String code, String subject) {
    return new Outcome(null, null, null, code, subject);
  }

  private PlanRequest request(Question question, StationConfig.WindPart wind) {
    StationConfig.SitePart site =
        find(config.sites(), s -> s.id().equals(question.flight().siteId()));
    StationConfig.PlanningPart planning = config.planning();
    Home home = Home.of(site.position(), new AltitudeAmsl(site.amslM()));
    return new PlanRequest(
        question.flight().flightId(),
        new Site(site.id(), home, List.of(site.position())),
        AircraftModels.of(aircraft(question)),
        new Incident(new LatLon(question.latDeg(), question.lonDeg()), question.uncertaintyM()),
        inputs.zones(),
        inputs
            .evidence()
            .zonesAuthorised(
                question.flight().serviceId(), question.at(), question.at().plus(VALIDITY)),
        inputs.terrain(),
        new Wind(wind.fromDeg(), wind.speedMps()),
        new FlightLimits(planning.maxHeightAglM(), planning.minHeightAglM(), FENCE_VERTICES_MAX),
        question.at(),
        VALIDITY,
        planning.onSceneS());
  }

  private DecisionRequest question(Question question, FlightPlan plan, Proof proof) {
    StationConfig.ServicePart service =
        find(config.services(), s -> s.id().equals(question.flight().serviceId()));
    Instant until = plan.validUntil();
    return new DecisionRequest(
        plan.hash(),
        proof.hash(),
        proof.holds(),
        plan.flightId(),
        question.at(),
        until,
        new Operator(
            service.id(), service.type(), service.operatorNumber(), config.station().commune()),
        service.purpose(),
        activities(question),
        question.flight().pilotId(),
        question.pilotPresent(),
        facts(aircraft(question)),
        flight(plan, proof));
  }

  private Set<Activity> activities(Question question) {
    boolean acoustic =
        question.sources().stream()
            .anyMatch(
                source ->
                    config.sources().stream()
                        .filter(known -> known.id().equals(source))
                        .findFirst()
                        .map(StationConfig.SourcePart::acoustic)
                        .orElse(true));
    return acoustic
        ? Set.of(Activity.FILM_PUBLIC_SPACE, Activity.ACOUSTIC_TRIGGER)
        : Set.of(Activity.FILM_PUBLIC_SPACE);
  }

  private FlightFacts flight(FlightPlan plan, Proof proof) {
    HeightsAboveGround heights = HeightsAboveGround.of(plan, inputs.terrain());
    StationConfig.PlanningPart planning = config.planning();
    StationConfig.WindPart wind = planning.wind();
    return new FlightFacts(
        heights.maxM(),
        heights.minM(),
        true,
        planning.populatedArea(),
        plan.volume().groundRiskBuffer(),
        ZonesEntered.of(proof),
        wind == null ? null : wind.speedMps(),
        planning.retentionDays());
  }

  private static AircraftFacts facts(StationConfig.AircraftPart a) {
    return new AircraftFacts(
        a.id(),
        a.classLabel(),
        a.mtomKg(),
        a.dimensionM(),
        a.maxSpeedMps(),
        a.remoteId(),
        a.electronicSignalling(),
        a.microphone(),
        a.cameras(),
        a.maxWindMps());
  }

  private StationConfig.AircraftPart aircraft(Question question) {
    return find(config.aircraft(), a -> a.id().equals(question.flight().aircraftId()));
  }

  private static <T> T find(List<T> all, Predicate<T> which) {
    return all.stream()
        .filter(which)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the configuration was checked at the start"));
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
