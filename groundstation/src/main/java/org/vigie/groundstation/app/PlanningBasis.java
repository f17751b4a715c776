package org.vigie.groundstation.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import org.vigie.groundstation.dispatch.FlightPlanning.Question;
import org.vigie.groundstation.flightlog.basis.FlightBasis;
import org.vigie.groundstation.flightlog.basis.HeightsAboveGround;
import org.vigie.groundstation.flightlog.basis.ZonesEntered;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Home;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofInputs;
import org.vigie.planner.request.FlightLimits;
import org.vigie.planner.request.Incident;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.request.Site;
import org.vigie.planner.request.Wind;

/** What a question of the Desk is planned, proven and decided with. Immutable, thread-safe. */
final class PlanningBasis {
  /** Time between decision and the last landing, clearance included. */
  private static final Duration VALIDITY = Duration.ofMinutes(45);

  /** Less is not worth planning: clearance alone takes a minute. */
  private static final Duration VALIDITY_MIN = Duration.ofMinutes(5);

  /**
   * What PX4 stores; ArduPilot counts bytes, of which 64 corners in up to 22 polygons leave enough.
   *
   * @see org.vigie.geofence.volume.FenceBudget
   */
  private static final int FENCE_VERTICES_MAX = 64;

  private final StationConfig config;
  private final StationInputs inputs;

  PlanningBasis(StationConfig config, StationInputs inputs) {
    this.config = config;
    this.inputs = inputs;
  }

  /** Why nothing can be planned at a moment: the wind is not known, or not any more. */
  Optional<String> windProblem(Instant at) {
    StationConfig.WindPart wind = config.planning().wind();
    if (wind == null) {
      return Optional.of("wind-unknown");
    }
    return wind.until().isAfter(at.plus(VALIDITY_MIN)) ? Optional.empty() : Optional.of("wind-old");
  }

  /** A plan ends with what is known of its wind. */
  private Duration validity(Instant at, StationConfig.WindPart wind) {
    return wind.until().isBefore(at.plus(VALIDITY)) ? Duration.between(at, wind.until()) : VALIDITY;
  }

  /** The rules' answer about a plan. */
  Decision decide(DecisionRequest request) {
    return DecisionEngine.decide(request, inputs.packs(), inputs.evidence());
  }

  /** What proof and decision of a plan were worked out from, for the record. */
  FlightBasis kept(PlanRequest request, DecisionRequest decision) {
    return FlightBasis.of(proofInputs(request), decision, inputs.recorded());
  }

  /** Zones that papers open to a service for a time. */
  Set<String> authorised(String serviceId, Instant from, Instant until) {
    return inputs.evidence().zonesAuthorised(serviceId, from, until);
  }

  /** What its plan is proven against. */
  ProofInputs proofInputs(PlanRequest request) {
    return proofInputs(request, request.authorisedZones());
  }

  /**
   * The same with other zones open.
   *
   * @param authorised their keys
   */
  ProofInputs proofInputs(PlanRequest request, Set<String> authorised) {
    return new ProofInputs(
        request.site(),
        request.aircraft(),
        request.zones(),
        authorised,
        request.terrain(),
        request.obstacles(),
        request.wind(),
        request.limits(),
        inputs.proofInputs());
  }

  /**
   * What its plan is made from.
   *
   * @param flightId that the plan is for
   * @throws NullPointerException if the wind is not known
   */
  PlanRequest request(Question question, String flightId) {
    StationConfig.WindPart wind = Objects.requireNonNull(config.planning().wind(), "wind");
    StationConfig.SitePart site =
        find(config.sites(), s -> s.id().equals(question.flight().siteId()));
    StationConfig.PlanningPart planning = config.planning();
    Home home = Home.of(site.position(), new AltitudeAmsl(site.amslM()));
    return new PlanRequest(
        flightId,
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
        validity(question.at(), wind),
        planning.onSceneS());
  }

  /** What the rules are asked about a plan. */
  DecisionRequest question(Question question, FlightPlan plan, Proof proof) {
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
                service.id(), service.type(), service.operatorNumber(), config.station().commune())
            .withoutSecret(),
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
        a.remoteId().broadcasts(),
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
}
