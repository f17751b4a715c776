package org.vigie.groundstation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.api.ApiFixture.Answer;

/** Logging in and out, and what a cookie may do. */
class LoginTest {
  private ApiFixture api;

  @BeforeEach
  void start() throws Exception {
    api = new ApiFixture();
  }

  @AfterEach
  void stop() throws Exception {
    api.close();
  }

  private String newLogin(Role role) throws Exception {
    Answer issued = api.post(role, "/api/logins", "");
    assertThat(issued.status()).isEqualTo(201);
    return issued.json().path("login").textValue();
  }

  private int statusOf(String cookie, String path) throws Exception {
    return api.send(api.browser(cookie, path).GET()).status();
  }

  @Test
  void a_one_time_login_opens_a_session_once() throws Exception {
    String login = newLogin(Role.OPERATOR);

    Answer first = api.logIn("login", login);
    Answer second = api.logIn("login", login);

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Set-Cookie"))
        .matches("vigie-" + api.port + "=[A-Za-z0-9_-]{43}; HttpOnly; SameSite=Strict; Path=/");
    assertThat(second.status()).isEqualTo(401);
    assertThat(second.header("Set-Cookie")).isEmpty();
    String cookie = first.header("Set-Cookie").split(";", 2)[0];
    assertThat(statusOf(cookie, "/api/incidents")).isEqualTo(200);
    assertThat(statusOf("vigie-" + api.port + "=" + login, "/api/incidents")).isEqualTo(401);
  }

  @Test
  void a_session_gives_out_no_code_that_would_outlive_it() throws Exception {
    String cookie = api.logIn("operator-1");
    Answer answer =
        api.send(
            api.browser(cookie, "/api/logins").POST(HttpRequest.BodyPublishers.ofString("{}")));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().path("reason").textValue()).isEqualTo("token-needed");
    assertThat(api.journal.types("access/operator-1")).doesNotContain("login.issued");
    newLogin(Role.OPERATOR);
    await().until(() -> api.journal.types("access/operator-1").contains("login.issued"));
  }

  @Test
  void a_one_time_login_is_worth_nothing_after_half_an_hour() throws Exception {
    String late = newLogin(Role.OPERATOR);
    String inTime = newLogin(Role.OPERATOR);
    api.wall.step(Duration.ofMinutes(30).minusMillis(1));
    assertThat(api.logIn("login", inTime).status()).isEqualTo(201);
    api.wall.step(Duration.ofMillis(1));
    assertThat(api.logIn("login", late).status()).isEqualTo(401);
  }

  @Test
  void who_logs_in_is_told_who_they_are_and_what_they_may() throws Exception {
    JsonNode who = api.logIn("token", api.token(ApiFixture.AGENT)).json();

    assertThat(who.path("personId").textValue()).isEqualTo(ApiFixture.AGENT);
    assertThat(who.path("serviceName").textValue()).isEqualTo("Police municipale");
    assertThat(who.path("serviceType").textValue()).isEqualTo("municipal-police");
    assertThat(who.path("commune").textValue()).isEqualTo("42218");
    assertThat(who.path("permissions").toString())
        .contains("CONFIRM_INCIDENT", "VIEW_CAMERAS")
        .doesNotContain("CLEAR_FLIGHT");
    assertThat(who.path("expiresAt").textValue()).isEqualTo("2026-11-23T08:00:00Z");
    assertThat(who.path("station").path("language").textValue()).isEqualTo("fr");
    assertThat(api.get(Role.PILOT, "/api/sessions").json().path("expiresAt").isNull()).isTrue();
  }

  @Test
  void a_session_ends_after_half_a_day_without_use_or_a_day_with_it() throws Exception {
    String idle = api.logIn("operator-1");
    String busy = api.logIn("operator-1");
    api.wall.step(Duration.ofHours(11));
    assertThat(statusOf(busy, "/api/sessions")).isEqualTo(200);
    api.wall.step(Duration.ofHours(1));
    assertThat(statusOf(idle, "/api/sessions")).isEqualTo(401);
    assertThat(statusOf(busy, "/api/sessions")).isEqualTo(200);
    api.wall.step(Duration.ofHours(11));
    assertThat(statusOf(busy, "/api/sessions")).isEqualTo(200);
    api.wall.step(Duration.ofHours(1));
    assertThat(statusOf(busy, "/api/sessions")).isEqualTo(401);
    await().until(() -> api.journal.types("access/operator-1").contains("session.closed"));
  }

  @Test
  void who_logs_out_is_out_everywhere_in_that_session() throws Exception {
    String cookie = api.logIn("operator-1");
    String other = api.logIn("operator-1");
    try (LiveProbe live = LiveProbe.browser(api, cookie, api.origin());
        LiveProbe otherLive = LiveProbe.browser(api, other, api.origin())) {
      live.nextSnapshot();
      Answer out = api.send(api.browser(cookie, "/api/sessions").DELETE());

      assertThat(out.status()).isEqualTo(204);
      assertThat(out.header("Set-Cookie"))
          .startsWith("vigie-" + api.port + "=;")
          .contains("Max-Age=0");
      assertThat(statusOf(cookie, "/api/incidents")).isEqualTo(401);
      assertThat(live.closeReason()).isEqualTo("4401 session-ended");
      otherLive.nextSnapshot();
      assertThat(statusOf(other, "/api/incidents")).isEqualTo(200);
    }
  }

  @Test
  void who_logs_in_again_has_left_the_session_that_the_browser_had() throws Exception {
    String cookie = api.logIn("operator-1");
    try (LiveProbe live = LiveProbe.browser(api, cookie, api.origin())) {
      live.nextSnapshot();
      assertThat(again(cookie, "wrong").status()).isEqualTo(401);
      assertThat(statusOf(cookie, "/api/incidents")).isEqualTo(200);
      Answer next = again(cookie, api.token(Role.PILOT));

      assertThat(next.status()).isEqualTo(201);
      assertThat(live.closeReason()).isEqualTo("4401 session-ended");
      assertThat(statusOf(cookie, "/api/incidents")).isEqualTo(401);
      assertThat(statusOf(next.header("Set-Cookie").split(";", 2)[0], "/api/flights"))
          .isEqualTo(200);
    }
  }

  private Answer again(String cookie, String token) throws Exception {
    return api.send(
        api.browser(cookie, "/api/sessions")
            .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"" + token + "\"}")));
  }

  @Test
  void the_cookie_of_a_station_on_another_port_is_not_ours() throws Exception {
    String secret = api.logIn("operator-1").split("=", 2)[1];
    assertThat(statusOf("vigie=" + secret, "/api/incidents")).isEqualTo(401);
    assertThat(statusOf("vigie-" + (api.port + 1) + "=" + secret, "/api/incidents")).isEqualTo(401);
  }

  @Test
  void a_session_with_a_connection_open_is_not_idle() throws Exception {
    String cookie = api.logIn("operator-1");
    try (LiveProbe live = LiveProbe.browser(api, cookie, api.origin())) {
      live.nextSnapshot();
      api.wall.step(Duration.ofHours(11));
      live.nextText(text -> text.contains("\"wall\":\"2026-11-22T19:00:0"));
      for (int i = 0; i < 15; i++) {
        live.nextSnapshot(); // more than a second: someone looked whose time is over
      }
      api.wall.step(Duration.ofHours(2));
      assertThat(statusOf(cookie, "/api/incidents")).isEqualTo(200);
    }
  }

  @Test
  void with_a_cookie_only_a_page_of_this_station_changes_anything() throws Exception {
    String cookie = api.logIn("operator-1");
    String path = "/api/incidents/none/confirm";
    HttpRequest.Builder without =
        HttpRequest.newBuilder(api.uri(path))
            .header("Cookie", cookie)
            .POST(HttpRequest.BodyPublishers.noBody());
    HttpRequest.Builder foreign =
        HttpRequest.newBuilder(api.uri(path))
            .header("Cookie", cookie)
            .header("Origin", "http://127.0.0.1:1")
            .POST(HttpRequest.BodyPublishers.noBody());

    assertThat(api.send(without).json().path("type").textValue()).endsWith(":foreign-origin");
    assertThat(api.send(foreign).status()).isEqualTo(403);
    assertThat(
            api.send(api.browser(cookie, path).POST(HttpRequest.BodyPublishers.noBody())).status())
        .isEqualTo(404);
    assertThat(
            api.send(
                    HttpRequest.newBuilder(api.uri("/api/incidents"))
                        .header("Cookie", cookie)
                        .header("Origin", "http://127.0.0.1:1"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void with_a_cookie_only_a_page_of_this_station_watches_live() throws Exception {
    String cookie = api.logIn("operator-1");
    for (String origin : new String[] {"http://evil.example", "null", "http://127.0.0.1"}) {
      assertThatThrownBy(() -> LiveProbe.browser(api, cookie, origin))
          .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }
    try (LiveProbe live = LiveProbe.browser(api, cookie, api.origin())) {
      live.nextSnapshot();
    }
  }

  @Test
  void another_sites_page_cannot_log_anyone_in() throws Exception {
    Answer answer =
        api.send(
            HttpRequest.newBuilder(api.uri("/api/sessions"))
                .header("Content-Type", "application/json")
                .header("Origin", "http://evil.example")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"token\":\"" + api.token(Role.PILOT) + "\"}")));

    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void after_ten_wrong_attempts_wrong_ones_wait_a_minute_and_right_ones_do_not() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(api.logIn("token", "wrong").status()).isEqualTo(401);
    }
    Answer limited = api.logIn("token", "wrong");
    assertThat(limited.status()).isEqualTo(429);
    assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(1, 61);
    assertThat(api.logIn("token", api.token(Role.PILOT)).status()).isEqualTo(201);
    api.wall.step(Duration.ofMinutes(1));
    assertThat(api.logIn("token", "wrong").status()).isEqualTo(401);
  }

  @Test
  void machines_have_no_sessions() throws Exception {
    assertThat(api.logIn("token", api.token(Role.SENSOR)).status()).isEqualTo(403);
    assertThat(api.post(Role.SENSOR, "/api/logins", "").status()).isEqualTo(403);
  }

  @Test
  void a_body_says_one_of_the_two() throws Exception {
    HttpRequest.Builder both =
        HttpRequest.newBuilder(api.uri("/api/sessions"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"login\":\"a\",\"token\":\"b\"}"));

    assertThat(api.send(both).fields()).containsExactly("token");
    assertThat(api.logIn("password", "x").fields()).containsExactly("password", "token");
    assertThat(api.logIn("login", "x".repeat(300)).fields()).containsExactly("login");
  }

  @Test
  void who_comes_and_goes_is_in_the_journal() throws Exception {
    String cookie = api.logIn("operator-1");
    api.logIn("token", "wrong");
    api.send(api.browser(cookie, "/api/sessions").DELETE());

    await()
        .untilAsserted(
            () -> {
              assertThat(api.journal.types("access/operator-1"))
                  .containsExactly("session.opened", "session.closed");
              assertThat(api.journal.types("access/logins")).containsExactly("login.failed");
            });
    assertThat(api.journal.read(0, 100).toString())
        .doesNotContain(cookie.substring(cookie.indexOf('=') + 1));
  }

  @Test
  void a_refused_login_says_so_in_french() throws Exception {
    Answer answer =
        api.send(
            HttpRequest.newBuilder(api.uri("/api/sessions"))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "fr")
                .POST(HttpRequest.BodyPublishers.ofString("{\"login\":\"x\"}")));

    assertThat(answer.json().path("title").textValue()).isEqualTo("Connexion refusée");
  }

  @Test
  void a_wrong_token_is_not_helped_by_a_good_cookie() throws Exception {
    String cookie = api.logIn("operator-1");
    assertThat(
            api.send(api.browser(cookie, "/api/incidents").header("Authorization", "Bearer wrong"))
                .status())
        .isEqualTo(401);
  }
}
