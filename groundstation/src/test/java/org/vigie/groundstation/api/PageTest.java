package org.vigie.groundstation.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.api.ApiFixture.Answer;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.text.Texts;

/** The page's files and words, which need no login; and nothing else that lies beside them. */
class PageTest {
  private static ApiFixture api;

  @BeforeAll
  static void start() throws Exception {
    api = new ApiFixture();
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  private static Answer open(String path) throws Exception {
    return api.send(HttpRequest.newBuilder(api.uri(path)));
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html; charset=utf-8, <!doctype html>",
    "/ui/index.html, text/html; charset=utf-8, <!doctype html>",
    "/ui/app.mjs, text/javascript; charset=utf-8, export const one",
    "/ui/parts/look.css, text/css; charset=utf-8, body {"
  })
  void files_are_served_as_what_they_are(String path, String type, String begin) throws Exception {
    Answer answer = open(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo(type);
    assertThat(answer.text()).startsWith(begin);
  }

  @Test
  void a_page_may_run_its_own_scripts_and_show_the_tiles_and_nothing_else() throws Exception {
    Answer answer = open("/");

    assertThat(answer.header("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self';"
                + " img-src 'self' blob: data: https://tiles.example; connect-src 'self';"
                + " font-src 'self'; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'none'");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void a_file_that_the_browser_has_is_not_sent_again() throws Exception {
    String tag = open("/ui/app.mjs").header("ETag");

    Answer same =
        api.send(HttpRequest.newBuilder(api.uri("/ui/app.mjs")).header("If-None-Match", tag));
    Answer other =
        api.send(HttpRequest.newBuilder(api.uri("/ui/app.mjs")).header("If-None-Match", "\"x\""));

    assertThat(tag).matches("\"[0-9a-f]{16}\"");
    assertThat(same.status()).isEqualTo(304);
    assertThat(same.text()).isEmpty();
    assertThat(same.header("ETag")).isEqualTo(tag);
    assertThat(other.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ui/",
        "/ui/parts",
        "/ui/parts/",
        "/ui/none.css",
        "/ui/secret.key",
        "/ui/.hidden.css",
        "/ui//index.html",
        "/ui/%2e%2e/page/index.html",
        "/ui/%2e%2e%2fpage/index.html",
        "/ui/..%5cindex.html",
        "/ui/index.html%00.css",
        "/ui/parts/%2e%2e/index.html"
      })
  void what_is_no_file_of_the_page_is_not_found(String path) throws Exception {
    assertThat(rawStatus(path)).isIn(400, 401, 404);
  }

  @Test
  void a_path_that_climbs_out_reaches_nothing() throws Exception {
    assertThat(rawStatus("/ui/../api/incidents")).isEqualTo(401);
    assertThat(rawStatus("/ui/parts/../../../api/openapi.json")).isEqualTo(401);
    assertThat(rawStatus("/ui/parts/../index.html")).isEqualTo(404);
  }

  /** As no well-behaved client would send it. */
  private static int rawStatus(String path) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port)) {
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + api.port + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      byte[] begin = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return Integer.parseInt(new String(begin, StandardCharsets.US_ASCII).substring(9));
    }
  }

  @Test
  void the_one_table_of_words_is_there_in_both_languages() throws Exception {
    for (Language language : Language.values()) {
      Answer answer = open("/api/texts/" + language.code());

      assertThat(answer.json().path("state.ON_SCENE").textValue())
          .isEqualTo(Texts.in(language).get("state.ON_SCENE"));
      assertThat(answer.json()).hasSameSizeAs(open("/api/texts/fr").json());
    }
    assertThat(open("/api/texts/de").status()).isEqualTo(404);
  }

  @Test
  void the_map_says_which_cameras_one_may_look_at() throws Exception {
    Answer fire = api.get(Role.OPERATOR, "/api/map");
    Answer agent = api.send(api.as(ApiFixture.AGENT, "/api/map"));

    assertThat(fire.json().path("sites").path(0).path("id").textValue()).isEqualTo("site-1");
    assertThat(fire.json().path("cameras").findValuesAsText("mayView"))
        .containsExactly("false", "true");
    assertThat(agent.json().path("cameras").findValuesAsText("mayView"))
        .containsExactly("true", "true");
  }

  @Test
  void a_profile_is_there_once_there_is_a_plan() throws Exception {
    api.desk.request("F-8");
    assertThat(api.get(Role.PILOT, "/api/flights/F-8/profile").status()).isEqualTo(404);
    api.maps.profiles.put(
        "F-8",
        ApiFixture.JSON.readTree(
            "{\"points\":[{\"distanceM\":0,\"latDeg\":45.4,\"lonDeg\":4.3,"
                + "\"groundAmslM\":null,\"plannedAmslM\":600.5,\"leg\":\"outbound\"}],"
                + "\"homeAmslM\":530,\"volumeTopAmslM\":650}"));

    Answer answer = api.get(Role.PILOT, "/api/flights/F-8/profile");

    assertThat(answer.json().path("points").path(0).path("plannedAmslM").doubleValue())
        .isEqualTo(600.5);
    assertThat(api.get(Role.PILOT, "/api/flights/none/profile").status()).isEqualTo(404);
  }
}
