package org.vigie.groundstation.compliance.predicate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A parameter of a question.
 *
 * @param name with the unit as its last word when it is a number
 * @param form what a rule file must give
 * @param required whether a rule must give it
 * @param allowed the values that a text may have; empty allows any
 * @param meaning for people
 */
public record Parameter(
    String name, Form form, boolean required, List<String> allowed, String meaning) {
  /** What a rule file gives. */
  public enum Form {
    NUMBER,
    TEXT,
    TEXTS
  }

  public Parameter {
    allowed = List.copyOf(allowed);
  }

  static Parameter number(String name, String meaning) {
    return new Parameter(name, Form.NUMBER, true, List.of(), meaning);
  }

  static Parameter text(String name, List<String> allowed, String meaning) {
    return new Parameter(name, Form.TEXT, true, allowed, meaning);
  }

  static Parameter texts(String name, List<String> allowed, String meaning) {
    return new Parameter(name, Form.TEXTS, true, allowed, meaning);
  }

  Parameter optional() {
    return new Parameter(name, form, false, allowed, meaning);
  }

  /** What is wrong with a value for this parameter; nothing when it is right. */
  List<String> faults(JsonNode value) {
    return switch (form) {
      case NUMBER -> value.isNumber() ? List.of() : List.of(name + " must be a number");
      case TEXT -> textFaults(value);
      case TEXTS -> listFaults(value);
    };
  }

  private List<String> listFaults(JsonNode value) {
    if (!value.isArray() || value.isEmpty()) {
      return List.of(name + " must be a list that is not empty");
    }
    List<String> faults = new ArrayList<>();
    value.forEach(item -> faults.addAll(textFaults(item)));
    return faults;
  }

  private List<String> textFaults(JsonNode value) {
    if (!value.isTextual()) {
      return List.of(name + " must be a text");
    }
    return allowed.isEmpty() || allowed.contains(value.textValue())
        ? List.of()
        : List.of(name + ": \"" + value.textValue() + "\" is not one of " + allowed);
  }
}
