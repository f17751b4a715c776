package org.vigie.groundstation.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightOrder;
import org.vigie.groundstation.flight.FlightParts;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.flight.HandJournal;
import org.vigie.groundstation.incident.Alert;
import org.vigie.groundstation.incident.AlertType;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.time.Scheduler;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.replan.SceneMove;

/** A Desk over a journal in hand, with ticks and answers of the pool given by the test. */
final class DeskAtWork implements AutoCloseable {
  static final Person OPERATOR = person("op-1", Role.OPERATOR, "sdis42");
  static final Person PILOT = person("pilot-1", Role.PILOT, "sdis42");
  static final Person OTHER_PILOT = person("pilot-2", Role.PILOT, "sdis42");

  final HandJournal journal;
  final HandFleet fleet = new HandFleet();
  final List<Throwable> bugs = new CopyOnWriteArrayList<>();
  final AtomicInteger planned = new AtomicInteger();
  final AtomicInteger recordsFailing = new AtomicInteger();
  final AtomicInteger recordsTried = new AtomicInteger();
  volatile Instant now = FlightParts.NOON;
  final StationDesk desk;
  final List<List<FlightPlanning.Question>> asked = new CopyOnWriteArrayList<>();
  volatile CompletableFuture<FlightPlanning.Choice> choice = new CompletableFuture<>();
  volatile boolean planningFails;
  volatile boolean go = true;
  volatile Runnable onPlanning = () -> {};
  private volatile Runnable tick = () -> {};

  DeskAtWork() {
    this(new HandJournal(), true);
  }

  DeskAtWork(HandJournal journal, boolean vehicleReady) {
    this.journal = journal;
    fleet.ready = vehicleReady;
    desk =
        new StationDesk(
            new DeskSetting(
                "test",
                "42218",
                List.of(
                    new StaffedService("sdis42", List.of("pilot-1", "pilot-2")),
                    new StaffedService("pm42", List.of()))),
            journal,
            journal.codec,
            fleet,
            new Planning(),
            new Records(),
            () -> now,
            new HandScheduler(),
            (thread, bug) -> bugs.add(bug),
            Duration.ofMillis(100));
    settle();
  }

  static Person person(String id, Role role, String service) {
    return new Person(id, id, Set.of(role), service, "42218");
  }

  static Alert alert(String sourceId) {
    return new Alert(
        "mic-7",
        sourceId,
        AlertType.EXPLOSION,
        FlightParts.NOON,
        new LatLon(45.4358, 4.3830),
        20,
        0.9,
        "",
        List.of());
  }

  final List<FlightPlanning.SceneQuestion> scenesAsked = new ArrayList<>();
  SceneMove.Outcome sceneMove = new SceneMove.NotFound(SceneMove.Reason.SCENE_HIDDEN, "tower");

  private final class Planning implements FlightPlanning {
    @Override
    public CompletionStage<Outcome> prepare(Question question) {
      return DeskAtWork.this.prepare(question);
    }

    @Override
    public CompletionStage<Choice> choose(List<Question> questions) {
      asked.add(questions);
      return choice;
    }

    @Override
    public CompletionStage<SceneMove.Outcome> moveScene(SceneQuestion question) {
      scenesAsked.add(question);
      return CompletableFuture.completedFuture(sceneMove);
    }
  }

  private CompletionStage<FlightPlanning.Outcome> prepare(FlightPlanning.Question question) {
    planned.incrementAndGet();
    onPlanning.run();
    if (planningFails) {
      return CompletableFuture.failedFuture(new IllegalStateException("planner"));
    }
    FlightOrder order = FlightParts.order(question.flight().flightId());
    keep(order.plan());
    keep(order.proof());
    keep(order.decision());
    return CompletableFuture.completedFuture(
        new FlightPlanning.Outcome(
            order.plan(),
            go ? order.proof() : FlightParts.proof(order.plan(), false),
            order.decision(),
            null,
            null));
  }

  private void keep(Object document) {
    journal.keep(CanonicalJson.write(document).getBytes(StandardCharsets.UTF_8));
  }

  static <T> DeskAnswer<T> get(CompletionStage<DeskAnswer<T>> answer) throws Exception {
    return answer.toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  static <T> T done(CompletionStage<DeskAnswer<T>> answer) throws Exception {
    return ((DeskAnswer.Done<T>) get(answer)).value();
  }

  /** Waits until the Desk has nothing more to do: each turn may cause one more. */
  void settle() {
    for (int i = 0; i < 8; i++) {
      desk.dismiss("I-none", "x", OPERATOR).toCompletableFuture().join();
    }
  }

  void tick() {
    tick.run();
    settle();
  }

  void later(Duration time) {
    now = now.plus(time);
  }

  /** An alert and its confirmation; the flight's view. */
  FlightView dispatched() throws Exception {
    AlertReceipt receipt = done(desk.report(alert("a1"), OPERATOR));
    get(desk.confirm(receipt.incidentId(), OPERATOR));
    settle();
    return desk.flights().get(0);
  }

  /** What the vehicle's loop would journal. */
  void state(FlightView flight, FlightState from, FlightState to) {
    append(flight, new FlightEvent.StateChanged(from, to, ""));
    settle();
  }

  void append(FlightView flight, Event event) {
    journal.append(
        List.of(new EntryDraft(StreamId.flight(flight.flightId()), now, "sdis42", "42218", event)),
        outcome -> {});
  }

  @Override
  public void close() {
    desk.close();
  }

  private final class Records implements RecordKeeping {
    @Override
    public CompletionStage<Telemetry> endStreams(FlightView flight) {
      return CompletableFuture.completedFuture(new Telemetry(10, 1));
    }

    @Override
    public CompletionStage<String> write(FlightView flight, String outcome, Telemetry telemetry) {
      recordsTried.incrementAndGet();
      return recordsFailing.getAndDecrement() > 0
          ? CompletableFuture.failedFuture(new IllegalStateException("disk full"))
          : CompletableFuture.completedFuture("/records/" + flight.flightId() + "/" + outcome);
    }
  }

  private final class HandScheduler implements Scheduler {
    @Override
    public Cancellable after(Duration delay, Runnable task) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Cancellable every(Duration period, Runnable task) {
      tick = task;
      return () -> tick = () -> {};
    }
  }
}
