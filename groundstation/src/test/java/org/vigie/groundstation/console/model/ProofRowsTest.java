package org.vigie.groundstation.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.ProofDocument;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.text.Texts;

/** What proof, choice and advice look like in the console. */
class ProofRowsTest {
  private static final ProofDocument.Place PLACE =
      new ProofDocument.Place(new LatLon(45.4366, 4.3827), 55, 5, 98.7);
  private static final ProofDocument PROOF =
      new ProofDocument(
          List.of(
              finding("route-clear-of-zones", "outbound", false, "m", "FRA/Z1", -4.5, false, PLACE),
              finding("gnss-loss-drift", "scene", true, "m", "", -21.0, true, PLACE),
              finding("ceiling-agl", "outbound", true, "m", "", 12.0, false, null),
              finding("parameter", "", true, "", "RTL_ALT", 0.0, false, null),
              finding("parameter", "", true, "", "OA_TYPE", 0.0, false, null)));

  private final Texts texts = Texts.in(Language.EN);

  private static ProofDocument.Finding finding(
      String check,
      String branch,
      boolean holds,
      String unit,
      String subject,
      double margin,
      boolean residual,
      ProofDocument.@Nullable Place at) {
    return new ProofDocument.Finding(
        check, branch, holds, 33.5, 38, unit, subject, margin, residual, at);
  }

  @Test
  void what_fails_is_told_with_margin_zone_and_place() {
    assertThat(new ProofRows(texts).failing(PROOF))
        .containsExactly(
            new DetailRow(
                "proof-route-clear-of-zones-outbound-FRA/Z1",
                "\u2715",
                "line clear of closed zones, way out",
                "4.5 m SHORT",
                Level.RED,
                List.of(
                    "found 33.5 m, limit 38 m",
                    "FRA/Z1",
                    "item 5 at 45.436600, 4.382700, 55 m up, 1 min 39 s after take-off")));
  }

  @Test
  void a_residual_risk_is_a_warning_that_says_how_far_it_goes() {
    DetailRow risk = new ProofRows(texts).risks(PROOF).get(0);

    assertThat(risk.level()).isEqualTo(Level.AMBER);
    assertThat(risk.title()).isEqualTo("drift without GNSS, on scene");
    assertThat(risk.value()).isEqualTo("up to 21 m beyond");
    assertThat(risk.more().get(0)).startsWith("a risk that remains");
  }

  @Test
  void what_holds_comes_after_the_sum_and_what_has_no_margin_is_counted() {
    List<DetailRow> rows = new ProofRows(texts).holding(PROOF);

    assertThat(rows)
        .extracting(row -> row.title() + ": " + row.value())
        .containsExactly(
            "proof: FAILS, 5 checks",
            "below the ceiling, way out: 12 m left",
            "2 more checks hold: ");
    assertThat(rows.get(2).more()).containsExactly("parameter, RTL_ALT", "parameter, OA_TYPE");
  }

  private static LiveFlight flight(
      List<LiveFlight.Considered> considered, LiveFlight.@Nullable NotPlanned none) {
    return new LiveFlight(
        "F-1",
        "I-1",
        "V2",
        "jomayere",
        "sdis42",
        "pilot-1",
        "REFUSED",
        "no-route:route-blocked",
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        considered,
        none,
        List.of(),
        null,
        null,
        null);
  }

  @Test
  void why_this_aircraft_goes_opens_to_what_became_of_the_others() {
    LiveFlight flight =
        flight(
            List.of(
                new LiveFlight.Considered("V2", "jomayere", "CHOSEN", "", "", Map.of(), 80.4),
                new LiveFlight.Considered("V1", "couriot", "LATER", "", "", Map.of(), 95.0),
                new LiveFlight.Considered(
                    "V3",
                    "fond",
                    "NO_PLAN",
                    "wind",
                    "",
                    Map.of("windMps", 9.0, "limitMps", 8.0),
                    null),
                new LiveFlight.Considered("V4", "x", "OF_THE_FUTURE", "?", "", Map.of(), null)),
            null);

    DetailRow row = new ChoiceRows(texts).chosen(flight).get(0);

    assertThat(row.value()).isEqualTo("V2 (jomayere): first on scene, after 1 min 20 s");
    assertThat(row.more())
        .containsExactly(
            "V1 (couriot): on scene after 1 min 35 s",
            "V3 (fond): no plan: wind of 9 m/s, the aircraft flies in at most 8 m/s",
            "V4 (x): does not go");
    assertThat(new ChoiceRows(texts).chosen(flight(List.of(), null))).isEmpty();
  }

  @Test
  void without_a_plan_the_decision_says_why_and_what_could_be_done() {
    LiveFlight.NotPlanned none =
        new LiveFlight.NotPlanned(
            "route-blocked",
            "FRA/Z1,FRA/Z2",
            Map.of(),
            List.of(
                new LiveFlight.Possible(
                    "wait",
                    "FRA/Z1",
                    Instant.parse("2026-11-24T14:00:01Z"),
                    null,
                    Map.of("toSceneS", 104.2))));
    DecisionShown shown =
        new DecisionRows(texts, RuleWords.CODES, new Moments(ZoneOffset.UTC, texts))
            .show(flight(List.of(), none), Documents.NONE);

    assertThat(shown.verdict()).isEqualTo("No plan");
    assertThat(shown.level()).isEqualTo(Level.RED);
    assertThat(shown.deciding()).isEqualTo("no way to the scene; in the way: FRA/Z1, FRA/Z2");
    assertThat(shown.rows())
        .singleElement()
        .extracting(DetailRow::title)
        .isEqualTo(
            "could be done: take off at 2026-11-24T14:00:01Z, when FRA/Z1 ends: on scene after"
                + " 1 min 44 s");
  }
}
