package org.vigie.groundstation.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flight.CheckResult;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.journal.Event;
import org.vigie.planner.canonical.ContentHash;

/**
 * One flight, folded from its journal stream: a {@link FlightView} with its fields loosened.
 *
 * @threading confined to the Desk's loop; the views that it gives are immutable
 */
final class FlightProgress {
  private final FlightEvent.Requested request;
  private FlightState state = FlightState.PLANNING;
  private FlightState endState = FlightState.PLANNING;
  private String reason = "";
  private @Nullable String verdict;
  private @Nullable ContentHash planHash;
  private @Nullable ContentHash proofHash;
  private @Nullable ContentHash decisionHash;
  private @Nullable String recordPath;
  private Instant stateSince;
  private FlightView.@Nullable PlanView plan;
  private List<CheckResult> checks = List.of();
  private List<FlightEvent.AircraftConsidered> considered = List.of();
  private FlightEvent.@Nullable NotPlanned notPlanned;
  private final NewestOrder orders = new NewestOrder();
  private final SceneProgress scene = new SceneProgress();
  private @Nullable Instant airborneSince;
  private @Nullable Instant sceneSince;
  private String pilotId;
  private FlightView.@Nullable Offer offer;
  private final Map<String, FlightView.ConcernView> concerns = new TreeMap<>();
  private FlightView.@Nullable SetUpView setUp;
  private FlightView view;

  FlightProgress(FlightEvent.Requested request, Instant at) {
    this.request = request;
    this.stateSince = at;
    this.pilotId = request.pilotId();
    this.view = newView();
  }

  /**
   * Takes a durable event of the flight's stream in.
   *
   * @param at when it happened
   * @return whether the view has changed
   */
  boolean apply(Event event, Instant at) {
    boolean sceneChanged = scene.apply(event);
    if (event instanceof FlightEvent.StateChanged changed) {
      state = changed.to();
      reason = changed.reason();
      endState = state == FlightState.CLOSED ? endState : state;
      stateSince = at;
      concernsEnd();
      setUp = null;
      airborneSince = airborneSince == null && state.airborne() ? at : airborneSince;
      sceneSince = sceneSince == null && state == FlightState.ON_SCENE ? at : sceneSince;
    } else if (event instanceof FlightEvent.Planned planned) {
      planHash = planned.planHash();
      plan =
          new FlightView.PlanView(
              planned.distanceM(),
              planned.durationS(),
              planned.toSceneS(),
              planned.onSceneS(),
              planned.energyWh(),
              planned.items(),
              planned.batteryUsePercent(),
              planned.batteryReservePercent());
    } else if (event instanceof FlightEvent.NotPlanned none) {
      notPlanned = none;
    } else if (event instanceof FlightEvent.AircraftChosen chosen) {
      considered = chosen.considered();
    } else if (event instanceof FlightEvent.Proved proved) {
      proofHash = proved.proofHash();
    } else if (event instanceof FlightEvent.Decided decided) {
      decisionHash = decided.decisionHash();
      verdict = decided.verdict();
    } else if (event instanceof FlightEvent.SetUpDiffers differs) {
      setUp = new FlightView.SetUpView(differs.hash(), differs.differences());
    } else if (event instanceof FlightEvent.SetUpConfirmed) {
      setUp = null;
    } else if (event instanceof FlightEvent.Checked checked) {
      checks = checked.checks();
    } else if (event instanceof FlightEvent.AuthorityOffered offered) {
      offer = new FlightView.Offer(offered.to(), at);
    } else if (event instanceof FlightEvent.AuthorityTaken taken) {
      pilotId = taken.by();
      offer = null;
    } else if (event instanceof FlightEvent.ConcernRaised raised) {
      concerns.put(raised.concern(), FlightView.ConcernView.of(raised, at));
    } else if (event instanceof FlightEvent.ConcernOver over) {
      concerns.remove(over.concern());
    } else if (event instanceof FlightEvent.ConcernsOverruled overruled) {
      overruled.concerns().forEach(one -> concerns.computeIfPresent(one, (c, v) -> v.overruled()));
    } else if (!orders.apply(event, at) && !sceneChanged) {
      return false;
    }
    view = newView();
    return true;
  }

  /** Nobody supervises an aircraft on the ground. */
  private void concernsEnd() {
    if (!state.airborne()) {
      concerns.clear();
    }
  }

  void recorded(String path) {
    recordPath = path;
    view = newView();
  }

  FlightView view() {
    return view;
  }

  /** The order for which the aircraft is flown by places; empty when it is not. */
  String guidedFor() {
    return scene.guidedFor();
  }

  /** What the flight was asked for with. */
  FlightEvent.Requested request() {
    return request;
  }

  /** The state in which a closed flight ended, or the one that it is in. */
  FlightState endState() {
    return endState;
  }

  private FlightView newView() {
    return new FlightView(
        request.flightId(),
        request.incidentId(),
        request.vehicleId(),
        request.siteId(),
        request.serviceId(),
        pilotId,
        state,
        reason,
        verdict,
        planHash,
        proofHash,
        decisionHash,
        recordPath,
        stateSince,
        plan,
        checks,
        airborneSince,
        sceneSince,
        considered,
        notPlanned,
        orders.newest(),
        offer,
        List.copyOf(concerns.values()),
        scene.view(state),
        setUp);
  }
}
