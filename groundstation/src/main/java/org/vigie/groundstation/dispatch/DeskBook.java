package org.vigie.groundstation.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.compliance.decision.Decision;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightOrder;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.incident.Alert;
import org.vigie.groundstation.incident.Incident;
import org.vigie.groundstation.incident.IncidentEvent;
import org.vigie.groundstation.incident.IncidentInput;
import org.vigie.groundstation.incident.IncidentOutcome;
import org.vigie.groundstation.incident.Incidents;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.EventCodec;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.time.StationClock;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.proof.Proof;

/**
 * What the Desk knows: incidents and flights, folded from the journal, and what it writes there.
 * Everything it shows is on disk.
 *
 * @threading confined to the Desk's loop, but for the published views, which any thread may read
 */
final class DeskBook implements AutoCloseable {
  private final DeskSetting setting;
  private final Journal journal;
  private final EventCodec codec;
  private final StationClock clock;
  private final DurableJournal durable;
  private final Incidents incidents = new Incidents();
  private final FlightLedger flights = new FlightLedger();
  private final Map<String, String> confirmedFor = new HashMap<>();
  private final Map<String, Set<String>> sources = new HashMap<>();
  private volatile List<IncidentView> publishedIncidents = List.of();
  private volatile List<FlightView> publishedFlights = List.of();

  DeskBook(
      DeskSetting setting, Journal journal, EventCodec codec, StationClock clock, Runnable wake) {
    this.setting = setting;
    this.journal = journal;
    this.codec = codec;
    this.clock = clock;
    this.durable = new DurableJournal(journal, this::fold, wake);
  }

  void foldFromStart() {
    durable.foldFromStart();
    publish();
  }

  void foldNew() {
    durable.foldNew();
    publish();
  }

  private void fold(Entry entry) {
    Optional<Event> event = codec.find(entry);
    if (event.isEmpty()) {
      return;
    }
    if (entry.stream().kind().equals("incident")) {
      incidents.apply(entry.stream().id(), event.get());
      if (event.get() instanceof IncidentEvent.Confirmed) {
        confirmedFor.put(entry.stream().id(), entry.service());
      } else if (event.get() instanceof IncidentEvent.AlertReceived received) {
        sources.computeIfAbsent(entry.stream().id(), id -> new TreeSet<>()).add(received.source());
      }
    } else if (entry.stream().kind().equals("flight")) {
      flights.apply(entry.stream(), event.get());
    }
  }

  void publish() {
    publishedIncidents = incidents();
    publishedFlights = List.copyOf(flights.all());
  }

  Instant now() {
    return clock.now();
  }

  // incidents

  DeskAnswer<AlertReceipt> receive(Alert alert, Person by) {
    IncidentOutcome outcome = incidents.receive(alert);
    if (outcome instanceof IncidentOutcome.Repeated repeated) {
      return new DeskAnswer.Done<>(receipt(repeated.receipt()), false);
    }
    if (outcome instanceof IncidentOutcome.Accepted accepted) {
      commit(accepted.drafts(now(), by.service(), setting.commune()));
      IncidentOutcome known = incidents.receive(alert);
      if (known instanceof IncidentOutcome.Repeated repeated) {
        return new DeskAnswer.Done<>(receipt(repeated.receipt()), true);
      }
      throw new IllegalStateException("the journal took an alert that the fold did not");
    }
    return new DeskAnswer.Unavailable<>("too-many-open-incidents");
  }

  DeskAnswer<IncidentView> decide(String incidentId, IncidentInput input, Person by) {
    IncidentOutcome outcome = incidents.handle(incidentId, input);
    if (outcome instanceof IncidentOutcome.Unknown) {
      return new DeskAnswer.Unknown<>(incidentId);
    }
    if (outcome instanceof IncidentOutcome.Refused refused) {
      return new DeskAnswer.Conflict<>(refused.code());
    }
    if (outcome instanceof IncidentOutcome.Accepted accepted) {
      boolean changes = !accepted.step().events().isEmpty();
      if (changes) {
        commit(accepted.drafts(now(), by.service(), setting.commune()));
      }
      return new DeskAnswer.Done<>(findIncident(incidentId).orElseThrow(), changes);
    }
    throw new IllegalStateException("no answer to " + outcome);
  }

  /** Closes an incident whose flight is over; one that is closed already stays so. */
  void closeIncident(String incidentId, String reason) {
    IncidentOutcome outcome = incidents.handle(incidentId, new IncidentInput.Closed(reason));
    if (outcome instanceof IncidentOutcome.Accepted accepted
        && !accepted.step().events().isEmpty()) {
      commit(accepted.drafts(now(), confirmingService(incidentId), setting.commune()));
    }
  }

  List<IncidentView> incidents() {
    return incidents.all().stream().map(this::view).toList();
  }

  Optional<IncidentView> findIncident(String incidentId) {
    return incidents.find(incidentId).map(this::view);
  }

  /** The service whose operator confirmed it. */
  String confirmingService(String incidentId) {
    return confirmedFor.getOrDefault(incidentId, "");
  }

  /** Whose alerts made it. */
  Set<String> sources(String incidentId) {
    return Set.copyOf(sources.getOrDefault(incidentId, Set.of()));
  }

  private IncidentView view(Incident incident) {
    return new IncidentView(
        incident.incidentId(),
        incident.type(),
        incident.state(),
        incident.firstAt(),
        incident.position().latDeg(),
        incident.position().lonDeg(),
        incident.uncertaintyM(),
        incident.alerts(),
        flights.ofIncident(incident.incidentId()).map(FlightView::flightId).orElse(null));
  }

  private static AlertReceipt receipt(IncidentOutcome.Receipt receipt) {
    return new AlertReceipt(receipt.alertId(), receipt.incidentId());
  }

  // flights

  List<FlightView> flights() {
    return flights.all();
  }

  Optional<FlightView> findFlight(String flightId) {
    return flights.find(flightId);
  }

  Optional<FlightView> flightOf(String incidentId) {
    return flights.ofIncident(incidentId);
  }

  Optional<FlightView> flightOfVehicle(String vehicleId) {
    return flights.ofVehicle(vehicleId);
  }

  Optional<FlightEvent.Requested> request(String flightId) {
    return flights.request(flightId);
  }

  FlightState endState(String flightId) {
    return flights.endState(flightId);
  }

  String nextFlightId() {
    return flights.nextId(now());
  }

  void recorded(String flightId, String path) {
    flights.recorded(flightId, path);
    publish();
  }

  /** The order of a flight that an earlier life of the station made, from its documents. */
  Optional<FlightOrder> findOrder(FlightView flight) {
    FlightPlan plan = read(flight.planHash(), FlightPlan.class);
    Proof proof = read(flight.proofHash(), Proof.class);
    Decision decision = read(flight.decisionHash(), Decision.class);
    return plan == null || proof == null || decision == null
        ? Optional.empty()
        : Optional.of(
            new FlightOrder(
                flight.flightId(),
                flight.vehicleId(),
                flight.serviceId(),
                setting.commune(),
                flight.pilotId(),
                plan,
                proof,
                decision));
  }

  private <T> @Nullable T read(@Nullable ContentHash hash, Class<T> type) {
    byte[] bytes = hash == null ? null : journal.findDocument(hash).orElse(null);
    try {
      return bytes == null
          ? null
          : CanonicalJson.read(new String(bytes, StandardCharsets.UTF_8), type);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  // writing

  void commit(FlightEvent.Requested requested) {
    commit(
        List.of(
            new EntryDraft(
                StreamId.flight(requested.flightId()),
                now(),
                requested.serviceId(),
                setting.commune(),
                requested)));
  }

  List<Entry> commit(FlightView flight, List<? extends Event> events) {
    Instant now = now();
    StreamId stream = StreamId.flight(flight.flightId());
    return commit(
        events.stream()
            .map(e -> new EntryDraft(stream, now, flight.serviceId(), setting.commune(), e))
            .toList());
  }

  void commit(DispatchEvent.Waiting waiting) {
    StreamId stream = StreamId.incident(waiting.incidentId());
    String service = confirmingService(waiting.incidentId());
    commit(List.of(new EntryDraft(stream, now(), service, setting.commune(), waiting)));
  }

  private List<Entry> commit(List<EntryDraft> drafts) {
    List<Entry> entries = durable.commit(drafts);
    publish();
    return entries;
  }

  // views for every thread

  List<IncidentView> publishedIncidents() {
    return publishedIncidents;
  }

  List<FlightView> publishedFlights() {
    return publishedFlights;
  }

  Optional<FlightView> findPublished(String flightId) {
    return publishedFlights.stream().filter(f -> f.flightId().equals(flightId)).findFirst();
  }

  @Override
  public void close() {
    durable.close();
  }
}
