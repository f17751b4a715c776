package org.vigie.groundstation.compliance.predicate;

import java.util.List;
import java.util.Optional;
import org.vigie.groundstation.compliance.request.Activity;
import org.vigie.groundstation.compliance.request.Codes;
import org.vigie.groundstation.compliance.request.OperatorNumber;
import org.vigie.groundstation.compliance.request.Purpose;

/** Questions about who flies, and what for. */
final class OperatorPredicates {
  static final List<Predicate> ALL =
      List.of(
          Predicate.of(
              "operator-number-in-order",
              "The operator number has its form, and its checksum is right when the secret part is"
                  + " at hand; without it only the form is checked, and the finding says so.",
              (facts, arguments) -> operatorNumber(facts)),
          new Predicate(
              "purpose-in",
              "The flight's purpose is one of these.",
              List.of(Parameter.texts("purposes", Codes.texts(Purpose.class), "Purposes.")),
              OperatorPredicates::purpose),
          new Predicate(
              "activity-planned",
              "The flight does this.",
              List.of(Parameter.text("activity", Codes.texts(Activity.class), "The activity.")),
              OperatorPredicates::activity),
          Predicate.of(
              "pilot-at-the-controls",
              "A named remote pilot is at the controls.",
              (facts, arguments) -> pilot(facts)));

  private OperatorPredicates() {}

  private static Answer operatorNumber(Facts facts) {
    String text = facts.request().operator().operatorNumber();
    if (text == null) {
      return Answer.missing("operator-number");
    }
    Optional<OperatorNumber> number = OperatorNumber.parse(text);
    if (number.isEmpty()) {
      return Answer.of(
          false,
          Reason.OPERATOR_NUMBER_RIGHT,
          Reason.OPERATOR_NUMBER_MALFORMED,
          // not shown: a mistyped number may hold the secret part
          Comparison.of("operator-number", "malformed", "PPPBBBBBBBBBBBBC"));
    }
    String shown = number.get().publicPart();
    return switch (number.get().verify()) {
      case RIGHT ->
          Answer.of(
              true,
              Reason.OPERATOR_NUMBER_RIGHT,
              Reason.OPERATOR_NUMBER_RIGHT,
              Comparison.of("operator-number", shown, "PPPBBBBBBBBBBBBC"),
              Comparison.of("checksum", "right", "right"));
      case NOT_VERIFIABLE ->
          Answer.of(
              true,
              Reason.OPERATOR_NUMBER_FORM_ONLY,
              Reason.OPERATOR_NUMBER_FORM_ONLY,
              Comparison.of("operator-number", shown, "PPPBBBBBBBBBBBBC"),
              Comparison.of("checksum", "not-verifiable", "not-wrong"));
      case WRONG ->
          Answer.of(
              false,
              Reason.OPERATOR_NUMBER_RIGHT,
              Reason.OPERATOR_NUMBER_CHECKSUM_WRONG,
              Comparison.of("operator-number", shown, "PPPBBBBBBBBBBBBC"),
              Comparison.of("checksum", "wrong", "right"));
    };
  }

  private static Answer purpose(Facts facts, Arguments arguments) {
    String purpose = facts.request().purpose().text();
    List<String> purposes = arguments.texts("purposes");
    return Answer.of(
        purposes.contains(purpose),
        Reason.PURPOSE_ADMITTED,
        Reason.PURPOSE_NOT_ADMITTED,
        Comparison.of("purpose", purpose, purposes));
  }

  private static Answer activity(Facts facts, Arguments arguments) {
    Activity activity = Activity.of(arguments.text("activity"));
    boolean planned = facts.request().activities().contains(activity);
    return Answer.of(
        planned,
        Reason.ACTIVITY_PLANNED,
        Reason.ACTIVITY_NOT_PLANNED,
        Comparison.of("activities", facts.request().activities(), activity));
  }

  private static Answer pilot(Facts facts) {
    String pilot = facts.request().pilotId();
    Boolean present = facts.request().pilotPresent();
    if (pilot == null) {
      return Answer.of(
          false,
          Reason.PILOT_AT_CONTROLS,
          Reason.NO_PILOT,
          Comparison.of("remote-pilot", "nobody", "named"));
    }
    return present == null
        ? Answer.missing("pilot-present")
        : Answer.of(
            present,
            Reason.PILOT_AT_CONTROLS,
            Reason.NO_PILOT,
            Comparison.of("remote-pilot", pilot, "named"),
            Comparison.of("pilot-present", present, true));
  }
}
