package org.vigie.groundstation.compliance.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.compliance.evidence.Bilingual;
import org.vigie.groundstation.compliance.evidence.EvidenceDocument.Demand;
import org.vigie.groundstation.compliance.evidence.EvidenceKind;
import org.vigie.groundstation.compliance.evidence.Validity;

/**
 * One rule of law. Immutable.
 *
 * @param id unique in all packs
 * @param enabled false for law that is not in force yet: never applied, always shown
 * @param legalRef the article
 * @param validFrom first day on which it is law, absent when older than its pack
 * @param validUntil last day on which it is law, absent when no end is known
 * @param evidence kinds of paper that its condition asks for
 * @param condition what must hold
 * @param otherwise what it means when it does not hold
 * @param conditions what comes with its holding
 * @param explanation why, in a sentence for people
 * @param replaces ids of rules of the same pack that give way when this one applies
 */
public record Rule(
    String id,
    boolean enabled,
    Domain domain,
    Bilingual title,
    String legalRef,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil,
    Applicability appliesTo,
    List<EvidenceKind> evidence,
    Condition condition,
    FailureOutcome otherwise,
    List<Demand> conditions,
    Certainty certainty,
    Bilingual explanation,
    List<String> replaces) {
  public Rule {
    evidence = List.copyOf(evidence);
    conditions = List.copyOf(conditions);
    replaces = List.copyOf(replaces);
  }

  /** The first instant at which it is law, {@link Instant#MIN} when unknown. */
  public Instant start() {
    return validFrom == null ? Instant.MIN : Validity.startOf(validFrom);
  }

  /** The first instant at which it is no longer law, {@link Instant#MAX} when unknown. */
  public Instant end() {
    return validUntil == null ? Instant.MAX : Validity.startOf(validUntil.plusDays(1));
  }
}
