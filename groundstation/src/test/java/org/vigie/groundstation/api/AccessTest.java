package org.vigie.groundstation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.groundstation.access.Permission;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.Rights;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.api.ApiFixture.Answer;

/** Who gets in, who does not, and what the document says about it. */
class AccessTest {
  private static ApiFixture api;

  @BeforeAll
  static void start() throws Exception {
    api = new ApiFixture();
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  @Test
  void the_document_names_every_operation_of_the_server_and_no_other() throws Exception {
    Set<String> served =
        api.server.operations().stream()
            .map(operation -> operation.method().name() + " " + operation.path())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(OpenApi.shipped().operations()).isEqualTo(served);
  }

  @Test
  void the_document_names_the_permission_of_every_operation() throws Exception {
    for (Operation operation : api.server.operations()) {
      assertThat(
              OpenApi.shipped()
                  .document()
                  .path("paths")
                  .path(operation.path())
                  .path(operation.method().name().toLowerCase(Locale.ROOT))
                  .path("description")
                  .textValue())
          .as(operation.path())
          .isEqualTo("Permission: " + named(operation.permission()) + ".");
    }
  }

  @Test
  void the_document_is_served_as_it_is() throws Exception {
    assertThat(api.get(Role.SENSOR, "/api/openapi.json").json())
        .isEqualTo(OpenApi.shipped().document());
  }

  @Test
  void nothing_answers_without_a_token() throws Exception {
    for (Operation operation : api.server.operations()) {
      if (operation.permission() == null) {
        continue;
      }
      Answer answer = api.send(bare(operation).header("Content-Type", "application/json"));
      assertThat(answer.status()).as(operation.path()).isEqualTo(401);
      assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }
    assertThat(api.send(HttpRequest.newBuilder(api.uri("/no/such/path"))).status()).isEqualTo(401);
    assertThat(api.send(HttpRequest.newBuilder(api.uri("/healthz"))).status()).isEqualTo(401);
    assertThat(api.get(Role.SENSOR, "/healthz").text()).isEqualTo("ok\n");
  }

  @Test
  void only_the_page_its_words_and_logging_in_are_open_to_everyone() {
    assertThat(
            api.server.operations().stream()
                .filter(operation -> operation.permission() == null)
                .map(operation -> operation.method().name() + " " + operation.path()))
        .containsExactlyInAnyOrder(
            "GET /", "GET /ui/{name}", "GET /api/texts/{lang}", "POST /api/sessions");
  }

  private static String named(@Nullable Permission permission) {
    return permission == null ? "none" : permission.name();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer ", "Bearer wrong", "Basic b3A6b3A=", "wrong", " "})
  void a_wrong_token_is_no_token(String authorization) throws Exception {
    assertThat(
            api.send(
                    HttpRequest.newBuilder(api.uri("/api/incidents"))
                        .header("Authorization", authorization))
                .status())
        .isEqualTo(401);
  }

  @Test
  void a_token_in_the_query_is_not_looked_at() throws Exception {
    String path = "/api/incidents?access_token=" + api.token(Role.OPERATOR);
    assertThat(api.send(HttpRequest.newBuilder(api.uri(path))).status()).isEqualTo(401);
  }

  @Test
  void every_role_gets_through_exactly_where_the_table_lets_it() throws Exception {
    for (Operation operation : api.server.operations()) {
      for (Role role : Role.values()) {
        int status =
            api.send(
                    bare(operation)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + api.token(role)))
                .status();
        boolean may =
            operation.permission() == null || Rights.of(role).contains(operation.permission());
        assertThat(status != 403).as("%s %s: %s", role, operation.path(), status).isEqualTo(may);
      }
    }
  }

  @Test
  void who_watches_live_may_read_all_that_a_snapshot_shows() {
    for (Role role : Role.values()) {
      Person person = new Person("x", "x", Set.of(role), "", "");
      if (Rights.may(person, Permission.WATCH_LIVE)) {
        assertThat(Rights.of(role))
            .contains(Permission.READ_FLIGHTS, Permission.READ_INCIDENTS, Permission.READ_VEHICLES);
      }
    }
  }

  @Test
  void an_unknown_path_is_not_found() throws Exception {
    for (String path :
        new String[] {"/index", "/api", "/api/flights/F-1/other", "/api/../etc/passwd"}) {
      Answer answer = api.get(Role.AUDITOR, path);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.json().path("type").textValue()).isEqualTo("urn:vigie:problem:not-found");
    }
  }

  @Test
  void a_wrong_method_says_which_are_right() throws Exception {
    Answer answer =
        api.send(
            api.request(Role.OPERATOR, "/api/incidents")
                .method("DELETE", HttpRequest.BodyPublishers.noBody()));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("GET");
    assertThat(api.get(Role.PILOT, "/api/flights/F-1/clear").header("Allow")).isEqualTo("POST");
  }

  @Test
  void every_answer_carries_the_security_headers() throws Exception {
    for (Answer answer :
        new Answer[] {
          api.get(Role.OPERATOR, "/api/incidents"),
          api.get(Role.OPERATOR, "/nothing"),
          api.send(HttpRequest.newBuilder(api.uri("/api/incidents")))
        }) {
      assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
      assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    }
  }

  @Test
  void problems_speak_the_language_that_is_asked_for() throws Exception {
    Answer french =
        api.send(
            api.request(Role.OPERATOR, "/nothing")
                .header("Accept-Language", "fr-FR,fr;q=0.9,en;q=0.5"));
    Answer other = api.send(api.request(Role.OPERATOR, "/nothing").header("Accept-Language", "de"));
    Answer garbled =
        api.send(api.request(Role.OPERATOR, "/nothing").header("Accept-Language", ";;q=x"));

    assertThat(french.header("Content-Language")).isEqualTo("fr");
    assertThat(french.json().path("detail").textValue())
        .isEqualTo("Il n’y a rien à cette adresse.");
    assertThat(other.header("Content-Language")).isEqualTo("en");
    assertThat(garbled.json().path("detail").textValue())
        .isEqualTo("There is nothing under this address.");
  }

  @Test
  void without_tls_only_loopback_is_listened_on() throws Exception {
    try (ApiServer other = new ApiServer(api.ports, Duration.ofSeconds(1))) {
      assertThatThrownBy(() -> other.start("0.0.0.0", 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("0.0.0.0");
    }
  }

  @Test
  void a_taken_port_is_named() throws Exception {
    try (ApiServer other = new ApiServer(api.ports, Duration.ofSeconds(1))) {
      assertThatThrownBy(() -> other.start("127.0.0.1", api.port))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("127.0.0.1:" + api.port);
    }
  }

  private static HttpRequest.Builder bare(Operation operation) {
    return HttpRequest.newBuilder(api.uri(operation.path().replaceAll("\\{\\w+}", "none")))
        .method(operation.method().name(), HttpRequest.BodyPublishers.noBody());
  }
}
