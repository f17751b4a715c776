package org.vigie.groundstation.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.flightlog.verify.RecordVerifier;
import org.vigie.groundstation.flightlog.verify.Verdict;
import org.vigie.groundstation.flightlog.verify.ZipSource;
import org.vigie.groundstation.journal.seal.VerifierKey;
import org.vigie.groundstation.page.ChromiumBrowser;

/**
 * The whole flight as people in a browser live it: an operator looks at the town's camera, confirms
 * and watches the drone's picture; a municipal agent is refused it with the article; an auditor
 * takes the record home. Station, simulator, camera, H.264 and Chromium are real.
 */
@Tag("alone")
@Timeout(300)
class SeenInBrowserTest {
  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  @RegisterExtension static final ChromiumBrowser BROWSER = new ChromiumBrowser();

  @TempDir Path folder;

  @Test
  void an_alert_is_verified_confirmed_watched_refused_and_its_record_taken_home() throws Exception {
    Path out = folder.resolve("out");
    Path scenario = OwnScenario.without(folder, "demo-operator-1", "demo-municipal-1");
    try (Launched demo =
        Launched.start(
            DemoMain.class,
            "--headless",
            "--lang",
            "en",
            "--speed",
            "4",
            "--scenario",
            scenario,
            "--out",
            out)) {
      StationAtWork station = StationAtWork.of(demo, out);
      Page operator = BROWSER.page();
      operator.navigate(station.login("operator"));
      looksAtTheCamera(operator);
      operator.getByTestId("confirm").click();
      station.awaitFlight("OUTBOUND");
      watches(operator);
      isRefused(station);
      Assertions.assertThat(demo.exit()).as(demo.text()).isZero();
      try (Launched again = StationAtWork.served(out)) {
        again.await("ready http://");
        takesTheRecordHome(station, out);
      }
      Assertions.assertThat(BROWSER.complaints())
          .as("what a browser says of refusals and of a station that ended is none")
          .noneMatch(said -> said.contains("Content Security Policy") || said.contains("Uncaught"));
    }
  }

  private static void looksAtTheCamera(Page operator) {
    operator.getByTestId("incident-I-1").click();
    Locator picture = operator.getByTestId("cctv-image");
    assertThat(picture).isVisible(SOON);
    ChromiumBrowser.until(
        operator, "document.querySelector('[data-test=cctv-image]').naturalWidth === 640");
  }

  private static void watches(Page operator) {
    assertThat(operator.getByTestId("video-canvas")).isVisible(SOON);
    assertThat(operator.getByTestId("video-size"))
        .containsText("640", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    assertThat(operator.getByTestId("video-frozen")).isHidden();
  }

  private static void isRefused(StationAtWork station) throws IOException, InterruptedException {
    Page municipal = BROWSER.page();
    municipal.navigate(station.login("demo-municipal-1"));
    municipal.getByTestId("incident-I-1").click();
    municipal.getByTestId("tab-drone").click();
    municipal.getByTestId("ask-video").click();
    assertThat(municipal.getByTestId("refusal-article")).containsText("L242-1");
    assertThat(municipal.getByTestId("video-canvas")).hasCount(0);
  }

  private void takesTheRecordHome(StationAtWork station, Path out) throws Exception {
    Page auditor = BROWSER.page();
    auditor.navigate(station.login("auditor"));
    Locator link = auditor.getByTestId("record").first();
    assertThat(link).isVisible(SOON);
    Download download = auditor.waitForDownload(link::click);
    Path zip = folder.resolve("record.zip");
    download.saveAs(zip);
    VerifierKey key = VerifierKey.parse(Files.readString(out.resolve("station.pub")).strip());
    Assertions.assertThat(RecordVerifier.verify(ZipSource.read(zip), Optional.of(key)).verdict())
        .isEqualTo(Verdict.SIGNED);
    List<String> types = types(out.resolve("records/F-20261124-1/entries.jsonl"));
    Assertions.assertThat(types)
        .contains("view.opened", "view.refused", "view.closed", "video.segment-closed");
  }

  private static List<String> types(Path entries) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> types = new ArrayList<>();
    for (String line : Files.readAllLines(entries)) {
      JsonNode entry = json.readTree(line);
      types.add(entry.path("type").asText());
    }
    return types;
  }
}
