package org.vigie.groundstation.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.flight.FlightInput;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.flight.PilotCommand;
import org.vigie.groundstation.flight.watch.ConcernKind;
import org.vigie.groundstation.incident.Alert;
import org.vigie.groundstation.incident.IncidentInput;
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

  /** Consoles report each second; one that reports faster must not fill its vehicle's lane. */
  private static final Duration PRESENCE_MIN = Duration.ofMillis(250);

  private final DeskQueue queue;
  private final DeskBook book;
  private final PilotDesk pilots;
  private final Dispatcher dispatcher;
  private final Closing closing;
  private final Fleet fleet;
  private final StationClock clock;
  private final Scheduler.Cancellable ticks;
  private final Map<String, Instant> pilotsSeen = new ConcurrentHashMap<>();
  private final AtomicBoolean newsWaits = new AtomicBoolean();

  /**
   * Folds the journal, takes up what an earlier life left open, and opens for requests.
   *
   * @param onBug is told of each bug, on the Desk's thread; the Desk goes on
   * @throws CompletionException if the journal cannot be folded
   */
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
    this(
        setting,
        journal,
        codec,
        fleet,
        planning,
        records,
        clock,
        scheduler,
        onBug,
        DurableJournal.PATIENCE);
  }

  StationDesk(
      DeskSetting setting,
      Journal journal,
      EventCodec codec,
      Fleet fleet,
      FlightPlanning planning,
      RecordKeeping records,
      StationClock clock,
      Scheduler scheduler,
      Thread.UncaughtExceptionHandler onBug,
      Duration patience) {
    this.fleet = fleet;
    this.clock = clock;
    this.queue = new DeskQueue(onBug);
    this.book = new DeskBook(setting, journal, codec, clock, this::wake, patience);
    // no number that an earlier life has used
    this.pilots = new PilotDesk(book, fleet, clock, this::pilotSeen, journal.size());
    this.dispatcher = new Dispatcher(setting, book, fleet, planning, this::pilotSeen, this::note);
    this.closing = new Closing(book, records, this::note);
    CompletableFuture<Void> open = new CompletableFuture<>();
    queue.note(
        () -> {
          try {
            book.foldFromStart();
            book.flights().forEach(dispatcher::takeUp);
            open.complete(null);
          } catch (RuntimeException | Error damaged) {
            open.completeExceptionally(damaged);
          }
        });
    try {
      open.join();
    } catch (CompletionException damaged) {
      queue.close();
      book.close();
      throw damaged;
    }
    this.ticks = scheduler.every(LOOK_AGAIN, this::wake);
    wake();
  }

  /** Something may have changed: one look for however many reasons. */
  private void wake() {
    if (newsWaits.compareAndSet(false, true)) {
      queue.note(
          () -> {
            newsWaits.set(false);
            news();
          });
    }
  }

  /** Takes an answer in that the Desk has waited for, then looks what follows from it. */
  private void note(Runnable answer) {
    queue.note(
        () -> {
          queue.guarded(answer);
          news();
        });
  }

  /** A person's request, decided on all that is known. */
  private <T> CompletionStage<DeskAnswer<T>> request(Supplier<DeskAnswer<T>> request) {
    return queue.request(
        () -> {
          book.settle();
          return request.get();
        });
  }

  @Override
  public CompletionStage<DeskAnswer<AlertReceipt>> report(Alert alert, Person by) {
    return request(() -> book.receive(alert, by));
  }

  @Override
  public CompletionStage<DeskAnswer<IncidentView>> confirm(String incidentId, Person by) {
    return request(
        () -> {
          DeskAnswer<IncidentView> answer =
              book.decide(incidentId, new IncidentInput.Confirmed(by.id()), by);
          news();
          return refreshed(answer, incidentId);
        });
  }

  /** The same answer with the flight that has come of it since. */
  private DeskAnswer<IncidentView> refreshed(DeskAnswer<IncidentView> answer, String incidentId) {
    return answer instanceof DeskAnswer.Done<IncidentView> done
        ? new DeskAnswer.Done<>(book.findIncident(incidentId).orElse(done.value()), done.created())
        : answer;
  }

  @Override
  public CompletionStage<DeskAnswer<IncidentView>> dismiss(
      String incidentId, String reason, Person by) {
    return request(() -> book.decide(incidentId, new IncidentInput.Dismissed(by.id(), reason), by));
  }

  @Override
  public CompletionStage<DeskAnswer<FlightView>> clear(
      String flightId, ContentHash planHash, ContentHash decisionHash, Person by) {
    return request(() -> pilots.clear(flightId, planHash, decisionHash, by));
  }

  @Override
  public CompletionStage<DeskAnswer<FlightView>> confirmSetUp(
      String flightId, ContentHash hash, Person by) {
    return request(() -> pilots.confirmSetUp(flightId, hash, by));
  }

  @Override
  public CompletionStage<DeskAnswer<FlightView>> refuse(String flightId, String reason, Person by) {
    return request(() -> pilots.refuse(flightId, reason, by));
  }

  /** Past the queue, on the caller's thread: the pilot always wins, whatever else is busy. */
  @Override
  public CompletionStage<DeskAnswer<String>> command(
      String flightId, PilotCommand command, Set<ConcernKind> overrules, String why, Person by) {
    return CompletableFuture.completedFuture(pilots.command(flightId, command, overrules, why, by));
  }

  @Override
  public CompletionStage<DeskAnswer<FlightView>> offer(String vehicleId, String to, Person by) {
    return request(() -> pilots.offer(vehicleId, to, by));
  }

  @Override
  public CompletionStage<DeskAnswer<FlightView>> accept(String vehicleId, Person by) {
    return request(() -> pilots.accept(vehicleId, by));
  }

  @Override
  public void present(Person pilot) {
    Instant now = clock.now();
    Instant before = pilotsSeen.put(pilot.id(), now);
    if (before != null && now.isBefore(before.plus(PRESENCE_MIN))) {
      pilotsSeen.replace(pilot.id(), now, before);
      return;
    }
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
        .map(view -> view.on(flightOf(view.vehicleId())))
        .toList();
  }

  private @Nullable String flightOf(String vehicleId) {
    return book.publishedFlights().stream()
        .filter(f -> f.vehicleId().equals(vehicleId) && f.state() != FlightState.CLOSED)
        .map(FlightView::flightId)
        .findFirst()
        .orElse(null);
  }

  /** Folds what is durable, then does what follows from it; no part's bug stops the other. */
  private void news() {
    look(
        () -> {
          book.settle();
          dispatcher.look();
        });
    look(
        () -> {
          book.settle();
          closing.look();
        });
  }

  private void look(Runnable part) {
    queue.guarded(
        () -> {
          try {
            part.run();
          } catch (JournalUnavailableException e) {
            // said in the journal's own alarm; the next tick tries again
          }
        });
  }

  @Override
  public void close() {
    ticks.cancel();
    queue.close();
    book.close();
  }
}
