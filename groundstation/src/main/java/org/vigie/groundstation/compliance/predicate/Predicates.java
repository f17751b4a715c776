package org.vigie.groundstation.compliance.predicate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All questions that rules can ask, by name. */
public final class Predicates {
  private static final Map<String, Predicate> BY_NAME = byName();

  private Predicates() {}

  /** The question of that name, if there is one. */
  public static Optional<Predicate> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** All questions, by name. */
  public static List<Predicate> all() {
    return List.copyOf(BY_NAME.values());
  }

  private static Map<String, Predicate> byName() {
    Map<String, Predicate> byName = new TreeMap<>();
    Stream.of(
            FlightPredicates.ALL,
            PlacePredicates.ALL,
            AircraftPredicates.ALL,
            OperatorPredicates.ALL,
            PaperPredicates.ALL)
        .flatMap(List::stream)
        .forEach(
            predicate -> {
              if (byName.put(predicate.name(), predicate) != null) {
                throw new IllegalStateException("two questions named " + predicate.name());
              }
            });
    return byName;
  }
}
