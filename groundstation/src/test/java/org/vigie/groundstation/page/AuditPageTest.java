package org.vigie.groundstation.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vigie.groundstation.page.PageStation.Answer;

/** What an auditor reads and takes away. */
final class AuditPageTest {
  @RegisterExtension static final ChromiumBrowser BROWSER = new ChromiumBrowser();
  private static final String STREAM = "flight/" + PageStory.FLIGHT;

  private PageStation station;

  @BeforeEach
  void open() {
    station = new PageStation();
    PageStory story = new PageStory(station);
    ObjectNode flight = story.at(400).flight("CLOSED", 60);
    story.tell();
    station.json("/api/flights", Map.of("flights", List.of(flight)));
    Map<String, String> watcher =
        Map.of("viewId", "W-1", "source", "V1", "person", "demo-operator-1", "service", "sdis42");
    Map<String, String> refused =
        Map.of(
            "source",
            "V1",
            "person",
            "demo-municipal-1",
            "service",
            "pm42218",
            "article",
            "CSI, L242-1");
    station.json(
        "/api/entries",
        Map.of(
            "entries",
            List.of(
                entry(0, "view.opened", "13:02:10", watcher),
                entry(1, "view.refused", "13:02:31", refused),
                entry(2, "view.closed", "13:04:00", Map.of("viewId", "W-1", "reason", "left")),
                entry(
                    3,
                    "flight.concern",
                    "13:04:10",
                    Map.of(
                        "concern",
                        "energy",
                        "reaction",
                        "PROCEDURE",
                        "value",
                        31,
                        "limit",
                        38.2,
                        "unit",
                        "%",
                        "subject",
                        "")),
                entry(
                    4,
                    "flight.concerns-overruled",
                    "13:04:20",
                    Map.of(
                        "commandId", "C-1", "by", "demo-pilot-1", "concerns", List.of("energy"))),
                entry(
                    5,
                    "flight.authority-offered",
                    "13:04:30",
                    Map.of("by", "demo-pilot-1", "to", "demo-pilot-2"))),
            "next",
            5,
            "size",
            6));
    station.on(
        "GET",
        "/api/flights/" + PageStory.FLIGHT + "/record.zip",
        call -> new Answer(200, "application/zip", Buffer.buffer("PK-record"), Map.of()));
  }

  private static Map<String, Object> entry(int position, String type, String at, Object body) {
    return Map.of(
        "position", position,
        "type", type,
        "stream", STREAM,
        "time", "2026-11-24T" + at + "Z",
        "body", body);
  }

  @AfterEach
  void close() {
    station.close();
  }

  private Page enter(String person) {
    Page page = BROWSER.page();
    page.navigate(station.url() + "/#login=code-" + person);
    return page;
  }

  @Test
  void the_table_tells_each_flight_with_verdict_and_state() {
    Page page = enter("auditor");
    assertThat(page.getByTestId("flights").locator("tr")).hasCount(1);
    assertThat(page.getByTestId("flights")).containsText("GO sous conditions");
    assertThat(page.getByTestId("flights")).containsText("Clôturé");
    assertThat(page.getByTestId("decision")).containsText("Règles satisfaites (21)");
  }

  @Test
  void who_watched_and_who_was_refused_is_told() {
    Page page = enter("auditor");
    assertThat(page.getByTestId("watched").locator("tbody tr")).hasCount(2);
    assertThat(page.getByTestId("watched")).containsText("demo-operator-1");
    assertThat(page.getByTestId("watched")).containsText("vu jusqu’à 14:04:00");
    assertThat(page.getByTestId("watched")).containsText("refusé\u00a0: CSI, L242-1");
  }

  @Test
  void what_supervision_said_and_who_set_it_aside_is_told() {
    Page page = enter("auditor");
    assertThat(page.getByTestId("deeds").locator("tbody tr")).hasCount(3);
    assertThat(page.getByTestId("deeds")).containsText("batterie pour le retour");
    assertThat(page.getByTestId("deeds")).containsText("demande le retour");
    assertThat(page.getByTestId("deeds")).containsText("Écarté par le pilote");
    assertThat(page.getByTestId("deeds")).containsText("demo-pilot-2");
  }

  @Test
  void the_record_is_downloaded_whole() throws Exception {
    Page page = enter("auditor");
    Download download = page.waitForDownload(() -> page.getByTestId("record").click());
    Assertions.assertThat(download.suggestedFilename()).isEqualTo(PageStory.FLIGHT + ".zip");
    Assertions.assertThat(Files.readString(download.path())).isEqualTo("PK-record");
  }

  @Test
  void an_operator_is_told_who_has_the_record() {
    Page page = enter("operator");
    page.getByTestId("incident-I-1").click();
    assertThat(page.getByTestId("record-kept")).isVisible();
    assertThat(page.getByTestId("record")).hasCount(0);
  }

  @Test
  void an_auditor_who_looks_at_the_situation_can_confirm_nothing() {
    Page page = enter("auditor");
    page.getByTestId("view-operator").click();
    page.getByTestId("incident-I-2").click();
    assertThat(page.getByTestId("confirm")).isHidden();
    assertThat(page.getByTestId("action-none")).hasText("La confirmation revient à un opérateur.");
  }
}
