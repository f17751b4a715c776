package org.vigie.simulator.fault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The values of a fault's parameters, complete and within their limits. Immutable. */
final class FaultValues {
  private final Map<String, Object> values;

  private FaultValues(Map<String, Object> values) {
    this.values = values;
  }

  /** Checks named values, as YAML has them: numbers and words. */
  static FaultValues named(FaultKind kind, Map<String, Object> given) throws FaultValueException {
    Map<String, Object> values = new HashMap<>();
    for (FaultParameter parameter : kind.parameters()) {
      Object value = given.get(parameter.name());
      if (value != null) {
        values.put(parameter.name(), parameter.checked(value));
      } else if (!parameter.needed()) {
        parameter.ifLeftOut().ifPresent(instead -> values.put(parameter.name(), instead));
      } else {
        throw new FaultValueException("", kind.text() + " needs " + parameter.name());
      }
    }
    for (String name : given.keySet()) {
      if (!values.containsKey(name)) {
        throw new FaultValueException(
            name, kind.text() + " knows no " + name + "; it knows " + kind.usage());
      }
    }
    return new FaultValues(values);
  }

  /** Checks values in the order of the parameters, as a typed line has them. */
  static FaultValues inOrder(FaultKind kind, List<String> words) throws FaultValueException {
    if (words.size() > kind.parameters().size()) {
      throw new FaultValueException("", "too many words; use: " + kind.usage());
    }
    Map<String, Object> given = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      FaultParameter parameter = kind.parameters().get(i);
      given.put(parameter.name(), parameter.read(words.get(i)));
    }
    if (words.isEmpty() && kind.parameters().stream().anyMatch(FaultParameter::needed)) {
      throw new FaultValueException("", "use: " + kind.usage());
    }
    return named(kind, given);
  }

  double number(String name) {
    return findNumber(name).orElseThrow();
  }

  /** A number that may have been left out. */
  OptionalDouble findNumber(String name) {
    Object value = values.get(name);
    return value instanceof Double figure ? OptionalDouble.of(figure) : OptionalDouble.empty();
  }

  int whole(String name) {
    return (int) number(name);
  }

  String word(String name) {
    return (String) values.getOrDefault(name, "");
  }
}
