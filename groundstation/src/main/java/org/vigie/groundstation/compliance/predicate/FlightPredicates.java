package org.vigie.groundstation.compliance.predicate;

import java.util.List;

/** Questions about how the flight is flown. */
final class FlightPredicates {
  static final List<Predicate> ALL =
      List.of(
          Predicate.of(
              "proof-holds",
              "Every check of the plan's proof passed.",
              (facts, arguments) ->
                  Answer.of(
                      facts.request().proofHolds(),
                      Reason.PROOF_HOLDS,
                      Reason.PROOF_FAILS,
                      Comparison.of("proof-holds", facts.request().proofHolds(), true))),
          Predicate.of(
              "beyond-visual-line-of-sight",
              "Some part of the flight is beyond the pilot's visual line of sight.",
              (facts, arguments) -> beyondSight(facts)),
          new Predicate(
              "height-at-most",
              "The flight stays at or below a height above ground.",
              List.of(Parameter.number("limitM", "Height above ground, metres.")),
              FlightPredicates::heightAtMost),
          Predicate.of(
              "wind-within-aircraft-limit",
              "The greatest wind expected is one that the aircraft's manufacturer allows.",
              (facts, arguments) -> wind(facts)),
          new Predicate(
              "recordings-erased-within",
              "Recordings are erased within a number of days; 0 days means none are made.",
              List.of(Parameter.number("limitDays", "Days from the end of the deployment.")),
              FlightPredicates::erasedWithin));

  private FlightPredicates() {}

  private static Answer beyondSight(Facts facts) {
    Boolean bvlos = facts.flight().bvlos();
    return bvlos == null
        ? Answer.missing("beyond-visual-line-of-sight")
        : Answer.of(
            bvlos,
            Reason.BEYOND_SIGHT,
            Reason.WITHIN_SIGHT,
            Comparison.of("beyond-visual-line-of-sight", bvlos, true));
  }

  private static Answer heightAtMost(Facts facts, Arguments arguments) {
    Double heightM = facts.flight().maxHeightAglM();
    double limitM = arguments.number("limitM");
    return heightM == null
        ? Answer.missing("height-above-ground")
        : Answer.of(
            heightM <= limitM,
            Reason.HEIGHT_WITHIN_LIMIT,
            Reason.HEIGHT_ABOVE_LIMIT,
            Comparison.atMost("height-above-ground", heightM, limitM, "m"));
  }

  private static Answer wind(Facts facts) {
    Double windMps = facts.flight().windMps();
    Double limitMps = facts.aircraft().maxWindMps();
    if (windMps == null) {
      return Answer.missing("wind");
    }
    return limitMps == null
        ? Answer.missing("aircraft-wind-limit")
        : Answer.of(
            windMps <= limitMps,
            Reason.WIND_WITHIN_LIMIT,
            Reason.WIND_ABOVE_LIMIT,
            Comparison.atMost("wind", windMps, limitMps, "m/s"));
  }

  private static Answer erasedWithin(Facts facts, Arguments arguments) {
    Integer days = facts.flight().retentionDays();
    double limitDays = arguments.number("limitDays");
    return days == null || days < 0
        ? Answer.missing("retention")
        : Answer.of(
            days <= limitDays,
            Reason.ERASED_IN_TIME,
            Reason.KEPT_TOO_LONG,
            Comparison.atMost("retention", days, limitDays, "d"));
  }
}
