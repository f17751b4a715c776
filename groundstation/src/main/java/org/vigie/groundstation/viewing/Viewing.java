package org.vigie.groundstation.viewing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.RateLimit;
import org.vigie.groundstation.dispatch.FlightView;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.time.StationClock;

/**
 * Decides who looks at live pictures, and keeps book of it. Opening adds risk and waits until its
 * entry is on disk; closing never waits. What belongs to a flight comes into the flight's stream,
 * and never after {@link #endFlight}. Thread-safe.
 */
public final class Viewing {
  /** Refusals of one person within {@link #REFUSALS_SPAN} that are worth an entry each. */
  static final int REFUSALS_MAX = 10;

  static final Duration REFUSALS_SPAN = Duration.ofMinutes(1);

  /** Entries within that span of one person who asks for a source on which nothing flies. */
  static final int WITHOUT_FLIGHT_MAX = 1;

  private final ViewingSetting setting;
  private final StationClock clock;
  private final StationClock wall;
  private final Supplier<List<FlightView>> flights;
  private final ViewBook book;
  private final CameraLooks looks = new CameraLooks();
  private final RateLimit refusals = new RateLimit(REFUSALS_MAX, REFUSALS_SPAN);
  private final RateLimit withoutFlight = new RateLimit(WITHOUT_FLIGHT_MAX, REFUSALS_SPAN);
  private final AtomicLong views = new AtomicLong();

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
    this.clock = clock;
    this.wall = wall;
    this.flights = flights;
    this.book = new ViewBook(journal, clock, setting.commune());
  }

  /**
   * Opens a look at the pictures of what flies on a source: {@link ViewAnswer.Opened} once that is
   * on disk.
   *
   * @param source id of a vehicle that exists
   */
  public CompletionStage<ViewAnswer> openDrone(Person person, String source) {
    return decide(
        person,
        source,
        flight -> {
          String id = flight.flightId();
          boolean own = flight.pilotId().equals(person.id());
          return book.open(newView(source, person, StreamId.flight(id), id, own));
        });
  }

  /**
   * Whether the person may look now: {@link ViewAnswer.Permitted}. Opens nothing, but a refusal is
   * a refusal and is journalled.
   */
  public CompletionStage<ViewAnswer> lookDrone(Person person, String source) {
    return decide(
        person,
        source,
        flight -> CompletableFuture.completedFuture(new ViewAnswer.Permitted(flight.flightId())));
  }

  private CompletionStage<ViewAnswer> decide(
      Person person, String source, Function<FlightView, CompletionStage<ViewAnswer>> then) {
    Optional<FlightView> flight =
        PictureRight.flightOn(source, flights.get()).filter(f -> !book.ended(f.flightId()));
    if (flight.isEmpty()) {
      return nothingFlies(person, source);
    }
    String id = flight.get().flightId();
    Optional<PictureRight.Refusal> refusal =
        PictureRight.drone(
            person, setting.services().get(person.service()), flight.get().serviceId());
    return refusal.isEmpty()
        ? then.apply(flight.get())
        : refuse(person, source, refusal.get(), StreamId.flight(id), id);
  }

  /** Whether this person may look at a fixed camera. Leaves no trace. */
  public boolean mayLook(Person person, String cameraId) {
    Set<String> services = setting.cameras().get(cameraId);
    return services != null && PictureRight.camera(person, services).isEmpty();
  }

  /**
   * A person is about to be shown one picture of a fixed camera. The first opens a look, which ends
   * by itself ten seconds of wall time after the last.
   *
   * @throws IllegalArgumentException if there is no such camera
   */
  public CompletionStage<ViewAnswer> cameraPicture(Person person, String cameraId) {
    Set<String> services = setting.cameras().get(cameraId);
    if (services == null) {
      throw new IllegalArgumentException("no camera " + cameraId);
    }
    StreamId stream = new StreamId("access", cameraId);
    Optional<PictureRight.Refusal> refusal = PictureRight.camera(person, services);
    return refusal.isPresent()
        ? refuse(person, cameraId, refusal.get(), stream, null)
        : looks.picture(
            person.id(),
            cameraId,
            wall.now(),
            () -> newView(cameraId, person, stream, null, false),
            book::open);
  }

  private View newView(
      String source, Person person, StreamId stream, @Nullable String flightId, boolean ownPilot) {
    String id = "W-" + clock.now().toEpochMilli() + "-" + views.incrementAndGet();
    return new View(book, id, source, person, stream, flightId, ownPilot);
  }

  /** A screen that waits for a flight asks again and again; that is no entry each time. */
  private CompletionStage<ViewAnswer> nothingFlies(Person person, String source) {
    Instant now = wall.now();
    String key = person.id() + " " + source;
    ViewAnswer answer = new ViewAnswer.NoFlight();
    if (!withoutFlight.wait(key, now).isZero()) {
      return CompletableFuture.completedFuture(answer);
    }
    withoutFlight.count(key, now);
    StreamId stream = new StreamId("access", source);
    return book.refused(
        stream, null, person, refused(source, person, PictureRight.NO_FLIGHT), answer);
  }

  private CompletionStage<ViewAnswer> refuse(
      Person person,
      String source,
      PictureRight.Refusal refusal,
      StreamId stream,
      @Nullable String flightId) {
    Instant now = wall.now();
    Duration wait = refusals.wait(person.id(), now);
    if (!wait.isZero()) {
      return CompletableFuture.completedFuture(new ViewAnswer.TooMany(wait));
    }
    refusals.count(person.id(), now);
    return book.refused(
        stream,
        flightId,
        person,
        refused(source, person, refusal),
        new ViewAnswer.Refused(refusal.code(), refusal.article()));
  }

  private static ViewEvent.Refused refused(
      String source, Person person, PictureRight.Refusal refusal) {
    return new ViewEvent.Refused(
        source, person.id(), person.service(), refusal.code(), refusal.article());
  }

  /**
   * A flight is over: those who look are cut, and nobody may look any more.
   *
   * @return complete when everything of its viewers is on disk; nothing is appended to its stream
   *     afterwards. With a disk that fails it waits for {@link #tick} to succeed
   */
  public CompletionStage<Void> endFlight(String flightId) {
    return book.endFlight(flightId);
  }

  /**
   * Ends what time has ended: looks at cameras that nobody asks for, looks at flights that are
   * over; and writes what could not be written. Expected about each second of wall time.
   */
  public void tick() {
    looks.sweep(wall.now());
    List<View> open = book.views(); // before the flights: none of these is newer than those
    List<FlightView> now = flights.get();
    for (View view : open) {
      String flight = view.flightId();
      if (flight != null && !on(flight, now)) {
        view.cut("flight-over");
      }
    }
    book.tryAgain();
  }

  private static boolean on(String flightId, List<FlightView> flights) {
    return flights.stream()
        .anyMatch(f -> f.flightId().equals(flightId) && PictureRight.on(f.state()));
  }
}
