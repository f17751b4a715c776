package org.vigie.groundstation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.app.DemoStation;
import org.vigie.groundstation.flight.FlightParts;
import org.vigie.groundstation.text.Language;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;

/** The story's lines about a decision, asked of a station that answers over HTTP. */
class DecisionLinesTest {
  @TempDir Path folder;
  private final AtomicInteger questions = new AtomicInteger();
  private HttpServer station;
  private int refusals;
  private int refusal = 404;

  @BeforeEach
  void serve() throws IOException {
    station = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    station.createContext("/api/flights/F-1/decision", this::answer);
    station.start();
  }

  @AfterEach
  void stop() {
    station.stop(0);
  }

  @Test
  void a_decision_that_the_flight_does_not_show_yet_is_asked_for_again() throws Exception {
    refusals = 2;
    assertThat(lines().of("F-1")).isNotEmpty();
    assertThat(questions).hasValue(3);
  }

  @Test
  void a_station_that_refuses_is_not_asked_again() throws Exception {
    refusals = 1;
    refusal = 403;
    assertThat(lines().of("F-1")).isEmpty();
    assertThat(questions).hasValue(1);
  }

  private DecisionLines lines() throws Exception {
    DemoStation.lay(folder, 0, "tcp:127.0.0.1:1");
    return DecisionLines.of(
        folder, new StationClient(station.getAddress().getPort(), "token"), Language.EN);
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean refused = questions.incrementAndGet() <= refusals;
    byte[] body = (refused ? "{}" : decision()).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(refused ? refusal : 200, body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  private static String decision() {
    return CanonicalJson.write(
        FlightParts.decision(
            "F-1",
            ContentHash.of("plan"),
            ContentHash.of("proof"),
            false,
            FlightParts.VALID_UNTIL));
  }
}
