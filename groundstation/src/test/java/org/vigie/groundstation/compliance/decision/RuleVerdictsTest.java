package org.vigie.groundstation.compliance.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vigie.groundstation.compliance.predicate.Reason;
import org.vigie.groundstation.compliance.request.Activity;
import org.vigie.groundstation.compliance.request.OperatorType;
import org.vigie.groundstation.compliance.request.Purpose;
import org.vigie.groundstation.compliance.rule.Rule;

/**
 * Each rule of the shipped packs: a flight that passes it, flights that fail it, and what is
 * missing and so unknown. Every case changes the demonstration's rescue flight in one respect.
 */
class RuleVerdictsTest {
  private record Case(
      String sentence,
      String rule,
      Situation situation,
      Consumer<Situation> change,
      Outcome outcome,
      Reason reason) {}

  private final List<Case> cases = new ArrayList<>();
  private String rule = "";

  RuleVerdictsTest() {
    proof();
    authorisation();
    authorisationLimits();
    openCategory();
    registration();
    simplePapers();
    remoteIdAndZones();
    windAndObstacles();
    pilotAndNight();
    heightAndDeclaration();
    signalling();
    municipalAndPrivate();
    fireService();
    police();
    camerasAndSound();
    technicalAndAcoustic();
    pendingLaw();
  }

  @TestFactory
  Stream<DynamicTest> each_rule_answers_each_case() {
    return cases.stream()
        .map(
            it ->
                DynamicTest.dynamicTest(
                    it.rule() + ": " + it.sentence(),
                    () -> {
                      it.change().accept(it.situation());
                      Decision decision = it.situation().decide();
                      Finding finding = finding(decision, it.rule());
                      assertThat(finding.outcome()).as(finding.toString()).isEqualTo(it.outcome());
                      assertThat(finding.reason()).as(finding.toString()).isEqualTo(it.reason());
                      if (it.outcome().fails()) {
                        assertThat(decision.verdict()).isEqualTo(Verdict.NO_GO);
                      }
                    }));
  }

  @Test
  void every_rule_in_force_is_seen_to_pass_and_to_fail() {
    Map<String, Set<Outcome>> seen = new HashMap<>();
    cases.forEach(
        it ->
            seen.computeIfAbsent(it.rule(), key -> EnumSet.noneOf(Outcome.class))
                .add(it.outcome()));
    Situation.PACKS.stream()
        .flatMap(pack -> pack.rules().stream())
        .filter(Rule::enabled)
        .forEach(
            it -> {
              Set<Outcome> outcomes = seen.getOrDefault(it.id(), Set.of());
              assertThat(outcomes).as(it.id()).contains(Outcome.PASSED);
              assertThat(outcomes)
                  .as(it.id())
                  .containsAnyOf(Outcome.DENIED, Outcome.NEEDS_EVIDENCE);
            });
  }

  private void proof() {
    rule = "eu-proof-holds";
    passes("a proof that holds", s -> {}, Reason.PROOF_HOLDS);
    denies("a proof that fails", s -> s.proofHolds = false, Reason.PROOF_FAILS);
  }

  private void authorisation() {
    rule = "eu-specific-authorisation";
    passes("an authorisation that covers the flight", s -> {}, Reason.PAPER_IN_ORDER);
    needs("none at all", s -> s.without("demo-sora-sdis42"), Reason.PAPER_MISSING);
    unknown("whether in sight is not known", s -> s.bvlos = null, Reason.FACT_MISSING);
    skips(
        "in sight, low and light: the open category",
        s -> s.bvlos = false,
        Reason.OTHER_CIRCUMSTANCES);
    passes(
        "in sight but above 120 m, authorised higher",
        s -> {
          s.bvlos = false;
          s.maxHeightM = 130.0;
          s.edit("sdis42.yaml", text -> text.replace("maxHeightM: 120", "maxHeightM: 150"));
        },
        Reason.PAPER_IN_ORDER);
    needs(
        "beyond sight with a paper that does not permit it",
        s ->
            s.edit(
                "sdis42.yaml",
                text -> text.replace("permits: [bvlos, populated-area]", "permits: [night]")),
        Reason.PAPER_DOES_NOT_PERMIT);
    passes(
        "beyond sight outside towns needs no permit for towns",
        s -> {
          s.populated = false;
          s.edit(
              "sdis42.yaml",
              text -> text.replace("permits: [bvlos, populated-area]", "permits: [bvlos]"));
        },
        Reason.PAPER_IN_ORDER);
  }

  private void authorisationLimits() {
    needs("another service's paper", s -> s.service = "sdis69", Reason.PAPER_MISSING);
    needs("another purpose", s -> s.purpose = Purpose.PUBLIC_ORDER, Reason.PAPER_OTHER_PURPOSE);
    needs("another aircraft", s -> s.aircraft = "demo-quad-9", Reason.PAPER_OTHER_AIRCRAFT);
    needs(
        "one corner outside the area",
        s -> s.area = Situation.square(45.4375, 4.3795, 0.03),
        Reason.PAPER_OTHER_AREA);
    unknown("an area that is not known", s -> s.area = null, Reason.FACT_MISSING);
    needs("too high", s -> s.maxHeightM = 120.5, Reason.PAPER_HEIGHT_EXCEEDED);
    unknown("a height that is not known", s -> s.maxHeightM = null, Reason.FACT_MISSING);
    unknown(
        "a paper that is silent on height",
        s -> s.edit("sdis42.yaml", text -> text.replace("      maxHeightM: 120\n", "")),
        Reason.PAPER_SILENT);
    needs(
        "a paper that was revoked",
        s ->
            s.edit(
                "sdis42.yaml",
                text ->
                    text.replace(
                        "validUntil: 2027-03-31",
                        "validUntil: 2027-03-31\n    revokedOn: 2026-11-21")),
        Reason.PAPER_REVOKED);
    needs(
        "a paper that begins tomorrow",
        s ->
            s.edit(
                "sdis42.yaml",
                text -> text.replaceFirst("validFrom: 2026-04-03", "validFrom: 2026-11-22")),
        Reason.PAPER_NOT_YET_VALID);
    needs(
        "outside the paper's hours",
        s ->
            s.edit(
                "sdis42.yaml",
                text ->
                    text.replaceFirst(
                        "maxHeightM: 120",
                        "maxHeightM: 120\n      timeWindow: {from: \"08:00\", until: \"11:20\"}")),
        Reason.PAPER_OUTSIDE_HOURS);
    needs(
        "a pilot whom the paper does not name",
        s ->
            s.edit(
                "sdis42.yaml",
                text ->
                    text.replaceFirst(
                        "maxHeightM: 120", "maxHeightM: 120\n      pilots: [demo-pilot-9]")),
        Reason.PAPER_OTHER_PILOT);
  }

  private void openCategory() {
    rule = "eu-open-category";
    Consumer<Situation> inSight = s -> s.bvlos = false;
    passes("class C1 in sight", inSight.andThen(s -> s.classLabel = "C1"), Reason.CLASS_ADMITTED);
    passes("class C3 in sight, authorised", inSight, Reason.PAPER_IN_ORDER);
    needs(
        "class C3 in sight over a town without authorisation",
        inSight.andThen(s -> s.without("demo-sora-sdis42")),
        Reason.PAPER_MISSING);
    passes(
        "class C3 in sight outside towns",
        inSight.andThen(
            s -> {
              s.populated = false;
              s.without("demo-sora-sdis42");
            }),
        Reason.CLASS_ADMITTED);
    unknown(
        "a class that is not known",
        inSight.andThen(
            s -> {
              s.classLabel = null;
              s.without("demo-sora-sdis42");
            }),
        Reason.FACT_MISSING);
    skips("beyond sight", s -> {}, Reason.OTHER_CIRCUMSTANCES);
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
    passes("no zone entered", s -> {}, Reason.ZONES_AUTHORISED);
    needs("a zone entered", s -> s.zones = List.of("LFR1"), Reason.ZONE_NOT_AUTHORISED);
    passes(
        "a zone whose authorisation is on the plan",
        s -> {
          s.zones = List.of("LFR1");
          s.zonesAuthorised = List.of("LFR1");
        },
        Reason.ZONES_AUTHORISED);
    passes(
        "a zone whose paper is held",
        s -> {
          s.zones = List.of("LFR1");
          s.add(paper("zone", "zone-authorisation", "number: LFR1"));
        },
        Reason.ZONES_AUTHORISED);
    needs(
        "the paper of another zone",
        s -> {
          s.zones = List.of("LFR1");
          s.add(paper("zone", "zone-authorisation", "number: LFR2"));
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

  private void municipalAndPrivate() {
    rule = "fr-csi-municipal-no-basis";
    from(
        Situation::municipal,
        "filming public space",
        s -> {},
        Outcome.DENIED,
        Reason.ACTIVITY_PLANNED);
    from(
        Situation::municipal,
        "a commune filming public space",
        s -> s.type = OperatorType.COMMUNE,
        Outcome.DENIED,
        Reason.ACTIVITY_PLANNED);
    from(
        Situation::municipal,
        "filming roofs",
        s -> s.activities = EnumSet.of(Activity.FILM_TECHNICAL),
        Outcome.PASSED,
        Reason.ACTIVITY_NOT_PLANNED);
    skips("the fire service", s -> {}, Reason.OTHER_OPERATOR_TYPE);
    rule = "fr-csi-private-no-basis";
    denies(
        "a private contractor filming public space",
        s -> s.type = OperatorType.PRIVATE_CONTRACTOR,
        Reason.ACTIVITY_PLANNED);
    passes(
        "a private contractor filming roofs",
        s -> {
          s.type = OperatorType.PRIVATE_CONTRACTOR;
          s.activities = EnumSet.of(Activity.FILM_TECHNICAL);
        },
        Reason.ACTIVITY_NOT_PLANNED);
  }

  private void fireService() {
    rule = "fr-csi-fire-purpose";
    passes("a rescue", s -> {}, Reason.PURPOSE_ADMITTED);
    denies("public order", s -> s.purpose = Purpose.PUBLIC_ORDER, Reason.PURPOSE_NOT_ADMITTED);
    passes("civil security", s -> s.type = OperatorType.CIVIL_SECURITY, Reason.PURPOSE_ADMITTED);
    rule = "fr-csi-fire-undertaking";
    passes("undertaking and assessment", s -> {}, Reason.PAPER_IN_ORDER);
    needs("no undertaking", s -> s.without("demo-cnil-undertaking-sdis42"), Reason.PAPER_MISSING);
    needs("no assessment", s -> s.without("demo-dpia-sdis42"), Reason.PAPER_MISSING);
    rule = "fr-csi-public-information";
    passes("a page for the public", s -> {}, Reason.PAPER_IN_ORDER);
    needs("none", s -> s.without("demo-public-information-sdis42"), Reason.PAPER_MISSING);
  }

  private void police() {
    rule = "fr-csi-police-prefect-order";
    Consumer<Situation> one = s -> {};
    from(Situation::police, "an order that covers it", one, Outcome.PASSED, Reason.PAPER_IN_ORDER);
    from(
        Situation::police,
        "no order",
        s -> s.without("order"),
        Outcome.NEEDS_EVIDENCE,
        Reason.PAPER_MISSING);
    from(
        Situation::police,
        "one camera too many",
        s -> s.cameras = 2,
        Outcome.NEEDS_EVIDENCE,
        Reason.PAPER_TOO_MANY_CAMERAS);
    from(
        Situation::police,
        "after the order",
        s -> s.at = utc("2027-01-01T10:00:00Z"),
        Outcome.NEEDS_EVIDENCE,
        Reason.PAPER_EXPIRED);
    from(
        Situation::police,
        "outside the perimeter",
        s -> s.area = Situation.square(45.4375, 4.399, 0.005),
        Outcome.NEEDS_EVIDENCE,
        Reason.PAPER_OTHER_AREA);
    from(
        Situation::police,
        "a purpose that the order does not name",
        s -> s.purpose = Purpose.BORDERS,
        Outcome.NEEDS_EVIDENCE,
        Reason.PAPER_OTHER_PURPOSE);
    from(
        Situation::police,
        "an order of more than three months",
        s ->
            s.edit(
                "added-3.yaml",
                text -> text.replace("validUntil: 2026-12-31", "validUntil: 2027-01-01")),
        Outcome.NEEDS_EVIDENCE,
        Reason.PAPER_TOO_LONG);
    from(
        Situation::police,
        "cameras not known",
        s -> s.cameras = null,
        Outcome.UNKNOWN,
        Reason.FACT_MISSING);
    from(
        Situation::police,
        "the gendarmerie",
        s -> s.type = OperatorType.GENDARMERIE,
        Outcome.PASSED,
        Reason.PAPER_IN_ORDER);
    rule = "fr-csi-police-purpose";
    from(Situation::police, "rescue", one, Outcome.PASSED, Reason.PURPOSE_ADMITTED);
    from(
        Situation::police,
        "a purpose outside the list",
        s -> s.purpose = Purpose.OTHER,
        Outcome.DENIED,
        Reason.PURPOSE_NOT_ADMITTED);
  }

  private void camerasAndSound() {
    rule = "fr-csi-no-sound";
    passes("no microphone", s -> {}, Reason.NO_MICROPHONE);
    denies("a microphone", s -> s.microphone = true, Reason.MICROPHONE_ON_BOARD);
    unknown("not known", s -> s.microphone = null, Reason.FACT_MISSING);
    rule = "fr-csi-retention";
    passes("seven days", s -> s.retentionDays = 7, Reason.ERASED_IN_TIME);
    passes("nothing recorded", s -> s.retentionDays = 0, Reason.ERASED_IN_TIME);
    denies("eight days", s -> s.retentionDays = 8, Reason.KEPT_TOO_LONG);
    unknown("not set", s -> s.retentionDays = null, Reason.FACT_MISSING);
    unknown("a number that makes no sense", s -> s.retentionDays = -1, Reason.FACT_MISSING);
    rule = "fr-camera-use-declared";
    passes("a declared use", s -> {}, Reason.ACTIVITY_PLANNED);
    denies(
        "a camera without declared use",
        s -> s.activities = EnumSet.noneOf(Activity.class),
        Reason.TOO_MANY_CAMERAS);
    passes(
        "no camera on board",
        s -> {
          s.cameras = 0;
          s.activities = EnumSet.noneOf(Activity.class);
        },
        Reason.CAMERAS_WITHIN_LIMIT);
    unknown(
        "cameras not known",
        s -> {
          s.cameras = null;
          s.activities = EnumSet.noneOf(Activity.class);
        },
        Reason.FACT_MISSING);
  }

  private void technicalAndAcoustic() {
    rule = "fr-technical-flight-basis";
    Consumer<Situation> roofs =
        s -> {
          s.type = OperatorType.COMMUNE;
          s.purpose = Purpose.TECHNICAL;
          s.activities = EnumSet.of(Activity.FILM_TECHNICAL);
        };
    needs("roofs without a written basis", roofs, Reason.PAPER_MISSING);
    passes(
        "roofs with a written basis",
        roofs.andThen(s -> s.add(derogation("gdpr-basis", "purposes: [technical]"))),
        Reason.PAPER_IN_ORDER);
    rule = "fr-acoustic-sensor-basis";
    passes("a written basis", s -> {}, Reason.PAPER_IN_ORDER);
    needs("none", s -> s.without("demo-acoustic-basis-sdis42"), Reason.PAPER_MISSING);
    skips(
        "an alert from a caller",
        s -> s.activities = EnumSet.of(Activity.FILM_PUBLIC_SPACE),
        Reason.OTHER_ACTIVITY);
  }

  private void pendingLaw() {
    rule = "fr-bill-97-municipal-experiment";
    from(
        Situation::municipal,
        "a bill opens nothing",
        s -> {},
        Outcome.NOT_APPLICABLE,
        Reason.RULE_SWITCHED_OFF);
  }

  private void passes(String sentence, Consumer<Situation> change, Reason reason) {
    from(Situation::new, sentence, change, Outcome.PASSED, reason);
  }

  private void denies(String sentence, Consumer<Situation> change, Reason reason) {
    from(Situation::new, sentence, change, Outcome.DENIED, reason);
  }

  private void needs(String sentence, Consumer<Situation> change, Reason reason) {
    from(Situation::new, sentence, change, Outcome.NEEDS_EVIDENCE, reason);
  }

  private void unknown(String sentence, Consumer<Situation> change, Reason reason) {
    from(Situation::new, sentence, change, Outcome.UNKNOWN, reason);
  }

  private void skips(String sentence, Consumer<Situation> change, Reason reason) {
    from(Situation::new, sentence, change, Outcome.NOT_APPLICABLE, reason);
  }

  private void from(
      Supplier<Situation> start,
      String sentence,
      Consumer<Situation> change,
      Outcome outcome,
      Reason reason) {
    cases.add(new Case(sentence, rule, start.get(), change, outcome, reason));
  }

  private static Finding finding(Decision decision, String rule) {
    return decision.findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static void filed(Situation situation, String day) {
    situation.edit("sdis42.yaml", text -> text.replace("filedOn: 2026-03-23", "filedOn: " + day));
  }

  private static Instant utc(String instant) {
    return Instant.parse(instant);
  }

  private static String derogation(String kind, String covers) {
    return paper(
        "added",
        kind,
        "covers:\n  area: [{lat: 45.4, lon: 4.3}, {lat: 45.4, lon: 4.5}, {lat: 45.5, lon: 4.5},"
            + " {lat: 45.5, lon: 4.3}]\n  "
            + covers);
  }

  private static String paper(String id, String kind, String more) {
    return """
        id: %s
        kind: %s
        title: {fr: Pièce (Demo), en: Paper (Demo)}
        issuer: Demo
        holder: sdis42
        legalBasis: Demo
        issuedOn: 2026-10-01
        validFrom: 2026-10-01
        validUntil: 2027-10-01
        fictitious: true
        %s
        """
        .formatted(id, kind, more.indent(8).strip());
  }
}
