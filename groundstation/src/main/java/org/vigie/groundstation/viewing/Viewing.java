package org.vigie.groundstation.viewing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.RateLimit;
import org.vigie.groundstation.dispatch.FlightView;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.time.StationClock;

/**
 * Opens and closes looks at live pictures. Opening adds risk and waits until its entry is on disk;
 * closing never waits, and its entry is tried again until it is there. What belongs to a flight
 * comes into the flight's stream, and never after {@link #endFlight}.
 *
 * <p>Thread-safe: one lock, under which nothing is done but appending to the journal and reading
 * the flights; whoever waits is told outside of it.
 */
public final class Viewing {
  /** Looks at one time; the video hub serves about a hundred a core. */
  static final int VIEWS_MAX = 200;

  /** Refusals of one person within {@link #REFUSALS_SPAN} that are worth an entry each. */
  static final int REFUSALS_MAX = 10;

  static final Duration REFUSALS_SPAN = Duration.ofMinutes(1);

  /** A page asks for a camera's picture each second: so long after its last one it is gone. */
  static final Duration CAMERA_QUIET_MAX = Duration.ofSeconds(10);

  private final ViewingSetting setting;
  private final Journal journal;
  private final StationClock clock;
  private final StationClock wall;
  private final Supplier<List<FlightView>> flights;

  private final Object lock = new Object();
  private final FlightGates gates = new FlightGates();
  private final Set<View> views = new LinkedHashSet<>();
  private final Map<CameraKey, CameraLook> looks = new HashMap<>();
  private final List<View> unwritten = new ArrayList<>();
  private final Map<View, ViewEvent.Closed> closings = new HashMap<>();
  private final RateLimit refusals = new RateLimit(REFUSALS_MAX, REFUSALS_SPAN);
  private long opened;

  private record CameraKey(String person, String camera) {}

  private static final class CameraLook {
    private final View view;
    private final CompletableFuture<ViewAnswer> answer;
    private Instant askedAt;
    private long pictures;

    private CameraLook(View view, CompletableFuture<ViewAnswer> answer, Instant askedAt) {
      this.view = view;
      this.answer = answer;
      this.askedAt = askedAt;
    }
  }

  /**
   * A viewing that nobody looks at yet.
   *
   * @param clock the station's, for the journal
   * @param wall the wall's, for how long people look at cameras and how often they may ask
   * @param flights as they are now, like {@code Desk::flights}; must not block
   */
  public Viewing(
      ViewingSetting setting,
      Journal journal,
      StationClock clock,
      StationClock wall,
      Supplier<List<FlightView>> flights) {
    this.setting = setting;
    this.journal = journal;
    this.clock = clock;
    this.wall = wall;
    this.flights = flights;
  }

  /** Opens a look at the pictures of what flies on a source, which has to be a vehicle's id. */
  public CompletionStage<ViewAnswer> openDrone(Person person, String source) {
    synchronized (lock) {
      return decideDrone(
          person,
          source,
          flight ->
              open(person, source, StreamId.flight(flight), flight, new CompletableFuture<>()));
    }
  }

  /** Whether the person may look now; opens nothing, but a refusal is a refusal. */
  public CompletionStage<ViewAnswer> lookDrone(Person person, String source) {
    synchronized (lock) {
      return decideDrone(
          person,
          source,
          flight -> CompletableFuture.completedFuture(new ViewAnswer.Permitted(flight)));
    }
  }

  private interface Then {
    CompletionStage<ViewAnswer> on(String flightId);
  }

  private CompletionStage<ViewAnswer> decideDrone(Person person, String source, Then then) {
    Optional<FlightView> flight =
        PictureRight.flightOn(source, flights.get()).filter(f -> !gates.ended(f.flightId()));
    if (flight.isEmpty()) {
      return refuse(
          person,
          source,
          PictureRight.NO_FLIGHT,
          new StreamId("access", source),
          null,
          new ViewAnswer.NoFlight());
    }
    String id = flight.get().flightId();
    Optional<PictureRight.Refusal> refusal =
        PictureRight.drone(
            person, setting.services().get(person.service()), flight.get().serviceId());
    return refusal.isEmpty()
        ? then.on(id)
        : refuse(person, source, refusal.get(), StreamId.flight(id), id, refused(refusal.get()));
  }

  /** Whether this person may look at a fixed camera. Leaves no trace. */
  public boolean mayLook(Person person, String cameraId) {
    Set<String> services = setting.cameras().get(cameraId);
    return services != null && PictureRight.camera(person, services).isEmpty();
  }

  /**
   * A person is about to be shown one picture of a fixed camera. The first opens a look, which ends
   * by itself {@link #CAMERA_QUIET_MAX} after the last.
   *
   * @throws IllegalArgumentException if there is no such camera
   */
  public CompletionStage<ViewAnswer> cameraPicture(Person person, String cameraId) {
    Set<String> services = setting.cameras().get(cameraId);
    if (services == null) {
      throw new IllegalArgumentException("no camera " + cameraId);
    }
    StreamId stream = new StreamId("access", cameraId);
    synchronized (lock) {
      Optional<PictureRight.Refusal> refusal = PictureRight.camera(person, services);
      if (refusal.isPresent()) {
        return refuse(person, cameraId, refusal.get(), stream, null, refused(refusal.get()));
      }
      CameraKey key = new CameraKey(person.id(), cameraId);
      CameraLook look = looks.get(key);
      if (look == null) {
        return firstPicture(key, person, stream);
      }
      look.askedAt = wall.now();
      look.pictures++;
      return look.answer;
    }
  }

  private CompletionStage<ViewAnswer> firstPicture(CameraKey key, Person person, StreamId stream) {
    CompletableFuture<ViewAnswer> answer = new CompletableFuture<>();
    View view = newView(key.camera(), person, stream, null);
    CameraLook look = new CameraLook(view, answer, wall.now());
    look.pictures = 1;
    view.counter(() -> look.pictures);
    looks.put(key, look);
    return open(view, answer);
  }

  private static ViewAnswer refused(PictureRight.Refusal refusal) {
    return new ViewAnswer.Refused(refusal.code(), refusal.article());
  }

  private CompletionStage<ViewAnswer> open(
      Person person,
      String source,
      StreamId stream,
      String flightId,
      CompletableFuture<ViewAnswer> answer) {
    return open(newView(source, person, stream, flightId), answer);
  }

  private View newView(String source, Person person, StreamId stream, @Nullable String flightId) {
    return new View(
        this, "W-" + clock.now().toEpochMilli() + "-" + ++opened, source, person, stream, flightId);
  }

  private CompletionStage<ViewAnswer> open(View view, CompletableFuture<ViewAnswer> answer) {
    if (views.size() >= VIEWS_MAX) {
      forgetLook(view);
      answer.complete(new ViewAnswer.Unavailable("too-many-viewers"));
      return answer;
    }
    views.add(view);
    gates.enter(view.flightId());
    Person person = view.person();
    append(
        draft(
            view.stream(),
            person,
            new ViewEvent.Opened(view.id(), view.source(), person.id(), person.service())),
        outcome -> opened(view, outcome, answer));
    return answer;
  }

  private void opened(View view, AppendOutcome outcome, CompletableFuture<ViewAnswer> answer) {
    ViewAnswer said;
    CompletableFuture<Void> last = null;
    synchronized (lock) {
      if (outcome instanceof AppendOutcome.Failed) {
        view.become(View.State.CLOSED);
        views.remove(view);
        forgetLook(view);
        last = gates.leave(view.flightId());
        said = new ViewAnswer.Unavailable("disk");
      } else if (view.cutReason() != null) {
        closeNow(view, view.cutReason(), null);
        said =
            view.flightId() == null ? new ViewAnswer.Unavailable("cut") : new ViewAnswer.NoFlight();
      } else {
        view.become(View.State.OPEN);
        said = new ViewAnswer.Opened(view);
      }
    }
    complete(last);
    answer.complete(said);
  }

  void close(View view, String reason, OptionalLong pictures) {
    synchronized (lock) {
      if (view.state() == View.State.OPEN) {
        closeNow(
            view,
            reason,
            pictures.isPresent() ? Long.valueOf(pictures.getAsLong()) : view.counted());
      }
    }
  }

  void cut(View view, String reason) {
    Consumer<String> listener;
    synchronized (lock) {
      if (view.state() == View.State.CLOSED || view.cutReason() != null) {
        return;
      }
      view.markCut(reason);
      listener = view.listener();
      if (view.state() == View.State.OPEN) {
        closeNow(view, reason, view.counted());
      }
    }
    if (listener != null) {
      listener.accept(reason);
    }
  }

  void onCut(View view, Consumer<String> listener) {
    String reason;
    synchronized (lock) {
      view.listener(listener);
      reason = view.cutReason();
    }
    if (reason != null) {
      listener.accept(reason);
    }
  }

  void counting(View view, LongSupplier sent) {
    synchronized (lock) {
      view.counter(sent);
    }
  }

  private void closeNow(View view, String reason, @Nullable Long pictures) {
    view.become(View.State.CLOSED);
    views.remove(view);
    forgetLook(view);
    closings.put(view, new ViewEvent.Closed(view.id(), reason, pictures));
    writeClosing(view);
  }

  private void writeClosing(View view) {
    ViewEvent.Closed closed = closings.get(view);
    if (closed != null) {
      append(draft(view.stream(), view.person(), closed), outcome -> closed(view, outcome));
    }
  }

  private void closed(View view, AppendOutcome outcome) {
    CompletableFuture<Void> last = null;
    synchronized (lock) {
      if (outcome instanceof AppendOutcome.Failed) {
        unwritten.add(view);
      } else {
        closings.remove(view);
        last = gates.leave(view.flightId());
      }
    }
    complete(last);
  }

  private CompletionStage<ViewAnswer> refuse(
      Person person,
      String source,
      PictureRight.Refusal refusal,
      StreamId stream,
      @Nullable String flightId,
      ViewAnswer answer) {
    Instant now = wall.now();
    Duration wait = refusals.wait(person.id(), now);
    if (!wait.isZero()) {
      return CompletableFuture.completedFuture(new ViewAnswer.TooMany(wait));
    }
    refusals.count(person.id(), now);
    gates.enter(flightId);
    CompletableFuture<ViewAnswer> told = new CompletableFuture<>();
    append(
        draft(
            stream,
            person,
            new ViewEvent.Refused(
                source, person.id(), person.service(), refusal.code(), refusal.article())),
        outcome -> {
          CompletableFuture<Void> last;
          synchronized (lock) {
            last = gates.leave(flightId);
          }
          complete(last);
          told.complete(answer);
        });
    return told;
  }

  /**
   * A flight is over: those who look are cut, and nobody may look any more.
   *
   * @return complete when everything of its viewers is on disk; nothing is appended to its stream
   *     afterwards
   */
  public CompletionStage<Void> endFlight(String flightId) {
    CompletableFuture<Void> end;
    List<View> cut;
    synchronized (lock) {
      end = gates.end(flightId);
      cut = views.stream().filter(view -> flightId.equals(view.flightId())).toList();
    }
    cut.forEach(view -> view.cut("flight-over"));
    return end.minimalCompletionStage();
  }

  /**
   * Ends what time has ended: looks at cameras that nobody asks for, looks at flights that are
   * over; and writes what could not be written. Expected about each second of wall time.
   */
  public void tick() {
    List<View> over = new ArrayList<>();
    synchronized (lock) {
      Instant quietSince = wall.now().minus(CAMERA_QUIET_MAX);
      for (CameraLook look : List.copyOf(looks.values())) {
        if (look.view.state() == View.State.OPEN && !look.askedAt.isAfter(quietSince)) {
          closeNow(look.view, "left", look.pictures);
        }
      }
      List<FlightView> now = flights.get();
      for (View view : views) {
        String flight = view.flightId();
        if (flight != null
            && now.stream()
                .noneMatch(f -> f.flightId().equals(flight) && PictureRight.on(f.state()))) {
          over.add(view);
        }
      }
      List<View> again = List.copyOf(unwritten);
      unwritten.clear();
      again.forEach(this::writeClosing);
    }
    over.forEach(view -> view.cut("flight-over"));
  }

  private void forgetLook(View view) {
    looks.values().removeIf(look -> look.view == view);
  }

  private EntryDraft draft(StreamId stream, Person person, ViewEvent event) {
    return new EntryDraft(stream, clock.now(), person.service(), setting.commune(), event);
  }

  private void append(EntryDraft draft, Consumer<AppendOutcome> whenDone) {
    try {
      journal.append(List.of(draft), whenDone);
    } catch (IllegalStateException e) {
      whenDone.accept(new AppendOutcome.Failed("full"));
    }
  }

  private static void complete(@Nullable CompletableFuture<Void> last) {
    if (last != null) {
      last.complete(null);
    }
  }
}
