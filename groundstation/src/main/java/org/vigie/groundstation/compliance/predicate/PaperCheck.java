package org.vigie.groundstation.compliance.predicate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.compliance.evidence.EvidenceDocument;
import org.vigie.groundstation.compliance.evidence.Scope;
import org.vigie.groundstation.compliance.evidence.Validity;

/** One thing that a paper must satisfy; answers what it lacks, nothing when it satisfies it. */
@FunctionalInterface
interface PaperCheck {
  /**
   * First whose it is, then what it covers, last its dates: a paper that is right but for its date
   * is the one that a person wants named. The first check decides whether it is looked at at all.
   */
  List<PaperCheck> IN_ORDER =
      Stream.concat(
              Stream.<PaperCheck>of(PaperCheck::holder, PaperCheck::number),
              Stream.concat(
                  ScopeChecks.IN_ORDER.stream(),
                  Stream.<PaperCheck>of(
                      PaperCheck::hours,
                      PaperCheck::length,
                      PaperCheck::notice,
                      PaperCheck::notYetValid,
                      PaperCheck::expired,
                      PaperCheck::revoked)))
          .toList();

  Optional<Answer> shortfall(EvidenceDocument paper, PaperDemand demand, Facts facts);

  private static Optional<Answer> holder(EvidenceDocument paper, PaperDemand demand, Facts facts) {
    String wanted = whoseItMustBe(demand, facts);
    return demand.heldBy() == HolderRole.ANYONE || paper.holder().equals(wanted)
        ? Optional.empty()
        : lacks(
            paper, Reason.PAPER_MISSING, Comparison.of("holder", paper.holder(), demand.kind()));
  }

  private static @Nullable String whoseItMustBe(PaperDemand demand, Facts facts) {
    return switch (demand.heldBy()) {
      case OPERATOR -> facts.request().operator().serviceId();
      case PILOT -> facts.request().pilotId();
      case AIRCRAFT -> facts.aircraft().id();
      case ANYONE -> null;
    };
  }

  private static Optional<Answer> number(EvidenceDocument paper, PaperDemand demand, Facts facts) {
    String wanted = demand.number();
    if (wanted == null || wanted.equals(paper.number())) {
      return Optional.empty();
    }
    return lacks(
        paper,
        Reason.PAPER_OTHER_NUMBER,
        Comparison.of("number", paper.number() == null ? "none" : paper.number(), wanted));
  }

  private static Optional<Answer> hours(EvidenceDocument paper, PaperDemand demand, Facts facts) {
    Scope.DailyWindow window = paper.scope().timeWindow();
    if (window == null) {
      return Optional.empty();
    }
    LocalDate day = Validity.dayOf(facts.request().at());
    boolean inside =
        Stream.of(day.minusDays(1), day)
            .anyMatch(
                first -> {
                  ZonedDateTime from = first.atTime(window.from()).atZone(Validity.LEGAL_ZONE);
                  boolean overMidnight = !window.until().isAfter(window.from());
                  ZonedDateTime until =
                      first
                          .plusDays(overMidnight ? 1 : 0)
                          .atTime(window.until())
                          .atZone(Validity.LEGAL_ZONE);
                  return !facts.request().at().isBefore(from.toInstant())
                      && !facts.request().until().isAfter(until.toInstant());
                });
    return inside
        ? Optional.empty()
        : lacks(
            paper,
            Reason.PAPER_OUTSIDE_HOURS,
            Comparison.of(
                "flight-begins",
                facts.request().at().atZone(Validity.LEGAL_ZONE).toLocalTime(),
                window.from() + ".." + window.until()));
  }

  private static Optional<Answer> length(EvidenceDocument paper, PaperDemand demand, Facts facts) {
    if (demand.monthsMax().isEmpty()) {
      return Optional.empty();
    }
    LocalDate last =
        paper.validity().validFrom().plusMonths(demand.monthsMax().getAsInt()).minusDays(1);
    LocalDate end = paper.validity().validUntil();
    return end != null && !end.isAfter(last)
        ? Optional.empty()
        : lacks(
            paper,
            Reason.PAPER_TOO_LONG,
            Comparison.of("valid-until", end == null ? "open" : end, "<= " + last));
  }

  private static Optional<Answer> notice(EvidenceDocument paper, PaperDemand demand, Facts facts) {
    if (demand.noticeDays().isEmpty()) {
      return Optional.empty();
    }
    LocalDate filed = paper.validity().filedOn();
    if (filed == null) {
      return Optional.of(ScopeChecks.silent(paper, "filed-on"));
    }
    long days = ChronoUnit.DAYS.between(filed, Validity.dayOf(facts.request().at()));
    int needed = demand.noticeDays().getAsInt();
    return days >= needed
        ? Optional.empty()
        : lacks(
            paper,
            Reason.PAPER_NOTICE_TOO_SHORT,
            Comparison.atLeast("notice", (double) days, needed, "d"));
  }

  private static Optional<Answer> notYetValid(
      EvidenceDocument paper, PaperDemand demand, Facts facts) {
    return facts.request().at().isBefore(paper.validity().start())
        ? lacks(
            paper,
            Reason.PAPER_NOT_YET_VALID,
            Comparison.of(
                "valid-from",
                paper.validity().validFrom(),
                "<= " + Validity.dayOf(facts.request().at())))
        : Optional.empty();
  }

  private static Optional<Answer> expired(EvidenceDocument paper, PaperDemand demand, Facts facts) {
    LocalDate last = paper.validity().validUntil();
    Instant until = facts.request().until();
    return last != null && until.isAfter(Validity.startOf(last.plusDays(1)))
        ? lacks(paper, Reason.PAPER_EXPIRED, validUntil(paper, until))
        : Optional.empty();
  }

  private static Optional<Answer> revoked(EvidenceDocument paper, PaperDemand demand, Facts facts) {
    LocalDate first = paper.validity().revokedOn();
    Instant until = facts.request().until();
    return first != null && until.isAfter(Validity.startOf(first))
        ? lacks(
            paper,
            Reason.PAPER_REVOKED,
            Comparison.of("revoked-on", first, "> " + Validity.dayOf(until)))
        : Optional.empty();
  }

  /** A paper's last day against the day on which the flight ends. */
  static Comparison validUntil(EvidenceDocument paper, Instant until) {
    LocalDate last = paper.validity().validUntil();
    // the flight's end itself is not flown: at midnight the day before counts
    LocalDate day = Validity.dayOf(until.minusNanos(1));
    return new Comparison("valid-until", last == null ? "open" : last.toString(), ">= " + day, "");
  }

  private static Optional<Answer> lacks(
      EvidenceDocument paper, Reason reason, Comparison compared) {
    return Optional.of(Answer.paper(Truth.FALSE, reason, paper.id(), compared));
  }
}
