package org.vigie.simulator.alert;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.vigie.simulator.scenario.SensorReport;

/** Posts alerts to a station's {@code POST /api/alerts}. Thread-safe. */
final class HttpAlerts implements AlertSender {
  private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
  private static final int REFUSAL_SHOWN_MAX = 200;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_MAX).build();
  private final URI alerts;
  private final String token;

  /**
   * A sender that is not connected yet.
   *
   * @param station for example {@code http://127.0.0.1:8080}
   * @param token bearer token of the sensors; empty for none
   */
  HttpAlerts(URI station, String token) {
    this.alerts = station.resolve("/api/alerts");
    this.token = token;
  }

  @Override
  public void send(SensorReport report) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(alerts)
            .timeout(ANSWER_MAX)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(AlertJson.bytes(report)));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<byte[]> answer;
    try {
      answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (ConnectException e) {
      throw new IOException("no connection to " + alerts, e); // its own message may be null
    }
    if (answer.statusCode() / 100 == 2) {
      return;
    }
    String why = new String(answer.body(), StandardCharsets.UTF_8);
    String message =
        answer.statusCode() + " " + why.substring(0, Math.min(REFUSAL_SHOWN_MAX, why.length()));
    throw answer.statusCode() < 500 ? new AlertRefusedException(message) : new IOException(message);
  }

  @Override
  public void close() {}
}
