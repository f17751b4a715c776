package org.vigie.groundstation.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.console.ConsoleProcess;
import org.vigie.groundstation.console.XvfbDisplay;
import org.vigie.groundstation.page.ChromiumBrowser;

/** Takes the pictures of {@code docs/pictures} during a flight: {@code docs/pictures/take}. */
@Tag("pictures")
@Timeout(600)
class PicturesTest {
  /** A flight at the speed of time takes under five minutes. */
  private static final Duration WHOLE_FLIGHT = Duration.ofMinutes(8);

  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);

  @RegisterExtension static final ChromiumBrowser BROWSER = new ChromiumBrowser();

  @TempDir Path folder;
  private final Path pictures =
      Path.of(System.getProperty("vigie.pictures", "../docs/pictures")).toAbsolutePath();

  @Test
  void console_and_pages_are_pictured_in_flight() throws Exception {
    Path out = folder.resolve("out");
    Path scenario = OwnScenario.without(folder, "demo-operator-1", "demo-pilot-1");
    try (XvfbDisplay display = XvfbDisplay.start(1600, 1000);
        Launched demo =
            Launched.start(
                DemoMain.class,
                "--headless",
                "--lang",
                "en",
                "--camera-size",
                "1280x720",
                "--scenario",
                scenario,
                "--out",
                out)) {
      StationAtWork station = StationAtWork.of(demo, out);
      Page operator = page("en-GB", station.login("operator"));
      operator.getByTestId("incident-I-1").click();
      assertThat(operator.getByTestId("cctv-image")).isVisible(SOON);
      station.letPass(4_000);
      shot(operator, "page-verify");
      try (ConsoleProcess console =
          ConsoleProcess.open(display.name(), station.address(), station.token("pilot"))) {
        station.letPass(5_000); // a pilot who is not there yet has the flight refused
        operator.getByTestId("confirm").click();
        station.confirmSetUp("pilot");
        station.awaitFlight("AWAITING_CLEARANCE");
        station.letPass(4_000);
        console.tell("shot " + pictures.resolve("console-clearance.png"));
        while (station.flightState().equals("AWAITING_CLEARANCE")) {
          console.tell("down F9");
          station.letPass(1_500);
          console.tell("up F9");
        }
        station.awaitFlight("ON_SCENE");
        station.letPass(15_000);
        console.tell("shot " + pictures.resolve("console-on-scene.png"));
        shot(operator, "page-on-scene");
        Page municipal = page("fr-FR", station.login("demo-municipal-1"));
        municipal.getByTestId("incident-I-1").click();
        municipal.getByTestId("tab-drone").click();
        municipal.getByTestId("ask-video").click();
        assertThat(municipal.getByTestId("refusal-article")).isVisible(SOON);
        station.letPass(2_000);
        shot(municipal, "page-refused");
        demo.exit(WHOLE_FLIGHT);
      }
      try (Launched again = StationAtWork.served(out)) {
        again.await("ready http://");
        Page auditor = page("en-GB", station.login("auditor"));
        assertThat(auditor.getByTestId("record").first()).isVisible(SOON);
        station.letPass(2_000);
        shot(auditor, "page-auditor");
      }
    }
  }

  private static Page page(String locale, String address) {
    Page page = BROWSER.page(locale, 1440, 900);
    page.navigate(address);
    assertThat(page.getByTestId("person")).isVisible(SOON);
    if (page.locator("html").getAttribute("lang").equals("fr") && locale.startsWith("en")) {
      page.getByTestId("language").click();
    }
    return page;
  }

  private void shot(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve(name + ".png")));
  }
}
