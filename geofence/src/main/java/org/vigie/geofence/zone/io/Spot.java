package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A value of a zone file, its place, and where to tell what deviates in it.
 *
 * @param node a missing node where there is no value
 * @param pointer JSON pointer from the file's root
 */
record Spot(Report report, JsonNode node, String pointer) {
  /** Where to tell what deviates. */
  interface Report {
    void note(String code, String pointer, String message);
  }

  static String pointer(String parent, String name) {
    return parent + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  Spot child(String name) {
    return new Spot(report, node.path(name), pointer(pointer, name));
  }

  Spot child(int index) {
    return new Spot(report, node.path(index), pointer + "/" + index);
  }

  /** The first of some members that is given; the first of all when none is. */
  Spot first(String... names) {
    for (String name : names) {
      if (!child(name).isAbsent()) {
        return child(name);
      }
    }
    return child(names[0]);
  }

  /** Whether there is no value, null, or a text of blanks, as some publishers write null. */
  boolean isAbsent() {
    return node.isMissingNode()
        || node.isNull()
        || (node.isTextual() && node.textValue().isBlank());
  }

  boolean has(String name) {
    return !child(name).isAbsent();
  }

  void note(String code, String message) {
    report.note(code, pointer, message);
  }

  NotUnderstood error(String code, String message) {
    return new NotUnderstood(code, pointer, message);
  }

  /** This value without anybody being told of what deviates. */
  Spot quietly() {
    return new Spot((code, at, message) -> {}, node, pointer);
  }

  /** A text without the blanks around it; empty when absent. Numbers count as texts. */
  Optional<String> text() throws NotUnderstood {
    if (isAbsent()) {
      if (node.isTextual()) {
        note("empty-text", "an empty text is read as null");
      }
      return Optional.empty();
    }
    if (node.isContainerNode()) {
      throw error("not-a-text", "must be a text");
    }
    if (!node.isTextual()) {
      note("text-expected", node + " is read as a text");
    }
    String text = node.asText();
    if (!text.equals(text.strip())) {
      note("padded-text", "blanks around the text are left out");
    }
    return Optional.of(text.strip());
  }

  /** A text that no containment depends on: what is no text is told and left out. */
  String plainText() {
    if (isAbsent() || node.isContainerNode()) {
      if (node.isTextual()) {
        note("empty-text", "an empty text is read as null");
      } else if (node.isContainerNode()) {
        note("left-out", "is no text: left out");
      }
      return "";
    }
    if (!node.isTextual()) {
      note("text-expected", node + " is read as a text");
    }
    return node.asText();
  }

  String required() throws NotUnderstood {
    Optional<String> text = text();
    if (text.isEmpty()) {
      throw error("missing", "is missing");
    }
    return text.get();
  }

  /** A list of texts that no containment depends on; a single text is a deviation. */
  List<String> plainTexts() {
    if (node.isArray()) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < node.size(); i++) {
        String text = child(i).plainText();
        if (!text.isEmpty()) {
          texts.add(text);
        }
      }
      return texts;
    }
    String text = plainText();
    if (text.isEmpty()) {
      return List.of();
    }
    note("text-for-list", "a text is read as a list of one");
    return List.of(text);
  }

  /** A number; one written as text is a deviation, null is empty. */
  OptionalDouble number() throws NotUnderstood {
    if (node.isNumber()) {
      double value = node.doubleValue();
      if (Double.isFinite(value)) {
        return OptionalDouble.of(value);
      }
      throw error("bad-number", "is not a finite number");
    }
    Optional<String> text = text();
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(text.get());
      if (node.isTextual() && Double.isFinite(value)) {
        note("number-as-text", "a text is read as the number " + value);
        return OptionalDouble.of(value);
      }
    } catch (NumberFormatException e) {
      throw error("bad-number", "is not a number: " + text.get());
    }
    throw error("bad-number", "is not a finite number: " + text.get());
  }

  /** The members of a list that may be absent; a single object is a deviation. */
  List<Spot> items() throws NotUnderstood {
    if (node.isArray()) {
      List<Spot> items = new ArrayList<>();
      for (int i = 0; i < node.size(); i++) {
        items.add(child(i));
      }
      return items;
    }
    if (node.isObject()) {
      note("object-for-list", "an object is read as a list of one");
      return List.of(this);
    }
    if (isAbsent()) {
      return List.of();
    }
    throw error("not-a-list", "must be a list");
  }
}
