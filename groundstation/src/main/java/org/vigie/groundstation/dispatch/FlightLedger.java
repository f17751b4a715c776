package org.vigie.groundstation.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.StreamId;

/**
 * All flights, folded from their journal streams. Closed flights stay: a station flies a few a day,
 * and each is a few hundred bytes.
 *
 * @threading confined to the Desk's loop; views are immutable
 */
final class FlightLedger {
  private final Map<String, FlightView> flights = new LinkedHashMap<>();
  private final Map<String, String> byIncident = new HashMap<>();
  private final Map<String, FlightState> endStates = new HashMap<>();
  private final Map<String, FlightEvent.Requested> requests = new HashMap<>();

  /**
   * Takes a durable event of a flight's stream in.
   *
   * @return whether a view has changed
   */
  boolean apply(StreamId stream, Event event) {
    if (event instanceof FlightEvent.Requested requested) {
      flights.put(requested.flightId(), requested(requested));
      requests.put(requested.flightId(), requested);
      byIncident.putIfAbsent(requested.incidentId(), requested.flightId());
      return true;
    }
    FlightView view = flights.get(stream.id());
    if (view == null) {
      return false;
    }
    if (event instanceof FlightEvent.StateChanged changed) {
      if (changed.to() != FlightState.CLOSED) {
        endStates.put(view.flightId(), changed.to());
      }
      flights.put(view.flightId(), view.in(changed.to(), changed.reason()));
    } else if (event instanceof FlightEvent.Planned planned) {
      flights.put(view.flightId(), view.planned(planned.planHash()));
    } else if (event instanceof FlightEvent.Proved proved) {
      flights.put(view.flightId(), view.proved(proved.proofHash()));
    } else if (event instanceof FlightEvent.Decided decided) {
      flights.put(view.flightId(), view.decided(decided.decisionHash(), decided.verdict()));
    } else {
      return false;
    }
    return true;
  }

  /** The state in which a closed flight ended, or the one that it is in. */
  FlightState endState(String flightId) {
    return endStates.getOrDefault(flightId, FlightState.PLANNING);
  }

  void recorded(String flightId, String path) {
    flights.computeIfPresent(flightId, (id, view) -> view.recorded(path));
  }

  /** What a flight was asked for with. */
  Optional<FlightEvent.Requested> request(String flightId) {
    return Optional.ofNullable(requests.get(flightId));
  }

  Optional<FlightView> find(String flightId) {
    return Optional.ofNullable(flights.get(flightId));
  }

  /** The flight made for an incident, if any: exactly one flight an incident. */
  Optional<FlightView> ofIncident(String incidentId) {
    return Optional.ofNullable(byIncident.get(incidentId)).flatMap(this::find);
  }

  /** The flight that a vehicle is reserved for, if any. */
  Optional<FlightView> ofVehicle(String vehicleId) {
    return flights.values().stream()
        .filter(f -> f.vehicleId().equals(vehicleId) && f.state() != FlightState.CLOSED)
        .findFirst();
  }

  List<FlightView> all() {
    return new ArrayList<>(flights.values());
  }

  /** The next flight's identifier: the day and a count. */
  String nextId(Instant now) {
    String day = now.toString().substring(0, 10).replace("-", "");
    return "F-" + day + "-" + (flights.size() + 1);
  }

  private static FlightView requested(FlightEvent.Requested r) {
    return new FlightView(
        r.flightId(),
        r.incidentId(),
        r.vehicleId(),
        r.siteId(),
        r.serviceId(),
        r.pilotId(),
        FlightState.PLANNING,
        "",
        null,
        null,
        null,
        null,
        null);
  }
}
