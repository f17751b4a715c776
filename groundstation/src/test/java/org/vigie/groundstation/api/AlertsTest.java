package org.vigie.groundstation.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.api.ApiFixture.Answer;
import org.vigie.groundstation.incident.Alert;
import org.vigie.groundstation.incident.AlertType;

/** {@code POST /api/alerts}: what is taken, what is not, and what the sender learns. */
class AlertsTest {
  private ApiFixture api;

  @BeforeEach
  void start() throws Exception {
    api = new ApiFixture();
  }

  @AfterEach
  void stop() throws Exception {
    api.close();
  }

  @Test
  void an_alert_is_taken_in_whole() throws Exception {
    Answer answer = api.post(Role.SENSOR, "/api/alerts", ApiFixture.alert("s1", "1"));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text()).isEqualTo("{\"alertId\":\"A-1\",\"incidentId\":\"I-1\"}");
    Alert alert = api.desk.alerts.get(0);
    assertThat(alert.type()).isEqualTo(AlertType.EXPLOSION);
    assertThat(alert.position()).isEqualTo(new LatLon(45.4386, 4.3775));
    assertThat(alert.occurredAt()).isEqualTo("2026-11-21T14:02:58.500Z");
    assertThat(alert.uncertaintyM()).isEqualTo(25);
    assertThat(alert.confidence()).isEqualTo(0.93);
    assertThat(alert.text()).isEqualTo("deux détonations");
    assertThat(alert.evidence())
        .containsExactly(new Alert.Evidence("image", "https://cctv.example/7.jpg"));
    assertThat(api.journal.read(0, 10))
        .extracting(entry -> entry.stream() + " " + entry.type())
        .containsExactly("incident/I-1 alert.received", "incident/I-1 incident.reported");
  }

  @Test
  void a_repeated_alert_gets_the_first_answer_and_creates_nothing() throws Exception {
    Answer first = api.post(Role.SENSOR, "/api/alerts", ApiFixture.alert("s1", "1"));
    Answer again = api.post(Role.SENSOR, "/api/alerts", ApiFixture.alert("s1", "1"));

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(api.journal.size()).isEqualTo(2);
  }

  @Test
  void a_second_sensor_is_told_the_same_incident() throws Exception {
    api.post(Role.SENSOR, "/api/alerts", ApiFixture.alert("s1", "1"));
    Answer second = api.post(Role.SENSOR, "/api/alerts", ApiFixture.alert("s2", "1"));

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.json().path("incidentId").textValue()).isEqualTo("I-1");
    assertThat(api.get(Role.OPERATOR, "/api/incidents").json().at("/incidents/0/alerts").intValue())
        .isEqualTo(2);
  }

  @Test
  void text_and_evidence_may_be_left_out_and_nothing_else() throws Exception {
    ObjectNode alert = (ObjectNode) ApiFixture.JSON.readTree(ApiFixture.alert("s1", "1"));
    alert.remove("text");
    alert.remove("evidence");
    assertThat(api.post(Role.SENSOR, "/api/alerts", alert.toString()).status()).isEqualTo(201);

    Answer empty = api.post(Role.SENSOR, "/api/alerts", "{}");
    assertThat(empty.status()).isEqualTo(400);
    assertThat(empty.fields())
        .containsExactlyInAnyOrder(
            "source", "sourceId", "type", "occurredAt", "lat", "lon", "uncertaintyM", "confidence");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "source       | 7",
        "source       | \"\"",
        "source       | \"a b\"",
        "sourceId     | \"é\"",
        "sourceId     | \"a\\nb\"",
        "type         | \"explosions\"",
        "type         | \"EXPLOSION\"",
        "type         | null",
        "occurredAt   | \"yesterday\"",
        "occurredAt   | \"2026-11-21T14:02:58\"",
        "occurredAt   | 1763733600",
        "occurredAt   | \"2026-11-21T14:08:00.001Z\"",
        "occurredAt   | \"+99999-01-01T00:00:00Z\"",
        "occurredAt   | \"1971-01-01T00:00:00Z\"",
        "occurredAt   | \"2026-11-20T14:02:59.999Z\"",
        "lat          | 91",
        "lat          | \"45.4\"",
        "lat          | null",
        "lon          | -180.0001",
        "lon          | 1e999",
        "uncertaintyM | 0",
        "uncertaintyM | 5000.1",
        "confidence   | 1.01",
        "confidence   | -0.01",
        "confidence   | true",
        "text         | 7",
        "text         | \"\\u0000\"",
        "text         | \"\\ud83d\"",
        "evidence     | {}",
        "evidence[0]  | [7]",
        "evidence     | [{},{},{},{},{},{},{},{},{}]",
        "evidence[0].kind  | [{\"kind\":\"audio\",\"url\":\"https://x.example/1\"}]",
        "evidence[0].kind  | [{\"kind\":\"sound-clip\",\"url\":\"https://x.example/1\"}]",
        "evidence[0].url   | [{\"kind\":\"file\",\"url\":\"https://x.example/1.WAV\"}]",
        "evidence[0].url   | [{\"kind\":\"file\",\"url\":\"file:///etc/passwd\"}]",
        "evidence[0].url   | [{\"kind\":\"file\",\"url\":\"data:audio/wav;base64,AA\"}]",
        "evidence[0].url   | [{\"kind\":\"file\",\"url\":\"https://u:p@x.example/1\"}]",
        "evidence[0].url   | [{\"kind\":\"file\",\"url\":\"https:///1\"}]",
        "evidence[0].extra | [{\"kind\":\"file\",\"url\":\"https://x.example/1\",\"extra\":1}]",
      })
  void a_wrong_field_is_named_and_nothing_is_taken_in(String field, String value) throws Exception {
    String member = field.replaceAll("\\[.*", "");
    String alert =
        ApiFixture.alert("s1", "1")
            .replaceFirst(
                "\"" + member + "\":(\\[.*?\\]|\"[^\"]*\"|[^,}]*)",
                Matcher.quoteReplacement("\"" + member + "\":" + value));

    Answer answer = api.post(Role.SENSOR, "/api/alerts", alert);

    assertThat(answer.status()).as(alert).isEqualTo(400);
    assertThat(answer.fields()).containsExactly(field);
    assertThat(api.journal.size()).isZero();
  }

  @Test
  void every_wrong_field_is_named_at_once() throws Exception {
    String alert =
        ApiFixture.alert("s1", "1")
            .replace("\"lat\":45.4386", "\"lat\":99")
            .replace("\"lon\"", "\"long\"");

    assertThat(api.post(Role.SENSOR, "/api/alerts", alert).fields())
        .containsExactlyInAnyOrder("long", "lat", "lon");
  }

  @Test
  void a_clock_that_is_five_minutes_ahead_is_still_believed() throws Exception {
    String alert = ApiFixture.alert("s1", "1").replace("14:02:58.5Z", "15:08:00+01:00");

    assertThat(api.post(Role.SENSOR, "/api/alerts", alert).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "7",
        "null",
        "{",
        "{\"source\":NaN}",
        "{\"lat\":Infinity}",
        "{\"a\":1,\"a\":2}",
        "{} {}",
        "{'source':1}",
        "{\"a\":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}",
        "\ufeff{}"
      })
  void what_is_not_one_strict_json_object_is_a_problem(String body) throws Exception {
    Answer answer = api.post(Role.SENSOR, "/api/alerts", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.fields()).isNotEmpty();
    assertThat(api.journal.size()).isZero();
  }

  @Test
  void broken_utf8_is_a_problem_and_not_a_question_mark() throws Exception {
    byte[] body = ApiFixture.alert("s1", "1").getBytes(StandardCharsets.ISO_8859_1);

    Answer answer = api.post(Role.SENSOR, "/api/alerts", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("UTF-8");
  }

  @Test
  void a_json_error_names_line_and_column() throws Exception {
    Answer answer = api.post(Role.SENSOR, "/api/alerts", "{\n  \"source\": x }");

    assertThat(answer.json().at("/errors/0/message").textValue()).contains("line 2, column 13");
  }

  @Test
  void a_body_of_64_kib_is_looked_at_and_one_byte_more_is_not() throws Exception {
    int alertBytes = ApiFixture.alert("s1", "1").getBytes(StandardCharsets.UTF_8).length;
    String blank = " ".repeat(64 * 1024 - alertBytes);

    assertThat(api.post(Role.SENSOR, "/api/alerts", ApiFixture.alert("s1", "1") + blank).status())
        .isEqualTo(201);
    assertThat(
            api.post(Role.SENSOR, "/api/alerts", ApiFixture.alert("s1", "2") + blank + " ")
                .status())
        .isEqualTo(413);
    assertThat(api.journal.size()).isEqualTo(2);
  }

  @Test
  void an_oversized_body_of_unknown_length_is_refused_too() throws Exception {
    byte[] large = " ".repeat(10_000_000).getBytes(StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        api.request(Role.SENSOR, "/api/alerts")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));

    assertThat(api.send(request).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource({
    "audio/wav, sound",
    "AUDIO/ogg, sound",
    "text/plain, not-json",
    "application/xml, not-json",
    "application/cap+xml, not-json",
    "application/json;charset=latin1, not-json",
    "'', not-json"
  })
  void other_content_is_refused(String type, String problem) throws Exception {
    HttpRequest.Builder request =
        api.request(Role.SENSOR, "/api/alerts")
            .POST(HttpRequest.BodyPublishers.ofString(ApiFixture.alert("s1", "1")));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    Answer answer = api.send(request);

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.json().path("type").textValue()).isEqualTo("urn:vigie:problem:" + problem);
    assertThat(api.journal.size()).isZero();
  }

  @Test
  void an_encoded_body_is_refused() throws Exception {
    HttpRequest.Builder request =
        api.request(Role.SENSOR, "/api/alerts")
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Content-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofString(ApiFixture.alert("s1", "1")));

    assertThat(api.send(request).status()).isEqualTo(415);
  }

  @Test
  void a_desk_that_cannot_now_says_when_to_try_again() throws Exception {
    api.desk.busy = true;

    Answer answer = api.post(Role.SENSOR, "/api/alerts", ApiFixture.alert("s1", "1"));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.json().path("reason").textValue()).isEqualTo("queue-full");
  }

  @Test
  @Tag("deep") // waits for the real limit of ten seconds
  void a_desk_that_does_not_answer_leaves_nobody_waiting() throws Exception {
    api.desk.silent = true;

    Answer answer = api.post(Role.SENSOR, "/api/alerts", ApiFixture.alert("s1", "1"));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.json().path("reason").textValue()).isEqualTo("no-answer");
  }

  @Test
  void a_desk_that_breaks_shows_no_stack_and_no_message() throws Exception {
    api.desk.failure = new IllegalStateException("secret detail");

    Answer answer = api.post(Role.SENSOR, "/api/alerts", ApiFixture.alert("s1", "1"));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text()).doesNotContain("secret").doesNotContain("Exception");
  }

  @Test
  void seeded_garbage_is_answered_and_breaks_nothing() throws Exception {
    Random random = new Random(20261121);
    String good = ApiFixture.alert("s1", "1");
    int refused = 0;
    for (int i = 0; i < 600; i++) {
      byte[] body = good.getBytes(StandardCharsets.UTF_8);
      for (int n = random.nextInt(4); n >= 0; n--) {
        body = mutate(body, random);
      }
      Answer answer = api.post(Role.SENSOR, "/api/alerts", body);
      assertThat(answer.status())
          .as("mutation %d: %s", i, new String(body, StandardCharsets.UTF_8))
          .isIn(200, 201, 400);
      refused += answer.status() == 400 ? 1 : 0;
    }

    assertThat(refused).isGreaterThan(300);
    assertThat(api.desk.alerts).hasSize(600 - refused).allMatch(AlertsTest::withinLimits);
    assertThat(api.post(Role.SENSOR, "/api/alerts", ApiFixture.alert("last", "1")).status())
        .isEqualTo(201);
  }

  private static byte[] mutate(byte[] body, Random random) {
    String marks = "{}[]\",:\\0123456789-+.eEnulltrue \u0000\u00ff";
    int at = random.nextInt(body.length);
    StringBuilder text = new StringBuilder(new String(body, StandardCharsets.ISO_8859_1));
    switch (random.nextInt(4)) {
      case 0 -> text.setCharAt(at, marks.charAt(random.nextInt(marks.length())));
      case 1 -> text.insert(at, marks.charAt(random.nextInt(marks.length())));
      case 2 -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(12)));
      default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 20)));
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean withinLimits(Alert alert) {
    return alert.uncertaintyM() > 0
        && alert.uncertaintyM() <= 5_000
        && alert.confidence() >= 0
        && alert.confidence() <= 1
        && !alert.source().isEmpty()
        && alert.source().length() <= 64
        && alert.sourceId().length() <= 128
        && alert.text().length() <= 2_000
        && !alert.occurredAt().isAfter(ApiFixture.NOW.plusSeconds(300))
        && !alert.occurredAt().isBefore(ApiFixture.NOW.minusSeconds(86_400));
  }
}
