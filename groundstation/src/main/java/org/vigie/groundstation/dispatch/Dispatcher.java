package org.vigie.groundstation.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.compliance.decision.Decision;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightInput;
import org.vigie.groundstation.flight.FlightOrder;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.incident.IncidentState;
import org.vigie.planner.plan.Budget;
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
  /** Planning takes seconds; the pool's longest queue takes minutes. */
  static final Duration PLANNING_MAX = Duration.ofMinutes(5);

  private static final String REFUSED_BY_LANE = "vehicle-queue-full";

  private final DeskSetting setting;
  private final DeskBook book;
  private final Fleet fleet;
  private final FlightPlanning planning;
  private final Assignment assignment;
  private final Consumer<Runnable> notes;
  private final Map<String, Instant> underWay = new HashMap<>();
  private final Map<String, FlightPlanning.Outcome> results = new HashMap<>();
  private final Map<String, FlightOrder> orders = new HashMap<>();
  private final Set<String> fromEarlier = new HashSet<>();

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
    this.assignment =
        new Assignment(setting, book, fleet, pilotSeen, new Choosing(planning, book, notes));
    this.notes = notes;
  }

  /**
   * Sends a flight for each confirmed incident that has none, and takes every flight one step on
   * that is not yet in its vehicle's hands. What fails is tried again at the next look.
   */
  void look() {
    Set<String> without = new HashSet<>();
    for (IncidentView incident : book.incidents()) {
      if (incident.state() == IncidentState.CONFIRMED && incident.flightId() == null) {
        without.add(incident.incidentId());
        assignment.dispatch(incident);
      }
    }
    assignment.keepOnly(without);
    for (FlightView flight : book.flights()) {
      String id = flight.flightId();
      if (flight.state() == FlightState.PLANNING) {
        planOn(flight);
      } else if (fromEarlier.contains(id)) {
        resume(flight);
      } else if (orders.containsKey(id)) {
        begin(flight);
      }
    }
  }

  /**
   * Notes a flight that an earlier life of the station left open. Planning sends nothing to an
   * aircraft and is done again; everything later is looked up in the aircraft, and nothing is sent
   * again.
   */
  void takeUp(FlightView flight) {
    if (!flight.state().over() && flight.state() != FlightState.PLANNING) {
      fromEarlier.add(flight.flightId());
    }
  }

  private void planOn(FlightView flight) {
    String id = flight.flightId();
    FlightPlanning.Outcome known = results.get(id);
    Instant since = underWay.get(id);
    if (known != null) {
      settle(flight, known);
      results.remove(id);
    } else if (since == null) {
      Optional<IncidentView> incident = book.findIncident(flight.incidentId());
      Optional<FlightEvent.Requested> requested = book.request(id);
      if (incident.isPresent() && requested.isPresent()) {
        plan(requested.get(), incident.get());
      } else {
        book.commit(flight, List.of(refused("incident-forgotten")));
      }
    } else if (Duration.between(since, book.now()).compareTo(PLANNING_MAX) > 0) {
      book.commit(
          flight,
          List.of(new FlightEvent.NotPlanned("too-slow", ""), refused("no-route:too-slow")));
      underWay.remove(id);
    }
  }

  private void plan(FlightEvent.Requested requested, IncidentView incident) {
    String id = requested.flightId();
    FlightPlanning.Question question = assignment.question(requested, incident);
    underWay.put(id, book.now());
    try {
      planning
          .prepare(question)
          .whenComplete((outcome, bug) -> notes.accept(() -> planned(id, outcome, bug)));
    } catch (RuntimeException bug) {
      planned(id, null, bug);
    }
  }

  /** The pool has answered; what it says is kept until the journal has it. */
  private void planned(
      String flightId, FlightPlanning.@Nullable Outcome outcome, @Nullable Throwable bug) {
    boolean awaited =
        underWay.remove(flightId) != null
            && book.findFlight(flightId)
                .filter(flight -> flight.state() == FlightState.PLANNING)
                .isPresent();
    if (awaited) {
      results.put(
          flightId,
          bug == null && outcome != null
              ? outcome
              : FlightPlanning.Outcome.without(new FlightEvent.NotPlanned("planner-failed", "")));
    }
  }

  private void settle(FlightView flight, FlightPlanning.Outcome outcome) {
    List<FlightEvent> events = new ArrayList<>();
    FlightPlan plan = outcome.plan();
    Proof proof = outcome.proof();
    Decision decision = outcome.decision();
    if (plan == null || proof == null || decision == null) {
      FlightEvent.NotPlanned none = outcome.none();
      FlightEvent.NotPlanned why =
          none == null ? new FlightEvent.NotPlanned("planner-failed", "") : none;
      events.add(why);
      events.add(refused("no-route:" + why.code()));
      book.commit(flight, events);
      return;
    }
    events.add(planned(plan));
    events.add(proved(proof));
    events.add(DecisionEntry.of(decision, outcome.basis()));
    String against = against(flight, plan, proof, decision);
    if (!against.isEmpty()) {
      events.add(refused(against));
      book.commit(flight, events);
      return;
    }
    events.add(new FlightEvent.StateChanged(FlightState.PLANNING, FlightState.UPLOADING, "go"));
    // before the commit: if that stays in doubt and turns out well, the flight can still begin
    orders.put(flight.flightId(), order(flight, plan, proof, decision));
    book.commit(flight, events);
  }

  /**
   * Why this must not be flown; empty when it may be. What answers another question is no answer.
   */
  private static String against(
      FlightView flight, FlightPlan plan, Proof proof, Decision decision) {
    boolean agree =
        plan.flightId().equals(flight.flightId())
            && proof.planHash().equals(plan.hash())
            && decision.planHash().equals(plan.hash())
            && decision.proofHash().equals(proof.hash());
    if (!agree) {
      return "documents-disagree";
    }
    if (!proof.holds()) {
      return "proof-fails";
    }
    return decision.verdict().allows() ? "" : "no-go";
  }

  /** Hands a planned flight to its vehicle, once the journal has it. */
  private void begin(FlightView flight) {
    String id = flight.flightId();
    FlightOrder order = orders.get(id);
    results.remove(id);
    if (order == null || flight.state() != FlightState.UPLOADING) {
      orders.remove(id);
    } else if (fleet.offer(
        flight.vehicleId(), new FlightInput.Begin(order, book.leftIn(flight.vehicleId())))) {
      orders.remove(id);
    } else {
      book.commit(
          flight,
          List.of(
              new FlightEvent.StateChanged(
                  FlightState.UPLOADING, FlightState.REFUSED, REFUSED_BY_LANE)));
      orders.remove(id);
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
    Budget budget = plan.budget();
    double usePercent = 100 * budget.energyWh() / budget.labelWh();
    return new FlightEvent.Planned(
        plan.hash(),
        plan.legs().stream().mapToDouble(Leg::distanceM).sum(),
        budget.durationS(),
        budget.toSceneS(),
        budget.onSceneS(),
        budget.energyWh(),
        plan.mission().size(),
        plan.zonesRespected(),
        usePercent,
        budget.neededPercent() - usePercent);
  }

  private static FlightEvent proved(Proof proof) {
    int failed = (int) proof.findings().stream().filter(finding -> !finding.holds()).count();
    return new FlightEvent.Proved(
        proof.hash(), proof.planHash(), proof.holds(), proof.findings().size(), failed);
  }

  private void resume(FlightView flight) {
    Optional<FlightOrder> order = book.findOrder(flight);
    boolean done = flight.state().over();
    if (!done && order.isPresent()) {
      done =
          fleet.offer(
              flight.vehicleId(),
              new FlightInput.Resume(
                  order.get(),
                  flight.state(),
                  book.guidedFor(flight.flightId()),
                  flight.scene() != null && flight.scene().moved()));
    } else if (!done) {
      book.commit(flight, List.of(lost(flight)));
      done = true;
    }
    if (done) {
      fromEarlier.remove(flight.flightId());
    }
  }

  /** Its documents cannot be read: nobody can supervise it by its plan, and it is said so. */
  private static FlightEvent lost(FlightView flight) {
    boolean early =
        switch (flight.state()) {
          case UPLOADING, CHECKING, AWAITING_CLEARANCE -> true;
          default -> false;
        };
    return new FlightEvent.StateChanged(
        flight.state(), early ? FlightState.REFUSED : FlightState.ABORTED, "documents-unreadable");
  }
}
