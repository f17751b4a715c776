package org.vigie.planner.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.geofence.geo.LatLon;

/** A field of a document with the place that errors about it carry. */
record JsonField(Document document, JsonNode node, String pointer) {
  static JsonField root(Document document) {
    return new JsonField(document, document.root(), "");
  }

  Problem problem(String message) {
    return document.problem(pointer, message);
  }

  DocumentException wrong(String message) {
    return new DocumentException(problem(message));
  }

  /** A member; missing and null ones are empty. */
  Optional<JsonField> find(String name) throws DocumentException {
    JsonNode child = object().path(name);
    return child.isMissingNode() || child.isNull() ? Optional.empty() : Optional.of(child(name));
  }

  /** A member that has to be there. */
  JsonField get(String name) throws DocumentException {
    JsonField child = child(name);
    if (object().path(name).isMissingNode()) {
      throw child.wrong("is missing");
    }
    return child;
  }

  private JsonField child(String name) {
    return new JsonField(document, node.path(name), pointer + "/" + name);
  }

  private JsonNode object() throws DocumentException {
    if (!node.isObject()) {
      throw wrong("must be an object");
    }
    return node;
  }

  /** The elements of a list. */
  List<JsonField> elements(int most) throws DocumentException {
    if (!node.isArray()) {
      throw wrong("must be a list");
    }
    if (node.size() > most) {
      throw wrong("holds " + node.size() + " elements, more than " + most);
    }
    List<JsonField> elements = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      elements.add(new JsonField(document, node.path(i), pointer + "/" + i));
    }
    return elements;
  }

  String text() throws DocumentException {
    if (!node.isTextual()) {
      throw wrong("must be a text");
    }
    return node.asText();
  }

  boolean flag() throws DocumentException {
    if (!node.isBoolean()) {
      throw wrong("must be true or false");
    }
    return node.asBoolean();
  }

  double number() throws DocumentException {
    if (!node.isNumber()) {
      throw wrong("must be a number");
    }
    double value = node.asDouble();
    if (!Float.isFinite((float) value)) {
      throw wrong("is too large: " + node.asText());
    }
    return value;
  }

  /** A number that may be left open by null. */
  OptionalDouble numberOrNull() throws DocumentException {
    return node.isNull() ? OptionalDouble.empty() : OptionalDouble.of(number());
  }

  int integer(int least, int most) throws DocumentException {
    double value = number();
    if (value != Math.rint(value) || value < least || value > most) {
      throw wrong("must be a whole number from " + least + " to " + most);
    }
    return (int) value;
  }

  /** A version that has to be exactly some number. */
  void version(int expected) throws DocumentException {
    JsonField version = get("version");
    if (version.number() != expected) {
      throw version.wrong(
          "is " + version.node.asText() + "; only version " + expected + " is known");
    }
  }

  /** Latitude and longitude, the first two elements of a list of so many. */
  LatLon position(int size) throws DocumentException {
    List<JsonField> parts = elements(size);
    if (parts.size() != size) {
      throw wrong("must have " + size + " numbers, not " + parts.size());
    }
    try {
      return new LatLon(parts.get(0).number(), parts.get(1).number());
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }
}
