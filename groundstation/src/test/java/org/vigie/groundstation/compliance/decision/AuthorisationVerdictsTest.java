package org.vigie.groundstation.compliance.decision;

import java.util.function.Consumer;
import org.vigie.groundstation.compliance.predicate.Reason;
import org.vigie.groundstation.compliance.request.Purpose;

/** The authorisation of the specific category and the limits of the open one. */
class AuthorisationVerdictsTest extends VerdictTable {
  AuthorisationVerdictsTest() {
    proof();
    authorisation();
    authorisationLimits();
    openCategory();
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
}
