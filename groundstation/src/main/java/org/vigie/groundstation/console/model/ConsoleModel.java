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
  private @Nullable Clearance lastShown;
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
          .filter(flight -> flight.state().equals(States.AWAITING_CLEARANCE))
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

  /**
   * The key for clearing went down: a hold begins when the last screen showed what can be cleared
   * and it still can.
   *
   * @param when by the event itself
   * @return whether a hold began, as against a repeat of the system or a key that clears nothing
   */
  public boolean pressClear(Instant when, Instant now) {
    Optional<ClearHold.Target> shown =
        Optional.ofNullable(lastShown).filter(Clearance::possible).map(ClearHold.Target::of);
    return hold.press(when, now, shown.filter(target -> clearable(now).equals(shown)));
  }

  public void releaseClear(Instant when, Instant now) {
    hold.release(when, now);
  }

  /** Whether a take-off is being cleared by holding. */
  public boolean holding() {
    return hold.target().isPresent();
  }

  public void cancelClear() {
    hold.cancel();
  }

  private Optional<Clearance> clearance(Instant now) {
    return selected()
        .flatMap(flight -> writer.clearance(situation(now), flight, orders))
        .filter(Clearance::possible);
  }

  private Optional<ClearHold.Target> clearable(Instant now) {
    return clearance(now).map(ClearHold.Target::of);
  }

  /**
   * Counts a hold on, at least ten times a second while {@link #holding}; whatever is not any more
   * what was shown at its beginning ends it.
   *
   * @return whether it was long enough: then {@link #completedClear} is due, after the events that
   *     already wait
   */
  public boolean holdClear(Instant now) {
    if (holding() && !clearable(now).equals(hold.target())) {
      hold.cancel();
    }
    hold.tick(now);
    return hold.due();
  }

  /**
   * What is to be cleared now: present once, when the key was held long enough, is still held and
   * nothing stands against it.
   */
  public Optional<Clearance> completedClear(Instant now) {
    if (!holdClear(now)) {
      return Optional.empty();
    }
    Optional<ClearHold.Target> captured = hold.fire();
    return clearance(now).filter(it -> captured.equals(Optional.of(ClearHold.Target.of(it))));
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

  private SafetyShown safety(Situation situation, @Nullable LiveFlight flight, Instant now) {
    SafetyShown shown = writer.safety(situation, flight, orders, end(now));
    return closeWarned(now) && flyingMine()
        ? new SafetyShown(texts.get("console.hint.close"), Level.RED, shown.target(), shown.brief())
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
    FlightShown flightShown =
        writer.flight(situation, flight.orElse(null), wrong, orders, hold.progress());
    lastShown = flightShown.clearance();
    return new Shown(
        writer.top(situation, chips.show(situation, wrong, flightId, chipsHeld), alarms.list()),
        incidents.rows(situation, incidentId, incidentsHeld),
        incidents.card(situation, incidentId).orElse(null),
        scenes.map(situation, map, mapAbsent, flightId, incidentId, wrong, tracks),
        flightShown,
        scenes.profile(situation, flight.orElse(null)),
        safety(situation, flight.orElse(null), now),
        situation.fresh(),
        sound);
  }
}
