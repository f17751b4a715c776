package org.vigie.groundstation.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.vigie.groundstation.app.Main;

/** The station of a demonstration that runs: where it is, who may log in. */
final class StationAtWork {
  private static final Pattern PORT = Pattern.compile("http: \\{host: [^,]+, port: (\\d+)}");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path out;
  private final int port;

  private StationAtWork(Path out, int port) {
    this.out = out;
    this.port = port;
  }

  /** Waits until the first incident is there: then everybody can come in. */
  static StationAtWork of(Launched demo, Path out) throws IOException {
    demo.await("incident I-1 opened");
    Matcher port = PORT.matcher(Files.readString(out.resolve("station.yaml")));
    if (!port.find()) {
      throw new AssertionError("station.yaml names no port");
    }
    return new StationAtWork(out, Integer.parseInt(port.group(1)));
  }

  /** The same station again, after its demonstration: for those who come when all is over. */
  static Launched served(Path out) throws IOException {
    return Launched.start(Main.class, "serve", "--config", out.resolve("station.yaml"));
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** The token of a role, or of a person who is the only one of none. */
  String token(String name) throws IOException {
    return JSON.readTree(out.resolve("tokens.json").toFile()).path(name).asText();
  }

  StationClient client(String name) throws IOException {
    return new StationClient(port, token(name));
  }

  /** Address with a one-time login. */
  String login(String name) throws IOException, InterruptedException {
    StationClient.Answer answer = client(name).post("/api/logins", Map.of());
    if (!answer.accepted()) {
      throw new AssertionError(name + ": " + answer.reason());
    }
    return address() + "/#login=" + answer.body().path("login").asText();
  }

  /** Waits until the one flight has come into a state. */
  void awaitFlight(String state) throws IOException {
    StationClient auditor = client("auditor");
    Awaitility.await(state)
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> flight(auditor).path("state").asText().equals(state));
  }

  /** Waits until the station hears a pilot at the controls. */
  void awaitPilot(String pilot) throws IOException {
    StationClient client = client("pilot");
    Awaitility.await(pilot)
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              for (JsonNode one : client.get("/api/pilots").body().path("pilots")) {
                if (one.path("personId").asText().equals(pilot)) {
                  return one.path("seenS").isNumber();
                }
              }
              return false;
            });
  }

  /** An operator confirms an incident. */
  void confirmIncident(String operator, String incident) throws Exception {
    StationClient.Answer answer =
        client(operator).post("/api/incidents/" + incident + "/confirm", Map.of());
    if (!answer.accepted()) {
      throw new AssertionError(answer.reason());
    }
  }

  /** The pilot confirms what the station asks to correct in the aircraft. */
  void confirmSetUp(String pilot) throws IOException {
    StationClient client = client(pilot);
    Awaitility.await("set-up")
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              JsonNode flight = flight(client);
              String hash = flight.path("setUp").path("hash").asText();
              return !hash.isEmpty()
                  && client
                      .post(
                          "/api/flights/" + flight.path("flightId").asText() + "/set-up",
                          Map.of("hash", hash))
                      .accepted();
            });
  }

  String flightState() throws Exception {
    return flight(client("auditor")).path("state").asText();
  }

  /** Lets wall time pass while people look or hold a key. */
  void letPass(long ms) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ms));
  }

  private static JsonNode flight(StationClient auditor) throws Exception {
    return auditor.get("/api/flights").body().path("flights").path(0);
  }
}
