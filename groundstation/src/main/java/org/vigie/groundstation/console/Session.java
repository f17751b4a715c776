package org.vigie.groundstation.console;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.client.FlightOrder;
import org.vigie.groundstation.client.LiveConnection;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.LiveStatus;
import org.vigie.groundstation.client.Reply;
import org.vigie.groundstation.client.Snapshot;
import org.vigie.groundstation.client.StationClient;
import org.vigie.groundstation.console.model.ConfirmedOrder;
import org.vigie.groundstation.console.model.ConsoleKey;
import org.vigie.groundstation.console.model.ConsoleModel;
import org.vigie.groundstation.console.model.FlightChip;
import org.vigie.groundstation.console.model.Shown;
import org.vigie.groundstation.console.screen.Actions;
import org.vigie.groundstation.console.screen.ConsoleWindow;
import org.vigie.groundstation.time.StationClock;

/**
 * Ties client, model and window together: what comes is handed to the event thread, the newest
 * only; what a person does is sent off it.
 *
 * @threading {@link Actions} and all private methods on the event thread; the listener on the
 *     client's
 */
final class Session implements Actions, LiveConnection.Listener {
  /** Ages are shown to a tenth of a second. */
  private static final int TICK_MS = 100;

  /** A bar that fills within a second. */
  private static final int HOLD_TICK_MS = 30;

  /** An event thread that stands still for longer cannot act: its pilot is not there. */
  private static final Duration PRESENT_WITHIN = Duration.ofSeconds(2);

  private final StationClient client;
  private final ConsoleModel model;
  private final StationClock clock;
  private final EdtWatch watch;
  private final AtomicReference<@Nullable Heard> newest = new AtomicReference<>();
  private final DocumentFetch documents;
  private final CountDownLatch first = new CountDownLatch(1);
  private final Timer timer;
  private final FilmKeeper films;
  private @Nullable ConsoleWindow window;
  private @Nullable LiveConnection live;
  private List<FlightChip> chips = List.of();

  /** Nobody is present at a window that shows nothing; read on the client's thread. */
  private volatile boolean iconified;

  private record Heard(Snapshot snapshot, Instant at) {}

  Session(StationClient client, ConsoleModel model, StationClock clock, EdtWatch watch) {
    this.client = client;
    this.model = model;
    this.clock = clock;
    this.watch = watch;
    this.documents = new DocumentFetch(client, model, clock);
    this.films = new FilmKeeper(client, clock);
    this.timer = new Timer(TICK_MS, event -> tick());
    timer.setInitialDelay(HOLD_TICK_MS);
  }

  /** Begins: on the event thread, once the window is there. */
  void start(ConsoleWindow on) {
    window = on;
    live = client.live(this, () -> !iconified && watch.answeredWithin(PRESENT_WITHIN));
    documents.map();
    timer.start();
    tick();
  }

  @Override
  public void snapshot(Snapshot snapshot, Instant at) {
    if (newest.getAndSet(new Heard(snapshot, at)) == null) {
      EventQueue.invokeLater(this::hear);
    }
  }

  @Override
  public void status(LiveStatus status) {
    EventQueue.invokeLater(() -> model.status(status));
  }

  private void hear() {
    Heard heard = newest.getAndSet(null);
    if (heard != null) {
      model.snapshot(heard.snapshot(), heard.at());
      tick();
      first.countDown();
    }
  }

  /** Waits until the first snapshot was given to the window; false when none came in time. */
  boolean awaitFirst(long seconds) throws InterruptedException {
    return first.await(seconds, TimeUnit.SECONDS);
  }

  private void tick() {
    ConsoleWindow on = window;
    if (on == null) {
      return;
    }
    Instant now = clock.now();
    if (model.held(now)) {
      // behind the events that already wait: the release may be among them
      EventQueue.invokeLater(() -> model.completed(clock.now()).ifPresent(this::confirmed));
    }
    Shown shown = model.show(now);
    chips = shown.top().chips();
    documents.keepUp(model.selected());
    films.keepUp(shown.flight().videoSource(), on);
    on.show(shown);
    timer.setDelay(model.holding() ? HOLD_TICK_MS : TICK_MS);
  }

  private void confirmed(ConfirmedOrder order) {
    long number = model.sent(order.flightId(), order.deed(), clock.now());
    answer(number, send(order));
  }

  private CompletableFuture<Reply<String>> send(ConfirmedOrder order) {
    String flightId = order.flightId();
    if (order instanceof ConfirmedOrder.Clear clear) {
      return client.clear(flightId, clear.planHash(), clear.decisionHash());
    } else if (order instanceof ConfirmedOrder.SetUp setUp) {
      return client.confirmSetUp(flightId, setUp.hash());
    } else if (order instanceof ConfirmedOrder.Overrule overrule) {
      return client.resume(flightId, overrule.codes());
    } else if (order instanceof ConfirmedOrder.Terminate terminate) {
      return client.terminate(flightId, terminate.reason());
    } else if (order instanceof ConfirmedOrder.MoveScene move) {
      return client.moveScene(flightId, move.to());
    } else if (order instanceof ConfirmedOrder.ExtendScene) {
      return client.extendScene(flightId);
    }
    throw new IllegalStateException("not sent: " + order.getClass());
  }

  private void order(FlightOrder order) {
    model
        .orderable(clock.now())
        .map(LiveFlight::flightId)
        .ifPresent(
            flightId -> {
              long number = model.sent(flightId, order.code(), clock.now());
              answer(number, client.order(flightId, order));
            });
  }

  private void answer(long number, CompletableFuture<Reply<String>> reply) {
    tick();
    CompletableFuture<?> unused =
        reply.thenAccept(answer -> EventQueue.invokeLater(() -> answered(number, answer)));
  }

  private void answered(long number, Reply<String> answer) {
    Instant now = clock.now();
    if (answer instanceof Reply.Done<String> done) {
      model.accepted(number, done.value(), now);
    } else if (answer instanceof Reply.Refused<String> refused) {
      model.refused(number, refused.problem().words(), now);
    } else if (answer instanceof Reply.Away<String> away) {
      model.unanswered(number, away.why(), now);
    }
    tick();
  }

  @Override
  public void press(ConsoleKey key, Instant when) {
    if (key == ConsoleKey.ACKNOWLEDGE) {
      model.acknowledge();
    } else if (model.press(key, when, clock.now())) {
      key.order().ifPresent(this::order);
    } else if (model.holding()) {
      timer.restart();
    }
    tick();
  }

  @Override
  public void release(ConsoleKey key, Instant when) {
    boolean was = model.holding();
    model.release(key, when, clock.now());
    if (was) {
      tick();
    }
  }

  @Override
  public void letGo() {
    model.letGo();
  }

  @Override
  public boolean escape() {
    boolean asked = model.escape();
    tick();
    return asked;
  }

  @Override
  public boolean enter() {
    Optional<ConfirmedOrder> order = model.enter(clock.now());
    order.ifPresent(this::confirmed);
    return order.isPresent();
  }

  @Override
  public boolean place(LatLon place) {
    boolean taken = model.aim(place, clock.now());
    if (taken) {
      tick();
    }
    return taken;
  }

  @Override
  public void choose(String code) {
    model.choose(code, clock.now());
    tick();
  }

  @Override
  public void offer(String to) {
    authority("offer", vehicleId -> client.offer(vehicleId, to));
  }

  @Override
  public void accept() {
    authority("accept", client::accept);
  }

  private void authority(String deed, Function<String, CompletableFuture<Reply<String>>> request) {
    model
        .selected()
        .ifPresent(
            flight -> {
              long number = model.sent(flight.flightId(), deed, clock.now());
              answer(number, request.apply(flight.vehicleId()));
            });
  }

  @Override
  public void iconified(boolean icon) {
    iconified = icon;
  }

  /** Whether the window may close: nobody leaves a flight in the air by a slip of the mouse. */
  boolean closeAsked() {
    boolean may = model.closeAsked(clock.now());
    tick();
    return may;
  }

  @Override
  public void refuse(String reason) {
    model
        .selected()
        .map(LiveFlight::flightId)
        .ifPresent(
            flightId -> {
              long number = model.sent(flightId, "refuse", clock.now());
              answer(number, client.refuse(flightId, reason));
            });
  }

  @Override
  public void selectFlight(String flightId) {
    model.selectFlight(flightId);
    tick();
  }

  @Override
  public void selectFlightAt(int place) {
    List<FlightChip> flights = chips.stream().filter(chip -> !chip.flightId().isEmpty()).toList();
    if (place <= flights.size()) {
      selectFlight(flights.get(place - 1).flightId());
    }
  }

  @Override
  public void selectIncident(String incidentId) {
    model.selectIncident(incidentId);
    tick();
  }

  @Override
  public void holdFlights(boolean held) {
    model.holdChips(held);
  }

  @Override
  public void holdIncidents(boolean held) {
    model.holdIncidents(held);
  }

  @Override
  public void copy(String text) {
    if (!GraphicsEnvironment.isHeadless()) {
      Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
    }
  }

  /** Ends it: on the event thread. */
  void stop() {
    timer.stop();
    films.close();
    if (live != null) {
      live.close();
    }
    window = null;
  }
}
