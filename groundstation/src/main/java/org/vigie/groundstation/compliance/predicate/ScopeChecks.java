package org.vigie.groundstation.compliance.predicate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.groundstation.compliance.evidence.Areas;
import org.vigie.groundstation.compliance.evidence.EvidenceDocument;
import org.vigie.groundstation.compliance.request.OperatorNumber;

/**
 * Whether a paper's scope takes in the flight. A limit that the paper states always binds; what the
 * rule demands it to state and it does not is unknown.
 */
final class ScopeChecks {
  static final List<PaperCheck> IN_ORDER =
      List.of(
          ScopeChecks::purpose,
          ScopeChecks::permits,
          ScopeChecks::aircraft,
          ScopeChecks::pilot,
          ScopeChecks::operatorNumber,
          ScopeChecks::area,
          ScopeChecks::height,
          ScopeChecks::cameras);

  private ScopeChecks() {}

  private static Optional<Answer> purpose(EvidenceDocument paper, PaperDemand demand, Facts facts) {
    return listed(
        paper,
        demand.states().contains(Aspect.PURPOSE),
        "purpose",
        paper.scope().purposes(),
        facts.request().purpose(),
        Reason.PAPER_OTHER_PURPOSE);
  }

  private static Optional<Answer> permits(EvidenceDocument paper, PaperDemand demand, Facts facts) {
    return paper.scope().permits().containsAll(demand.permits())
        ? Optional.empty()
        : lacks(
            paper,
            Reason.PAPER_DOES_NOT_PERMIT,
            Comparison.of("permits", paper.scope().permits(), demand.permits()));
  }

  private static Optional<Answer> aircraft(
      EvidenceDocument paper, PaperDemand demand, Facts facts) {
    return listed(
        paper,
        demand.states().contains(Aspect.AIRCRAFT),
        "aircraft",
        paper.scope().aircraft(),
        facts.aircraft().id(),
        Reason.PAPER_OTHER_AIRCRAFT);
  }

  private static Optional<Answer> pilot(EvidenceDocument paper, PaperDemand demand, Facts facts) {
    return listed(
        paper,
        demand.states().contains(Aspect.PILOT),
        "remote-pilot",
        paper.scope().pilots(),
        facts.request().pilotId(),
        Reason.PAPER_OTHER_PILOT);
  }

  private static Optional<Answer> operatorNumber(
      EvidenceDocument paper, PaperDemand demand, Facts facts) {
    if (!demand.states().contains(Aspect.OPERATOR_NUMBER)) {
      return Optional.empty();
    }
    String given = facts.request().operator().operatorNumber();
    String shown =
        Optional.ofNullable(given)
            .flatMap(OperatorNumber::parse)
            .map(OperatorNumber::publicPart)
            .orElse(null);
    return listed(
        paper,
        true,
        "operator-number",
        paper.number() == null ? List.of() : List.of(paper.number()),
        shown,
        Reason.PAPER_OTHER_NUMBER);
  }

  private static Optional<Answer> area(EvidenceDocument paper, PaperDemand demand, Facts facts) {
    GeoPolygon covered = paper.scope().area();
    GeoPolygon flown = facts.flight().area();
    if (covered == null) {
      return silentIf(demand.states().contains(Aspect.AREA), paper, "area");
    }
    if (flown == null) {
      return Optional.of(factMissing(paper, "area"));
    }
    return Areas.covers(covered, flown)
        ? Optional.empty()
        : lacks(paper, Reason.PAPER_OTHER_AREA, Comparison.of("area", "outside", "inside"));
  }

  private static Optional<Answer> height(EvidenceDocument paper, PaperDemand demand, Facts facts) {
    return atMost(
        paper,
        demand.states().contains(Aspect.HEIGHT),
        "height-above-ground",
        facts.flight().maxHeightAglM(),
        paper.scope().maxHeightM(),
        "m",
        Reason.PAPER_HEIGHT_EXCEEDED);
  }

  private static Optional<Answer> cameras(EvidenceDocument paper, PaperDemand demand, Facts facts) {
    Integer found = facts.aircraft().cameras();
    Integer limit = paper.scope().cameras();
    return atMost(
        paper,
        demand.states().contains(Aspect.CAMERAS),
        "cameras",
        found == null ? null : Double.valueOf(found),
        limit == null ? null : Double.valueOf(limit),
        "",
        Reason.PAPER_TOO_MANY_CAMERAS);
  }

  private static <T> Optional<Answer> listed(
      EvidenceDocument paper,
      boolean demanded,
      String name,
      List<T> covered,
      @Nullable T found,
      Reason otherwise) {
    if (covered.isEmpty()) {
      return silentIf(demanded, paper, name);
    }
    if (found == null) {
      return Optional.of(factMissing(paper, name));
    }
    return covered.contains(found)
        ? Optional.empty()
        : lacks(paper, otherwise, Comparison.of(name, found, covered));
  }

  private static Optional<Answer> atMost(
      EvidenceDocument paper,
      boolean demanded,
      String name,
      @Nullable Double found,
      @Nullable Double limit,
      String unit,
      Reason otherwise) {
    if (limit == null) {
      return silentIf(demanded, paper, name);
    }
    if (found == null) {
      return Optional.of(factMissing(paper, name));
    }
    return found <= limit
        ? Optional.empty()
        : lacks(paper, otherwise, Comparison.atMost(name, found, limit, unit));
  }

  private static Optional<Answer> silentIf(boolean demanded, EvidenceDocument paper, String name) {
    return demanded ? Optional.of(silent(paper, name)) : Optional.empty();
  }

  /** The paper does not speak of something that it must speak of. */
  static Answer silent(EvidenceDocument paper, String name) {
    return Answer.paper(
        Truth.UNKNOWN, Reason.PAPER_SILENT, paper.id(), Comparison.of(name, "silent", "stated"));
  }

  private static Answer factMissing(EvidenceDocument paper, String name) {
    return Answer.paper(Truth.UNKNOWN, Reason.FACT_MISSING, paper.id(), Comparison.missing(name));
  }

  private static Optional<Answer> lacks(
      EvidenceDocument paper, Reason reason, Comparison compared) {
    return Optional.of(Answer.paper(Truth.FALSE, reason, paper.id(), compared));
  }
}
