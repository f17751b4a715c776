package org.vigie.groundstation.demo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The demonstration in a process of its own, looked at from outside. */
final class DemoUnderTest implements AutoCloseable {
  /** From the start to take-off a busy machine needs a minute. */
  private static final Duration TAKE_OFF_MAX = Duration.ofMinutes(4);

  private static final Duration STOP_MAX = Duration.ofSeconds(60);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
  private static final Pattern PORT = Pattern.compile("http: \\{host: [^,]+, port: (\\d+)}");
  private static final List<String> DOWN = List.of("LANDED", "CLOSED", "ABORTED", "REFUSED");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path out;
  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();

  private DemoUnderTest(Path out, Process process) {
    this.out = out;
    this.process = process;
  }

  static boolean hasDisplay() {
    String display = System.getenv("DISPLAY");
    return display != null && !display.isEmpty();
  }

  /**
   * Starts it.
   *
   * @param display for DISPLAY, empty leaves it as it is
   * @param size of the camera's picture, null as the machine allows
   */
  static DemoUnderTest start(Path out, Optional<String> display, @Nullable String size)
      throws IOException {
    Files.createDirectories(out);
    boolean windows = hasDisplay() || display.isPresent();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.vigie.groundstation.demo.DemoMain");
    command.addAll(List.of(windows ? "--watch" : "--headless", "--lang", "en", "--figures"));
    command.addAll(List.of("--out", out.toString()));
    if (size != null) {
      command.addAll(List.of("--camera-size", size));
    }
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(out.resolveSibling("demo.log").toFile());
    display.ifPresent(name -> builder.environment().put("DISPLAY", name));
    return new DemoUnderTest(out, builder.start());
  }

  String address() throws IOException {
    Matcher port = PORT.matcher(Files.readString(out.resolve("station.yaml")));
    if (!port.find()) {
      throw new IOException("the demonstration's station.yaml names no port");
    }
    return "http://127.0.0.1:" + port.group(1);
  }

  /** A one-time login of the person of a role. */
  String login(String role) throws IOException, InterruptedException {
    HttpRequest request =
        request("/api/logins", role).POST(HttpRequest.BodyPublishers.noBody()).build();
    return send(request).path("login").asText();
  }

  /**
   * Waits until the flight has been in a state.
   *
   * @throws IOException if the demonstration ends before
   */
  void awaitFlightState(String state) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TAKE_OFF_MAX.toNanos();
    while (!state().equals(state)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IOException(
            "the demonstration did not come to "
                + state
                + ", see "
                + out.resolveSibling("demo.log"));
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  /** Whether the aircraft still flies. */
  boolean inTheAir() throws IOException, InterruptedException {
    return process.isAlive() && !DOWN.contains(state());
  }

  private String state() throws IOException, InterruptedException {
    if (!Files.exists(out.resolve("station.pub"))) {
      return "";
    }
    try {
      JsonNode flights = send(request("/api/flights", "pilot").GET().build()).path("flights");
      return flights.path(flights.size() - 1).path("state").asText();
    } catch (java.net.ConnectException e) {
      return ""; // not up yet
    }
  }

  private HttpRequest.Builder request(String path, String role) throws IOException {
    String token = JSON.readTree(out.resolve("tokens.json").toFile()).path(role).asText();
    return HttpRequest.newBuilder(URI.create(address() + path))
        .timeout(ANSWER_MAX)
        .header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  /** Ends it in order; what camera and console measured themselves. */
  JsonNode stop() throws IOException, InterruptedException {
    close();
    ObjectNode figures = JSON.createObjectNode();
    for (String part : List.of("camera", "console")) {
      Path file = out.resolve(part + ".json");
      figures.set(
          part, Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode());
    }
    return figures;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
