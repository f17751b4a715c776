package org.vigie.groundstation.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.incident.Alert;
import org.vigie.groundstation.incident.Incident;
import org.vigie.groundstation.incident.IncidentEvent;
import org.vigie.groundstation.incident.IncidentInput;
import org.vigie.groundstation.incident.IncidentOutcome;
import org.vigie.groundstation.incident.Incidents;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.Event;

/**
 * All incidents, folded from their journal streams, with what dispatch needs of them: who
 * confirmed, whose alerts, and what they were said to wait for.
 *
 * @threading confined to the Desk's loop; views are immutable
 */
final class IncidentBook {
  /** Incidents that are remembered here before those that {@link Incidents} forgot are dropped. */
  private static final int REMEMBERED_MAX = Incidents.OPEN_MAX + 2 * Incidents.FINISHED_MAX;

  private final Incidents incidents = new Incidents();
  private final Map<String, String> confirmedFor = new HashMap<>();
  private final Map<String, String> waitingFor = new HashMap<>();
  private final Map<String, Set<String>> sources = new HashMap<>();

  /** Takes a durable event of an incident's stream in. */
  void apply(Entry entry, Event event) {
    String id = entry.stream().id();
    incidents.apply(id, event);
    if (event instanceof IncidentEvent.Confirmed) {
      confirmedFor.put(id, entry.service());
    } else if (event instanceof IncidentEvent.AlertReceived received) {
      sources.computeIfAbsent(id, key -> new TreeSet<>()).add(received.source());
      forget();
    } else if (event instanceof DispatchEvent.Waiting waiting) {
      waitingFor.put(id, waiting.reason());
    }
  }

  private void forget() {
    if (sources.size() > REMEMBERED_MAX) {
      sources.keySet().removeIf(id -> incidents.find(id).isEmpty());
      confirmedFor.keySet().retainAll(sources.keySet());
      waitingFor.keySet().retainAll(sources.keySet());
    }
  }

  IncidentOutcome receive(Alert alert) {
    return incidents.receive(alert);
  }

  IncidentOutcome handle(String incidentId, IncidentInput input) {
    return incidents.handle(incidentId, input);
  }

  /** The service whose operator confirmed it. */
  String confirmingService(String incidentId) {
    return confirmedFor.getOrDefault(incidentId, "");
  }

  /** Whose alerts made it. */
  Set<String> sources(String incidentId) {
    return Set.copyOf(sources.getOrDefault(incidentId, Set.of()));
  }

  /** Whether it was said already that an incident waits for this reason. */
  boolean waitsFor(String incidentId, String reason) {
    return reason.equals(waitingFor.get(incidentId));
  }

  /**
   * All of them, as screens show them.
   *
   * @param flightOf the flight made for an incident, null when there is none
   */
  List<IncidentView> views(Function<String, @Nullable String> flightOf) {
    return incidents.all().stream().map(incident -> view(incident, flightOf)).toList();
  }

  Optional<IncidentView> findView(String incidentId, Function<String, @Nullable String> flightOf) {
    return incidents.find(incidentId).map(incident -> view(incident, flightOf));
  }

  private static IncidentView view(Incident incident, Function<String, @Nullable String> flightOf) {
    return new IncidentView(
        incident.incidentId(),
        incident.type(),
        incident.state(),
        incident.firstAt(),
        incident.position().latDeg(),
        incident.position().lonDeg(),
        incident.uncertaintyM(),
        incident.alerts(),
        flightOf.apply(incident.incidentId()));
  }
}
