package org.vigie.groundstation.dispatch;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.planner.canonical.ContentHash;

/**
 * All flights, folded from their journal streams. Closed flights stay: a station flies a few a day,
 * and each is a few hundred bytes.
 *
 * @threading confined to the Desk's loop; views are immutable
 */
final class FlightLedger {
  private final Map<String, FlightProgress> flights = new LinkedHashMap<>();
  private final Map<String, String> byIncident = new HashMap<>();
  private final Map<String, ContentHash> carried = new HashMap<>();

  /**
   * Takes a durable event of a flight's stream in.
   *
   * @param at when it happened
   * @return whether a view has changed
   */
  boolean apply(StreamId stream, Event event, Instant at) {
    if (event instanceof FlightEvent.Requested requested) {
      flights.put(requested.flightId(), new FlightProgress(requested, at));
      byIncident.putIfAbsent(requested.incidentId(), requested.flightId());
      return true;
    }
    FlightProgress flight = flights.get(stream.id());
    if (flight == null) {
      return false;
    }
    ContentHash plan = flight.view().planHash();
    if (event instanceof FlightEvent.TransferEnded ended
        && ended.outcome().equals(FlightEvent.TransferEnded.NEW)
        && plan != null) {
      carried.put(flight.view().vehicleId(), plan);
    }
    return flight.apply(event, at);
  }

  /** The plan that a vehicle took over whole on its last flight that came so far, if any. */
  Optional<ContentHash> lastCarried(String vehicleId) {
    return Optional.ofNullable(carried.get(vehicleId));
  }

  /** The state in which a closed flight ended, or the one that it is in. */
  FlightState endState(String flightId) {
    FlightProgress flight = flights.get(flightId);
    return flight == null ? FlightState.PLANNING : flight.endState();
  }

  void recorded(String flightId, String path) {
    FlightProgress flight = flights.get(flightId);
    if (flight != null) {
      flight.recorded(path);
    }
  }

  /** What a flight was asked for with. */
  Optional<FlightEvent.Requested> request(String flightId) {
    return Optional.ofNullable(flights.get(flightId)).map(FlightProgress::request);
  }

  /** The order for which an aircraft is flown by places; empty when it is not. */
  String guidedFor(String flightId) {
    FlightProgress flight = flights.get(flightId);
    return flight == null ? "" : flight.guidedFor();
  }

  Optional<FlightView> find(String flightId) {
    return Optional.ofNullable(flights.get(flightId)).map(FlightProgress::view);
  }

  /** The flight made for an incident, if any: exactly one flight an incident. */
  Optional<FlightView> ofIncident(String incidentId) {
    return Optional.ofNullable(byIncident.get(incidentId)).flatMap(this::find);
  }

  /** The flight that a vehicle is reserved for, if any. */
  Optional<FlightView> ofVehicle(String vehicleId) {
    return flights.values().stream()
        .map(FlightProgress::view)
        .filter(f -> f.vehicleId().equals(vehicleId) && f.state() != FlightState.CLOSED)
        .findFirst();
  }

  List<FlightView> all() {
    return flights.values().stream().map(FlightProgress::view).toList();
  }

  /** The next flight's identifier: the day and a count. */
  String nextId(Instant now) {
    String day = now.toString().substring(0, 10).replace("-", "");
    return "F-" + day + "-" + (flights.size() + 1);
  }
}
