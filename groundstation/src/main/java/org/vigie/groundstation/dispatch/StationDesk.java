package org.vigie.groundstation.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.flight.Clearance;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightInput;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.flight.PilotCommand;
import org.vigie.groundstation.incident.Alert;
import org.vigie.groundstation.incident.IncidentInput;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.EventCodec;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.time.Scheduler;
import org.vigie.groundstation.time.StationClock;
import org.vigie.planner.canonical.ContentHash;

/**
 * The Desk: one loop that takes alerts in, sends flights out and takes clearances. What it knows is
 * a fold of the journal; what it answers is on disk. Orders to a flying aircraft do not pass its
 * queue.
 *
 * @threading thread-safe; its state is confined to the thread {@code desk}
 */
public final class StationDesk implements Desk, AutoCloseable {
  /** How often confirmed incidents without a flight are looked at again. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final DeskQueue queue;
  private final DeskBook book;
  private final Dispatcher dispatcher;
  private final Closing closing;
  private final Fleet fleet;
  private final StationClock clock;
  private final Scheduler.Cancellable ticks;
  private final Map<String, Instant> pilotsSeen = new ConcurrentHashMap<>();
  private final AtomicLong commands = new AtomicLong();

  /** Folds the journal, takes up what an earlier life left open, and opens for requests. */
  public StationDesk(
      DeskSetting setting,
      Journal journal,
      EventCodec codec,
      Fleet fleet,
      FlightPlanning planning,
      RecordKeeping records,
      StationClock clock,
      Scheduler scheduler,
      Thread.UncaughtExceptionHandler onBug) {
    this.fleet = fleet;
    this.clock = clock;
    this.queue = new DeskQueue(onBug);
    this.book = new DeskBook(setting, journal, codec, clock, () -> queue.note(this::news));
    this.dispatcher = new Dispatcher(setting, book, fleet, planning, this::pilotSeen, queue::note);
    this.closing = new Closing(book, records, queue::note);
    CompletableFuture<Void> open = new CompletableFuture<>();
    queue.note(
        () -> {
          book.foldFromStart();
          book.flights().forEach(dispatcher::takeUp);
          news();
          open.complete(null);
        });
    open.join();
    this.ticks = scheduler.every(LOOK_AGAIN, () -> queue.note(this::news));
  }

  @Override
  public CompletionStage<DeskAnswer<AlertReceipt>> report(Alert alert, Person by) {
    return queue.request(() -> book.receive(alert, by));
  }

  @Override
  public CompletionStage<DeskAnswer<IncidentView>> confirm(String incidentId, Person by) {
    return queue.request(
        () -> {
          DeskAnswer<IncidentView> answer =
              book.decide(incidentId, new IncidentInput.Confirmed(by.id()), by);
          news();
          return answer;
        });
  }

  @Override
  public CompletionStage<DeskAnswer<IncidentView>> dismiss(
      String incidentId, String reason, Person by) {
    return queue.request(
        () -> book.decide(incidentId, new IncidentInput.Dismissed(by.id(), reason), by));
  }

  @Override
  public CompletionStage<DeskAnswer<FlightView>> clear(
      String flightId, ContentHash planHash, ContentHash decisionHash, Person by) {
    return queue.request(() -> clearNow(flightId, planHash, decisionHash, by));
  }

  private DeskAnswer<FlightView> clearNow(
      String flightId, ContentHash planHash, ContentHash decisionHash, Person by) {
    FlightView flight = book.findFlight(flightId).orElse(null);
    if (flight == null) {
      return new DeskAnswer.Unknown<>(flightId);
    }
    if (!by.is(Role.PILOT) || !by.id().equals(flight.pilotId())) {
      return new DeskAnswer.Forbidden<>("not-the-pilot-of-this-flight");
    }
    if (flight.state() != FlightState.AWAITING_CLEARANCE) {
      return new DeskAnswer.Conflict<>("not-awaiting-clearance");
    }
    if (!planHash.equals(flight.planHash()) || !decisionHash.equals(flight.decisionHash())) {
      return new DeskAnswer.Conflict<>("stale-plan-or-decision");
    }
    FlightEvent.Cleared cleared = new FlightEvent.Cleared(by.id(), planHash, decisionHash);
    List<Entry> entries = book.commit(flight, List.of(cleared));
    Clearance clearance = new Clearance(by.id(), planHash, decisionHash, entries.get(0).position());
    return fleet.offer(flight.vehicleId(), new FlightInput.Clear(clearance))
        ? new DeskAnswer.Done<>(flight, true)
        : new DeskAnswer.Unavailable<>("vehicle-queue-full");
  }

  @Override
  public CompletionStage<DeskAnswer<FlightView>> refuse(String flightId, String reason, Person by) {
    return queue.request(
        () -> {
          FlightView flight = book.findFlight(flightId).orElse(null);
          if (flight == null) {
            return new DeskAnswer.Unknown<>(flightId);
          }
          if (!by.is(Role.PILOT)) {
            return new DeskAnswer.Forbidden<>("not-a-pilot");
          }
          boolean early =
              switch (flight.state()) {
                case UPLOADING, CHECKING, AWAITING_CLEARANCE -> true;
                default -> false;
              };
          if (!early) {
            return new DeskAnswer.Conflict<>("not-awaiting-clearance");
          }
          return fleet.offer(flight.vehicleId(), new FlightInput.Refuse(by.id(), reason))
              ? new DeskAnswer.Done<>(flight, true)
              : new DeskAnswer.Unavailable<>("vehicle-queue-full");
        });
  }

  /** Past the queue, on the caller's thread: the pilot always wins, whatever else is busy. */
  @Override
  public CompletionStage<DeskAnswer<String>> command(
      String flightId, PilotCommand command, Person by) {
    return CompletableFuture.completedFuture(commandNow(flightId, command, by));
  }

  private DeskAnswer<String> commandNow(String flightId, PilotCommand command, Person by) {
    FlightView flight = book.findPublished(flightId).orElse(null);
    if (flight == null) {
      return new DeskAnswer.Unknown<>(flightId);
    }
    if (!by.is(Role.PILOT)) {
      return new DeskAnswer.Forbidden<>("not-a-pilot");
    }
    if (!flight.state().airborne() && flight.state() != FlightState.ARMING) {
      return new DeskAnswer.Conflict<>("not-in-the-air");
    }
    String id = flightId + "-" + command.code() + "-" + commands.incrementAndGet();
    FlightInput order = new FlightInput.Order(id, command, by.id());
    boolean taken =
        command.addsRisk()
            ? fleet.offer(flight.vehicleId(), order)
            : fleet.offerSafety(flight.vehicleId(), order);
    return taken
        ? new DeskAnswer.Done<>(id, true)
        : new DeskAnswer.Unavailable<>("vehicle-queue-full");
  }

  @Override
  public void present(Person pilot) {
    pilotsSeen.put(pilot.id(), clock.now());
    for (FlightView flight : book.publishedFlights()) {
      if (flight.pilotId().equals(pilot.id()) && flight.state() != FlightState.CLOSED) {
        fleet.offer(flight.vehicleId(), new FlightInput.PilotSeen());
      }
    }
  }

  private Optional<Instant> pilotSeen(String pilotId) {
    return Optional.ofNullable(pilotsSeen.get(pilotId));
  }

  @Override
  public List<IncidentView> incidents() {
    return book.publishedIncidents();
  }

  @Override
  public List<FlightView> flights() {
    return book.publishedFlights();
  }

  @Override
  public Optional<FlightView> findFlight(String flightId) {
    return book.findPublished(flightId);
  }

  @Override
  public List<VehicleView> vehicles() {
    return fleet.vehicles().stream()
        .flatMap(vehicle -> fleet.findView(vehicle.vehicleId()).stream())
        .toList();
  }

  /** Something may have changed: folds what is durable, then does what follows from it. */
  private void news() {
    try {
      book.foldNew();
      dispatcher.look();
      closing.look();
    } catch (JournalUnavailableException e) {
      // said in the journal's own alarm; the next tick tries again
      book.publish();
    }
  }

  @Override
  public void close() {
    ticks.cancel();
    queue.close();
    book.close();
  }
}
