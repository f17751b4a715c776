package org.vigie.groundstation.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.compliance.decision.Decision;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightInput;
import org.vigie.groundstation.flight.FlightOrder;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.incident.IncidentState;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Leg;
import org.vigie.planner.proof.Proof;

/**
 * From a confirmed incident to an order for one aircraft: service, vehicle and pilot, then plan,
 * proof and decision, then upload or refusal. Exactly one flight an incident.
 *
 * @threading confined to the Desk's loop
 */
final class Dispatcher {
  /** A pilot's console reports each second. */
  private static final Duration PRESENT = Duration.ofSeconds(5);

  private final DeskSetting setting;
  private final DeskBook book;
  private final Fleet fleet;
  private final FlightPlanning planning;
  private final Function<String, Optional<Instant>> pilotSeen;
  private final Consumer<Runnable> notes;
  private final Map<String, String> saidWaiting = new HashMap<>();

  Dispatcher(
      DeskSetting setting,
      DeskBook book,
      Fleet fleet,
      FlightPlanning planning,
      Function<String, Optional<Instant>> pilotSeen,
      Consumer<Runnable> notes) {
    this.setting = setting;
    this.book = book;
    this.fleet = fleet;
    this.planning = planning;
    this.pilotSeen = pilotSeen;
    this.notes = notes;
  }

  /** Sends a flight for each confirmed incident that has none. */
  void look() {
    for (IncidentView incident : book.incidents()) {
      if (incident.state() == IncidentState.CONFIRMED
          && book.flightOf(incident.incidentId()).isEmpty()) {
        dispatch(incident);
      }
    }
  }

  private void dispatch(IncidentView incident) {
    String serviceId = book.confirmingService(incident.incidentId());
    Optional<StaffedService> service =
        setting.services().stream().filter(s -> s.id().equals(serviceId)).findFirst();
    Optional<FleetVehicle> vehicle =
        fleet.vehicles().stream()
            .filter(v -> v.services().contains(serviceId))
            .filter(v -> v.ready() && book.flightOfVehicle(v.vehicleId()).isEmpty())
            .findFirst();
    if (service.isEmpty() || vehicle.isEmpty()) {
      waiting(incident, service.isEmpty() ? "service-has-no-aircraft" : "no-aircraft-ready");
      return;
    }
    FlightEvent.Requested requested =
        new FlightEvent.Requested(
            book.nextFlightId(),
            incident.incidentId(),
            vehicle.get().vehicleId(),
            vehicle.get().siteId(),
            vehicle.get().aircraftId(),
            serviceId,
            choosePilot(service.get()));
    book.commit(requested);
    plan(requested, incident);
  }

  /** The first pilot on duty whose console is there, else the first on duty. */
  private String choosePilot(StaffedService service) {
    return service.pilots().stream()
        .filter(this::present)
        .findFirst()
        .orElse(service.pilots().get(0));
  }

  private boolean present(String pilotId) {
    return pilotSeen
        .apply(pilotId)
        .filter(seen -> Duration.between(seen, book.now()).compareTo(PRESENT) <= 0)
        .isPresent();
  }

  private void waiting(IncidentView incident, String reason) {
    if (!reason.equals(saidWaiting.put(incident.incidentId(), reason))) {
      book.commit(new DispatchEvent.Waiting(incident.incidentId(), reason));
    }
  }

  private void plan(FlightEvent.Requested requested, IncidentView incident) {
    FlightPlanning.Question question =
        new FlightPlanning.Question(
            requested,
            incident.latDeg(),
            incident.lonDeg(),
            incident.uncertaintyM(),
            setting.commune(),
            book.sources(incident.incidentId()),
            present(requested.pilotId()),
            book.now());
    planning
        .prepare(question)
        .whenComplete((outcome, bug) -> notes.accept(() -> planned(requested, outcome, bug)));
  }

  private void planned(
      FlightEvent.Requested requested, FlightPlanning.Outcome outcome, @Nullable Throwable bug) {
    FlightView flight = book.findFlight(requested.flightId()).orElseThrow();
    List<FlightEvent> events = new ArrayList<>();
    FlightPlan plan = bug == null ? outcome.plan() : null;
    Proof proof = bug == null ? outcome.proof() : null;
    Decision decision = bug == null ? outcome.decision() : null;
    if (plan == null || proof == null || decision == null) {
      String code = bug == null ? outcome.code() : "planner-failed";
      String subject = bug == null ? outcome.subject() : "";
      events.add(new FlightEvent.NotPlanned(code, subject));
      events.add(refused("no-route:" + code));
      book.commit(flight, events);
      return;
    }
    events.add(planned(plan));
    events.add(proved(proof));
    events.add(DecisionEntry.of(decision));
    boolean go = proof.holds() && decision.verdict().allows();
    if (!go) {
      events.add(refused(proof.holds() ? "no-go" : "proof-fails"));
      book.commit(flight, events);
      return;
    }
    events.add(new FlightEvent.StateChanged(FlightState.PLANNING, FlightState.UPLOADING, "go"));
    book.commit(flight, events);
    FlightOrder order = order(flight, plan, proof, decision);
    if (!fleet.offer(flight.vehicleId(), new FlightInput.Begin(order))) {
      book.commit(
          flight,
          List.of(
              new FlightEvent.StateChanged(
                  FlightState.UPLOADING, FlightState.REFUSED, "vehicle-queue-full")));
    }
  }

  private FlightOrder order(FlightView flight, FlightPlan plan, Proof proof, Decision decision) {
    return new FlightOrder(
        flight.flightId(),
        flight.vehicleId(),
        flight.serviceId(),
        setting.commune(),
        flight.pilotId(),
        plan,
        proof,
        decision);
  }

  private static FlightEvent refused(String reason) {
    return new FlightEvent.StateChanged(FlightState.PLANNING, FlightState.REFUSED, reason);
  }

  private static FlightEvent planned(FlightPlan plan) {
    return new FlightEvent.Planned(
        plan.hash(),
        plan.legs().stream().mapToDouble(Leg::distanceM).sum(),
        plan.budget().durationS(),
        plan.budget().toSceneS(),
        plan.budget().onSceneS(),
        plan.budget().energyWh(),
        plan.mission().size(),
        plan.zonesRespected());
  }

  private static FlightEvent proved(Proof proof) {
    int failed = (int) proof.findings().stream().filter(finding -> !finding.holds()).count();
    return new FlightEvent.Proved(
        proof.hash(), proof.planHash(), proof.holds(), proof.findings().size(), failed);
  }

  /**
   * A flight that an earlier life of the station left open. Planning sends nothing to an aircraft
   * and is done again; everything later is looked up in the aircraft, and nothing is sent again.
   */
  void takeUp(FlightView flight) {
    switch (flight.state()) {
      case PLANNING -> planAgain(flight);
      case CLOSED, REFUSED, LANDED, ABORTED -> {}
      default ->
          book.findOrder(flight)
              .ifPresentOrElse(
                  order ->
                      fleet.offer(
                          flight.vehicleId(), new FlightInput.Resume(order, flight.state())),
                  () -> book.commit(flight, List.of(lost(flight))));
    }
  }

  private void planAgain(FlightView flight) {
    book.request(flight.flightId())
        .ifPresent(
            requested ->
                book.findIncident(flight.incidentId())
                    .ifPresent(incident -> plan(requested, incident)));
  }

  /** Its documents cannot be read: nobody can supervise it by its plan, and it is said so. */
  private static FlightEvent lost(FlightView flight) {
    return new FlightEvent.StateChanged(
        flight.state(), FlightState.ABORTED, "documents-unreadable");
  }
}
