package org.vigie.groundstation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.api.ApiFixture.Answer;

/** {@code WS /api/live}: replay, news, snapshots, presence, and clients who do not behave. */
class LiveTest {
  /** More than all buffers between two sockets of one machine hold. */
  private static final int MANY = 40_000;

  private static final LiveLimits IMPATIENT =
      new LiveLimits(Duration.ofMillis(50), 4, 64 * 1024, 5, 2);

  private ApiFixture api;

  @BeforeEach
  void start() throws Exception {
    api = new ApiFixture();
  }

  private void restart(LiveLimits limits, int entries) throws Exception {
    api.close();
    api = new ApiFixture(limits, entries);
  }

  @AfterEach
  void stop() throws Exception {
    api.close();
  }

  @Test
  void entries_are_replayed_from_the_position_and_then_come_live() throws Exception {
    restart(ApiFixture.LIMITS, 3_000);
    try (LiveProbe probe = LiveProbe.open(api, Role.AUDITOR, "?after=99")) {
      api.post(Role.SENSOR, "/api/alerts", ApiFixture.alert("s1", "1"));

      List<JsonNode> entries = probe.entries(2_902);

      assertThat(entries.stream().map(entry -> entry.path("position").longValue()))
          .containsExactlyElementsOf(LongStream.range(100, 3_002).boxed().toList());
      assertThat(entries.get(2_901).path("type").textValue()).isEqualTo("incident.reported");
    }
  }

  @Test
  void an_entry_is_sent_as_it_stands_in_the_journal() throws Exception {
    restart(ApiFixture.LIMITS, 1);
    try (LiveProbe probe = LiveProbe.open(api, Role.AUDITOR, "?after=-1")) {
      assertThat(probe.nextText(text -> text.contains("\"entry\"")))
          .isEqualTo(
              "{\"type\":\"entry\",\"entry\":" + api.journal.read(0, 1).get(0).canonical() + "}");
    }
  }

  @Test
  void without_a_position_entries_begin_with_the_next_one() throws Exception {
    restart(ApiFixture.LIMITS, 10);
    try (LiveProbe probe = LiveProbe.open(api, Role.AUDITOR, "")) {
      probe.nextSnapshot();
      api.post(Role.SENSOR, "/api/alerts", ApiFixture.alert("s1", "1"));

      assertThat(probe.entries(2).get(0).path("position").longValue()).isEqualTo(10);
    }
  }

  @Test
  void snapshots_come_at_once_and_again_and_show_what_changed() throws Exception {
    try (LiveProbe probe = LiveProbe.open(api, Role.PILOT, "")) {
      JsonNode first = probe.nextSnapshot();
      assertThat(first.path("vehicles")).hasSize(2);
      assertThat(first.path("incidents")).isEmpty();
      assertThat(first.path("time").textValue()).isEqualTo("2026-11-21T14:03:00Z");

      api.post(Role.SENSOR, "/api/alerts", ApiFixture.alert("s1", "1"));

      probe.nextText(text -> text.contains("\"snapshot\"") && text.contains("\"I-1\""));
      for (String text : probe.texts()) {
        OpenApi.shipped().validate("LiveMessage", text.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void who_may_not_read_the_journal_gets_snapshots_only() throws Exception {
    restart(ApiFixture.LIMITS, 10);
    try (LiveProbe probe = LiveProbe.open(api, Role.PILOT, "?after=-1")) {
      api.post(Role.SENSOR, "/api/alerts", ApiFixture.alert("s1", "1"));
      probe.nextText(text -> text.contains("\"I-1\""));
      probe.nextSnapshot();

      assertThat(probe.texts()).noneMatch(text -> text.contains("\"type\":\"entry\""));
    }
  }

  @Test
  void a_pilot_is_present_and_an_auditor_cannot_be() throws Exception {
    try (LiveProbe pilot = LiveProbe.open(api, Role.PILOT, "");
        LiveProbe auditor = LiveProbe.open(api, Role.AUDITOR, "")) {
      pilot.send("{\"type\":\"present\"}");
      pilot.send("{\"type\":\"present\"}");
      auditor.send("{\"type\":\"present\"}");

      assertThat(auditor.closeReason()).isEqualTo("1008 only a pilot can be present");
      await().until(() -> api.desk.presences.size() == 2);
      assertThat(api.desk.presences).containsOnly("pilot-1");
    }
  }

  @Test
  void what_is_not_understood_ends_the_connection_with_a_reason() throws Exception {
    for (String text :
        new String[] {
          "", "present", "[]", "{}", "{\"type\":\"arm\"}", "{\"type\":\"present\",\"x\":1}"
        }) {
      try (LiveProbe probe = LiveProbe.open(api, Role.PILOT, "")) {
        probe.send(text);
        assertThat(probe.closeReason()).as(text).startsWith("1008 ");
      }
    }
    try (LiveProbe probe = LiveProbe.open(api, Role.PILOT, "")) {
      probe.send("x".repeat(100_000));
      assertThat(probe.closeReason()).isEqualTo("1008 a message that is too large or broken");
    }
    assertThat(api.desk.presences).isEmpty();
  }

  @Test
  void a_client_that_floods_is_closed() throws Exception {
    restart(new LiveLimits(Duration.ofMinutes(1), 4, 64 * 1024, 5, 2), 0);
    try (LiveProbe probe = LiveProbe.open(api, Role.PILOT, "")) {
      for (int i = 0; i < 6; i++) {
        probe.send("{\"type\":\"present\"}");
      }
      assertThat(probe.closeReason()).isEqualTo("1008 too many messages");
      assertThat(api.desk.presences).hasSize(5);
    }
  }

  @Test
  void a_slow_reader_is_closed_with_a_reason_and_the_others_go_on() throws Exception {
    restart(IMPATIENT, MANY);
    try (Socket slow = new Socket();
        LiveProbe other = LiveProbe.open(api, Role.PILOT, "")) {
      slow.setReceiveBufferSize(4 * 1024);
      slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), api.port));
      slow.getOutputStream().write(handshake());
      slow.getOutputStream().flush();

      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  api.get(Role.ADMINISTRATOR, "/metrics")
                      .text()
                      .contains("vigie_api_live_slow_closed_total 1"));
      other.nextSnapshot();
      assertThat(closeFrame(slow)).isEqualTo("1013 too slow: the outbound queue stayed full");
      await()
          .until(
              () ->
                  api.get(Role.ADMINISTRATOR, "/metrics")
                      .text()
                      .contains("vigie_api_live_clients 1"));
    }
  }

  @Test
  void there_are_only_so_many_connections() throws Exception {
    restart(IMPATIENT, 0);
    try (LiveProbe one = LiveProbe.open(api, Role.PILOT, "");
        LiveProbe two = LiveProbe.open(api, Role.PILOT, "")) {
      one.nextSnapshot();
      two.nextSnapshot();
      assertThatThrownBy(() -> LiveProbe.open(api, Role.PILOT, ""))
          .satisfies(e -> assertThat(status(e)).isEqualTo(503));
    }
    await()
        .untilAsserted(
            () -> {
              try (LiveProbe again = LiveProbe.open(api, Role.PILOT, "")) {
                again.nextSnapshot();
              }
            });
  }

  @Test
  void no_token_and_wrong_role_do_not_connect() throws Exception {
    assertThatThrownBy(() -> LiveProbe.open(api, Role.SENSOR, ""))
        .satisfies(e -> assertThat(status(e)).isEqualTo(403));
    assertThatThrownBy(() -> LiveProbe.open(api.uri("/api/live"), "wrong"))
        .satisfies(e -> assertThat(status(e)).isEqualTo(401));
    assertThatThrownBy(() -> LiveProbe.open(api, Role.AUDITOR, "?after=5"))
        .satisfies(e -> assertThat(status(e)).isEqualTo(400));
  }

  @Test
  void a_plain_request_is_told_to_upgrade() throws Exception {
    Answer answer = api.send(api.request(Role.PILOT, "/api/live"));

    assertThat(answer.status()).isEqualTo(426);
    assertThat(answer.header("Upgrade")).isEqualTo("websocket");
  }

  @Test
  void when_the_station_stops_everyone_is_told_and_the_journal_let_go() throws Exception {
    try (LiveProbe probe = LiveProbe.open(api, Role.PILOT, "")) {
      probe.nextSnapshot();

      api.server.close();

      assertThat(probe.closeReason()).startsWith("1001 ");
      assertThat(api.journal.listeners()).isZero();
      HttpRequest.Builder late = api.request(Role.PILOT, "/api/flights");
      assertThatThrownBy(() -> api.send(late)).isInstanceOf(IOException.class);
    }
  }

  private byte[] handshake() {
    return ("GET /api/live?after=-1 HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + "Sec-WebSocket-Version: 13\r\nAuthorization: Bearer "
            + api.token(Role.AUDITOR)
            + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Reads everything that is still under way, RFC 6455 section 5.2, up to the close frame. */
  private static String closeFrame(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    int seen = 0;
    while (seen != 0x0d0a0d0a) {
      seen = seen << 8 | in.readUnsignedByte();
    }
    while (true) {
      int opcode = in.readUnsignedByte() & 0x0f;
      int length = in.readUnsignedByte() & 0x7f;
      if (length == 126) {
        length = in.readUnsignedShort();
      } else if (length == 127) {
        length = (int) in.readLong();
      }
      byte[] payload = in.readNBytes(length);
      if (opcode == 8) {
        int code = (payload[0] & 0xff) << 8 | (payload[1] & 0xff);
        return code + " " + new String(payload, 2, length - 2, StandardCharsets.UTF_8);
      }
    }
  }

  private static int status(Throwable thrown) {
    assertThat(thrown).hasCauseInstanceOf(WebSocketHandshakeException.class);
    return thrown.getCause() instanceof WebSocketHandshakeException refused
        ? refused.getResponse().statusCode()
        : 0;
  }

  @Test
  void who_logs_out_during_the_handshake_is_not_shown_anything() throws Exception {
    List<String> calls = new ArrayList<>();
    ServerWebSocket socket =
        (ServerWebSocket)
            Proxy.newProxyInstance(
                ServerWebSocket.class.getClassLoader(),
                new Class<?>[] {ServerWebSocket.class},
                (proxy, method, args) -> {
                  calls.add(method.getName() + Arrays.toString(args));
                  return method.getReturnType() == boolean.class ? false : null;
                });
    Person person = new Person("op", "Op", Set.of(Role.OPERATOR), "sdis42", "42218");
    Vertx vertx = Vertx.vertx();
    try {
      LiveHub hub =
          new LiveHub(
              api.ports, ApiFixture.LIMITS, vertx, vertx.getOrCreateContext(), "S-2"::equals);
      hub.joined(socket, person, "S-1", Long.MAX_VALUE);
      assertThat(calls).containsExactly("close[4401, session-ended]");
      assertThat(hub.sessions()).isEmpty();
      hub.joined(socket, person, "S-2", Long.MAX_VALUE);
      assertThat(hub.sessions()).containsExactly("S-2");
      hub.stop();
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get();
    }
  }
}
