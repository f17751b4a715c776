package org.vigie.groundstation.compliance.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vigie.groundstation.compliance.evidence.Bilingual;
import org.vigie.groundstation.compliance.evidence.Validity;
import org.vigie.planner.canonical.ContentHash;

/**
 * Rules of one jurisdiction and subject, as one file. Immutable.
 *
 * @param jurisdiction for example {@code EU} or {@code FR}
 * @param validFrom first day for which somebody vouches for it
 * @param validUntil last such day; after it nothing is decided until it is read again
 * @param sourceDate date of the sources that it was written from
 * @param file the file that it was read from
 * @param hash SHA-256 of that file's bytes
 */
public record RulePack(
    String id,
    String version,
    String jurisdiction,
    Bilingual title,
    LocalDate validFrom,
    LocalDate validUntil,
    LocalDate sourceDate,
    List<Rule> rules,
    String file,
    ContentHash hash) {
  public RulePack {
    rules = List.copyOf(rules);
  }

  /** The first instant for which it may be used. */
  public Instant start() {
    return Validity.startOf(validFrom);
  }

  /** The first instant for which it may no longer be used. */
  public Instant end() {
    return Validity.startOf(validUntil.plusDays(1));
  }

  public Optional<Rule> find(String ruleId) {
    return rules.stream().filter(rule -> rule.id().equals(ruleId)).findFirst();
  }
}
