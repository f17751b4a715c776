package org.vigie.groundstation.console.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.client.Colleague;
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
  /** A second try to close within this is meant. */
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  /** That a key did nothing is said for so long. */
  private static final Duration OVER_SHOWN = Duration.ofSeconds(5);

  private final Texts texts;
  private final FlightChips chips;
  private final AlarmRules alarmRules;
  private final Alarms alarms = new Alarms();
  private final OrderLog orders = new OrderLog();
  private final Tracks tracks = new Tracks();
  private final Incidents incidents;
  private final MapScenes scenes;
  private final ScreenWriter writer;
  private final Confirmations confirmations;
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
  private @Nullable List<Colleague> pilots;
  private @Nullable Instant overPressedAt;
  private @Nullable Instant closeAskedAt;

  public ConsoleModel(Texts texts, ZoneId zone, Instant now) {
    this.texts = texts;
    Quantities quantities = new Quantities(texts);
    Moments moments = new Moments(zone, texts);
    this.chips = new FlightChips(texts, quantities);
    this.alarmRules = new AlarmRules(texts, quantities);
    this.incidents = new Incidents(texts, quantities, moments);
    this.scenes = new MapScenes(texts, quantities, moments);
    this.writer = new ScreenWriter(texts, quantities, moments);
    this.confirmations = new Confirmations(writer, new QuestionWriter(texts, quantities), orders);
    this.live = new LiveStatus(false, now, "", 0);
  }

  /** The words of the rules, once they are read. */
  public void words(RuleWords words) {
    writer.words(words);
  }

  public void who(Who person) {
    who = person;
  }

  /** The station's pilots, absent from a station that does not list them. */
  public void pilots(@Nullable List<Colleague> all) {
    pilots = all == null ? null : List.copyOf(all);
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
   * Selects a flight when none was ever; where nothing is under way the newest that is over, since
   * a refusal is there and gone within a second, and has to explain itself. Later what the safety
   * keys act on never changes under a pilot's hand: a flight that is over stays selected until a
   * person chooses, or until one waits for clearance while none is in the air.
   */
  private void select(Snapshot newest) {
    if (flightId == null) {
      newest.flights().stream()
          .filter(flight -> !States.over(flight.state()))
          .min(Comparator.comparing(flight -> !States.active(flight.state())))
          .or(
              () ->
                  newest.flights().stream()
                      .filter(flight -> FlightChips.shown(flight, newest.time()))
                      .max(Comparator.comparing(LiveFlight::flightId)))
          .ifPresent(flight -> selectFlight(flight.flightId()));
    } else if (ended() && newest.flights().stream().noneMatch(f -> States.active(f.state()))) {
      newest.flights().stream()
          .filter(
              flight -> flight.state().equals(States.AWAITING_CLEARANCE) || flight.setUp() != null)
          .findFirst()
          .ifPresent(flight -> selectFlight(flight.flightId()));
    }
  }

  /** Whether the flight that was selected is over, or gone. */
  private boolean ended() {
    return flightId != null && selected().filter(f -> !States.over(f.state())).isEmpty();
  }

  /**
   * What a safety key orders now.
   *
   * @return absent when the selected flight is over: nothing is to be sent, the lower edge says so
   */
  public Optional<LiveFlight> orderable(Instant now) {
    Optional<LiveFlight> flight = selected().filter(f -> !States.over(f.state()));
    overPressedAt = flight.isEmpty() && ended() ? now : null;
    return flight;
  }

  /** A person chose a flight. */
  public void selectFlight(String id) {
    if (!id.equals(flightId)) {
      flightId = id;
      overPressedAt = null;
      confirmations.close();
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

  /**
   * A key went down. Keys that confirm are held, on exactly what the last screen showed.
   *
   * @param when by the event itself
   * @return whether its order is to be sent at once
   */
  public boolean press(ConsoleKey key, Instant when, Instant now) {
    return confirmations.press(key, when, situation(now), selected().orElse(null))
        == Confirmations.Press.ORDER;
  }

  public void release(ConsoleKey key, Instant when, Instant now) {
    confirmations.release(key, when, now);
  }

  /** Whether something is being confirmed by holding. */
  public boolean holding() {
    return confirmations.holding();
  }

  /** The window lost the keys. */
  public void letGo() {
    confirmations.letGo();
  }

  /** Takes back what is asked; false when nothing was. */
  public boolean escape() {
    boolean asking = confirmations.asking();
    confirmations.close();
    return asking;
  }

  /** What Enter confirms now, if anything. */
  public Optional<ConfirmedOrder> enter(Instant now) {
    return confirmations.enter(situation(now), selected().orElse(null));
  }

  /** A place on the map was chosen; false when nobody asked for one. */
  public boolean aim(LatLon place, Instant now) {
    return confirmations.aim(place, now);
  }

  /** A reason was chosen from those of the question. */
  public void choose(String code, Instant now) {
    confirmations.choose(code, now);
  }

  /**
   * Counts holds on, at least ten times a second while {@link #holding}; whatever is not any more
   * what was shown at its beginning ends it.
   *
   * @return whether one was long enough: then {@link #completed} is due, after the events that
   *     already wait
   */
  public boolean held(Instant now) {
    return confirmations.tick(situation(now), selected().orElse(null));
  }

  /**
   * What is confirmed now: present once, when its key was held long enough, is still held and
   * nothing stands against it.
   */
  public Optional<ConfirmedOrder> completed(Instant now) {
    return confirmations.completed(situation(now), selected().orElse(null));
  }

  /**
   * The window is asked to close.
   *
   * @return whether it may: not at the first time while a flight of this pilot is in the air, which
   *     the lower edge then says
   */
  public boolean closeAsked(Instant now) {
    boolean insisted = closeWarned(now);
    closeAskedAt = now;
    return insisted || !flyingMine();
  }

  private boolean flyingMine() {
    Who person = who;
    return snapshot != null
        && snapshot.flights().stream()
            .filter(flight -> States.active(flight.state()))
            .anyMatch(flight -> person == null || person.personId().equals(flight.pilotId()));
  }

  private boolean closeWarned(Instant now) {
    Instant asked = closeAskedAt;
    return asked != null && Duration.between(asked, now).compareTo(CLOSE_WITHIN) <= 0;
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

  private SafetyShown safety(
      Situation situation, @Nullable LiveFlight flight, @Nullable Question asked, Instant now) {
    SafetyShown shown = writer.safety(situation, flight, orders, end(now), asked);
    return closeWarned(now) && flyingMine()
        ? new SafetyShown(
            texts.get("console.hint.close"),
            Level.RED,
            shown.target(),
            shown.brief(),
            shown.guardLifted())
        : shown;
  }

  private ScreenWriter.End end(Instant now) {
    if (!ended()) {
      return ScreenWriter.End.NOT;
    }
    Instant pressed = overPressedAt;
    boolean insisted = pressed != null && Duration.between(pressed, now).compareTo(OVER_SHOWN) < 0;
    boolean others =
        snapshot != null && snapshot.flights().stream().anyMatch(f -> !States.over(f.state()));
    return insisted
        ? ScreenWriter.End.PRESSED
        : others ? ScreenWriter.End.OTHERS : ScreenWriter.End.ALONE;
  }

  /** The whole screen now. */
  public Shown show(Instant now) {
    Situation situation = situation(now);
    List<Condition> wrong = alarmRules.wrong(situation, orders);
    boolean sound = alarms.update(wrong, now);
    Optional<LiveFlight> flight = selected();
    Question asked = confirmations.question(situation, flight.orElse(null)).orElse(null);
    FlightShown flightShown =
        writer.flight(
            situation,
            flight.orElse(null),
            wrong,
            orders,
            confirmations.progress(ConsoleKey.CLEAR),
            asked,
            pilots);
    confirmations.shows(flightShown.clearance(), flightShown.setUp(), asked);
    return new Shown(
        writer.top(situation, chips.show(situation, wrong, flightId, chipsHeld), alarms.list()),
        incidents.rows(situation, incidentId, incidentsHeld),
        incidents.card(situation, incidentId).orElse(null),
        scenes.map(
            situation, map, mapAbsent, flightId, incidentId, wrong, tracks, confirmations.aimed()),
        flightShown,
        scenes.profile(situation, flight.orElse(null)),
        safety(situation, flight.orElse(null), asked, now),
        situation.fresh(),
        sound);
  }
}
