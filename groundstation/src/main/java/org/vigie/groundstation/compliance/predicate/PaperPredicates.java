package org.vigie.groundstation.compliance.predicate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.vigie.groundstation.compliance.evidence.EvidenceKind;
import org.vigie.groundstation.compliance.evidence.Permit;
import org.vigie.groundstation.compliance.request.Codes;

/** The question about papers. */
final class PaperPredicates {
  static final List<Predicate> ALL =
      List.of(
          new Predicate(
              "paper-held",
              "A paper of this kind is held that covers the flight: right holder, valid from its"
                  + " beginning to its end, and every limit that it states kept.",
              List.of(
                  Parameter.text("kind", Codes.texts(EvidenceKind.class), "Kind of the paper."),
                  Parameter.text(
                          "heldBy",
                          Codes.texts(HolderRole.class),
                          "Whose it must be; the operator's when absent.")
                      .optional(),
                  Parameter.texts(
                          "states",
                          Codes.texts(Aspect.class),
                          "What the paper must speak of: silence on it is UNKNOWN.")
                      .optional(),
                  Parameter.texts("permits", Codes.texts(Permit.class), "What it must open.")
                      .optional(),
                  Parameter.number("noticeDays", "Days between its filing and the flight.")
                      .optional(),
                  Parameter.number("validityMonths", "Longest validity it may have, months.")
                      .optional()),
              (facts, arguments) -> PaperSearch.search(demand(arguments), facts)));

  private PaperPredicates() {}

  private static PaperDemand demand(Arguments arguments) {
    List<String> heldBy = arguments.texts("heldBy");
    return new PaperDemand(
        EvidenceKind.of(arguments.text("kind")),
        heldBy.isEmpty() ? HolderRole.OPERATOR : Codes.parse(HolderRole.class, heldBy.get(0)),
        arguments.texts("states").stream()
            .map(text -> Codes.parse(Aspect.class, text))
            .collect(Collectors.toUnmodifiableSet()),
        arguments.texts("permits").stream().map(Permit::of).toList(),
        whole(arguments.findNumber("noticeDays")),
        whole(arguments.findNumber("validityMonths")),
        null);
  }

  private static OptionalInt whole(OptionalDouble number) {
    return number.isPresent()
        ? OptionalInt.of((int) Math.ceil(number.getAsDouble()))
        : OptionalInt.empty();
  }
}
