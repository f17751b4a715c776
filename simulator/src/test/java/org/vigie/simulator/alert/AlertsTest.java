package org.vigie.simulator.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.sun.net.httpserver.HttpServer;
import io.moquette.broker.Server;
import io.moquette.broker.config.MemoryConfig;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.scenario.AcousticSensor;
import org.vigie.simulator.scenario.ScenarioReader;
import org.vigie.simulator.scenario.SensorReport;

/** Reports that travel: a real broker, a real HTTP server, and both when they are away. */
@Timeout(60)
class AlertsTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> notes = new CopyOnWriteArrayList<>();

  private static SensorReport report(String id, int second) {
    return new SensorReport(
        "acoustic-test",
        id,
        "ac-01",
        "bang",
        "explosion",
        NOON,
        NOON.plusSeconds(second),
        new LatLon(45.4361, 4.3825),
        24,
        0.93);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Server broker(Path folder, int port) throws IOException {
    Properties settings = new Properties();
    settings.setProperty("host", "127.0.0.1");
    settings.setProperty("port", Integer.toString(port));
    settings.setProperty("allow_anonymous", "true");
    settings.setProperty("telemetry_enabled", "false");
    settings.setProperty("persistence_enabled", "false");
    settings.setProperty("data_path", folder.toString());
    Server server = new Server();
    server.startServer(new MemoryConfig(settings));
    return server;
  }

  @Test
  void a_broker_gets_each_alert_on_the_sites_topic(@TempDir Path folder) throws Exception {
    int port = freePort();
    AlertFeed feed =
        new AlertFeed(
            List.of(report("b", 2), report("a", 1), report("c", 60)),
            AlertAddress.open("mqtt://127.0.0.1:" + port + "/couriot", ""),
            notes::add);
    feed.turn(NOON.plusSeconds(3));
    assertThat(feed.acknowledged()).as("no broker yet").isZero();
    assertThat(notes).hasSize(1).first().asString().contains("tried again");
    Server server = broker(folder, port);
    try {
      Mqtt3BlockingClient listener =
          MqttClient.builder()
              .useMqttVersion3()
              .identifier("listener")
              .serverHost("127.0.0.1")
              .serverPort(port)
              .buildBlocking();
      listener.connect();
      Queue<Mqtt3Publish> heard = new ConcurrentLinkedQueue<>();
      listener
          .toAsync()
          .subscribeWith()
          .topicFilter("vigie/+/alerts")
          .qos(MqttQos.AT_LEAST_ONCE)
          .callback(heard::add)
          .send()
          .get();
      feed.turn(NOON.plusSeconds(3));
      assertThat(feed.acknowledged()).as(notes.toString()).isEqualTo(2);
      assertThat(feed.waiting()).as("not yet due").isEqualTo(1);
      await().until(() -> heard.size() == 2);
      List<String> ids = new ArrayList<>();
      for (Mqtt3Publish message : heard) {
        assertThat(message.getTopic()).hasToString("vigie/couriot/alerts");
        assertThat(message.getQos()).isEqualTo(MqttQos.AT_LEAST_ONCE);
        JsonNode alert = JSON.readTree(message.getPayloadAsBytes());
        ids.add(alert.path("sourceId").asText());
        assertThat(alert.path("type").asText()).isEqualTo("explosion");
        assertThat(alert.path("lat").asDouble()).isEqualTo(45.4361);
        assertThat(alert.path("uncertaintyM").asDouble()).isEqualTo(24);
        assertThat(alert.path("occurredAt").asText()).isEqualTo("2026-11-24T12:00:00Z");
      }
      assertThat(ids).containsExactly("a", "b");
      listener.disconnect();
    } finally {
      server.stopServer();
    }
  }

  @Test
  void a_station_gets_each_alert_with_its_token_and_again_until_it_answers() throws Exception {
    AtomicInteger status = new AtomicInteger(503);
    List<String> bodies = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/alerts",
        exchange -> {
          bodies.add(
              exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      AlertFeed feed =
          new AlertFeed(
              List.of(report("a", 0), report("b", 0)),
              AlertAddress.open(address, "secret"),
              notes::add);
      feed.turn(NOON);
      assertThat(bodies).as("the second waits behind the first").hasSize(1);
      status.set(201);
      feed.turn(NOON);
      assertThat(bodies).hasSize(3).allMatch(body -> body.startsWith("Bearer secret {"));
      assertThat(bodies.get(2)).contains("\"sourceId\":\"b\"");
      assertThat(feed.acknowledged()).isEqualTo(2);
      status.set(422);
      feed.add(report("c", 0));
      feed.turn(NOON);
      assertThat(feed.waiting()).as("what is refused is not sent again").isZero();
      assertThat(notes).last().asString().contains("alert c was refused: 422");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void a_station_that_is_away_is_named_and_never_null() throws Exception {
    String address = "http://127.0.0.1:" + freePort();
    new AlertFeed(List.of(report("a", 0)), AlertAddress.open(address, ""), notes::add).turn(NOON);
    assertThat(notes)
        .containsExactly(
            "alerts are not acknowledged, they are tried again: no connection to "
                + address
                + "/api/alerts");
    AlertSender silent =
        new AlertSender() {
          @Override
          public void send(SensorReport report) throws IOException {
            throw new EOFException();
          }

          @Override
          public void close() {}
        };
    new AlertFeed(List.of(report("a", 0)), silent, notes::add).turn(NOON);
    assertThat(notes).last().asString().endsWith("tried again: EOFException");
  }

  @Test
  void addresses_that_lead_nowhere_are_named() {
    for (String bad :
        List.of("mqtt://host", "mqtt://host/a/b", "http://host/path", "ftp://host", "x", "a b")) {
      assertThatThrownBy(() -> AlertAddress.open(bad, ""))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(bad);
    }
  }

  @Test
  void what_shipped_sensors_report_has_the_form_of_the_interface() throws Exception {
    for (SensorReport report :
        AcousticSensor.reports(ScenarioReader.shipped("fair-weather"), 3600)) {
      assertThat(AlertJson.members(report))
          .containsOnlyKeys(
              "source",
              "sourceId",
              "type",
              "occurredAt",
              "lat",
              "lon",
              "uncertaintyM",
              "confidence",
              "text",
              "evidence");
    }
  }
}
