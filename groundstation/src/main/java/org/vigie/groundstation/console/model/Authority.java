package org.vigie.groundstation.console.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.Colleague;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.Who;
import org.vigie.groundstation.text.Texts;

/** Who is in command, in words. Stateless. */
final class Authority {
  /** The station forgets an offer that nobody took in that time. */
  static final Duration OFFER_MAX = Duration.ofSeconds(60);

  /** A console says each second that its pilot is there; the list itself is some seconds old. */
  private static final double PRESENT_S = 10;

  /** The station gives an aircraft to whoever takes it when its pilot was away for so long. */
  private static final double AWAY_S = 30;

  private final Texts texts;
  private final Quantities quantities;
  private final OrderWords orderWords;

  Authority(Texts texts, Quantities quantities) {
    this.texts = texts;
    this.quantities = quantities;
    this.orderWords = new OrderWords(texts);
  }

  /** How long an offer stands yet, absent when it does not. */
  static Optional<Duration> left(Situation situation, LiveFlight flight) {
    LiveFlight.Offer offer = flight.offer();
    if (offer == null) {
      return Optional.empty();
    }
    Instant at = offer.at();
    Duration left =
        at == null ? OFFER_MAX : OFFER_MAX.minus(Duration.between(at, situation.stationTime()));
    return left.isNegative() ? Optional.empty() : Optional.of(left);
  }

  /** Whether the aircraft is offered to this person, and for how long yet. */
  static Optional<Duration> offeredTo(@Nullable Who who, Situation situation, LiveFlight flight) {
    LiveFlight.Offer offer = flight.offer();
    return who == null || offer == null || !offer.to().equals(who.personId())
        ? Optional.empty()
        : left(situation, flight);
  }

  /**
   * The tab.
   *
   * @param pilots of the station, absent while they are not known
   */
  AuthorityShown show(
      Situation situation,
      @Nullable LiveFlight flight,
      @Nullable List<Colleague> pilots,
      OrderLog orders) {
    if (flight == null || States.over(flight.state())) {
      return AuthorityShown.NONE;
    }
    List<Colleague> known = pilots == null ? List.of() : pilots;
    Who who = situation.who();
    boolean mine = who != null && who.personId().equals(flight.pilotId());
    List<DetailRow> rows = new ArrayList<>();
    rows.add(inCommand(flight, known, mine));
    Optional<Duration> left = left(situation, flight);
    LiveFlight.Offer offer = flight.offer();
    rows.add(
        offer == null || left.isEmpty()
            ? row("offer", texts.get("console.authority.offer.none"), Level.NORMAL)
            : row(
                "offer",
                texts.get(
                    "console.authority.offer.value",
                    name(offer.to(), known),
                    quantities.age(OFFER_MAX.minus(left.get())),
                    quantities.seconds((double) left.get().toSeconds())),
                Level.AMBER));
    Optional<SentOrder> last =
        orders
            .newest(flight.flightId())
            .filter(order -> order.deed().equals("offer") || order.deed().equals("accept"));
    return new AuthorityShown(
        flight.vehicleId(),
        rows,
        mine ? candidates(flight, known) : List.of(),
        offerObstacle(situation, flight, pilots, mine),
        mine ? "" : take(situation, flight, known),
        last.map(orderWords::say).orElse(""),
        last.map(OrderWords::level).orElse(Level.NORMAL));
  }

  private DetailRow inCommand(LiveFlight flight, List<Colleague> known, boolean mine) {
    String name = name(flight.pilotId(), known);
    if (mine) {
      return row("pilot", texts.get("console.clearance.you", name), Level.NORMAL);
    }
    boolean lost = flight.state().equals("PILOT_LOST");
    return known.stream()
        .filter(one -> one.personId().equals(flight.pilotId()))
        .findFirst()
        .map(
            one ->
                row(
                    "pilot",
                    name + " \u00b7 " + there(one),
                    lost || away(one) ? Level.AMBER : Level.NORMAL))
        .orElse(row("pilot", name, lost ? Level.AMBER : Level.NORMAL));
  }

  private DetailRow row(String key, String value, Level level) {
    return new DetailRow(
        key,
        level == Level.AMBER ? "\u25c6" : "",
        texts.get("console.authority." + key),
        value,
        level,
        List.of());
  }

  private static String name(String id, List<Colleague> known) {
    return known.stream()
        .filter(one -> one.personId().equals(id))
        .map(Colleague::name)
        .findFirst()
        .orElse(id);
  }

  private static boolean away(Colleague one) {
    return one.seenS() == null || one.seenS() > AWAY_S;
  }

  private String there(Colleague one) {
    Double seen = one.seenS();
    return seen == null
        ? texts.get("console.authority.never")
        : seen <= PRESENT_S
            ? texts.get("console.authority.present")
            : texts.get(
                "console.authority.seen", quantities.age(Duration.ofSeconds(Math.round(seen))));
  }

  private List<AuthorityShown.Candidate> candidates(LiveFlight flight, List<Colleague> known) {
    return known.stream()
        .filter(one -> !one.personId().equals(flight.pilotId()))
        .sorted(
            Comparator.<Colleague, Boolean>comparing(
                    one -> one.seenS() == null || one.seenS() > PRESENT_S)
                .thenComparing(Colleague::name))
        .map(
            one ->
                new AuthorityShown.Candidate(one.personId(), one.name() + " \u00b7 " + there(one)))
        .toList();
  }

  private String offerObstacle(
      Situation situation, LiveFlight flight, @Nullable List<Colleague> pilots, boolean mine) {
    if (!situation.fresh()) {
      return texts.get("console.clearance.stale");
    }
    if (!mine) {
      return texts.get("console.authority.not-yours");
    }
    if (!States.active(flight.state())) {
      return texts.get("console.authority.ground");
    }
    if (pilots == null) {
      return texts.get("console.authority.unlisted");
    }
    return candidates(flight, pilots).isEmpty() ? texts.get("console.authority.alone") : "";
  }

  private String take(Situation situation, LiveFlight flight, List<Colleague> known) {
    if (!situation.fresh() || !States.active(flight.state())) {
      return "";
    }
    Optional<Duration> offered = offeredTo(situation.who(), situation, flight);
    if (offered.isPresent()) {
      return texts.get(
          "console.authority.accept",
          flight.vehicleId(),
          quantities.seconds((double) offered.get().toSeconds()));
    }
    boolean vacant =
        flight.state().equals("PILOT_LOST")
            || known.stream().anyMatch(one -> one.personId().equals(flight.pilotId()) && away(one));
    return vacant ? texts.get("console.authority.take", flight.vehicleId()) : "";
  }
}
