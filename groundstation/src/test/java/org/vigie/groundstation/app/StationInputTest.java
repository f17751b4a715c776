package org.vigie.groundstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole station on real sockets, and the wrong things that come in through them. */
@Timeout(60)
class StationInputTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final String alert =
      """
      {"source":"s","sourceId":"1","type":"explosion","occurredAt":"%s",
       "lat":45.4358,"lon":4.383,"uncertaintyM":20,"confidence":0.9,"text":"","evidence":[]}
      """
          .formatted(Instant.now());

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private ServerSocket vehicle;
  private Station station;

  @BeforeEach
  void start() throws Exception {
    vehicle = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Path config = DemoStation.lay(folder, 0, "tcp:127.0.0.1:" + vehicle.getLocalPort());
    station = StationOpening.open(config, ScaledClock.wall());
  }

  @AfterEach
  void stop() throws IOException {
    station.close();
    vehicle.close();
  }

  private HttpResponse<String> send(String token, String method, String path, String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + station.port() + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> alert(String body) throws Exception {
    return send("token-of-demo-sensors", "POST", "/api/alerts", body);
  }

  private JsonNode incidents() throws Exception {
    return JSON.readTree(send("token-of-demo-operator-1", "GET", "/api/incidents", "").body())
        .path("incidents");
  }

  private double metric(String name) throws Exception {
    String text = send("token-of-demo-administrator-1", "GET", "/metrics", "").body();
    Matcher matcher = Pattern.compile("(?m)^" + name + "(?:\\{.*})? (\\S+)$").matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  @Test
  void a_malformed_alert_is_a_problem_that_names_the_field_and_leaves_nothing() throws Exception {
    double entries = metric("vigie_journal_entries_total");
    HttpResponse<String> answer = alert(alert.replace("45.4358", "145"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .contains("application/problem+json");
    assertThat(answer.body()).contains("lat");
    assertThat(alert(alert.replace("\"type\":\"explosion\",", "")).body()).contains("type");
    assertThat(alert("{").statusCode()).isEqualTo(400);
    assertThat(alert("").statusCode()).isEqualTo(400);
    assertThat(incidents()).isEmpty();
    assertThat(metric("vigie_journal_entries_total")).isEqualTo(entries);
  }

  @Test
  void an_oversized_alert_is_413_and_one_without_a_token_401() throws Exception {
    String large = alert.replace("\"text\":\"\"", "\"text\":\"" + "x".repeat(2_000_000) + "\"");
    assertThat(alert(large).statusCode()).isEqualTo(413);
    assertThat(send("", "POST", "/api/alerts", alert).statusCode()).isEqualTo(401);
    assertThat(send("wrong", "POST", "/api/alerts", alert).statusCode()).isEqualTo(401);
    assertThat(send("token-of-demo-pilot-1", "POST", "/api/alerts", alert).statusCode())
        .isEqualTo(403);
    assertThat(incidents()).isEmpty();
  }

  @Test
  void a_repeated_alert_gets_the_first_answer_and_creates_nothing() throws Exception {
    HttpResponse<String> first = alert(alert);
    assertThat(first.statusCode()).isEqualTo(201);
    double entries = metric("vigie_journal_entries_total");
    HttpResponse<String> again = alert(alert);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(incidents()).hasSize(1);
    assertThat(metric("vigie_journal_entries_total")).isEqualTo(entries);
  }

  @Test
  void garbage_from_a_vehicle_changes_nothing_but_a_counter() throws Exception {
    byte[] noise = new byte[50_000];
    new SplittableRandom(20261121).nextBytes(noise);
    try (Socket socket = vehicle.accept();
        OutputStream out = socket.getOutputStream()) {
      Awaitility.await("the station's own start is journalled")
          .atMost(Duration.ofSeconds(20))
          .until(() -> metric("vigie_journal_entries_total") > 0);
      double entries = metric("vigie_journal_entries_total");
      out.write(noise);
      out.flush();
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> metric("vigie_link_garbage_bytes_total") > 45_000);
      assertThat(metric("vigie_vehicle_frames_received_total")).isZero();
      assertThat(metric("vigie_journal_entries_total")).isEqualTo(entries);
      assertThat(alert(alert).statusCode()).as("and it still works").isEqualTo(201);
    }
  }
}
