package org.vigie.groundstation.compliance.predicate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions about the aircraft. */
final class AircraftPredicates {
  private static final List<String> LABELS =
      List.of("C0", "C1", "C2", "C3", "C4", "C5", "C6", "none");

  static final List<Predicate> ALL =
      List.of(
          new Predicate(
              "takeoff-mass-below",
              "The aircraft's maximum take-off mass is below a limit.",
              List.of(Parameter.number("limitKg", "Mass, kilograms; the limit itself is not.")),
              AircraftPredicates::massBelow),
          new Predicate(
              "class-label-in",
              "The aircraft carries one of these class labels (2019/945).",
              List.of(Parameter.texts("labels", LABELS, "Class labels.")),
              AircraftPredicates::classLabel),
          Predicate.of(
              "remote-id-on-board",
              "The aircraft broadcasts direct remote identification.",
              (facts, arguments) ->
                  flag(
                      "remote-id",
                      facts.aircraft().remoteId(),
                      true,
                      Reason.REMOTE_ID_ON_BOARD,
                      Reason.NO_REMOTE_ID)),
          Predicate.of(
              "electronic-signalling-on-board",
              "The aircraft carries the French electronic signalling.",
              (facts, arguments) ->
                  flag(
                      "electronic-signalling",
                      facts.aircraft().electronicSignalling(),
                      true,
                      Reason.SIGNALLING_ON_BOARD,
                      Reason.NO_SIGNALLING)),
          Predicate.of(
              "no-microphone-on-board",
              "No microphone is on board.",
              (facts, arguments) ->
                  flag(
                      "microphone",
                      facts.aircraft().microphone(),
                      false,
                      Reason.NO_MICROPHONE,
                      Reason.MICROPHONE_ON_BOARD)),
          new Predicate(
              "cameras-at-most",
              "No more than so many cameras are on board.",
              List.of(Parameter.number("limit", "Number of cameras.")),
              AircraftPredicates::cameras));

  private AircraftPredicates() {}

  private static Answer flag(
      String name, @Nullable Boolean found, boolean required, Reason ifSo, Reason ifNot) {
    return found == null
        ? Answer.missing(name)
        : Answer.of(found == required, ifSo, ifNot, Comparison.of(name, found, required));
  }

  private static Answer massBelow(Facts facts, Arguments arguments) {
    Double massKg = facts.aircraft().mtomKg();
    double limitKg = arguments.number("limitKg");
    return massKg == null
        ? Answer.missing("take-off-mass")
        : Answer.of(
            massKg < limitKg,
            Reason.MASS_BELOW_LIMIT,
            Reason.MASS_NOT_BELOW_LIMIT,
            new Comparison(
                "take-off-mass",
                Comparison.number(massKg),
                "< " + Comparison.number(limitKg),
                "kg"));
  }

  private static Answer classLabel(Facts facts, Arguments arguments) {
    String label = facts.aircraft().classLabel();
    List<String> labels = arguments.texts("labels");
    return label == null
        ? Answer.missing("class-label")
        : Answer.of(
            labels.contains(label),
            Reason.CLASS_ADMITTED,
            Reason.CLASS_NOT_ADMITTED,
            Comparison.of("class-label", label, labels));
  }

  private static Answer cameras(Facts facts, Arguments arguments) {
    Integer cameras = facts.aircraft().cameras();
    double limit = arguments.number("limit");
    return cameras == null
        ? Answer.missing("cameras")
        : Answer.of(
            cameras <= limit,
            Reason.CAMERAS_WITHIN_LIMIT,
            Reason.TOO_MANY_CAMERAS,
            Comparison.atMost("cameras", cameras, limit, ""));
  }
}
