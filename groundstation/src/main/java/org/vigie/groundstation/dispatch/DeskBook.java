package org.vigie.groundstation.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightOrder;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.incident.Alert;
import org.vigie.groundstation.incident.IncidentInput;
import org.vigie.groundstation.incident.IncidentOutcome;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.EventCodec;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.time.StationClock;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.ParameterSetting;

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
  private final IncidentBook incidents = new IncidentBook();
  private final FlightLedger flights = new FlightLedger();
  private boolean changed;
  private volatile List<IncidentView> publishedIncidents = List.of();
  private volatile List<FlightView> publishedFlights = List.of();

  /**
   * @param patience how long a commit waits for the disk
   */
  DeskBook(
      DeskSetting setting,
      Journal journal,
      EventCodec codec,
      StationClock clock,
      Runnable wake,
      Duration patience) {
    this.setting = setting;
    this.journal = journal;
    this.codec = codec;
    this.clock = clock;
    this.durable = new DurableJournal(journal, this::fold, wake, patience);
  }

  void foldFromStart() {
    durable.foldFromStart();
    publish();
  }

  /**
   * Folds what is new; to be called before anything is decided.
   *
   * @throws JournalUnavailableException while it is not known what became of a commit
   */
  void settle() {
    durable.settle();
    foldNew();
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
      incidents.apply(entry, event.get());
      changed = true;
    } else if (entry.stream().kind().equals("flight")) {
      changed |= flights.apply(entry.stream(), event.get(), entry.time());
    }
  }

  /** Shows what has changed, if anything has. */
  private void publish() {
    if (changed) {
      changed = false;
      publishedIncidents = incidents();
      publishedFlights = List.copyOf(flights.all());
    }
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
    return incidents.views(this::flightIdOf);
  }

  Optional<IncidentView> findIncident(String incidentId) {
    return incidents.findView(incidentId, this::flightIdOf);
  }

  private @Nullable String flightIdOf(String incidentId) {
    return flights.ofIncident(incidentId).map(FlightView::flightId).orElse(null);
  }

  /** The service whose operator confirmed it. */
  String confirmingService(String incidentId) {
    return incidents.confirmingService(incidentId);
  }

  /** Whose alerts made it. */
  Set<String> sources(String incidentId) {
    return incidents.sources(incidentId);
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

  String guidedFor(String flightId) {
    return flights.guidedFor(flightId);
  }

  FlightState endState(String flightId) {
    return flights.endState(flightId);
  }

  String nextFlightId() {
    return flights.nextId(now());
  }

  void recorded(String flightId, String path) {
    flights.recorded(flightId, path);
    changed = true;
    publish();
  }

  /** The order of a flight that an earlier life of the station made, from its documents. */
  Optional<FlightOrder> findOrder(FlightView flight) {
    return FlightDocuments.findOrder(journal, flight, setting.commune());
  }

  /** The parameters that this station left in a vehicle on its last flight; none when unknown. */
  List<ParameterSetting> leftIn(String vehicleId) {
    return flights
        .lastCarried(vehicleId)
        .flatMap(plan -> FlightDocuments.findPlan(journal, plan))
        .map(FlightPlan::parameters)
        .orElse(List.of());
  }

  // writing

  /** Opens a flight's stream, with what else is known of its beginning. */
  void commit(FlightEvent.Requested requested, Optional<FlightEvent.AircraftChosen> chosen) {
    Instant now = now();
    StreamId stream = StreamId.flight(requested.flightId());
    commit(
        Stream.concat(Stream.of(requested), chosen.stream())
            .map(e -> new EntryDraft(stream, now, requested.serviceId(), setting.commune(), e))
            .toList());
  }

  List<Entry> commit(FlightView flight, List<? extends Event> events) {
    Instant now = now();
    StreamId stream = StreamId.flight(flight.flightId());
    return commit(
        events.stream()
            .map(e -> new EntryDraft(stream, now, flight.serviceId(), setting.commune(), e))
            .toList());
  }

  /** Says once for each reason what an incident waits for, also after a restart. */
  void waiting(String incidentId, String reason) {
    if (!incidents.waitsFor(incidentId, reason)) {
      commit(
          List.of(
              new EntryDraft(
                  StreamId.incident(incidentId),
                  now(),
                  confirmingService(incidentId),
                  setting.commune(),
                  new DispatchEvent.Waiting(incidentId, reason))));
    }
  }

  private List<Entry> commit(List<EntryDraft> drafts) {
    try {
      return durable.commit(drafts);
    } finally {
      publish();
    }
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
