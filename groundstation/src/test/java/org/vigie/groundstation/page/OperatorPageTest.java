package org.vigie.groundstation.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator and a municipal agent do with the page, by hand and by keyboard. */
final class OperatorPageTest {
  @RegisterExtension static final ChromiumBrowser BROWSER = new ChromiumBrowser();

  private PageStation station;
  private PageStory story;

  @BeforeEach
  void open() {
    station = new PageStation();
    story = new PageStory(station);
    story.tell();
  }

  @AfterEach
  void close() {
    station.close();
  }

  private Page enter(String person) {
    Page page = BROWSER.page();
    page.navigate(station.url() + "/#login=code-" + person);
    assertThat(page.getByTestId("person")).isVisible();
    return page;
  }

  private Page onIncident(String person) {
    Page page = enter(person);
    page.getByTestId("incident-I-1").click();
    assertThat(page.getByTestId("incident-title")).hasText("explosion I-1");
    return page;
  }

  @Test
  void a_login_in_the_address_is_used_once_and_wiped() {
    Page page = enter("operator");
    Assertions.assertThat(page.url()).isEqualTo(station.url() + "/");
    Assertions.assertThat(station.asked("POST", "/api/sessions"))
        .singleElement()
        .extracting(PageStation.Asked::body)
        .isEqualTo("{\"login\":\"code-operator\"}");
    page.reload();
    assertThat(page.getByTestId("person")).containsText("Opérateur démo 1");
  }

  @Test
  void who_is_not_known_logs_in_by_code_or_token_and_out() {
    station.on(
        "POST",
        "/api/sessions",
        call ->
            call.body().contains("\"token\":\"my-token\"")
                ? PageStory.entered("operator")
                : PageStory.problem(401, "Wrong login"));
    Page page = BROWSER.page();
    page.navigate(station.url());
    page.getByTestId("login-code").fill("nobody's");
    page.getByTestId("login").click();
    assertThat(page.getByTestId("login-said")).containsText("n’est à personne");
    page.getByTestId("login-code").fill("my-token");
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("person")).isVisible();
    page.getByTestId("log-out").click();
    assertThat(page.getByTestId("login-code")).isVisible();
    Assertions.assertThat(station.asked("DELETE", "/api/sessions")).hasSize(1);
  }

  @Test
  void the_queue_shows_what_waits_first_and_what_is_over_last() {
    Page page = enter("operator");
    assertThat(page.getByTestId("queue-waiting").locator("button")).hasCount(2);
    assertThat(page.getByTestId("queue-waiting").locator("button").first())
        .containsText("bris de vitre");
    assertThat(page.getByTestId("queue-over").locator("button")).containsText("bombage");
    assertThat(page.getByTestId("incident-title")).hasText("bris de vitre I-2");
  }

  @Test
  void the_order_stands_still_while_the_pointer_is_on_it() {
    Page page = enter("operator");
    page.getByTestId("incident-I-2").hover();
    ((ArrayNode) story.now().path("incidents"))
        .add(PageStory.incident("I-3", "smoke", "REPORTED", 60, 45.436, 4.381, 20, 1));
    story.tell();
    assertThat(page.getByTestId("incident-I-3")).isVisible();
    assertThat(page.getByTestId("queue-waiting").locator("button").last()).containsText("I-3");
    page.mouse().move(800, 500);
    assertThat(page.getByTestId("queue-waiting").locator("button").first()).containsText("I-3");
  }

  @Test
  void confirming_is_sent_and_answered_in_words() {
    Page page = onIncident("operator");
    page.getByTestId("confirm").click();
    assertThat(page.getByTestId("action-said")).hasText("Confirmation de I-1 acceptée.");
    Assertions.assertThat(station.asked("POST", "/api/incidents/I-1/confirm"))
        .singleElement()
        .extracting(PageStation.Asked::person)
        .isEqualTo("operator");
    assertThat(page.getByTestId("confirm")).isDisabled();
    page.getByTestId("incident-I-1").focus();
    story.flight("PLANNING", 0);
    story.tell();
    assertThat(page.getByTestId("incident-state")).hasText("confirmé");
    assertThat(page.getByTestId("queue-confirmed").getByTestId("incident-I-1")).isFocused();
    assertThat(page.getByTestId("confirm")).isHidden();
  }

  @Test
  void confirming_works_by_keyboard_alone() {
    Page page = enter("operator");
    assertThat(page.getByTestId("incident-title")).hasText("bris de vitre I-2");
    page.keyboard().press("j");
    assertThat(page.getByTestId("incident-title")).hasText("explosion I-1");
    page.keyboard().press("c");
    assertThat(page.getByTestId("confirm")).isFocused();
    Assertions.assertThat(station.asked("POST", "/api/incidents/I-1/confirm")).isEmpty();
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("action-said")).hasText("Confirmation de I-1 acceptée.");
  }

  @Test
  void the_first_tab_stops_lead_past_the_bar_to_the_incident() {
    Page page = enter("operator");
    // before incidents are there, nothing in main takes the focus
    assertThat(page.locator("main a, main button").first()).isVisible();
    page.keyboard().press("Tab");
    assertThat(page.locator("a.skip")).isFocused();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    Assertions.assertThat(
            (Boolean)
                page.evaluate("document.querySelector('main').contains(document.activeElement)"))
        .isTrue();
  }

  @Test
  void a_refusal_says_why_and_leaves_the_buttons() {
    station.on(
        "POST",
        "/api/incidents/I-1/confirm",
        call -> PageStory.problem(409, "Incompatible avec l’état actuel"));
    Page page = onIncident("operator");
    page.getByTestId("confirm").click();
    assertThat(page.getByTestId("action-said")).containsText("Incompatible avec l’état actuel");
    assertThat(page.getByTestId("confirm")).isEnabled();
  }

  @Test
  void dismissing_needs_a_reason() {
    Page page = onIncident("operator");
    page.getByTestId("dismiss").click();
    page.getByTestId("dismiss-send").click();
    assertThat(page.getByTestId("dismiss-said")).hasText("Choisissez un motif.");
    page.getByTestId("reason-in-words").check();
    page.getByTestId("dismiss-send").click();
    assertThat(page.getByTestId("dismiss-said")).hasText("Écrivez le motif.");
    Assertions.assertThat(station.asked("POST", "/api/incidents/I-1/dismiss")).isEmpty();
    page.getByTestId("dismiss-words").fill("un feu d’artifice");
    page.getByTestId("dismiss-send").click();
    assertThat(page.getByTestId("dismiss-form")).isHidden();
    Assertions.assertThat(station.asked("POST", "/api/incidents/I-1/dismiss"))
        .singleElement()
        .extracting(PageStation.Asked::body)
        .isEqualTo("{\"reason\":\"un feu d’artifice\"}");
  }

  @Test
  void a_reason_of_the_list_is_sent_as_its_code() {
    Page page = onIncident("operator");
    page.keyboard().press("d");
    page.getByTestId("reason-false-alarm").check();
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("action-said")).hasText("I-1 est écarté.");
    Assertions.assertThat(station.asked("POST", "/api/incidents/I-1/dismiss"))
        .singleElement()
        .extracting(PageStation.Asked::body)
        .isEqualTo("{\"reason\":\"false-alarm\"}");
  }

  @Test
  void the_nearest_camera_shows_with_its_age_and_greys_when_it_is_old() {
    Page page = onIncident("operator");
    assertThat(page.getByTestId("cctv-image")).isVisible();
    assertThat(page.getByTestId("cctv-note")).containsText("place Roannelle, à 48 m");
    assertThat(page.getByTestId("cctv-age")).containsText("image 0,");
    station.on(
        "GET",
        "/api/cameras/cctv-01/snapshot.jpg",
        call -> PageStory.jpeg(new BufferedImage(64, 36, BufferedImage.TYPE_INT_RGB), 7_000));
    assertThat(page.getByTestId("cctv-frozen")).containsText("image figée depuis");
    station.on("GET", "/api/cameras/cctv-01/snapshot.jpg", call -> PageStory.picture());
    assertThat(page.getByTestId("cctv-frozen")).isHidden();
  }

  @Test
  void after_launch_the_drones_picture_takes_the_middle_for_who_may() {
    try (TestCamera camera = new TestCamera(640, 360, 25)) {
      station.camera(camera);
      Page page = onIncident("operator");
      assertThat(page.getByTestId("tab-drone")).isDisabled();
      story.onScene();
      story.tell();
      assertThat(page.getByTestId("video")).isVisible();
      ChromiumBrowser.until(page, "window.vigieVideo?.painted > 10");
      assertThat(page.getByTestId("video-age")).containsText("image 0,");
      assertThat(page.getByTestId("cctv-image")).hasCount(0);
      page.keyboard().press("v");
      assertThat(page.getByTestId("cctv-image")).isVisible();
      assertThat(page.getByTestId("video")).hasCount(0);
    }
  }

  @Test
  void who_may_not_watch_is_asked_first_and_then_told_the_article() {
    Page page = onIncident("municipal");
    story.onScene();
    story.tell();
    assertThat(page.getByTestId("tab-drone")).isEnabled();
    Assertions.assertThat(station.asked("GET", "/api/videos/V1")).isEmpty();
    page.getByTestId("tab-drone").click();
    page.getByTestId("ask-video").click();
    assertThat(page.getByTestId("refusal-article")).hasText(PageStory.REFUSED_ARTICLE);
    assertThat(page.getByTestId("refusal-explanation")).containsText("commune");
    Assertions.assertThat(station.asked("GET", "/api/videos/V1")).hasSize(1);
    Assertions.assertThat(station.asked()).noneMatch(call -> call.path().startsWith("/video/"));
  }

  @Test
  void the_flight_and_its_decision_are_told_in_words() {
    Page page = onIncident("operator");
    story.at(85).flight("AWAITING_CLEARANCE", 12);
    story.tell();
    assertThat(page.getByTestId("flight-state")).containsText("Attente d’autorisation depuis 12 s");
    assertThat(page.getByTestId("flight-next")).containsText("accord de demo-pilot-1");
    assertThat(page.getByTestId("decision")).containsText("GO sous conditions");
    page.getByTestId("findings-passed").locator("summary").first().click();
    page.locator("[data-rule=eu-specific-authorisation] > summary").click();
    assertThat(page.locator("[data-rule=eu-specific-authorisation]"))
        .containsText("Autorisation d'exploitation, catégorie spécifique");
    assertThat(page.locator("[data-rule=eu-specific-authorisation] .finding-inside"))
        .containsText("demo-sora-sdis42");
    assertThat(page.locator("[data-rule=eu-specific-authorisation] td").first())
        .hasText("2027-03-31");
  }

  @Test
  void the_proof_shows_its_risks_open_and_what_holds_on_demand() {
    story.onScene();
    story.tell();
    Page page = onIncident("operator");
    Locator risks = page.getByTestId("proof-risks");
    assertThat(risks).containsText("Risques qui demeurent (2)");
    assertThat(risks.locator("li").first()).containsText("dérive sans GNSS");
    assertThat(risks.locator("li").first()).containsText("jusqu’à 20,7 m au-delà");
    risks.locator("li").first().locator("summary").click();
    assertThat(risks).containsText("trouvé 41,2 m, limite 20,5 m");
    assertThat(risks).containsText("45.436600, 4.382700");
    assertThat(page.getByTestId("proof-against")).hasCount(0);
    assertThat(page.getByTestId("proof-holding")).containsText("Contrôles qui tiennent (3)");
  }

  @Test
  void without_a_plan_the_reason_the_advice_and_the_aircraft_are_told() {
    ObjectNode flight = story.flight("REFUSED", 3);
    flight.putNull("verdict").putNull("planHash").putNull("proofHash").putNull("decisionHash");
    ObjectNode none = flight.putObject("notPlanned");
    none.put("code", "route-blocked").put("subject", "FRA/Z1").putObject("values");
    ObjectNode advice = none.putArray("advice").addObject();
    advice.put("code", "wait").put("subject", "FRA/Z1").put("at", "2026-11-24T14:00:01Z");
    advice.putNull("latDeg").putNull("lonDeg").putObject("values").put("toSceneS", 104.2);
    ObjectNode chosen = flight.putArray("considered").addObject();
    chosen.put("vehicleId", "V1").put("siteId", "couriot").put("outcome", "NO_PLAN");
    chosen.put("reason", "wind").put("subject", "").putNull("arrivalS");
    chosen.putObject("values").put("windMps", 9).put("limitMps", 8);
    story.tell();
    Page page = onIncident("operator");

    assertThat(page.getByTestId("no-plan")).containsText("FRA/Z1");
    assertThat(page.getByTestId("advice")).containsText("2026-11-24T14:00:01Z");
    assertThat(page.getByTestId("advice")).containsText("1 min 44 s");
    assertThat(page.getByTestId("choice")).containsText("V1 (couriot)");
    assertThat(page.getByTestId("choice")).containsText("vent de 9 m/s");
  }

  @Test
  void a_refused_order_is_told_with_what_the_aircraft_said() {
    story.onScene();
    ObjectNode flight = (ObjectNode) story.now().path("flights").get(0);
    ObjectNode order = flight.putObject("lastOrder");
    order.put("commandId", "C-1").put("command", "hold").put("by", "demo-pilot-1");
    order.put("outcome", "rejected:DENIED").put("refused", true).put("said", "requires position");
    order.putArray("remaining").add("return").add("land");
    story.tell();
    Page page = onIncident("operator");

    Locator refused = page.getByTestId("order-refused");
    assertThat(refused).containsText("l’aéronef le refuse · l’aéronef dit");
    assertThat(refused).containsText("requires position");
    order.put("refused", false).put("outcome", "accepted");
    story.tell();
    assertThat(refused).isHidden();
    assertThat(page.getByTestId("flight-lines")).containsText("stationnaire par demo-pilot-1");
  }

  @Test
  void what_supervision_is_concerned_about_and_an_offer_of_command_are_told() {
    story.onScene();
    ObjectNode flight = (ObjectNode) story.now().path("flights").get(0);
    ObjectNode energy = flight.putArray("concerns").addObject();
    energy.put("concern", "energy").put("reaction", "PROCEDURE").put("value", 31);
    energy.put("limit", 38.2).put("unit", "%").put("subject", "").put("setAside", true);
    flight.putObject("offer").put("to", "demo-pilot-2").putNull("at");
    story.tell();
    Page page = onIncident("operator");

    assertThat(page.getByTestId("concerns")).containsText("batterie pour le retour");
    assertThat(page.getByTestId("concerns")).containsText("constaté 31\u00a0%, requis 38,2\u00a0%");
    assertThat(page.getByTestId("concerns")).containsText("écarté par le pilote");
    assertThat(page.getByTestId("flight-lines")).containsText("demo-pilot-2");
  }

  @Test
  void a_decision_whose_words_are_missing_is_told_by_its_codes() {
    station.on("GET", "/api/decision-words/fr", call -> PageStory.problem(404, "Introuvable"));
    Page page = onIncident("operator");
    story.at(85).flight("AWAITING_CLEARANCE", 12);
    story.tell();
    page.getByTestId("findings-passed").locator("summary").first().click();
    assertThat(page.locator("[data-rule=eu-insurance] > summary"))
        .containsText("Règlement (CE) 785/2004");
    assertThat(page.locator("[data-rule=eu-insurance] > summary")).containsText("eu-insurance");
  }

  @Test
  void the_page_speaks_the_language_that_is_chosen_and_remembers_it() {
    Page page = onIncident("operator");
    page.getByTestId("language").click();
    assertThat(page.getByTestId("confirm")).hasText("Confirm");
    assertThat(page.getByTestId("incident-I-1")).containsText("to verify");
    page.reload();
    assertThat(page.getByTestId("confirm")).hasText("Confirm");
    assertThat(page.locator("html")).hasAttribute("lang", "en");
  }

  @Test
  void a_station_that_goes_away_is_named_and_greys_what_it_told() {
    Page page = onIncident("operator");
    station.silence(true);
    assertThat(page.getByTestId("banner")).containsText("Aucune liaison avec la station depuis");
    assertThat(page.locator("html")).hasClass("is-stale");
    station.silence(false);
    assertThat(page.getByTestId("banner")).isHidden();
    assertThat(page.locator("html")).not().hasClass("is-stale");
    assertThat(page.getByTestId("incident-title")).hasText("explosion I-1");
  }

  @Test
  void markup_from_outside_stays_text() {
    String markup = "<img src=x onerror=\"window.pwned=1\"><script>window.pwned=1</script>";
    story.incident("I-1").put("summary", markup).put("type", markup);
    ((ArrayNode) story.now().path("vehicles"))
        .addObject()
        .put("vehicleId", markup)
        .put("latDeg", 45.436)
        .put("lonDeg", 4.38)
        .put("link", "OK");
    story.flight("OUTBOUND", 3).put("reason", markup).put("pilotId", markup);
    story.tell();
    Page page = enter("operator");
    page.getByTestId("incident-I-1").click();
    assertThat(page.getByTestId("incident-summary")).hasText(markup);
    assertThat(page.getByTestId("flight-state")).containsText(markup);
    assertThat(page.locator("main img[src=x]")).hasCount(0);
    Assertions.assertThat(page.evaluate("window.pwned")).isNull();
  }

  @Test
  void nothing_on_the_way_violates_the_policy_or_complains() {
    try (TestCamera camera = new TestCamera(640, 360, 25)) {
      station.camera(camera);
      Page page = onIncident("operator");
      assertThat(page.getByTestId("cctv-image")).isVisible();
      story.onScene();
      story.tell();
      ChromiumBrowser.until(page, "window.vigieVideo?.painted > 3");
      page.getByTestId("theme").click();
      page.getByTestId("help-open").click();
      assertThat(page.getByTestId("help")).isVisible();
      page.getByTestId("map").hover();
      page.mouse().wheel(0, -200);
      page.getByTestId("map-back").click();
      Assertions.assertThat(BROWSER.complaints()).isEmpty();
    }
  }

  @Test
  void a_thousand_pixels_are_wide_enough() {
    Page page = BROWSER.page("fr-FR", 1024, 768);
    page.navigate(station.url() + "/#login=code-operator");
    story.onScene();
    story.tell();
    page.getByTestId("incident-I-1").click();
    assertThat(page.getByTestId("flight")).isVisible();
    for (String part : List.of(".top-bar", "main", ".sight", ".flight-panel", ".decision")) {
      String cut =
          "(() => { const e = document.querySelector('"
              + part
              + "');"
              + " return e.scrollWidth > e.clientWidth || e.getBoundingClientRect().right > 1024; })()";
      Assertions.assertThat((Boolean) page.evaluate(cut)).as(part).isFalse();
    }
  }
}
