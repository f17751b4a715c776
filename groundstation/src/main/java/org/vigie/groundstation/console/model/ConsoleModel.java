package org.vigie.groundstation.console.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
  private final FlightChips chips;
  private final AlarmRules alarmRules;
  private final Alarms alarms = new Alarms();
  private final OrderLog orders = new OrderLog();
  private final ClearHold hold = new ClearHold();
  private final Tracks tracks = new Tracks();
  private final Incidents incidents;
  private final MapScenes scenes;
  private final ScreenWriter writer;
  private final Map<String, Documents> documents = new HashMap<>();
  private final Map<String, Double> batteryAtStart = new HashMap<>();
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
    Moments moments = new Moments(zone, texts);
    this.chips = new FlightChips(texts, quantities);
    this.alarmRules = new AlarmRules(texts, quantities);
    this.incidents = new Incidents(texts, quantities, moments);
    this.scenes = new MapScenes(texts, quantities, moments);
    this.writer = new ScreenWriter(texts, quantities, moments);
    this.live = new LiveStatus(false, now, "", 0);
  }

  /** The words of the rules, once they are read. */
  public void words(RuleWords words) {
    writer.words(words);
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
   * never changes under a pilot's hand. Where nothing is under way the newest that is over is
   * shown: a refusal is there and gone within a second, and has to explain itself.
   */
  private void select(Snapshot newest) {
    Optional<LiveFlight> current = newest.findFlight(flightId);
    if (current.isPresent() && !States.over(current.get().state())) {
      return;
    }
    newest.flights().stream()
        .filter(flight -> !States.over(flight.state()))
        .min(Comparator.comparing(flight -> !States.active(flight.state())))
        .or(
            () ->
                current.isPresent()
                    ? current
                    : newest.flights().stream()
                        .filter(flight -> FlightChips.shown(flight, newest.time()))
                        .max(Comparator.comparing(LiveFlight::flightId)))
        .ifPresent(flight -> selectFlight(flight.flightId()));
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
    Snapshot now = snapshot;
    if (now != null) {
      now.findIncident(id)
          .flatMap(incident -> now.findFlight(incident.flightId()))
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
    return writer.clearance(situation(now), flight.get(), orders).filter(Clearance::possible);
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
        writer.top(situation, chips.show(situation, wrong, flightId, chipsHeld), alarms.list()),
        incidents.rows(situation, incidentId, incidentsHeld),
        incidents.card(situation, incidentId).orElse(null),
        scenes.map(situation, map, mapAbsent, flightId, incidentId, wrong, tracks),
        writer.flight(situation, flight.orElse(null), wrong, orders, hold),
        scenes.profile(situation, flight.orElse(null)),
        writer.safety(situation, flight.orElse(null), orders),
        situation.fresh(),
        sound);
  }
}
