package org.vigie.groundstation.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.scenario.Act;
import org.vigie.simulator.scenario.Scenario;

/**
 * A person of the scenario: sees what the station shows to people of their role, and acts through
 * HTTP with their own token, as anybody would.
 *
 * @threading a thread of their own, as people have; {@link #stillToDecide} and {@link #close} from
 *     any
 */
final class ScriptedPerson implements AutoCloseable {
  /** A merged incident lies between its sensors' errors; another event is further away. */
  private static final double SAME_PLACE_M = 150;

  private static final Duration PRESENCE = Duration.ofSeconds(1);

  /** What it takes to read which settings are to be corrected. */
  private static final Duration SET_UP_READ = Duration.ofSeconds(3);

  /** How often people look up, wall time. */
  private static final long LOOK_MS = 20;

  private final Scenario.PersonSpec spec;
  private final Scenario scenario;
  private final StationClient client;
  private final Story story;
  private final LivePicture picture;
  private final Map<Scenario.Deed, Instant> due = new HashMap<>();
  private final Map<String, Instant> setUpsSeen = new HashMap<>();
  private final List<Scenario.Deed> toDo;
  private final List<VideoWatch> watching = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private Instant lastPresent = Instant.MIN;

  private volatile boolean gone;

  /** A person who looks up once they are let in. */
  ScriptedPerson(
      Scenario.PersonSpec spec,
      Scenario scenario,
      StationClient client,
      Story story,
      Supplier<Instant> now) {
    this.spec = spec;
    this.scenario = scenario;
    this.client = client;
    this.story = story;
    this.picture = new LivePicture(client, entry -> {});
    this.toDo = new CopyOnWriteArrayList<>(spec.deeds());
    this.thread = new Thread(() -> live(now), "person-" + spec.id());
    thread.setDaemon(true);
  }

  /** The station is there: they sit down. */
  void sitDown() {
    thread.start();
  }

  private void live(Supplier<Instant> now) {
    try {
      while (!gone) {
        turn(now.get());
        TimeUnit.MILLISECONDS.sleep(LOOK_MS);
      }
    } catch (InterruptedException e) {
      // they have gone
    } catch (IOException | RuntimeException e) {
      story.say("story.person-failed", spec.id(), e.toString());
    }
  }

  /** Looks at the picture, says that they are there, and does what is due. */
  private void turn(Instant now) throws IOException, InterruptedException {
    picture.keepUp();
    if (spec.role().equals("pilot") && now.isAfter(lastPresent.plus(PRESENCE))) {
      lastPresent = now;
      picture.present();
    }
    if (spec.deeds().stream().anyMatch(deed -> deed.act() == Act.CLEAR)) {
      confirmSetUps(now);
    }
    for (Scenario.Deed deed : List.copyOf(toDo)) {
      Optional<JsonNode> subject = subject(deed);
      if (subject.isPresent() && !due.containsKey(deed)) {
        due.put(deed, now.plusMillis((long) (deed.afterS() * 1000)));
      }
      if (due.containsKey(deed) && !now.isBefore(due.get(deed))) {
        if (subject.isEmpty() || act(deed, subject.get())) {
          toDo.remove(deed);
        }
      }
    }
  }

  /** Who is to clear a flight lets its aircraft be set up for it; refused ones are asked again. */
  private void confirmSetUps(Instant now) throws InterruptedException {
    for (JsonNode flight : list("flights").toList()) {
      String hash = flight.path("setUp").path("hash").asText();
      if (hash.isEmpty() || !flight.path("pilotId").asText().equals(spec.id())) {
        continue;
      }
      String id = flight.path("flightId").asText();
      Instant seen = setUpsSeen.computeIfAbsent(id + hash, asked -> now);
      if (!now.isBefore(seen.plus(SET_UP_READ))) {
        setUpsSeen.put(id + hash, now);
        try {
          client.post("/api/flights/" + id + "/set-up", Map.of("hash", hash));
        } catch (IOException e) {
          // the station was not there: asked again after the same time
        }
      }
    }
  }

  /** Whether deeds about incidents are still to be done. */
  boolean stillToDecide() {
    return toDo.stream().anyMatch(deed -> deed.on().equals("incident-reported"));
  }

  /** The incident or flight that a deed waits for, once it is in the state that it waits for. */
  private Optional<JsonNode> subject(Scenario.Deed deed) {
    if (deed.on().equals("incident-reported")) {
      return incident(deed)
          .filter(
              incident ->
                  List.of("REPORTED", "UNDER_VERIFICATION")
                      .contains(incident.path("state").asText()));
    }
    String state = deed.on().toUpperCase(Locale.ROOT).replace('-', '_');
    return list("flights")
        .filter(flight -> deed.event() == null || isFor(flight, deed))
        .filter(flight -> flight.path("state").asText().equals(state))
        .findFirst();
  }

  private boolean isFor(JsonNode flight, Scenario.Deed deed) {
    return incident(deed)
        .map(incident -> incident.path("incidentId").equals(flight.path("incidentId")))
        .orElse(false);
  }

  /** People recognise an event by where it is and what it is. */
  private Optional<JsonNode> incident(Scenario.Deed deed) {
    if (deed.event() == null) {
      return list("incidents").findFirst();
    }
    Scenario.EventSpec event = scenario.findEvent(deed.event()).orElseThrow();
    LatLon where = new LatLon(event.lat(), event.lon());
    return list("incidents")
        .filter(incident -> incident.path("type").asText().equals(event.type()))
        .filter(
            incident ->
                Geodesics.distanceM(
                        where,
                        new LatLon(
                            incident.path("latDeg").asDouble(), incident.path("lonDeg").asDouble()))
                    < SAME_PLACE_M)
        .findFirst();
  }

  private Stream<JsonNode> list(String member) {
    return StreamSupport.stream(picture.snapshot().path(member).spliterator(), false);
  }

  /** Does a deed, once; false when the station was not there and it has to be tried again. */
  private boolean act(Scenario.Deed deed, JsonNode subject) throws InterruptedException {
    Act act = deed.act();
    if (act == Act.LOOK) {
      return look(Objects.requireNonNull(deed.camera(), "the scenario was checked"));
    }
    if (act == Act.WATCH) {
      return watch(subject.path("vehicleId").asText());
    }
    String verb = act.name().toLowerCase(Locale.ROOT);
    boolean incident = act == Act.CONFIRM || act == Act.DISMISS;
    String path =
        incident
            ? "/api/incidents/" + subject.path("incidentId").asText() + "/" + verb
            : "/api/flights/" + subject.path("flightId").asText() + "/" + verb;
    try {
      StationClient.Answer answer = client.post(path, body(deed, subject));
      if (!answer.accepted() && answer.status() < 500) {
        story.say("story.turned-away", spec.id(), path, answer.status(), answer.reason());
        return true;
      }
      return answer.accepted();
    } catch (IOException e) {
      return false;
    }
  }

  /** Looks at a fixed camera's picture; what comes of it is told by the journal. */
  private boolean look(String camera) throws InterruptedException {
    try {
      return client.get("/api/cameras/" + camera + "/snapshot.jpg").status() < 500;
    } catch (IOException e) {
      return false;
    }
  }

  /** Asks for the aircraft's picture, and watches if it is given. */
  private boolean watch(String source) throws InterruptedException {
    try {
      StationClient.Answer answer = client.get("/api/videos/" + source);
      if (answer.accepted()) {
        watching.add(client.watch(source));
      }
      return answer.status() < 500;
    } catch (IOException e) {
      return false;
    }
  }

  private static Map<String, ?> body(Scenario.Deed deed, JsonNode subject) {
    String reason = deed.reason() == null ? "" : deed.reason();
    return switch (deed.act()) {
      case DISMISS, REFUSE -> Map.of("reason", reason);
      case CLEAR ->
          Map.of(
              "planHash", subject.path("planHash").asText(),
              "decisionHash", subject.path("decisionHash").asText());
      default -> Map.of();
    };
  }

  @Override
  public void close() {
    gone = true;
    thread.interrupt();
    watching.forEach(VideoWatch::close);
    picture.close();
  }
}
