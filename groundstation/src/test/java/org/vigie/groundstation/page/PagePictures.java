package org.vigie.groundstation.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/**
 * Photographs the page at its sizes, themes and languages for who works on it: run its main with a
 * folder for the pictures. Not a test.
 */
final class PagePictures {
  private final ChromiumBrowser browser;
  private final PageStation station;
  private final PageStory story;
  private final Path folder;

  private PagePictures(ChromiumBrowser browser, PageStation station, Path folder) {
    this.browser = browser;
    this.station = station;
    this.folder = folder;
    this.story = new PageStory(station);
  }

  public static void main(String[] args) {
    ChromiumBrowser browser = new ChromiumBrowser();
    browser.open(ChromiumBrowser.find().orElseThrow());
    try (TestCamera camera = new TestCamera(1280, 720, 25);
        PageStation station = new PageStation()) {
      station.camera(camera);
      new PagePictures(browser, station, Path.of(args[0])).all();
    } finally {
      browser.close();
    }
  }

  private void all() {
    Page wide = open("operator", "fr-FR", 1440, 900, "dark");
    Page narrow = open("operator", "en-GB", 1024, 768, "light");
    Page municipal = open("municipal", "fr-FR", 1440, 900, "dark");
    List<Page> operators = List.of(wide, narrow);
    story.tell();
    for (Page page : List.of(wide, narrow, municipal)) {
      page.getByTestId("incident-I-1").click();
    }
    wide.waitForTimeout(2500);
    shoot("queue", operators);
    wide.getByTestId("dismiss").click();
    narrow.getByTestId("dismiss").click();
    wide.getByTestId("dismiss-send").click();
    shoot("dismiss", operators);
    story.at(85);
    story.flight("AWAITING_CLEARANCE", 12);
    story.tell();
    wide.waitForTimeout(1500);
    shoot("clearance", operators);
    story.at(100);
    ObjectNode out = story.flight("OUTBOUND", 12);
    out.put("airborneSince", "2026-11-24T13:00:31Z");
    for (int i = 0; i < 20; i++) {
      double k = i / 20.0;
      story.aircraft(45.4386 - 0.0025 * k, 4.3766 + 0.0061 * k, 62, 591, 8.2, 120);
      story.tell();
      wide.waitForTimeout(60);
    }
    story.onScene();
    story.tell();
    municipal.getByTestId("tab-drone").click();
    municipal.waitForTimeout(300);
    shoot("ask", List.of(municipal));
    municipal.getByTestId("ask-video").click();
    wide.waitForTimeout(3000);
    shoot("on-scene", operators);
    shoot("refused", List.of(municipal));
    wide.getByTestId("findings-passed").locator("summary").first().click();
    wide.locator("[data-rule=eu-specific-authorisation] summary").click();
    shoot("decision", List.of(wide));
    station.silence(true);
    wide.waitForTimeout(4500);
    shoot("away", operators);
    station.silence(false);
    Page auditor = open("auditor", "fr-FR", 1440, 900, "light");
    Page login = browser.page("fr-FR", 1024, 768);
    login.navigate(station.url());
    auditor.waitForTimeout(1500);
    shoot("audit", List.of(auditor));
    shoot("login", List.of(login));
  }

  private Page open(String person, String locale, int width, int height, String theme) {
    Page page = browser.page(locale, width, height);
    page.addInitScript(
        "localStorage.setItem('vigie.theme', '%s'); localStorage.setItem('vigie.language', '%s');"
            .formatted(theme, locale.substring(0, 2)));
    page.navigate(station.url() + "/#login=code-" + person);
    return page;
  }

  private void shoot(String name, List<Page> pages) {
    for (Page page : pages) {
      String size = page.viewportSize().width + "x" + page.viewportSize().height;
      page.screenshot(
          new Page.ScreenshotOptions().setPath(folder.resolve(name + "-" + size + ".png")));
    }
  }
}
