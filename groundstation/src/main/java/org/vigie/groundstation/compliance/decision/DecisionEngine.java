package org.vigie.groundstation.compliance.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.groundstation.compliance.evidence.EvidenceDocument;
import org.vigie.groundstation.compliance.evidence.EvidenceSet;
import org.vigie.groundstation.compliance.evidence.Validity;
import org.vigie.groundstation.compliance.predicate.Comparison;
import org.vigie.groundstation.compliance.predicate.Facts;
import org.vigie.groundstation.compliance.predicate.Reason;
import org.vigie.groundstation.compliance.request.Activity;
import org.vigie.groundstation.compliance.request.DecisionRequest;
import org.vigie.groundstation.compliance.rule.Certainty;
import org.vigie.groundstation.compliance.rule.Domain;
import org.vigie.groundstation.compliance.rule.Rule;
import org.vigie.groundstation.compliance.rule.RulePack;

/**
 * Decides. Pure: the same request, packs and papers give the same decision to the byte, in whatever
 * order the packs come. A flight is allowed when every rule that applies to it holds and every
 * question that it raises has at least one rule that applies: silence allows nothing.
 */
public final class DecisionEngine {
  /** Weather, people and orders change: older decisions are asked again. Our own limit. */
  public static final Duration MAX_AGE = Duration.ofMinutes(30);

  /** Pack and rule of the findings that are about the packs themselves. */
  static final String SELF = "vigie";

  static final String NO_RULE = "vigie-no-rule";
  static final String PACK_NOT_IN_FORCE = "vigie-pack-not-in-force";

  private DecisionEngine() {}

  /**
   * Decides about one flight at the moment that the request names.
   *
   * @throws IllegalArgumentException if two packs or two rules have one id
   */
  public static Decision decide(
      DecisionRequest request, List<RulePack> packs, EvidenceSet evidence) {
    List<RulePack> ordered = ordered(packs);
    RuleJudge judge = new RuleJudge(new Facts(request, evidence), ordered);
    List<Finding> findings = new ArrayList<>();
    for (RulePack pack : ordered) {
      outOfForce(pack, request).forEach(findings::add);
      pack.rules().forEach(rule -> findings.add(judge.judge(pack, rule)));
    }
    for (Domain domain : asked(request)) {
      if (findings.stream().noneMatch(f -> f.domain() == domain && applies(f))) {
        findings.add(self(NO_RULE, domain, Reason.NO_RULE, SELF, "1", List.of()));
      }
    }
    findings.sort(Comparator.comparing(Finding::outcome)); // stable: packs keep their order
    List<FlightCondition> conditions = conditions(findings, ordered, evidence);
    Verdict verdict = verdict(findings, conditions);
    return new Decision(
        request.planHash(),
        request.proofHash(),
        request.hash(),
        request.flightId(),
        verdict,
        results(request, findings, ordered, evidence),
        findings,
        verdict == Verdict.GO_WITH_CONDITIONS ? conditions : List.of(),
        request.at(),
        validUntil(request, findings, ordered, evidence),
        inputs(ordered, evidence));
  }

  private static List<RulePack> ordered(List<RulePack> packs) {
    Set<String> ids = new HashSet<>();
    for (RulePack pack : packs) {
      Stream.concat(Stream.of("pack " + pack.id()), pack.rules().stream().map(Rule::id))
          .forEach(
              id -> {
                if (!ids.add(id)) {
                  throw new IllegalArgumentException("given twice: " + id);
                }
              });
    }
    return packs.stream().sorted(Comparator.comparing(RulePack::id)).toList();
  }

  private static Stream<Finding> outOfForce(RulePack pack, DecisionRequest request) {
    boolean inForce = !request.at().isBefore(pack.start()) && !request.until().isAfter(pack.end());
    Comparison compared =
        Comparison.of(
            "pack-valid",
            pack.validFrom() + ".." + pack.validUntil(),
            Validity.dayOf(request.at()).toString());
    return inForce
        ? Stream.empty()
        : pack.rules().stream()
            .map(Rule::domain)
            .distinct()
            .sorted()
            .map(
                domain ->
                    self(
                        PACK_NOT_IN_FORCE,
                        domain,
                        Reason.PACK_NOT_IN_FORCE,
                        pack.id(),
                        pack.version(),
                        List.of(compared)));
  }

  private static Finding self(
      String rule,
      Domain domain,
      Reason reason,
      String pack,
      String version,
      List<Comparison> compared) {
    return new Finding(
        rule,
        pack,
        version,
        domain,
        Outcome.UNKNOWN,
        reason,
        "",
        Certainty.INFERENCE,
        List.of(),
        compared);
  }

  private static List<Domain> asked(DecisionRequest request) {
    List<Domain> asked = new ArrayList<>(List.of(Domain.FLY));
    if (request.mayFilm()) {
      asked.add(Domain.FILM);
    }
    if (request.activities().contains(Activity.ACOUSTIC_TRIGGER)) {
      asked.add(Domain.ALERT);
    }
    return asked;
  }

  private static boolean applies(Finding finding) {
    return finding.outcome() != Outcome.NOT_APPLICABLE;
  }

  private static Verdict verdict(List<Finding> findings, List<FlightCondition> conditions) {
    if (findings.stream().anyMatch(finding -> finding.outcome().fails())) {
      return Verdict.NO_GO;
    }
    return conditions.isEmpty() ? Verdict.GO : Verdict.GO_WITH_CONDITIONS;
  }

  private static List<DomainResult> results(
      DecisionRequest request, List<Finding> findings, List<RulePack> packs, EvidenceSet evidence) {
    List<DomainResult> results = new ArrayList<>();
    for (Domain domain : Domain.values()) {
      List<Finding> mine =
          findings.stream().filter(f -> f.domain() == domain && applies(f)).toList();
      if (mine.isEmpty() && !asked(request).contains(domain)) {
        results.add(new DomainResult(domain, DomainResult.Permission.NOT_ASKED, ""));
        continue;
      }
      results.add(
          switch (verdict(mine, conditions(mine, packs, evidence))) {
            case GO -> new DomainResult(domain, DomainResult.Permission.ALLOWED, "");
            case GO_WITH_CONDITIONS ->
                new DomainResult(domain, DomainResult.Permission.ALLOWED_WITH_CONDITIONS, "");
            case NO_GO ->
                new DomainResult(domain, DomainResult.Permission.REFUSED, mine.get(0).rule());
          });
    }
    return results;
  }

  /** What the rules that hold and the papers that they rest on demand. */
  private static List<FlightCondition> conditions(
      List<Finding> findings, List<RulePack> packs, EvidenceSet evidence) {
    Set<FlightCondition> conditions = new LinkedHashSet<>();
    for (Finding finding : findings) {
      if (finding.outcome() != Outcome.PASSED) {
        continue;
      }
      packs.stream()
          .flatMap(pack -> pack.find(finding.rule()).stream())
          .flatMap(rule -> rule.conditions().stream())
          .map(EvidenceDocument.Demand::code)
          .map(code -> new FlightCondition(code, "rule/" + finding.rule() + "/" + code))
          .forEach(conditions::add);
      for (String id : finding.evidence()) {
        evidence.find(id).stream()
            .flatMap(paper -> paper.conditions().stream())
            .map(EvidenceDocument.Demand::code)
            .map(code -> new FlightCondition(code, "paper/" + id + "/" + code))
            .forEach(conditions::add);
      }
    }
    return List.copyOf(conditions);
  }

  /** The first moment at which anything that it rests on changes. */
  private static Instant validUntil(
      DecisionRequest request, List<Finding> findings, List<RulePack> packs, EvidenceSet evidence) {
    Stream<Instant> papers =
        findings.stream()
            .filter(finding -> finding.outcome() == Outcome.PASSED)
            .flatMap(finding -> finding.evidence().stream())
            .flatMap(id -> evidence.find(id).stream())
            .map(paper -> paper.validity().end());
    Stream<Instant> law =
        packs.stream()
            .flatMap(
                pack ->
                    Stream.concat(
                        Stream.of(pack.end()),
                        pack.rules().stream()
                            .filter(Rule::enabled)
                            .flatMap(rule -> Stream.of(rule.start(), rule.end()))));
    return Stream.of(Stream.of(request.until(), request.at().plus(MAX_AGE)), papers, law)
        .flatMap(instants -> instants)
        .filter(instant -> instant.isAfter(request.at()))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static List<Input> inputs(List<RulePack> packs, EvidenceSet evidence) {
    return Stream.concat(
            packs.stream()
                .map(pack -> new Input("rule-pack", pack.id(), pack.version(), pack.hash())),
            evidence.files().entrySet().stream()
                .map(file -> new Input("evidence", file.getKey(), "", file.getValue())))
        .toList();
  }
}
