package org.vigie.groundstation.compliance.decision;

import java.util.EnumSet;
import java.util.function.Consumer;
import org.vigie.groundstation.compliance.predicate.Reason;
import org.vigie.groundstation.compliance.request.Activity;
import org.vigie.groundstation.compliance.request.OperatorType;
import org.vigie.groundstation.compliance.request.Purpose;

/** Who may film, and how; which alerts may be used. */
class CameraVerdictsTest extends VerdictTable {
  CameraVerdictsTest() {
    municipalAndPrivate();
    fireService();
    police();
    camerasAndSound();
    technicalAndAcoustic();
    pendingLaw();
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
}
