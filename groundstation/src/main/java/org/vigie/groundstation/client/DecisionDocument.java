package org.vigie.groundstation.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A regulatory decision: codes and numbers, the worst finding first.
 *
 * @param verdict GO, GO_WITH_CONDITIONS or NO_GO
 * @param conditions keys of what must be kept to: {@code rule/ID/CODE} or {@code paper/ID/CODE}
 */
public record DecisionDocument(
    String verdict,
    List<Permission> results,
    List<Finding> findings,
    List<String> conditions,
    @Nullable Instant decidedAt,
    @Nullable Instant validUntil) {

  /** The answer in one domain, for example {@code fly}. */
  public record Permission(String domain, String permission) {}

  /**
   * What one rule found.
   *
   * @param outcome DENIED, NEEDS_EVIDENCE, UNKNOWN, PASSED or NOT_APPLICABLE
   * @param reason code of what decided it
   * @param article of law
   * @param papers ids of the papers it rests on
   */
  public record Finding(
      String rule,
      String domain,
      String outcome,
      String reason,
      String article,
      String certainty,
      List<String> papers,
      List<Compared> compared) {
    /** Whether it stands against the flight. */
    public boolean fails() {
      return outcome.equals("DENIED")
          || outcome.equals("NEEDS_EVIDENCE")
          || outcome.equals("UNKNOWN");
    }

    /** Whether it was held against this flight at all. */
    public boolean applies() {
      return !outcome.equals("NOT_APPLICABLE");
    }
  }

  /** Two values that were held against each other. */
  public record Compared(String name, String found, String required, String unit) {}

  static DecisionDocument of(Members body) {
    return new DecisionDocument(
        body.text("verdict"),
        body.list("results", r -> new Permission(r.text("domain"), r.text("permission"))),
        body.list("findings", DecisionDocument::finding),
        body.list("conditions", condition -> condition.text("textKey", condition.text("code"))),
        body.instant("decidedAt"),
        body.instant("validUntil"));
  }

  private static Finding finding(Members finding) {
    return new Finding(
        finding.text("rule"),
        finding.text("domain"),
        finding.text("outcome"),
        finding.text("reason"),
        finding.text("legalRef"),
        finding.text("certainty"),
        finding.texts("evidence"),
        finding.list(
            "compared",
            c ->
                new Compared(c.text("name"), c.text("found"), c.text("required"), c.text("unit"))));
  }

  /** The finding that decides against the flight. */
  public Optional<Finding> deciding() {
    return findings.stream().filter(Finding::fails).findFirst();
  }
}
