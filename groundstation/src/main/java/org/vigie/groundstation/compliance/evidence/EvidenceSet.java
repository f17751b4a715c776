package org.vigie.groundstation.compliance.evidence;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.planner.canonical.ContentHash;

/** All papers at hand, in the order of their ids, and the files that they came from. Immutable. */
public final class EvidenceSet {
  private final List<EvidenceDocument> documents;
  private final SortedMap<String, ContentHash> files;

  /**
   * A set of papers.
   *
   * @param files SHA-256 of each file's bytes, by name
   * @throws IllegalArgumentException if two papers have one id
   */
  public EvidenceSet(List<EvidenceDocument> documents, Map<String, ContentHash> files) {
    this.documents = documents.stream().sorted(Comparator.comparing(EvidenceDocument::id)).toList();
    this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    if (documents.stream().map(EvidenceDocument::id).distinct().count() != documents.size()) {
      throw new IllegalArgumentException("two papers have one id");
    }
  }

  /** No papers. */
  public static EvidenceSet empty() {
    return new EvidenceSet(List.of(), Map.of());
  }

  public List<EvidenceDocument> documents() {
    return documents;
  }

  /** Hash of each file's bytes, by name. */
  public SortedMap<String, ContentHash> files() {
    return files;
  }

  public List<EvidenceDocument> ofKind(EvidenceKind kind) {
    return documents.stream().filter(document -> document.kind() == kind).toList();
  }

  /**
   * Keys (country/identifier) of the zones whose authority has agreed to a service's flights
   * throughout an interval. What else a paper limits, the rules judge once there is a plan.
   */
  public Set<String> zonesAuthorised(String serviceId, Instant from, Instant until) {
    return ofKind(EvidenceKind.ZONE_AUTHORISATION).stream()
        .filter(paper -> paper.holder().equals(serviceId))
        .filter(paper -> !paper.validity().start().isAfter(from))
        .filter(paper -> !paper.validity().end().isBefore(until))
        .flatMap(paper -> Stream.ofNullable(paper.number()))
        .collect(Collectors.toUnmodifiableSet());
  }

  public Optional<EvidenceDocument> find(String id) {
    return documents.stream().filter(document -> document.id().equals(id)).findFirst();
  }

  /** This set without the papers that do not fit; the files stay those that were read. */
  public EvidenceSet only(Predicate<EvidenceDocument> fits) {
    return new EvidenceSet(documents.stream().filter(fits).toList(), files);
  }
}
