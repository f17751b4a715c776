package org.vigie.groundstation.compliance.decision;

import java.util.List;
import org.vigie.groundstation.compliance.predicate.Reason;

/**
 * Registration, papers, remote identification, zones, wind, obstacles, pilot, night, heights,
 * declaration, signalling.
 */
class AviationVerdictsTest extends VerdictTable {
  AviationVerdictsTest() {
    registration();
    simplePapers();
    remoteIdAndZones();
    windAndObstacles();
    pilotAndNight();
    heightAndDeclaration();
    signalling();
  }

  private void registration() {
    rule = "eu-operator-registration";
    passes("a registered number", s -> {}, Reason.PAPER_IN_ORDER);
    passes(
        "the same number with its secret part",
        s -> s.operatorNumber = "FRAdemosdis4200t-vig",
        Reason.PAPER_IN_ORDER);
    needs("no registration", s -> s.without("demo-registration-sdis42"), Reason.PAPER_MISSING);
    needs(
        "another number than registered",
        s -> s.operatorNumber = "FRAdemopm422180y",
        Reason.PAPER_OTHER_NUMBER);
    needs(
        "a wrong checksum",
        s -> s.operatorNumber = "FRAdemosdis4200t-xyz",
        Reason.OPERATOR_NUMBER_CHECKSUM_WRONG);
    unknown("no number given", s -> s.operatorNumber = null, Reason.FACT_MISSING);
  }

  private void simplePapers() {
    rule = "eu-pilot-competence";
    passes("a certified pilot", s -> {}, Reason.PAPER_IN_ORDER);
    needs("a pilot without certificate", s -> s.pilot = "demo-pilot-9", Reason.PAPER_MISSING);
    needs("nobody named", s -> s.pilot = null, Reason.PAPER_MISSING);
    rule = "eu-insurance";
    passes("an insured aircraft", s -> {}, Reason.PAPER_IN_ORDER);
    needs("no insurance", s -> s.without("demo-insurance-sdis42"), Reason.PAPER_MISSING);
    needs(
        "insurance of another aircraft",
        s -> s.aircraft = "demo-quad-9",
        Reason.PAPER_OTHER_AIRCRAFT);
    rule = "eu-aircraft-papers";
    passes("papers of this aircraft", s -> {}, Reason.PAPER_IN_ORDER);
    needs("no papers", s -> s.without("demo-papers-quad-1"), Reason.PAPER_MISSING);
  }

  private void remoteIdAndZones() {
    rule = "eu-direct-remote-id";
    passes("remote identification on board", s -> {}, Reason.REMOTE_ID_ON_BOARD);
    denies("none on board", s -> s.remoteId = false, Reason.NO_REMOTE_ID);
    unknown("not known", s -> s.remoteId = null, Reason.FACT_MISSING);
    skips(
        "class C0 in sight",
        s -> {
          s.bvlos = false;
          s.classLabel = "C0";
        },
        Reason.OTHER_CIRCUMSTANCES);
    rule = "eu-zones-authorised";
    passes("no zone entered", s -> s.zones = List.of(), Reason.ZONES_AUTHORISED);
    needs("a zone entered", s -> s.zones = List.of("FRA/LFR1"), Reason.ZONE_NOT_AUTHORISED);
    passes("the demonstration's zone", s -> {}, Reason.ZONES_AUTHORISED);
    needs(
        "the demonstration's zone without the paper that its conditions are met",
        s -> s.without("demo-zone-frvg003-sdis42"),
        Reason.ZONE_NOT_AUTHORISED);
    needs(
        "a zone of the same identifier in another country",
        s -> s.zones = List.of("CHE/FRVG003"),
        Reason.ZONE_NOT_AUTHORISED);
    passes(
        "a zone whose paper is held",
        s -> {
          s.zones = List.of("FRA/LFR1");
          s.add(paper("zone", "zone-authorisation", "number: FRA/LFR1"));
        },
        Reason.ZONES_AUTHORISED);
    needs(
        "the paper of another zone",
        s -> {
          s.zones = List.of("FRA/LFR1");
          s.add(paper("zone", "zone-authorisation", "number: FRA/LFR2"));
        },
        Reason.ZONE_NOT_AUTHORISED);
    unknown("zones not looked up", s -> s.zones = null, Reason.FACT_MISSING);
  }

  private void windAndObstacles() {
    rule = "eu-wind-limits";
    passes("wind at the limit", s -> s.windMps = 12.0, Reason.WIND_WITHIN_LIMIT);
    denies("wind above the limit", s -> s.windMps = 12.1, Reason.WIND_ABOVE_LIMIT);
    unknown("wind not known", s -> s.windMps = null, Reason.FACT_MISSING);
    unknown("limit not known", s -> s.maxWindMps = null, Reason.FACT_MISSING);
    rule = "eu-obstacle-clearance";
    passes("50 m over 35 m and 15 m", s -> s.minHeightM = 50.0, Reason.CLEAR_OF_OBSTACLES);
    denies("just below", s -> s.minHeightM = 49.9, Reason.TOO_LOW_OVER_OBSTACLES);
    unknown("height not known", s -> s.minHeightM = null, Reason.FACT_MISSING);
    unknown("no survey", s -> s.without("demo-obstacle-survey"), Reason.NO_OBSTACLE_SURVEY);
    unknown(
        "a survey of another place",
        s -> s.area = Situation.square(45.4375, 4.3795, 0.03),
        Reason.NO_OBSTACLE_SURVEY);
    unknown(
        "a survey without a height",
        s -> s.edit("shared.yaml", text -> text.replace("obstacleHeightM: 35", "treeHeightM: 12")),
        Reason.PAPER_SILENT);
  }

  private void pilotAndNight() {
    rule = "fr-remote-pilot";
    passes("a pilot at the controls", s -> {}, Reason.PILOT_AT_CONTROLS);
    denies("an alert alone", s -> s.pilot = null, Reason.NO_PILOT);
    denies("a pilot who is not there", s -> s.pilotPresent = false, Reason.NO_PILOT);
    unknown("presence not known", s -> s.pilotPresent = null, Reason.FACT_MISSING);
    rule = "fr-night";
    // Saint-Étienne, 21 November 2026: sunset 16:03 UTC, so night from about 16:33
    passes("a flight that ends at dusk", s -> s.at = utc("2026-11-21T16:05:00Z"), Reason.DAY);
    needs(
        "a flight that ends in the night",
        s -> s.at = utc("2026-11-21T16:15:00Z"),
        Reason.PAPER_MISSING);
    // sunrise 06:53 UTC, so night until about 06:23
    needs("before dawn", s -> s.at = utc("2026-11-21T06:15:00Z"), Reason.PAPER_MISSING);
    passes("at dawn", s -> s.at = utc("2026-11-21T06:30:00Z"), Reason.DAY);
    passes(
        "at night with a prefect's derogation",
        s -> {
          s.at = utc("2026-11-21T21:00:00Z");
          s.add(derogation("prefect-derogation", "permits: [night]"));
        },
        Reason.PAPER_IN_ORDER);
    needs(
        "at night with a derogation for height only",
        s -> {
          s.at = utc("2026-11-21T21:00:00Z");
          s.add(derogation("prefect-derogation", "permits: [above-120-m]"));
        },
        Reason.PAPER_DOES_NOT_PERMIT);
    passes(
        "at night on a State mission",
        s -> {
          s.at = utc("2026-11-21T21:00:00Z");
          s.add(derogation("state-derogation", "permits: [night]\n  purposes: [rescue]"));
        },
        Reason.PAPER_IN_ORDER);
    unknown("a place that is not known", s -> s.area = null, Reason.FACT_MISSING);
    unknown(
        "a latitude that the rule does not cover",
        s -> s.area = Situation.square(5, -52, 0.005),
        Reason.LATITUDE_OUTSIDE_RULE);
  }

  private void heightAndDeclaration() {
    rule = "fr-height-120";
    passes("120 m", s -> s.maxHeightM = 120.0, Reason.HEIGHT_WITHIN_LIMIT);
    needs("120.1 m", s -> s.maxHeightM = 120.1, Reason.PAPER_MISSING);
    passes(
        "140 m with a prefect's derogation",
        s -> {
          s.maxHeightM = 140.0;
          s.add(derogation("prefect-derogation", "permits: [above-120-m]\n  maxHeightM: 150"));
        },
        Reason.PAPER_IN_ORDER);
    unknown("height not known", s -> s.maxHeightM = null, Reason.FACT_MISSING);
    rule = "fr-populated-area-declaration";
    passes("a standing declaration", s -> {}, Reason.PAPER_IN_ORDER);
    needs("none", s -> s.without("demo-declaration-sdis42"), Reason.PAPER_MISSING);
    passes("filed 10 days before", s -> filed(s, "2026-11-11"), Reason.PAPER_IN_ORDER);
    needs("filed 9 days before", s -> filed(s, "2026-11-12"), Reason.PAPER_NOTICE_TOO_SHORT);
    unknown(
        "a paper without date of filing",
        s -> s.edit("sdis42.yaml", text -> text.replace("    filedOn: 2026-03-23\n", "")),
        Reason.PAPER_SILENT);
    skips("outside towns", s -> s.populated = false, Reason.OTHER_CIRCUMSTANCES);
    unknown("whether over a town is not known", s -> s.populated = null, Reason.FACT_MISSING);
  }

  private void signalling() {
    rule = "fr-electronic-signalling";
    from(
        Situation::municipal,
        "a commune's aircraft with it",
        s -> {},
        Outcome.PASSED,
        Reason.SIGNALLING_ON_BOARD);
    from(
        Situation::municipal,
        "without it",
        s -> s.signalling = false,
        Outcome.DENIED,
        Reason.NO_SIGNALLING);
    from(
        Situation::municipal,
        "not known",
        s -> s.signalling = null,
        Outcome.UNKNOWN,
        Reason.FACT_MISSING);
    from(
        Situation::municipal,
        "below 800 g",
        s -> s.mtomKg = 0.79,
        Outcome.NOT_APPLICABLE,
        Reason.OTHER_CIRCUMSTANCES);
    from(
        Situation::municipal,
        "mass not known",
        s -> s.mtomKg = null,
        Outcome.UNKNOWN,
        Reason.FACT_MISSING);
    skips("civil security is exempt", s -> s.signalling = false, Reason.OTHER_OPERATOR_TYPE);
  }
}
