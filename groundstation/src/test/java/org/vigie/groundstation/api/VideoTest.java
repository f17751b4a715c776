package org.vigie.groundstation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.api.ApiFixture.Answer;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.StreamId;

/** {@code WS /video/SOURCE}: the right before the first byte, and its end. */
class VideoTest {
  private static final String PATH = "/api/videos/" + TinyVideo.SOURCE;
  private static final String STREAM = "flight/F-1";

  private ApiFixture api;

  @BeforeEach
  void start() throws Exception {
    api = new ApiFixture();
    api.desk.prepare("F-1", "I-1");
  }

  @AfterEach
  void stop() throws Exception {
    api.close();
  }

  private List<String> viewEntries() {
    return api.journal.types(STREAM);
  }

  private JsonNode lastBody() {
    List<Entry> entries = api.journal.read(StreamId.parse(STREAM));
    return entries.get(entries.size() - 1).tree();
  }

  @Test
  void sources_are_listed_with_how_they_are_doing() throws Exception {
    JsonNode video = api.get(Role.AUDITOR, "/api/videos").json().path("videos").path(0);

    assertThat(video.path("source").textValue()).isEqualTo("V-1");
    assertThat(video.path("state").textValue()).isEqualTo("LIVE");
  }

  @Test
  void frames_go_raw_through_the_connection_both_ways() throws Exception {
    try (VideoProbe probe = VideoProbe.open(api, "pilot-1")) {
      assertThat(probe.nextFrame()).isEqualTo("a picture");
      probe.send("{\"type\":\"ack\"}");
      assertThat(api.video.heard.poll(20, TimeUnit.SECONDS)).isEqualTo("{\"type\":\"ack\"}");
      assertThat(api.video.viewers.poll()).isEqualTo("pilot-1 V-1");
    }
    await().untilAsserted(() -> assertThat(viewEntries()).endsWith("view.closed"));
    assertThat(lastBody().path("reason").textValue()).isEqualTo("left");
    assertThat(lastBody().path("framesSent").longValue()).isEqualTo(1);
  }

  @Test
  void no_handler_of_http_and_no_idle_time_is_left_on_the_connection() throws Exception {
    try (VideoProbe probe = VideoProbe.open(api, "pilot-1")) {
      probe.nextFrame();
      assertThat(api.video.pipeline).contains("handler").doesNotContain("idle");
      assertThat(api.video.pipeline.toString().toLowerCase(java.util.Locale.ROOT))
          .doesNotContain("http", "codec", "websocket");
    }
  }

  @Test
  void there_is_no_101_before_the_view_is_on_disk() throws Exception {
    api.journal.hold();
    VideoProbe probe =
        VideoProbe.connecting(api, VideoProbe.bearer(api, "operator-1"), TinyVideo.SOURCE);
    try (probe) {
      // an answer that overtakes it: the server is at work, and has not answered this one
      assertThat(api.get(Role.PILOT, "/api/videos").status()).isEqualTo(200);
      assertThat(probe.isDone()).isFalse();
      assertThat(viewEntries()).isEmpty();
      assertThat(api.video.viewers).isEmpty();
      api.journal.goOn();
      assertThat(probe.opened().nextFrame()).isEqualTo("a picture");
      assertThat(viewEntries()).containsExactly("view.opened");
      assertThat(lastBody().path("person").textValue()).isEqualTo("operator-1");
      assertThat(lastBody().path("service").textValue()).isEqualTo("sdis42");
    }
  }

  @Test
  void a_disk_that_is_dead_opens_no_view() throws Exception {
    api.journal.die();
    assertThat(handshakeStatus(VideoProbe.bearer(api, "pilot-1"), "V-1")).isEqualTo(503);
    assertThat(api.video.viewers).isEmpty();
  }

  @Test
  void the_municipal_agent_is_refused_with_the_article_in_both_languages() throws Exception {
    Answer french = api.send(api.as(ApiFixture.AGENT, PATH).header("Accept-Language", "fr"));
    Answer english = api.send(api.as(ApiFixture.AGENT, PATH).header("Accept-Language", "en"));

    assertThat(french.status()).isEqualTo(403);
    assertThat(french.json().path("type").textValue()).isEqualTo("urn:vigie:problem:view-refused");
    assertThat(french.json().path("code").textValue()).isEqualTo("municipal-no-basis");
    assertThat(french.json().path("article").textValue())
        .isEqualTo("CSI, L242-1 à L242-6 ; Cons. const., 2021-817 DC et 2021-834 DC");
    assertThat(french.json().path("explanation").textValue()).startsWith("Aucun texte ne permet");
    assertThat(english.json().path("explanation").textValue()).startsWith("No law lets");
    assertThat(viewEntries()).containsExactly("view.refused", "view.refused");
    assertThat(lastBody().path("person").textValue()).isEqualTo(ApiFixture.AGENT);
    assertThat(lastBody().path("service").textValue()).isEqualTo("pm42218");
    assertThat(handshakeStatus(VideoProbe.bearer(api, ApiFixture.AGENT), "V-1")).isEqualTo(403);
    assertThat(api.video.viewers).isEmpty();
  }

  @Test
  void another_service_and_those_who_only_read_are_not_engaged() throws Exception {
    for (String person : new String[] {ApiFixture.STRANGER, "auditor-1", "administrator-1"}) {
      Answer answer = api.send(api.as(person, PATH));

      assertThat(answer.status()).as(person).isEqualTo(403);
      assertThat(answer.json().path("code").textValue()).isEqualTo("not-engaged");
      assertThat(answer.json().path("article").textValue()).isEqualTo("CSI, L242-2");
    }
    assertThat(handshakeStatus(VideoProbe.bearer(api, ApiFixture.STRANGER), "V-1")).isEqualTo(403);
  }

  @Test
  void who_may_watch_is_told_the_flight_and_leaves_no_entry() throws Exception {
    Answer answer = api.get(Role.PILOT, PATH);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("flightId").textValue()).isEqualTo("F-1");
    assertThat(answer.json().path("video").path("width").intValue()).isEqualTo(1280);
    assertThat(viewEntries()).isEmpty();
  }

  @Test
  void when_nothing_flies_there_is_nothing_to_see() throws Exception {
    api.desk.become("F-1", FlightState.CLOSED);
    Answer answer = api.get(Role.PILOT, PATH);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().path("type").textValue()).isEqualTo("urn:vigie:problem:no-flight");
    assertThat(handshakeStatus(VideoProbe.bearer(api, "pilot-1"), "V-1")).isEqualTo(409);
    assertThat(viewEntries()).isEmpty();
    assertThat(api.journal.types("access/V-1")).containsOnly("view.refused");
  }

  @Test
  void a_source_that_is_not_there_is_not_found_and_leaves_no_trace() throws Exception {
    assertThat(api.get(Role.PILOT, "/api/videos/V-9").status()).isEqualTo(404);
    assertThat(handshakeStatus(VideoProbe.bearer(api, "pilot-1"), "V-9")).isEqualTo(404);
    assertThat(api.journal.size()).isZero();
  }

  @Test
  void a_fifth_view_of_one_person_is_told_why_not() throws Exception {
    List<VideoProbe> probes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      probes.add(VideoProbe.open(api, "operator-1"));
    }
    assertThat(handshakeStatus(VideoProbe.bearer(api, "operator-1"), "V-1")).isEqualTo(503);
    VideoProbe.open(api, "pilot-1").close();
    probes.forEach(VideoProbe::close);
  }

  @Test
  void who_watches_is_cut_when_the_flight_ends() throws Exception {
    try (VideoProbe probe = VideoProbe.open(api, "pilot-1")) {
      probe.nextFrame();
      api.ports
          .pictures()
          .viewing()
          .endFlight("F-1")
          .toCompletableFuture()
          .get(20, TimeUnit.SECONDS);

      assertThat(viewEntries()).containsExactly("view.opened", "view.closed");
      assertThat(lastBody().path("framesSent").longValue()).isEqualTo(1);
      assertThat(probe.closeReason()).isEqualTo("4401 flight-over");
      assertThat(api.get(Role.PILOT, PATH).status()).isEqualTo(409);
      assertThat(viewEntries()).hasSize(2);
    }
  }

  @Test
  void who_watches_is_cut_when_the_state_takes_the_right() throws Exception {
    try (VideoProbe probe = VideoProbe.open(api, "pilot-1")) {
      probe.nextFrame();
      api.desk.become("F-1", FlightState.REFUSED);
      assertThat(probe.closeReason()).isEqualTo("4401 flight-over");
    }
  }

  @Test
  void who_watches_is_cut_when_they_log_out() throws Exception {
    String cookie = api.logIn("operator-1");
    Map<String, String> page = Map.of("Cookie", cookie, "Origin", api.origin());
    try (VideoProbe probe = VideoProbe.connecting(api, page, "V-1").opened();
        VideoProbe other = VideoProbe.open(api, "operator-1")) {
      probe.nextFrame();
      other.nextFrame();
      api.send(api.browser(cookie, "/api/sessions").DELETE());

      assertThat(probe.closeReason()).isEqualTo("4401 session-ended");
      await().untilAsserted(() -> assertThat(viewEntries()).contains("view.closed"));
      other.send("still here");
      assertThat(api.video.heard.poll(20, TimeUnit.SECONDS)).isEqualTo("still here");
    }
  }

  @Test
  void who_logs_out_while_the_disk_is_slow_sees_nothing() throws Exception {
    String cookie = api.logIn("operator-1");
    await().until(() -> api.journal.types("access/operator-1").contains("session.opened"));
    api.journal.hold();
    Map<String, String> page = Map.of("Cookie", cookie, "Origin", api.origin());
    try (VideoProbe probe = VideoProbe.connecting(api, page, "V-1")) {
      await().until(() -> api.journal.waiting() == 1);
      assertThat(api.send(api.browser(cookie, "/api/sessions").DELETE()).status()).isEqualTo(204);
      api.journal.goOn();

      assertThatThrownBy(probe::opened).hasCauseInstanceOf(WebSocketHandshakeException.class);
      assertThat(probe.handshakeStatus()).isEqualTo(401);
    }
    await().untilAsserted(() -> assertThat(viewEntries()).endsWith("view.closed"));
    assertThat(lastBody().path("reason").textValue()).isEqualTo("session-ended");
    assertThat(api.video.viewers).isEmpty();
  }

  @Test
  void another_sites_page_cannot_watch_with_the_cookie() throws Exception {
    String cookie = api.logIn("operator-1");
    assertThat(handshakeStatus(Map.of("Cookie", cookie, "Origin", "http://evil.example"), "V-1"))
        .isEqualTo(403);
    assertThat(handshakeStatus(Map.of("Cookie", cookie), "V-1")).isEqualTo(403);
    assertThat(viewEntries()).isEmpty();
  }

  @Test
  void the_station_says_good_bye_when_it_stops() throws Exception {
    try (VideoProbe probe = VideoProbe.open(api, "pilot-1")) {
      probe.nextFrame();
      api.server.close();
      assertThat(probe.closeReason()).isEqualTo("1001 station-stops");
      await().untilAsserted(() -> assertThat(viewEntries()).endsWith("view.closed"));
    }
  }

  @Test
  void a_door_that_breaks_ends_the_view() throws Exception {
    api.video.broken = true;
    try (VideoProbe probe = VideoProbe.open(api, "pilot-1")) {
      assertThat(probe.closeReason()).startsWith("1006");
      await().untilAsserted(() -> assertThat(viewEntries()).endsWith("view.closed"));
    }
  }

  @Test
  void how_a_viewing_ended_is_in_the_journal() throws Exception {
    api.video.endReason = VideoAdmission.reason(4408);
    VideoProbe.open(api, "pilot-1").close();
    await().untilAsserted(() -> assertThat(viewEntries()).endsWith("view.closed"));
    assertThat(lastBody().path("reason").textValue()).isEqualTo("no-acknowledgement");
    api.video.endReason = "What a client wrote";
    VideoProbe.open(api, "pilot-1").close();
    await().untilAsserted(() -> assertThat(viewEntries()).hasSize(4).endsWith("view.closed"));
    assertThat(lastBody().path("reason").textValue()).isEqualTo("other");
  }

  @Test
  void a_connection_reset_at_the_door_ends_the_view_and_is_no_error() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger(VideoOperations.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    api.video.reset = true;
    try (VideoProbe probe = VideoProbe.connecting(api, VideoProbe.bearer(api, "pilot-1"), "V-1")) {
      await().untilAsserted(() -> assertThat(viewEntries()).endsWith("view.closed"));
      assertThat(lastBody().path("reason").textValue()).isEqualTo("not-connected");
      await().until(probe::isDone);
    } finally {
      logger.detachAppender(log);
    }
    assertThat(List.copyOf(log.list))
        .isNotEmpty()
        .allMatch(event -> event.getLevel() != Level.ERROR && event.getThrowableProxy() == null);
  }

  @Test
  void what_is_no_websocket_is_told_so() throws Exception {
    Answer answer = api.get(Role.PILOT, "/video/V-1");

    assertThat(answer.status()).isEqualTo(426);
    assertThat(viewEntries()).isEmpty();
  }

  @Test
  void a_handshake_without_a_proper_key_is_refused() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port)) {
      socket
          .getOutputStream()
          .write(
              ("GET /video/V-1 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: short\r\n"
                      + "Authorization: Bearer "
                      + api.token("pilot-1")
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 426");
    }
    assertThat(viewEntries()).isEmpty();
  }

  /**
   * @source RFC 6455 section 1.3
   */
  @Test
  void the_accept_header_is_that_of_the_standard() {
    assertThat(WebSocketAccept.of("dGhlIHNhbXBsZSBub25jZQ=="))
        .isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  }

  @Test
  void a_viewer_who_goes_while_the_disk_is_slow_is_written_down_as_gone() throws Exception {
    api.journal.hold();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port)) {
      socket
          .getOutputStream()
          .write(
              ("GET /video/V-1 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      + "Sec-WebSocket-Version: 13\r\n"
                      + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer "
                      + api.token("pilot-1")
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      // answered after the one above was taken in
      assertThat(api.get(Role.PILOT, "/api/videos").status()).isEqualTo(200);
    }
    api.get(Role.PILOT, "/api/videos");
    api.journal.goOn();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(viewEntries()).containsExactly("view.opened", "view.closed"));
  }

  private int handshakeStatus(Map<String, String> headers, String source) {
    VideoProbe probe = VideoProbe.connecting(api, headers, source);
    try (probe) {
      assertThatThrownBy(probe::opened).hasCauseInstanceOf(WebSocketHandshakeException.class);
      return probe.handshakeStatus();
    }
  }
}
