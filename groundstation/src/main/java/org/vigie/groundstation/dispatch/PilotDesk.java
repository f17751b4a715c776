package org.vigie.groundstation.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.flight.Clearance;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightInput;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.flight.PilotCommand;
import org.vigie.groundstation.flight.watch.ConcernKind;
import org.vigie.groundstation.incident.ReasonCode;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.time.StationClock;
import org.vigie.planner.canonical.ContentHash;

/**
 * What pilots ask of flights: clearance, refusal, orders, and authority. Each aircraft has one
 * pilot in command: they alone clear, go on, and hand over; what removes risk any pilot may order.
 *
 * @threading confined to the Desk's loop, but for {@link #command}
 */
final class PilotDesk {
  /** An offer that nobody took in that time is forgotten: the next glance may see another sky. */
  static final Duration OFFER_MAX = Duration.ofSeconds(60);

  /** A console that was not heard for so long left its aircraft to whoever takes it. */
  private static final Duration AWAY = Duration.ofSeconds(30);

  private final DeskBook book;
  private final Fleet fleet;
  private final StationClock clock;
  private final Function<String, Optional<Instant>> pilotSeen;
  private final AtomicLong commands;

  PilotDesk(
      DeskBook book,
      Fleet fleet,
      StationClock clock,
      Function<String, Optional<Instant>> pilotSeen,
      AtomicLong commands) {
    this.pilotSeen = pilotSeen;
    this.book = book;
    this.fleet = fleet;
    this.clock = clock;
    this.commands = commands;
  }

  DeskAnswer<FlightView> clear(
      String flightId, ContentHash planHash, ContentHash decisionHash, Person by) {
    FlightView flight = book.findFlight(flightId).orElse(null);
    if (flight == null) {
      return new DeskAnswer.Unknown<>(flightId);
    }
    if (!inCommand(by, flight)) {
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

  /** The pilot confirms that the station may correct exactly these differences of set-up. */
  DeskAnswer<FlightView> confirmSetUp(String flightId, ContentHash hash, Person by) {
    FlightView flight = book.findFlight(flightId).orElse(null);
    if (flight == null) {
      return new DeskAnswer.Unknown<>(flightId);
    }
    if (!inCommand(by, flight)) {
      return new DeskAnswer.Forbidden<>("not-the-pilot-of-this-flight");
    }
    FlightView.SetUpView asked = flight.setUp();
    if (asked == null) {
      return new DeskAnswer.Conflict<>("not-waiting-for-set-up");
    }
    if (!hash.equals(asked.hash())) {
      return new DeskAnswer.Conflict<>("stale-set-up");
    }
    book.commit(flight, List.of(new FlightEvent.SetUpConfirmed(by.id(), hash)));
    if (fleet.offer(flight.vehicleId(), new FlightInput.ConfirmSetUp(by.id(), hash))) {
      return answer(flight);
    }
    // its vehicle did not hear it: it is asked for again
    book.commit(flight, List.of(new FlightEvent.SetUpDiffers(hash, asked.differences())));
    return new DeskAnswer.Unavailable<>("vehicle-queue-full");
  }

  DeskAnswer<FlightView> refuse(String flightId, String reason, Person by) {
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
    return fleet.offer(flight.vehicleId(), new FlightInput.Refuse(by.id(), ReasonCode.of(reason)))
        ? new DeskAnswer.Done<>(flight, true)
        : new DeskAnswer.Unavailable<>("vehicle-queue-full");
  }

  /** The pilot in command offers the aircraft to another, who has {@link #OFFER_MAX} to accept. */
  DeskAnswer<FlightView> offer(String vehicleId, String to, Person by) {
    FlightView flight = flightOf(vehicleId);
    if (flight == null) {
      return new DeskAnswer.Conflict<>("vehicle-on-no-flight");
    }
    if (!inCommand(by, flight)) {
      return new DeskAnswer.Forbidden<>("not-the-pilot-of-this-flight");
    }
    if (to.equals(by.id())) {
      return new DeskAnswer.Conflict<>("already-in-command");
    }
    if (!flight.state().airborne()) {
      // the decision was made for this pilot; until take-off it holds for nobody else
      return new DeskAnswer.Conflict<>("not-in-the-air");
    }
    book.commit(flight, List.of(new FlightEvent.AuthorityOffered(by.id(), to)));
    return answer(flight);
  }

  /** Another pilot takes what was offered to them, or what a lost pilot left behind. */
  DeskAnswer<FlightView> accept(String vehicleId, Person by) {
    FlightView flight = flightOf(vehicleId);
    if (flight == null) {
      return new DeskAnswer.Conflict<>("vehicle-on-no-flight");
    }
    if (!by.is(Role.PILOT)) {
      return new DeskAnswer.Forbidden<>("not-a-pilot");
    }
    if (by.id().equals(flight.pilotId())) {
      return new DeskAnswer.Conflict<>("already-in-command");
    }
    if (!flight.state().airborne()) {
      return new DeskAnswer.Conflict<>("not-in-the-air");
    }
    boolean vacant = flight.state() == FlightState.PILOT_LOST || away(flight.pilotId());
    if (!vacant && !offeredTo(by, flight)) {
      return new DeskAnswer.Forbidden<>("not-offered-to-you");
    }
    book.commit(
        flight,
        List.of(
            new FlightEvent.AuthorityTaken(
                by.id(), flight.pilotId(), vacant ? "pilot-lost" : "offered")));
    return fleet.offer(flight.vehicleId(), new FlightInput.PilotSeen())
        ? answer(flight)
        : new DeskAnswer.Unavailable<>("vehicle-queue-full");
  }

  private DeskAnswer<FlightView> answer(FlightView before) {
    book.settle();
    return new DeskAnswer.Done<>(book.findFlight(before.flightId()).orElse(before), true);
  }

  /** Also on the way home that a lost pilot's flight takes by itself. */
  private boolean away(String pilotId) {
    Instant since = clock.now().minus(AWAY);
    return pilotSeen.apply(pilotId).filter(seen -> seen.isAfter(since)).isEmpty();
  }

  private boolean offeredTo(Person person, FlightView flight) {
    FlightView.Offer offer = flight.offer();
    Instant now = clock.now();
    return offer != null
        && offer.to().equals(person.id())
        && !now.isAfter(offer.at().plus(OFFER_MAX));
  }

  private @Nullable FlightView flightOf(String vehicleId) {
    return book.flights().stream()
        .filter(one -> one.vehicleId().equals(vehicleId) && !one.state().over())
        .findFirst()
        .orElse(null);
  }

  private static boolean inCommand(Person person, FlightView flight) {
    return person.is(Role.PILOT) && person.id().equals(flight.pilotId());
  }

  /** On the caller's thread: the pilot always wins, whatever else is busy. */
  DeskAnswer<String> command(
      String flightId, PilotCommand command, Set<ConcernKind> overrules, String why, Person by) {
    FlightView flight = book.findPublished(flightId).orElse(null);
    if (flight == null) {
      return new DeskAnswer.Unknown<>(flightId);
    }
    if (!by.is(Role.PILOT)) {
      return new DeskAnswer.Forbidden<>("not-a-pilot");
    }
    if (!mayFly(flight)) {
      return new DeskAnswer.Conflict<>("not-in-the-air");
    }
    if (command.addsRisk() && !by.id().equals(flight.pilotId())) {
      return new DeskAnswer.Forbidden<>("not-the-pilot-of-this-flight");
    }
    String id = flightId + "-" + command.code() + "-" + commands.incrementAndGet();
    String code = why.isEmpty() ? "" : ReasonCode.of(why);
    FlightInput order = new FlightInput.Order(id, command, by.id(), overrules, code);
    boolean taken =
        command.addsRisk()
            ? fleet.offer(flight.vehicleId(), order)
            : fleet.offerSafety(flight.vehicleId(), order);
    return taken
        ? new DeskAnswer.Done<>(id, true)
        : new DeskAnswer.Unavailable<>("vehicle-queue-full");
  }

  /**
   * By the journal or by the aircraft: what is shown lags while the disk is slow, and no pilot's
   * order may be lost to that. An aircraft that is on another flight by now does not count.
   */
  private boolean mayFly(FlightView flight) {
    return flight.state().airborne()
        || flight.state() == FlightState.ARMING
        || (fleet.findView(flight.vehicleId()).filter(VehicleView::armed).isPresent()
            && book.publishedFlights().stream()
                .filter(other -> !other.state().over())
                .filter(other -> other.vehicleId().equals(flight.vehicleId()))
                .allMatch(other -> other.flightId().equals(flight.flightId())));
  }
}
