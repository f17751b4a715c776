package org.vigie.groundstation.compliance.predicate;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.compliance.evidence.EvidenceKind;
import org.vigie.groundstation.compliance.evidence.Permit;

/**
 * Which paper is asked for.
 *
 * @param states what the paper must speak of; what it states beyond that binds too
 * @param permits what it must open
 * @param noticeDays days that must lie between filing and flight
 * @param monthsMax longest validity that such a paper may have, months
 * @param number number that it must carry, absent for any
 */
record PaperDemand(
    EvidenceKind kind,
    HolderRole heldBy,
    Set<Aspect> states,
    List<Permit> permits,
    OptionalInt noticeDays,
    OptionalInt monthsMax,
    @Nullable String number) {
  PaperDemand {
    states = Set.copyOf(states);
    permits = List.copyOf(permits);
  }

  static PaperDemand held(EvidenceKind kind) {
    return new PaperDemand(
        kind,
        HolderRole.OPERATOR,
        EnumSet.noneOf(Aspect.class),
        List.of(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        null);
  }

  PaperDemand by(HolderRole role) {
    return new PaperDemand(kind, role, states, permits, noticeDays, monthsMax, number);
  }

  PaperDemand stating(Aspect aspect) {
    return new PaperDemand(kind, heldBy, Set.of(aspect), permits, noticeDays, monthsMax, number);
  }

  PaperDemand numbered(String wanted) {
    return new PaperDemand(kind, heldBy, states, permits, noticeDays, monthsMax, wanted);
  }
}
