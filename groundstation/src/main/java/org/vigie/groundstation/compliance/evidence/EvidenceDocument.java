package org.vigie.groundstation.compliance.evidence;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.planner.canonical.ContentHash;

/**
 * One paper. Immutable.
 *
 * @param id unique in the folder
 * @param issuer who issued it
 * @param holder the service, or for a certificate the pilot, or for aircraft papers the aircraft
 * @param legalBasis the article that it rests on
 * @param number its own number; of a registration the operator number without the secret part
 * @param measures numbers that it states, the unit is the last word of the name
 * @param scan SHA-256 of the scanned original, absent when none is kept
 * @param conditions what it demands of whoever relies on it
 * @param fictitious true for papers made up for a demonstration
 * @param file the file that it was read from
 */
public record EvidenceDocument(
    String id,
    EvidenceKind kind,
    Bilingual title,
    String issuer,
    String holder,
    String legalBasis,
    @Nullable String number,
    Scope scope,
    Validity validity,
    Map<String, Double> measures,
    @Nullable ContentHash scan,
    List<Demand> conditions,
    boolean fictitious,
    String file) {
  public EvidenceDocument {
    measures = Collections.unmodifiableSortedMap(new TreeMap<>(measures));
    conditions = List.copyOf(conditions);
  }

  /**
   * A condition that comes with relying on a paper.
   *
   * @param code for machines, for example {@code ground-observer}
   */
  public record Demand(String code, Bilingual text) {}
}
