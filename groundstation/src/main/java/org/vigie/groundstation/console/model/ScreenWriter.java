package org.vigie.groundstation.console.model;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.Colleague;
import org.vigie.groundstation.client.FlightOrder;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.Who;
import org.vigie.groundstation.text.Texts;

/** Puts the parts of the screen into words: the upper edge, the selected flight, the lower edge. */
final class ScreenWriter {
  /** That an order is done is worth a word for so long. */
  private static final Duration DONE_SHOWN = Duration.ofSeconds(5);

  private final Texts texts;
  private final Moments moments;
  private final Gauges gauges;
  private final Clearances clearances;
  private final FlightTabs tabs;
  private final OrderWords orderWords;
  private final QuestionWriter questions;
  private final Authority authority;
  private final AircraftRows aircraft;
  private DecisionRows decisions;

  ScreenWriter(Texts texts, Quantities quantities, Moments moments) {
    this.texts = texts;
    this.moments = moments;
    this.orderWords = new OrderWords(texts);
    this.gauges = new Gauges(texts, quantities);
    this.clearances = new Clearances(texts, quantities, orderWords);
    this.tabs = new FlightTabs(texts, quantities, moments);
    this.questions = new QuestionWriter(texts, quantities);
    this.authority = new Authority(texts, quantities);
    this.aircraft = new AircraftRows(texts, quantities);
    this.decisions = new DecisionRows(texts, RuleWords.CODES, moments);
  }

  void words(RuleWords words) {
    decisions = new DecisionRows(texts, words, moments);
  }

  Optional<Clearance> clearance(Situation situation, LiveFlight flight, OrderLog orders) {
    return clearances.show(situation, flight, 1, orders);
  }

  TopBar top(Situation situation, List<FlightChip> chips, List<Alarm> alarms) {
    Instant time = situation.fresh() ? situation.stationTime() : situation.now();
    Who who = situation.who();
    return new TopBar(
        chips,
        alarms,
        moments.local(time),
        moments.utc(time),
        who == null ? texts.get("console.who.unknown") : who.name(),
        who == null ? "" : who.serviceName(),
        lost(situation));
  }

  private String lost(Situation situation) {
    if (situation.fresh()) {
      return "";
    }
    String why = situation.live().why();
    return texts
        .get(
            situation.heardAt() == null ? "console.connecting" : "console.lost",
            moments.local(situation.lostSince()),
            why.isEmpty() ? "" : texts.name("console.away", why))
        .strip();
  }

  /**
   * The selected flight.
   *
   * @param asked the question that is open, absent when none is
   * @param pilots of the station, absent while they are not known
   */
  FlightShown flight(
      Situation situation,
      @Nullable LiveFlight flight,
      List<Condition> wrong,
      OrderLog orders,
      double holdProgress,
      @Nullable Question asked,
      @Nullable List<Colleague> pilots) {
    if (flight == null) {
      return noFlight();
    }
    Documents held = situation.documents(flight.flightId());
    Level level = Level.NORMAL;
    for (Condition condition : wrong) {
      if (condition.subject().equals(flight.flightId())) {
        level = level.or(condition.kind().level());
      }
    }
    return new FlightShown(
        flight.flightId(),
        flight.vehicleId() + " \u00b7 " + flight.flightId(),
        texts.name("state", flight.state()) + reason(flight),
        level,
        States.watched(flight.state()) ? flight.vehicleId() : "",
        situation
            .vehicleOf(flight)
            .map(vehicle -> gauges.show(situation, flight, vehicle))
            .orElse(List.of()),
        clearances.show(situation, flight, holdProgress, orders).orElse(null),
        questions.setUp(situation, flight, holdProgress, orders).orElse(null),
        asked,
        tabs.checks(flight),
        decisions.show(flight, held),
        tabs.plan(flight, held),
        authority.show(situation, flight, pilots, orders),
        aircraft.show(situation.vehicleOf(flight)));
  }

  /** Why a flight is in trouble or came to nothing; of ordinary states there is nothing to say. */
  private String reason(LiveFlight flight) {
    if (flight.setUp() != null) {
      return " \u00b7 " + texts.get("console.set-up.waits");
    }
    if (States.over(flight.state()) && "NO_GO".equals(flight.verdict())) {
      return " \u00b7 " + texts.name("verdict", "NO_GO");
    }
    boolean worth =
        States.trouble(flight.state())
            || flight.state().equals("REFUSED")
            || flight.state().equals("ABORTED");
    String code = flight.reason().split(":", 2)[0];
    if (!worth || code.isEmpty()) {
      return "";
    }
    String words = texts.name("console.reason", code);
    return " \u00b7 " + (words.equals(code) ? texts.name("reason", code) : words);
  }

  private FlightShown noFlight() {
    return new FlightShown(
        "",
        texts.get("console.flight.none"),
        "",
        Level.QUIET,
        "",
        List.of(),
        null,
        null,
        null,
        List.of(),
        DecisionRows.nothing(texts.get("console.flight.none")),
        List.of(),
        AuthorityShown.NONE,
        List.of());
  }

  /** Whether the selected flight is over, and what its pilot has to be told of it. */
  enum End {
    NOT,
    /** No other flight is there to be chosen. */
    ALONE,
    /** Others are there, and none is chosen by itself. */
    OTHERS,
    /** A safety key was pressed, and nothing sent. */
    PRESSED
  }

  SafetyShown safety(
      Situation situation,
      @Nullable LiveFlight flight,
      OrderLog orders,
      End end,
      @Nullable Question asked) {
    Map<ConsoleKey, SafetyShown.Brief> brief = new EnumMap<>(ConsoleKey.class);
    Optional<SentOrder> newest =
        flight == null
            ? Optional.empty()
            : orders.newest(flight.flightId()).filter(order -> tells(order, situation));
    for (ConsoleKey key : ConsoleKey.values()) {
      Optional<FlightOrder> order = key.order();
      newest
          .filter(sent -> order.isPresent() && sent.deed().equals(order.get().code()))
          .ifPresent(
              sent ->
                  brief.put(
                      key, new SafetyShown.Brief(orderWords.brief(sent), OrderWords.level(sent))));
    }
    return new SafetyShown(
        asked == null
            ? hint(situation, flight, newest, end)
            : texts.get("console.hint." + asked.kind()),
        end == End.PRESSED
            ? Level.RED
            : asked != null
                ? asked.level()
                : newest
                    .map(OrderWords::level)
                    .orElse(end == End.OTHERS && situation.fresh() ? Level.AMBER : Level.NORMAL),
        flight == null || end != End.NOT ? "" : flight.vehicleId(),
        brief,
        asked != null && asked.kind() == Question.Kind.TERMINATE);
  }

  /** Whether an order still tells something: until it is done, and what is over soon not. */
  private static boolean tells(SentOrder order, Situation situation) {
    Duration age = Duration.between(order.at(), situation.now());
    return switch (order.status()) {
      case DONE -> age.compareTo(DONE_SHOWN) < 0;
      case REFUSED -> age.compareTo(AlarmRules.REFUSAL_SHOWN) < 0;
      case SENT, ACCEPTED, UNANSWERED, NO_EFFECT ->
          situation.findFlight(order.flightId()).filter(f -> !States.over(f.state())).isPresent();
    };
  }

  private String hint(
      Situation situation, @Nullable LiveFlight flight, Optional<SentOrder> newest, End end) {
    String over =
        texts.get("console.hint.over", flight == null ? "" : flight.vehicleId() + ": ").strip();
    if (end == End.PRESSED) {
      return over;
    }
    if (newest.isPresent()) {
      return orderWords.say(newest.get());
    }
    if (!situation.fresh()) {
      return texts.get("console.hint.lost");
    }
    if (end == End.OTHERS) {
      return over;
    }
    if (flight == null || end != End.NOT) {
      return texts.get("console.hint.none");
    }
    if (flight.setUp() != null) {
      return texts.get("console.hint.set-up", flight.vehicleId());
    }
    if (flight.state().equals(States.AWAITING_CLEARANCE)) {
      return texts.get("console.hint.clear", flight.vehicleId());
    }
    return texts.get(
        States.active(flight.state()) ? "console.hint.active" : "console.hint.waiting",
        flight.vehicleId());
  }
}
