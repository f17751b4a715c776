package org.vigie.groundstation.dispatch;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightInput;
import org.vigie.groundstation.flight.FlightOrder;
import org.vigie.planner.replan.SceneMove;

/**
 * What the pilot in command makes of the scene in flight. Both add risk: they go through the
 * vehicle's ordinary lane, and what is asked of the planner is asked on its pool.
 *
 * @threading confined to the Desk's loop, but for {@link #moved}
 */
final class SceneDesk {
  private static final String FAILED = "planner-failed";

  private final DeskBook book;
  private final Fleet fleet;
  private final FlightPlanning planning;
  private final AtomicLong commands;

  SceneDesk(DeskBook book, Fleet fleet, FlightPlanning planning, AtomicLong commands) {
    this.book = book;
    this.fleet = fleet;
    this.planning = planning;
    this.commands = commands;
  }

  DeskAnswer<String> extend(String flightId, Person by) {
    FlightView flight = book.findFlight(flightId).orElse(null);
    Optional<DeskAnswer<String>> against = against(flight, flightId, by);
    if (flight == null || against.isPresent()) {
      return against.orElseThrow();
    }
    String id = flightId + "-extend-" + commands.incrementAndGet();
    return offered(flight.vehicleId(), new FlightInput.ExtendScene(id, by.id()), id);
  }

  /** What to ask the planner, or why it is not asked. */
  DeskAnswer<FlightPlanning.SceneQuestion> question(
      String flightId, double latDeg, double lonDeg, Person by) {
    FlightView flight = book.findFlight(flightId).orElse(null);
    Optional<DeskAnswer<FlightPlanning.SceneQuestion>> against = against(flight, flightId, by);
    if (flight == null || against.isPresent()) {
      return against.orElseThrow();
    }
    VehicleView vehicle = fleet.findView(flight.vehicleId()).orElse(null);
    FlightOrder order = book.findOrder(flight).orElse(null);
    FlightEvent.Requested requested = book.request(flightId).orElse(null);
    IncidentView incident = book.findIncident(flight.incidentId()).orElse(null);
    if (vehicle == null
        || vehicle.latDeg() == null
        || vehicle.lonDeg() == null
        || vehicle.heightAboveHomeM() == null) {
      return new DeskAnswer.Conflict<>("position-unknown");
    }
    if (order == null || requested == null || incident == null) {
      return new DeskAnswer.Conflict<>("documents-unreadable");
    }
    return new DeskAnswer.Done<>(
        new FlightPlanning.SceneQuestion(
            requested,
            order.plan(),
            new LatLon(latDeg, lonDeg),
            incident.uncertaintyM(),
            new LatLon(vehicle.latDeg(), vehicle.lonDeg()),
            new HeightAboveHome(vehicle.heightAboveHomeM()),
            book.now()),
        true);
  }

  /** The planner is asked, and where it finds a place the aircraft is sent there. */
  CompletionStage<DeskAnswer<String>> moved(
      DeskAnswer<FlightPlanning.SceneQuestion> asked, Person by) {
    if (!(asked instanceof DeskAnswer.Done<FlightPlanning.SceneQuestion> done)) {
      return CompletableFuture.completedFuture(DeskAnswer.without(asked));
    }
    FlightPlanning.SceneQuestion question = done.value();
    FlightEvent.Requested flight = question.flight();
    return planning
        .moveScene(question)
        .handle(
            (outcome, bug) ->
                bug == null
                    ? answer(flight, outcome, by, question.at())
                    : new DeskAnswer.Unavailable<>(FAILED));
  }

  private DeskAnswer<String> answer(
      FlightEvent.Requested flight, SceneMove.Outcome outcome, Person by, Instant askedAt) {
    if (outcome instanceof SceneMove.Found found) {
      String id = flight.flightId() + "-scene-" + commands.incrementAndGet();
      return offered(
          flight.vehicleId(), new FlightInput.MoveScene(id, by.id(), found, askedAt), id);
    }
    SceneMove.NotFound none = (SceneMove.NotFound) outcome;
    String code = none.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new DeskAnswer.Conflict<>(none.subject().isEmpty() ? code : code + ":" + none.subject());
  }

  private DeskAnswer<String> offered(String vehicleId, FlightInput input, String id) {
    return fleet.offer(vehicleId, input)
        ? new DeskAnswer.Done<>(id, true)
        : new DeskAnswer.Unavailable<>("vehicle-queue-full");
  }

  private static <T> Optional<DeskAnswer<T>> against(
      @Nullable FlightView flight, String flightId, Person by) {
    if (flight == null) {
      return Optional.of(new DeskAnswer.Unknown<>(flightId));
    } else if (!by.is(Role.PILOT) || !by.id().equals(flight.pilotId())) {
      return Optional.of(new DeskAnswer.Forbidden<>("not-the-pilot-of-this-flight"));
    } else if (!flight.state().airborne()) {
      return Optional.of(new DeskAnswer.Conflict<>("not-in-the-air"));
    }
    return Optional.empty();
  }
}
