package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.document.DocumentException;

/** Reads fields of one zone file and collects what deviates. Confined to one reading. */
final class Fields {
  private final Document document;
  private final List<ZoneFinding> findings = new ArrayList<>();

  Fields(Document document) {
    this.document = document;
  }

  List<ZoneFinding> findings() {
    return findings;
  }

  void finding(String code, String pointer, String message) {
    findings.add(new ZoneFinding(code, document.problem(pointer, message)));
  }

  DocumentException error(String pointer, String message) {
    return new DocumentException(document.problem(pointer, message));
  }

  static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  /** A text; absent and empty texts are empty. */
  Optional<String> text(JsonNode parent, String pointer, String name) throws DocumentException {
    JsonNode node = parent.path(name);
    if (isAbsent(node)) {
      return Optional.empty();
    }
    if (node.isContainerNode()) {
      throw error(pointer + "/" + name, "must be a text");
    }
    String text = node.asText().strip();
    if (text.isEmpty()) {
      finding("empty-text", pointer + "/" + name, "an empty text is read as null");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  String required(JsonNode parent, String pointer, String name) throws DocumentException {
    Optional<String> text = text(parent, pointer, name);
    if (text.isEmpty()) {
      throw error(pointer + "/" + name, "is missing");
    }
    return text.get();
  }

  /** A list of texts; a single text is a deviation. */
  List<String> texts(JsonNode parent, String pointer, String name) throws DocumentException {
    JsonNode node = parent.path(name);
    if (isAbsent(node)) {
      return List.of();
    }
    if (node.isTextual()) {
      Optional<String> single = text(parent, pointer, name);
      single.ifPresent(
          text ->
              finding("text-for-list", pointer + "/" + name, "a text is read as a list of one"));
      return single.map(List::of).orElse(List.of());
    }
    if (!node.isArray()) {
      throw error(pointer + "/" + name, "must be a list of texts");
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      if (node.get(i).isContainerNode()) {
        throw error(pointer + "/" + name + "/" + i, "must be a text");
      }
      texts.add(node.get(i).asText());
    }
    return texts;
  }

  /** A number; a number written as text is a deviation, null is empty. */
  OptionalDouble number(JsonNode parent, String pointer, String name) throws DocumentException {
    JsonNode node = parent.path(name);
    if (isAbsent(node)) {
      return OptionalDouble.empty();
    }
    if (node.isNumber()) {
      return OptionalDouble.of(node.asDouble());
    }
    Optional<String> text = text(parent, pointer, name);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(text.get());
      if (Double.isFinite(value)) {
        finding("number-as-text", pointer + "/" + name, "a text is read as the number " + value);
        return OptionalDouble.of(value);
      }
    } catch (NumberFormatException e) {
      throw error(pointer + "/" + name, "is not a number: " + text.get());
    }
    throw error(pointer + "/" + name, "is not a finite number: " + text.get());
  }

  /** A list of objects that may be absent. */
  JsonNode list(JsonNode parent, String pointer, String name) throws DocumentException {
    JsonNode node = parent.path(name);
    if (!isAbsent(node) && !node.isArray()) {
      throw error(pointer + "/" + name, "must be a list");
    }
    return node;
  }

  <E extends Enum<E>> E constant(Class<E> type, String value, String pointer)
      throws DocumentException {
    try {
      return Enum.valueOf(type, value);
    } catch (IllegalArgumentException e) {
      throw error(pointer, "is none of " + List.of(type.getEnumConstants()) + ": " + value);
    }
  }
}
