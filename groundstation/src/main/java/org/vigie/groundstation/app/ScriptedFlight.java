package org.vigie.groundstation.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.app.request.RequestConfig;
import org.vigie.groundstation.dispatch.AlertReceipt;
import org.vigie.groundstation.dispatch.Desk;
import org.vigie.groundstation.dispatch.DeskAnswer;
import org.vigie.groundstation.dispatch.FlightView;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.incident.Alert;
import org.vigie.groundstation.incident.AlertType;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.text.SetUpWords;
import org.vigie.groundstation.text.Texts;
import org.vigie.groundstation.time.StationClock;
import org.vigie.planner.canonical.ContentHash;

/**
 * One flight from its request to its record, by the Desk that people use: reported and confirmed by
 * one person, cleared by another, who is present until it is over. Prints each state as it comes.
 */
final class ScriptedFlight {
  /** Longer than any planning, upload and checks; the flight itself is bounded by its plan. */
  private static final Duration BEFORE_FLIGHT_MAX = Duration.ofMinutes(10);

  /** An aircraft that stands somewhere in its start-up is waited for so long. */
  private static final Duration READY_MAX = Duration.ofMinutes(3);

  private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
  private static final long LOOK_MS = 100;

  /** A check that did not pass at that moment is asked again. */
  private static final Duration CLEAR_AGAIN = Duration.ofSeconds(5);

  /** Read at a look; a flight journals a few a second. */
  private static final int ENTRIES_MAX = 1000;

  private final Desk desk;
  private final Journal journal;
  private final StationClock clock;
  private final StationConfig config;
  private final RequestConfig request;
  private final Person operator;
  private final Person pilot;
  private final Texts texts;
  private final PrintWriter out;
  private long next;
  private FlightState ended = FlightState.PLANNING;
  private @Nullable Instant clearedAt;
  private @Nullable Instant confirmedAt;

  ScriptedFlight(
      Station station,
      StationConfig config,
      RequestConfig request,
      Person operator,
      Person pilot,
      Texts texts,
      PrintWriter out) {
    this.desk = station.desk();
    this.journal = station.journal();
    this.next = journal.size();
    this.clock = station.clock();
    this.config = config;
    this.request = request;
    this.operator = operator;
    this.pilot = pilot;
    this.texts = texts;
    this.out = out;
  }

  /**
   * Flies.
   *
   * @return exit code: 0 when it landed
   */
  int fly() throws BadInputException, InterruptedException {
    if (!ready()) {
      say("fly.no-aircraft", READY_MAX.toMinutes());
      return 1;
    }
    AlertReceipt receipt = answer(desk.report(alert(), operator));
    String incident = receipt.incidentId();
    say("fly.reported", incident, operator.name());
    desk.present(pilot); // a decision asks whether a remote pilot is there
    answer(desk.confirm(incident, operator));
    Instant begun = clock.now();
    while (true) {
      desk.present(pilot);
      Optional<FlightView> flight =
          desk.flights().stream().filter(one -> one.incidentId().equals(incident)).findFirst();
      if (flight.isPresent()) {
        follow(flight.get());
      }
      Optional<String> record = flight.map(FlightView::recordPath);
      if (record.isPresent()) {
        out.println("record: " + record.get());
        out.flush();
        return ended == FlightState.LANDED ? 0 : 1;
      }
      boolean flown = flight.map(FlightView::airborneSince).isPresent();
      if (!flown && clock.now().isAfter(begun.plus(BEFORE_FLIGHT_MAX))) {
        say("fly.too-slow", BEFORE_FLIGHT_MAX.toMinutes());
        return 1;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MS);
    }
  }

  private boolean ready() throws InterruptedException {
    Instant end = clock.now().plus(READY_MAX);
    while (clock.now().isBefore(end)) {
      if (desk.vehicles().stream().anyMatch(one -> "OK".equals(one.link()) && !one.armed())) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MS);
    }
    return false;
  }

  /** Somebody saw it; whom the file does not know as seeing counts as listening. */
  private Alert alert() {
    String source =
        config.sources().stream()
            .filter(one -> !one.acoustic())
            .map(StationConfig.SourcePart::id)
            .findFirst()
            .orElse(operator.id());
    AlertType type = request.type();
    return new Alert(
        source,
        request.id() + "-" + clock.now().toEpochMilli(),
        type == null ? AlertType.OTHER : type,
        clock.now(),
        new LatLon(request.incident().lat(), request.incident().lon()),
        request.incident().uncertaintyM(),
        1,
        "",
        List.of());
  }

  /** Tells what the journal has of the flight since the last look, and clears when it is asked. */
  private void follow(FlightView flight) {
    StreamId stream = StreamId.flight(flight.flightId());
    List<Entry> news = journal.read(next, ENTRIES_MAX);
    for (Entry entry : news) {
      next = entry.position() + 1;
      if (entry.stream().equals(stream)) {
        show(flight.flightId(), entry);
      }
    }
    FlightView.SetUpView setUp = flight.setUp();
    if (setUp != null && due(confirmedAt)) {
      confirm(flight, setUp);
    }
    if (flight.state() == FlightState.AWAITING_CLEARANCE && due(clearedAt)) {
      clear(flight);
    }
  }

  private boolean due(@Nullable Instant last) {
    return last == null || clock.now().isAfter(last.plus(CLEAR_AGAIN));
  }

  /** Who clears a flight without a screen has agreed to what it needs of its aircraft. */
  private void confirm(FlightView flight, FlightView.SetUpView setUp) {
    confirmedAt = clock.now();
    DeskAnswer<FlightView> answer = wait(desk.confirmSetUp(flight.flightId(), setUp.hash(), pilot));
    if (!(answer instanceof DeskAnswer.Done<FlightView>)) {
      say("fly.set-up-not-confirmed", pilot.name(), answer.toString());
    }
  }

  private void show(String flightId, Entry entry) {
    JsonNode body = entry.tree();
    switch (entry.type()) {
      case "flight.state-changed" -> {
        FlightState to = FlightState.valueOf(body.path("to").asText());
        ended = to == FlightState.CLOSED ? ended : to;
        String why = body.path("reason").asText();
        tell(flightId, texts.name("state", to.name()), why);
      }
      case "flight.not-planned" ->
          tell(flightId, "", body.path("code").asText() + " " + body.path("subject").asText());
      case "flight.set-up-differs" ->
          say(
              "fly.set-up-differs",
              body.path("differences").size(),
              SetUpWords.list(body.path("differences")));
      case "flight.set-up-confirmed" -> say("fly.set-up-confirmed", body.path("by").asText());
      case "flight.decided" ->
          tell(flightId, body.path("verdict").asText(), body.path("decidingRule").asText());
      case "flight.order-refused" ->
          tell(
              flightId,
              texts.name("order", body.path("command").asText()),
              body.path("outcome").asText());
      case "flight.concern" ->
          tell(
              flightId,
              texts.name("concern", body.path("concern").asText()),
              texts.name("reaction", body.path("reaction").asText()));
      default -> {}
    }
  }

  private void tell(String flightId, String what, String why) {
    String because = why.isBlank() ? "" : " (" + why.strip() + ")";
    out.println(time() + "  " + flightId + "  " + what + because);
    out.flush();
  }

  private void clear(FlightView flight) {
    clearedAt = clock.now();
    ContentHash plan = flight.planHash();
    ContentHash decision = flight.decisionHash();
    if (plan == null || decision == null) {
      return;
    }
    DeskAnswer<FlightView> answer = wait(desk.clear(flight.flightId(), plan, decision, pilot));
    if (answer instanceof DeskAnswer.Done<FlightView>) {
      say("fly.cleared", pilot.name(), String.valueOf(flight.verdict()));
    } else {
      say("fly.not-cleared", pilot.name(), answer.toString());
      wait(desk.refuse(flight.flightId(), "not-cleared", pilot));
    }
  }

  private <T> T answer(CompletionStage<DeskAnswer<T>> asked) throws BadInputException {
    DeskAnswer<T> answer = wait(asked);
    if (answer instanceof DeskAnswer.Done<T> done) {
      return done.value();
    }
    throw new BadInputException("the station says: " + answer);
  }

  private static <T> DeskAnswer<T> wait(CompletionStage<DeskAnswer<T>> asked) {
    return asked.toCompletableFuture().orTimeout(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS).join();
  }

  private void say(String key, @Nullable Object... values) {
    out.println(time() + "  " + texts.get(key, values));
    out.flush();
  }

  private String time() {
    return String.format(Locale.ROOT, "%s", clock.now().toString().substring(11, 19));
  }
}
