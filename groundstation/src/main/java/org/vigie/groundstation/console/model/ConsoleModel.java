package org.vigie.groundstation.console.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.FlightOrder;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.LiveStatus;
import org.vigie.groundstation.client.LiveVehicle;
import org.vigie.groundstation.client.MapDocument;
import org.vigie.groundstation.client.Snapshot;
import org.vigie.groundstation.client.Who;
import org.vigie.groundstation.text.Texts;

/**
 * All that a console knows, and what it shows of it at a moment. A pure fold: what came goes in,
 * {@link #show} says what is on the screen.
 *
 * @threading confined to one thread, in the console the event thread
 */
public final class ConsoleModel {
  private final Texts texts;
  private final Moments moments;
  private final FlightChips chips;
  private final AlarmRules alarmRules;
  private final Alarms alarms = new Alarms();
  private final OrderLog orders = new OrderLog();
  private final OrderWords orderWords;
  private final ClearHold hold = new ClearHold();
  private final Tracks tracks = new Tracks();
  private final Incidents incidents;
  private final Gauges gauges;
  private final Clearances clearances;
  private final FlightTabs tabs;
  private final MapScenes scenes;
  private final Map<String, Documents> documents = new HashMap<>();
  private final Map<String, Double> batteryAtStart = new HashMap<>();
  private DecisionRows decisions;
  private LiveStatus live;
  private @Nullable Snapshot snapshot;
  private @Nullable Instant heardAt;
  private @Nullable Who who;
  private @Nullable MapDocument map;
  private boolean mapAbsent;
  private @Nullable String flightId;
  private @Nullable String incidentId;
  private boolean chipsHeld;
  private boolean incidentsHeld;

  public ConsoleModel(Texts texts, ZoneId zone, Instant now) {
    this.texts = texts;
    Quantities quantities = new Quantities(texts);
    this.moments = new Moments(zone, texts);
    this.orderWords = new OrderWords(texts);
    this.chips = new FlightChips(texts, quantities);
    this.alarmRules = new AlarmRules(texts, quantities);
    this.incidents = new Incidents(texts, quantities, moments);
    this.gauges = new Gauges(texts, quantities);
    this.clearances = new Clearances(texts, quantities, orderWords);
    this.tabs = new FlightTabs(texts, quantities, moments);
    this.scenes = new MapScenes(texts, quantities, moments);
    this.decisions = new DecisionRows(texts, RuleWords.CODES, moments);
    this.live = new LiveStatus(false, now, "", 0);
  }

  /** The words of the rules, once they are read. */
  public void words(RuleWords words) {
    decisions = new DecisionRows(texts, words, moments);
  }

  public void who(Who person) {
    who = person;
  }

  /** The station's map, absent when it has none. */
  public void map(@Nullable MapDocument document) {
    map = document;
    mapAbsent = document == null;
  }

  public void status(LiveStatus status) {
    live = status;
  }

  /** Takes the newest snapshot. */
  public void snapshot(Snapshot newest, Instant at) {
    snapshot = newest;
    heardAt = at;
    tracks.observe(newest);
    orders.observe(newest, at);
    documents.keySet().removeIf(id -> newest.findFlight(id).isEmpty());
    batteryAtStart.keySet().removeIf(id -> newest.findFlight(id).isEmpty());
    for (LiveFlight flight : newest.flights()) {
      if (!States.active(flight.state()) && !States.over(flight.state())) {
        newest
            .findVehicle(flight.vehicleId())
            .map(LiveVehicle::batteryPercent)
            .ifPresent(percent -> batteryAtStart.put(flight.flightId(), percent));
      }
    }
    select(newest);
  }

  /**
   * Selects a flight only when none is, or the one that was is over: what the safety keys act on
   * never changes under a pilot's hand.
   */
  private void select(Snapshot newest) {
    Optional<LiveFlight> current = newest.findFlight(flightId);
    if (current.isEmpty() || States.over(current.get().state())) {
      newest.flights().stream()
          .filter(flight -> !States.over(flight.state()))
          .min(Comparator.comparing(flight -> !States.active(flight.state())))
          .ifPresent(flight -> selectFlight(flight.flightId()));
    }
  }

  /** A person chose a flight. */
  public void selectFlight(String id) {
    if (!id.equals(flightId)) {
      flightId = id;
      hold.cancel();
      if (snapshot != null) {
        snapshot.findFlight(id).ifPresent(flight -> incidentId = flight.incidentId());
      }
    }
  }

  /** A person chose an incident, and with it its flight. */
  public void selectIncident(String id) {
    incidentId = id;
    if (snapshot != null) {
      snapshot
          .findIncident(id)
          .flatMap(incident -> snapshot.findFlight(incident.flightId()))
          .filter(flight -> !States.over(flight.state()))
          .ifPresent(flight -> selectFlight(flight.flightId()));
    }
  }

  /** The selected flight, if any. */
  public Optional<LiveFlight> selected() {
    return snapshot == null ? Optional.empty() : snapshot.findFlight(flightId);
  }

  /** The documents of a flight as far as they were fetched. */
  public Documents documents(String flight) {
    Documents held = documents.get(flight);
    return held == null ? Documents.NONE : held;
  }

  public void documents(String flight, Documents held) {
    documents.put(flight, held);
  }

  /** Whether the pointer is on the flights: then they keep their places. */
  public void holdChips(boolean held) {
    chipsHeld = held;
  }

  /** Whether the pointer is on the incidents: then they keep their places. */
  public void holdIncidents(boolean held) {
    incidentsHeld = held;
  }

  public void acknowledge() {
    alarms.acknowledge();
  }

  public void pressClear(Instant now) {
    hold.press(now);
  }

  public void releaseClear(Instant now) {
    hold.release(now);
  }

  public void cancelClear() {
    hold.cancel();
  }

  /**
   * What is to be cleared now: present once, when the key was held long enough and nothing stands
   * against it.
   */
  public Optional<Clearance> completedClear(Instant now) {
    Optional<LiveFlight> flight = selected();
    if (flight.isEmpty() || !flight.get().state().equals(States.AWAITING_CLEARANCE)) {
      hold.cancel();
      return Optional.empty();
    }
    if (!hold.completes(now)) {
      return Optional.empty();
    }
    return clearances
        .show(situation(now), flight.get(), 1, orders)
        .filter(Clearance::possible);
  }

  /** Notes that something is sent to the station; its number names it from then on. */
  public long sent(String flight, String deed, Instant now) {
    return orders.sent(flight, deed, now);
  }

  public void accepted(long order, String commandId, Instant now) {
    orders.accepted(order, commandId, now);
  }

  public void refused(long order, String words, Instant now) {
    orders.refused(order, words, now);
  }

  public void unanswered(long order, String why, Instant now) {
    orders.unanswered(order, texts.name("console.away", why), now);
  }

  private Situation situation(Instant now) {
    return new Situation(
        now, snapshot, heardAt, live, who, Map.copyOf(documents), Map.copyOf(batteryAtStart));
  }

  /** The whole screen now. */
  public Shown show(Instant now) {
    Situation situation = situation(now);
    List<Condition> wrong = alarmRules.wrong(situation, orders);
    boolean sound = alarms.update(wrong, now);
    Optional<LiveFlight> flight = selected();
    return new Shown(
        top(situation, wrong),
        incidents.rows(situation, incidentId, incidentsHeld),
        incidents.card(situation, incidentId).orElse(null),
        scenes.map(situation, map, mapAbsent, flightId, incidentId, wrong, tracks),
        flight.map(f -> flight(situation, f, wrong)).orElseGet(this::noFlight),
        scenes.profile(situation, flight.orElse(null)),
        safety(situation, flight.orElse(null)),
        situation.fresh(),
        sound);
  }

  private TopBar top(Situation situation, List<Condition> wrong) {
    Instant time = situation.fresh() ? situation.stationTime() : situation.now();
    String lost =
        situation.fresh()
            ? ""
            : texts.get(
                heardAt == null ? "console.connecting" : "console.lost",
                moments.local(situation.lostSince()),
                live.why().isEmpty() ? "" : texts.name("console.away", live.why()));
    return new TopBar(
        chips.show(situation, wrong, flightId, chipsHeld),
        alarms.list(),
        moments.local(time),
        moments.utc(time),
        who == null ? texts.get("console.who.unknown") : who.name(),
        who == null ? "" : who.serviceName(),
        lost);
  }

  private FlightShown flight(Situation situation, LiveFlight flight, List<Condition> wrong) {
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
        clearances
            .show(situation, flight, hold.progress(situation.now()), orders)
            .orElse(null),
        tabs.checks(flight),
        decisions.show(flight, held),
        tabs.plan(flight, held));
  }

  /** Why a flight came to nothing; the reasons of ordinary states are not worth a word. */
  private String reason(LiveFlight flight) {
    boolean worth = States.trouble(flight.state()) || States.over(flight.state());
    String code = flight.reason().split(":", 2)[0];
    return !worth || code.isEmpty() ? "" : " \u00b7 " + texts.name("reason", code);
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
        List.of(),
        DecisionRows.nothing(texts.get("console.flight.none")),
        List.of());
  }

  private SafetyShown safety(Situation situation, @Nullable LiveFlight flight) {
    Map<ConsoleKey, SafetyShown.Brief> brief = new EnumMap<>(ConsoleKey.class);
    Optional<SentOrder> newest =
        flight == null ? Optional.empty() : orders.newest(flight.flightId());
    for (ConsoleKey key : ConsoleKey.values()) {
      Optional<FlightOrder> order = key.order();
      newest
          .filter(sent -> order.isPresent() && sent.deed().equals(order.get().code()))
          .ifPresent(
              sent ->
                  brief.put(
                      key,
                      new SafetyShown.Brief(orderWords.brief(sent), OrderWords.level(sent))));
    }
    return new SafetyShown(
        hint(situation, flight, newest),
        newest.map(OrderWords::level).orElse(Level.NORMAL),
        flight == null ? "" : flight.vehicleId(),
        brief);
  }

  private String hint(
      Situation situation, @Nullable LiveFlight flight, Optional<SentOrder> newest) {
    if (newest.isPresent()
        && (newest.get().status() != SentOrder.Status.DONE
            || Duration.between(newest.get().at(), situation.now()).getSeconds() < 5)) {
      return orderWords.say(newest.get());
    }
    if (!situation.fresh()) {
      return texts.get("console.hint.lost");
    }
    if (flight == null) {
      return texts.get("console.hint.none");
    }
    if (flight.state().equals(States.AWAITING_CLEARANCE)) {
      return texts.get("console.hint.clear", flight.vehicleId());
    }
    return texts.get(
        States.active(flight.state()) ? "console.hint.active" : "console.hint.waiting",
        flight.vehicleId());
  }
}
