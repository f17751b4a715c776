package org.vigie.groundstation.compliance.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.document.Problem;
import org.vigie.groundstation.compliance.predicate.Arguments;
import org.vigie.groundstation.compliance.predicate.Predicate;
import org.vigie.groundstation.compliance.predicate.Predicates;

/** Reads conditions out of a rule pack and collects what is wrong with them. */
final class ConditionReader {
  /** Nobody can read a condition that is nested deeper. */
  private static final int DEPTH_MAX = 8;

  private final Document source;
  private final List<Problem> problems;

  ConditionReader(Document source, List<Problem> problems) {
    this.source = source;
    this.problems = problems;
  }

  /** The condition at a place of the document; nothing when something is wrong with it. */
  Optional<Condition> read(JsonNode node, String pointer) {
    return read(node, pointer, 0);
  }

  private Optional<Condition> read(JsonNode node, String pointer, int depth) {
    if (depth > DEPTH_MAX) {
      return wrong(pointer, "nested deeper than " + DEPTH_MAX);
    }
    if (!node.isObject() || node.size() != 1) {
      return wrong(pointer, "a condition is one of: all, any, not, or the name of a question");
    }
    Map.Entry<String, JsonNode> entry = node.properties().iterator().next();
    String at = pointer + "/" + entry.getKey();
    JsonNode value = entry.getValue();
    return switch (entry.getKey()) {
      case "all" -> parts(value, at, depth).map(Condition.All::new);
      case "any" -> parts(value, at, depth).map(Condition.Any::new);
      case "not" -> read(value, at, depth + 1).map(Condition.Not::new);
      default -> question(entry.getKey(), value, at);
    };
  }

  private Optional<List<Condition>> parts(JsonNode list, String pointer, int depth) {
    if (!list.isArray() || list.isEmpty()) {
      return wrong(pointer, "a list of conditions that is not empty");
    }
    List<Condition> parts = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      read(list.get(i), pointer + "/" + i, depth + 1).ifPresent(parts::add);
    }
    return parts.size() == list.size() ? Optional.of(parts) : Optional.empty();
  }

  private Optional<Condition> question(String name, JsonNode values, String pointer) {
    Optional<Predicate> predicate = Predicates.find(name);
    if (predicate.isEmpty()) {
      return wrong(
          pointer,
          "there is no question \""
              + name
              + "\"; one of "
              + Predicates.all().stream().map(Predicate::name).toList());
    }
    Optional<Arguments> arguments =
        predicate
            .get()
            .bind(
                values, (field, message) -> problems.add(source.problem(pointer + field, message)));
    return arguments.map(bound -> new Condition.Question(predicate.get(), bound));
  }

  private <T> Optional<T> wrong(String pointer, String message) {
    problems.add(source.problem(pointer, message));
    return Optional.empty();
  }
}
