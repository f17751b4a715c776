package org.vigie.groundstation.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.page.PageStation.Answer;
import org.vigie.groundstation.page.PageStation.Asked;
import org.vigie.groundstation.text.Language;

/**
 * The demonstration's evening, for a {@link PageStation}: two incidents, then a flight, moment by
 * moment. Plan and decision are those of a real run of the demonstration.
 *
 * @threading the test's
 */
final class PageStory {
  static final String FLIGHT = "F-20261124-1";
  static final String REFUSED_ARTICLE =
      "CSI, L242-1 à L242-6 ; Cons. const., 2021-817 DC et 2021-834 DC";
  private static final Instant BEGAN = Instant.parse("2026-11-24T13:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final PageStation station;
  private final JsonNode plan = resource("plan.json");
  private final ObjectNode now = NODES.objectNode();

  PageStory(PageStation station) {
    this.station = station;
    now.put("type", "snapshot");
    at(64);
    now.putArray("vehicles").add(vehicle());
    now.putArray("flights");
    now.putArray("incidents")
        .add(incident("I-1", "explosion", "REPORTED", 0, 45.4358426, 4.3832052, 24, 4))
        .add(incident("I-2", "glass-break", "REPORTED", 1, 45.4376, 4.3797, 36, 1))
        .add(incident("I-0", "spray", "DISMISSED", -1900, 45.4351, 4.3822, 15, 1));
    now.putArray("videos");
    people();
    station.json("/api/map", map());
    station.json("/api/cameras", Map.of("cameras", List.of(camera())));
    station.on("GET", "/api/cameras/cctv-01/snapshot.jpg", call -> picture());
    station.json("/api/flights/" + FLIGHT + "/plan", plan);
    station.json("/api/flights/" + FLIGHT + "/decision", resource("decision.json"));
    station.json("/api/flights/" + FLIGHT + "/proof", resource("proof.json"));
    station.on("GET", "/api/videos/V1", PageStory::mayWatch);
    station.on("POST", "/api/incidents/*", call -> Answer.json(200, Map.of()));
    station.json("/api/flights", Map.of("flights", List.of()));
    station.json("/api/entries", Map.of("entries", List.of(), "next", -1, "size", 0));
  }

  /** Makes it the live picture. */
  void tell() {
    station.snapshot(now);
  }

  ObjectNode now() {
    return now;
  }

  /** Seconds of the story. */
  PageStory at(double seconds) {
    Instant time = BEGAN.plusMillis((long) (seconds * 1000));
    now.put("time", time.toString()).put("wall", Instant.now().toString());
    return this;
  }

  ObjectNode incident(String id) {
    for (JsonNode one : now.path("incidents")) {
      if (one.path("incidentId").textValue().equals(id)) {
        return (ObjectNode) one;
      }
    }
    throw new IllegalArgumentException(id);
  }

  /** The flight for I-1, in a state that it came into some seconds ago. */
  ObjectNode flight(String state, double agoS) {
    incident("I-1").put("state", "CONFIRMED").put("flightId", FLIGHT);
    ObjectNode flight = NODES.objectNode();
    flight
        .put("flightId", FLIGHT)
        .put("incidentId", "I-1")
        .put("vehicleId", "V1")
        .put("siteId", "couriot")
        .put("serviceId", "sdis42")
        .put("pilotId", "demo-pilot-1")
        .put("state", state)
        .put("reason", "")
        .put("verdict", "GO_WITH_CONDITIONS")
        .put("planHash", "a450e789".repeat(8))
        .put("proofHash", "c7ad3a12".repeat(8))
        .put("decisionHash", "90ec1dca".repeat(8));
    Instant time = Instant.parse(now.path("time").textValue());
    flight.put("stateSince", time.minusMillis((long) (agoS * 1000)).toString());
    flight.set(
        "plan",
        JSON.valueToTree(
            Map.of("distanceM", 1485, "durationS", 308, "toSceneS", 104, "onSceneS", 72)));
    flight.putArray("checks");
    flight.putNull("airborneSince").putNull("sceneSince");
    now.putArray("flights").add(flight);
    return flight;
  }

  /** Over the scene, in the air for a while. */
  void onScene() {
    at(160);
    ObjectNode flight = flight("ON_SCENE", 34);
    flight.put("airborneSince", BEGAN.plusSeconds(31).toString());
    flight.put("sceneSince", BEGAN.plusSeconds(126).toString());
    aircraft(45.4361, 4.3827, 62, 591, 5.2, 131);
  }

  void aircraft(
      double lat, double lon, double aglM, double amslM, double speedMps, double heading) {
    ObjectNode vehicle = (ObjectNode) now.path("vehicles").get(0);
    vehicle.put("armed", true).put("mode", "AUTO").put("latDeg", lat).put("lonDeg", lon);
    vehicle.put("heightAglM", aglM).put("heightAboveHomeM", 55).put("altitudeAmslM", amslM);
    vehicle.put("groundSpeedMps", speedMps).put("headingDeg", heading).put("batteryPercent", 71);
    vehicle.put("flightId", FLIGHT);
    vehicle.set(
        "containment",
        NODES.objectNode().put("state", "INSIDE").put("marginM", 38).putNull("breachInS"));
  }

  static ObjectNode incident(
      String id,
      String type,
      String state,
      long atS,
      double lat,
      double lon,
      double m,
      int alerts) {
    return NODES
        .objectNode()
        .put("incidentId", id)
        .put("type", type)
        .put("state", state)
        .put("occurredAt", BEGAN.plusSeconds(atS).toString())
        .put("latDeg", lat)
        .put("lonDeg", lon)
        .put("uncertaintyM", m)
        .put("alerts", alerts)
        .putNull("flightId");
  }

  private static ObjectNode vehicle() {
    ObjectNode vehicle = NODES.objectNode();
    vehicle.put("vehicleId", "V1").put("link", "OK").put("ageS", 0.2).put("armed", false);
    vehicle.put("mode", "STABILIZE").put("latDeg", 45.4386).put("lonDeg", 4.3766);
    vehicle.put("heightAboveHomeM", 0.0).put("altitudeAmslM", 538.2).put("heightAglM", 0.0);
    vehicle.put("groundSpeedMps", 0.0).put("headingDeg", 90.0).put("batteryPercent", 98.0);
    vehicle.put("batteryVolts", 24.8).putNull("flightId").putNull("containment");
    return vehicle;
  }

  private static ObjectNode camera() {
    return NODES
        .objectNode()
        .put("id", "cctv-01")
        .put("name", "place Roannelle")
        .put("latDeg", 45.43555)
        .put("lonDeg", 4.38365);
  }

  /** Logins {@code code-operator}, {@code code-municipal}, {@code code-auditor}; once each. */
  private void people() {
    for (Language language : Language.values()) {
      station.json("/api/texts/" + language.code(), PageWords.of(language));
      station.json("/api/decision-words/" + language.code(), PageWords.ofDecisions(language));
    }
    station.on("POST", "/api/sessions", PageStory::logIn);
    station.on(
        "GET",
        "/api/sessions",
        call ->
            call.person() == null
                ? problem(401, "Who is there?")
                : Answer.json(200, who(call.person())));
    station.on("DELETE", "/api/sessions", call -> cookie(Answer.nothing(), ""));
  }

  private static Answer logIn(Asked call) {
    for (String person : List.of("operator", "municipal", "auditor")) {
      if (call.body().contains("\"code-" + person + "\"")) {
        return entered(person);
      }
    }
    return problem(401, "Wrong login");
  }

  /** Someone who got in. */
  static Answer entered(String person) {
    return cookie(Answer.json(201, who(person)), person);
  }

  private static Answer cookie(Answer answer, String person) {
    return new Answer(
        answer.status(),
        answer.type(),
        answer.body(),
        Map.of("Set-Cookie", "vigie=" + person + "; HttpOnly; SameSite=Strict; Path=/"));
  }

  static Answer problem(int status, String title) {
    return Answer.json(status, Map.of("title", title, "status", status));
  }

  private static ObjectNode who(String person) {
    boolean municipal = person.equals("municipal");
    boolean audits = person.equals("auditor");
    List<String> permissions =
        audits
            ? List.of("READ_INCIDENTS", "READ_FLIGHTS", "READ_JOURNAL", "READ_RECORDS")
            : List.of(
                "READ_INCIDENTS",
                "READ_FLIGHTS",
                "CONFIRM_INCIDENT",
                "DISMISS_INCIDENT",
                "WATCH_LIVE",
                "WATCH_VIDEO",
                "VIEW_CAMERAS");
    ObjectNode who = NODES.objectNode();
    who.put("personId", "demo-" + person + "-1");
    who.put(
        "name",
        audits ? "Auditeur démo 1" : municipal ? "Agent municipal démo 1" : "Opérateur démo 1");
    who.putArray("roles").add(audits ? "AUDITOR" : "OPERATOR");
    who.put("service", audits ? "" : municipal ? "pm42218" : "sdis42");
    who.put("serviceName", audits ? "" : municipal ? "Police municipale (démo)" : "SDIS (démo)");
    who.put("serviceType", audits ? "" : municipal ? "municipal-police" : "fire-service");
    who.put("commune", "42218").put("expiresAt", "2026-11-24T21:00:00Z");
    who.set("permissions", JSON.valueToTree(permissions));
    who.putObject("station")
        .put("id", "demo")
        .put("name", "Vigie, Saint-Étienne")
        .put("language", "fr");
    return who;
  }

  private static Answer mayWatch(Asked call) {
    if ("operator".equals(call.person())) {
      return Answer.json(200, Map.of("video", Map.of("source", "V1"), "flightId", FLIGHT));
    }
    return Answer.json(
        403,
        Map.of(
            "title", "Aucun droit sur ces images",
            "code", "municipal-no-basis",
            "article", REFUSED_ARTICLE,
            "explanation", "Aucun texte ne permet à une commune de filmer par drone."));
  }

  private static ObjectNode map() {
    ObjectNode map = NODES.objectNode();
    map.putArray("bounds").add(4.3735).add(45.4335).add(4.3865).add(45.4405);
    map.putArray("sites")
        .addObject()
        .put("id", "couriot")
        .put("name", "Caserne (démo), parc Couriot")
        .put("latDeg", 45.4386)
        .put("lonDeg", 4.3766)
        .put("amslM", 538.2);
    map.putArray("cameras").add(camera().put("mayView", true));
    map.set("zones", resource("zones.json"));
    map.set("base", resource("/org/vigie/simulator/scenario/saint-etienne-town.json"));
    map.putNull("tiles").put("zonesAsOf", "2026-11-14T00:00:00Z");
    return map;
  }

  private static JsonNode resource(String name) {
    try (InputStream in = Objects.requireNonNull(PageStory.class.getResourceAsStream(name), name)) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A street as a fixed camera sees it, with the time in it. */
  static Answer picture() {
    return jpeg(draw(Instant.now().toString()), 120);
  }

  static Answer jpeg(BufferedImage image, long ageMs) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "jpg", out);
      return new Answer(
          200,
          "image/jpeg",
          Buffer.buffer(out.toByteArray()),
          Map.of("X-Age-Ms", Long.toString(ageMs), "X-Taken-At", Instant.now().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage draw(@Nullable String text) {
    BufferedImage image = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(new Color(0x6B7A88));
    g.fillRect(0, 0, 640, 150);
    g.setColor(new Color(0x4A4F55));
    g.fillPolygon(
        new int[] {0, 640, 640, 380, 260, 0}, new int[] {360, 360, 330, 140, 140, 330}, 6);
    g.setColor(new Color(0x7C6A58));
    g.fillPolygon(new int[] {0, 260, 260, 0}, new int[] {30, 110, 150, 330}, 4);
    g.setColor(new Color(0x8A7763));
    g.fillPolygon(new int[] {640, 380, 380, 640}, new int[] {20, 108, 150, 330}, 4);
    g.setColor(new Color(220, 220, 220, 140));
    g.fillOval(290, 60, 120, 90);
    g.setColor(Color.WHITE);
    g.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 14));
    g.drawString(text == null ? "" : text, 12, 348);
    g.dispose();
    return image;
  }
}
