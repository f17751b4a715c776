package org.vigie.groundstation.compliance.predicate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;

/**
 * A question that a rule can ask.
 *
 * @param name as rule files write it
 * @param meaning what TRUE means, in a sentence
 */
public record Predicate(String name, String meaning, List<Parameter> parameters, Test test) {
  /** The question's code: pure, quick and total. */
  @FunctionalInterface
  public interface Test {
    Answer answer(Facts facts, Arguments arguments);
  }

  public Predicate {
    parameters = List.copyOf(parameters);
  }

  static Predicate of(String name, String meaning, Test test) {
    return new Predicate(name, meaning, List.of(), test);
  }

  /**
   * Takes a rule's values for the parameters.
   *
   * @param report is told what is wrong: the field relative to the values, and a sentence
   * @return nothing when something is wrong
   */
  public Optional<Arguments> bind(JsonNode values, BiConsumer<String, String> report) {
    if (!values.isObject()) {
      report.accept("", "the parameters of " + name + " must be fields, {} for none");
      return Optional.empty();
    }
    Map<String, String> faults = new TreeMap<>();
    values
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (parameters.stream().noneMatch(p -> p.name().equals(field))) {
                faults.put(
                    "/" + field,
                    name
                        + " has no parameter \""
                        + field
                        + "\"; it has "
                        + parameters.stream().map(Parameter::name).toList());
              }
            });
    Map<String, Double> numbers = new HashMap<>();
    Map<String, List<String>> texts = new HashMap<>();
    for (Parameter parameter : parameters) {
      JsonNode value = values.path(parameter.name());
      if (value.isMissingNode()) {
        if (parameter.required()) {
          faults.put("", name + " needs the parameter \"" + parameter.name() + "\"");
        }
        continue;
      }
      parameter.faults(value).forEach(fault -> faults.put("/" + parameter.name(), fault));
      if (parameter.form() == Parameter.Form.NUMBER) {
        numbers.put(parameter.name(), value.doubleValue());
      } else {
        texts.put(parameter.name(), strings(value));
      }
    }
    faults.forEach(report);
    return faults.isEmpty() ? Optional.of(new Arguments(numbers, texts)) : Optional.empty();
  }

  private static List<String> strings(JsonNode value) {
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).toList()
        : List.of(value.asText());
  }
}
