package org.vigie.groundstation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.api.ApiFixture.Answer;

/** Fixed cameras: whose they are, how old a picture may be, and what the journal says. */
class CamerasTest {
  private static final String PATH = "/api/cameras/cctv-01/snapshot.jpg";
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3};

  private ApiFixture api;

  @BeforeEach
  void start() throws Exception {
    api = new ApiFixture();
    api.cameras.pictures.put("cctv-01", new Snapshot(JPEG, api.wall.now()));
  }

  @AfterEach
  void stop() throws Exception {
    api.close();
  }

  private Answer agent(String path) throws Exception {
    return api.send(api.as(ApiFixture.AGENT, path));
  }

  @Test
  void one_sees_the_cameras_of_ones_own_service() throws Exception {
    assertThat(agent("/api/cameras").json().findValuesAsText("id"))
        .containsExactly("cctv-01", "cctv-02");
    assertThat(api.get(Role.OPERATOR, "/api/cameras").json().findValuesAsText("id"))
        .containsExactly("cctv-02");
    assertThat(api.get(Role.AUDITOR, "/api/cameras").json().findValuesAsText("id")).isEmpty();
  }

  @Test
  void a_picture_comes_with_its_age() throws Exception {
    api.wall.step(Duration.ofMillis(1_500));
    Answer answer = agent(PATH);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().body()).isEqualTo(JPEG);
    assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(answer.header("X-Taken-At")).isEqualTo("2026-11-22T08:00:00Z");
    assertThat(answer.header("X-Age-Ms")).isEqualTo("1500");
  }

  @Test
  void another_services_camera_is_refused_with_the_article_and_that_is_journalled()
      throws Exception {
    Answer answer = api.send(api.request(Role.OPERATOR, PATH).header("Accept-Language", "fr"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().path("type").textValue()).isEqualTo("urn:vigie:problem:view-refused");
    assertThat(answer.json().path("code").textValue()).isEqualTo("camera-not-yours");
    assertThat(answer.json().path("article").textValue()).isEqualTo("CSI, L252-3");
    assertThat(answer.json().path("explanation").textValue()).contains("agents désignés");
    assertThat(api.journal.types("access/cctv-01")).containsExactly("view.refused");
  }

  @Test
  void looking_is_one_entry_at_its_begin_and_one_after_its_end() throws Exception {
    for (int i = 0; i < 4; i++) {
      assertThat(agent(PATH).status()).isEqualTo(200);
      api.wall.step(Duration.ofSeconds(1));
    }
    assertThat(api.journal.types("access/cctv-01")).containsExactly("view.opened");
    api.wall.step(Duration.ofSeconds(10));
    await()
        .untilAsserted(
            () ->
                assertThat(api.journal.types("access/cctv-01"))
                    .containsExactly("view.opened", "view.closed"));
    assertThat(
            api.journal.read(0, 10).stream()
                .filter(entry -> entry.type().equals("view.closed"))
                .map(entry -> entry.tree().path("framesSent").longValue()))
        .containsExactly(4L);
  }

  @Test
  void an_old_picture_or_none_is_a_lost_camera_and_no_look() throws Exception {
    api.wall.step(Duration.ofSeconds(60));
    assertThat(agent(PATH).status()).isEqualTo(200);
    api.wall.step(Duration.ofMillis(1));
    assertThat(agent(PATH).status()).isEqualTo(503);
    Answer silent = agent("/api/cameras/cctv-02/snapshot.jpg");

    assertThat(silent.status()).isEqualTo(503);
    assertThat(silent.json().path("type").textValue()).endsWith(":camera-lost");
    assertThat(api.journal.read(0, 100).stream().map(entry -> entry.stream().toString()))
        .doesNotContain("access/cctv-02");
  }

  @Test
  void no_picture_is_shown_that_cannot_be_journalled() throws Exception {
    api.journal.die();
    Answer answer = agent(PATH);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.json().path("reason").textValue()).isEqualTo("disk");
  }

  @Test
  void a_camera_that_is_not_there_is_not_found() throws Exception {
    assertThat(agent("/api/cameras/cctv-99/snapshot.jpg").status()).isEqualTo(404);
  }

  @Test
  void who_is_refused_again_and_again_has_to_wait() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(api.get(Role.OPERATOR, PATH).status()).isEqualTo(403);
    }
    Answer limited = api.get(Role.OPERATOR, PATH);

    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.header("Retry-After")).isNotEmpty();
    assertThat(api.journal.types("access/cctv-01")).hasSize(10);
    assertThat(agent(PATH).status()).isEqualTo(200);
  }
}
