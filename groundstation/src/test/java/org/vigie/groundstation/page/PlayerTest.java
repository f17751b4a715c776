package org.vigie.groundstation.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vigie.groundstation.page.PageStation.Answer;
import org.vigie.groundstation.text.Language;

/** The player in Chromium, with real H.264: what it paints is read back from its pixels. */
final class PlayerTest {
  @RegisterExtension static final ChromiumBrowser BROWSER = new ChromiumBrowser();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int GOP = 25;

  private PageStation station;
  private TestCamera camera;

  @BeforeEach
  void open() {
    camera = new TestCamera(WIDTH, HEIGHT, GOP);
    station = new PageStation();
    station.camera(camera);
    station.json("/api/texts/en", PageWords.of(Language.EN));
    station.json("/api/videos/V1", Map.of("video", Map.of("source", "V1"), "flightId", "F-1"));
  }

  @AfterEach
  void close() {
    station.close();
    camera.close();
  }

  private Page play() {
    Page page = BROWSER.page("en-GB", 1024, 768);
    page.navigate(station.url() + "/test/player.html#bench");
    ChromiumBrowser.until(page, "window.vigieVideo?.painted > 5");
    return page;
  }

  private static JsonNode figures(Page page) throws Exception {
    return JSON.readTree((String) page.evaluate("JSON.stringify(window.vigieVideo)"));
  }

  private static LocatorAssertions assertThatOn(Locator locator) {
    return PlaywrightAssertions.assertThat(locator);
  }

  @Test
  void pictures_are_painted_and_their_time_stamps_read_back() throws Exception {
    long before = System.currentTimeMillis();
    Page page = play();
    ChromiumBrowser.until(page, "window.vigieVideo.samples.length > 50");
    JsonNode figures = figures(page);
    assertThat(figures.path("width").intValue()).isEqualTo(WIDTH);
    assertThat(figures.path("height").intValue()).isEqualTo(HEIGHT);
    int read = 0;
    for (JsonNode sample : figures.path("samples")) {
      if (!sample.path("drawMs").isNull()) {
        long drawn = sample.path("drawMs").longValue();
        assertThat(drawn).isBetween(before - 5_000, System.currentTimeMillis());
        assertThat(sample.path("paintedMs").longValue()).isGreaterThanOrEqualTo(drawn);
        read++;
      }
    }
    assertThat(read).isGreaterThan(40);
    assertThat(BROWSER.complaints()).isEmpty();
  }

  @Test
  void each_painted_picture_is_acknowledged_with_its_time() throws Exception {
    Page page = play();
    ChromiumBrowser.until(page, "window.vigieVideo.painted > 30");
    List<String> heard = station.heard();
    assertThat(JSON.readTree(heard.get(0)).path("type").textValue()).isEqualTo("caps");
    JsonNode last = JSON.readTree(heard.get(heard.size() - 1));
    assertThat(last.path("type").textValue()).isEqualTo("ack");
    assertThat(last.path("ptsUs").longValue()).isPositive();
    assertThat(last.path("queue").isInt()).isTrue();
    assertThat(last.path("lagMs").isInt()).isTrue();
    assertThat(heard).hasSizeGreaterThan(20);
  }

  @Test
  void a_picture_that_stands_still_is_greyed_within_a_second_and_comes_back() throws Exception {
    Page page = play();
    camera.stop();
    ChromiumBrowser.until(page, "window.vigieVideo.state === 'frozen'");
    // the age is looked at ten times a second; the rest is what a busy machine takes
    assertThat(figures(page).path("greyedAtMs").doubleValue()).isBetween(1_000.0, 1_500.0);
    assertThatOn(page.locator("[data-test=video-frozen]")).isVisible();
    assertThatOn(page.locator("[data-test=video-stage]")).hasClass("picture-stage is-frozen");
    assertThatOn(page.locator("[data-test=video-frozen]")).containsText("picture frozen for 2");
    camera.resume();
    ChromiumBrowser.until(page, "window.vigieVideo.state === 'playing'");
    assertThatOn(page.locator("[data-test=video-frozen]")).isHidden();
  }

  @Test
  void a_page_whose_worker_hangs_greys_its_picture_too() {
    Page page = play();
    page.workers().get(0).evaluate("() => { setTimeout(() => { for (;;) {} }, 0); }");
    ChromiumBrowser.until(page, "window.vigieVideo.state === 'frozen'");
    assertThatOn(page.locator("[data-test=video-frozen]")).isVisible();
  }

  @Test
  void a_damaged_unit_breaks_the_decoder_and_the_next_key_mends_it() throws Exception {
    Page page = play();
    camera.damage(3);
    ChromiumBrowser.until(page, "window.vigieVideo.errors > 0");
    long painted = figures(page).path("painted").longValue();
    ChromiumBrowser.until(page, "window.vigieVideo.painted > " + (painted + 30));
    assertThat(figures(page).path("state").textValue()).isEqualTo("playing");
  }

  @Test
  void who_joins_between_keys_waits_for_one_and_sees_no_half_picture() throws Exception {
    station.groupFirst(false);
    Page page = play();
    ChromiumBrowser.until(page, "window.vigieVideo.painted > 20");
    JsonNode figures = figures(page);
    assertThat(figures.path("errors").intValue()).isZero();
    for (JsonNode sample : figures.path("samples")) {
      assertThat(sample.path("drawMs").isNull()).isFalse();
    }
  }

  @Test
  void a_connection_that_breaks_comes_back_by_itself() throws Exception {
    Page page = play();
    station.cut(1001, "the station stops");
    ChromiumBrowser.until(page, "window.vigieVideo.reconnects > 0");
    long painted = figures(page).path("painted").longValue();
    ChromiumBrowser.until(page, "window.vigieVideo.painted > " + (painted + 10));
  }

  @Test
  void a_right_that_ends_takes_the_picture_away_and_says_why() {
    Page page = play();
    // a player that is just connecting anew is not there to be cut: the station cuts until it is
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              station.cut(4401, "flight F-1 has landed");
              return page.locator("[data-test=video-message]")
                  .textContent()
                  .contains("flight F-1 has landed");
            });
    assertThatOn(page.locator("[data-test=video-canvas]")).hasCount(0);
    assertThat(camera.viewers()).isZero();
  }

  @Test
  void who_may_not_sees_the_article_and_no_connection_is_tried() {
    station.on(
        "GET",
        "/api/videos/V1",
        call ->
            Answer.json(
                403,
                Map.of(
                    "title", "Refused",
                    "code", "a-newer-code",
                    "article", "CSI, L242-1 à L242-6",
                    "explanation", "No article lets a municipal police film.")));
    Page page = BROWSER.page("en-GB", 1024, 768);
    page.navigate(station.url() + "/test/player.html");
    assertThatOn(page.locator("[data-test=refusal-article]")).hasText("CSI, L242-1 à L242-6");
    assertThatOn(page.locator("[data-test=refusal-explanation]"))
        .hasText("No article lets a municipal police film.");
    assertThat(station.asked()).noneMatch(call -> call.method().equals("WS"));
  }

  @Test
  void a_browser_without_a_decoder_is_told_so() {
    Page page = BROWSER.page("en-GB", 1024, 768);
    page.addInitScript("delete window.VideoDecoder");
    page.navigate(station.url() + "/test/player.html");
    assertThatOn(page.locator("[data-test=video-message]")).containsText("cannot decode");
  }
}
