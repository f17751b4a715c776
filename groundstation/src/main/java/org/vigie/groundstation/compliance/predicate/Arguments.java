package org.vigie.groundstation.compliance.predicate;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Values that a rule gives to a question's parameters; checked when the rule was read. */
public record Arguments(Map<String, Double> numbers, Map<String, List<String>> texts) {
  public Arguments {
    numbers = Map.copyOf(numbers);
    texts = Map.copyOf(texts);
  }

  double number(String name) {
    return findNumber(name).orElseThrow();
  }

  OptionalDouble findNumber(String name) {
    Double value = numbers.get(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  String text(String name) {
    return texts(name).get(0);
  }

  /** The texts given, none when the parameter is absent. */
  List<String> texts(String name) {
    return texts.getOrDefault(name, List.of());
  }

  /** In the order of the names, for people. */
  @Override
  public String toString() {
    Map<String, Object> all = new TreeMap<>(texts);
    numbers.forEach((name, value) -> all.put(name, Comparison.number(value)));
    return all.toString();
  }
}
