package org.vigie.groundstation.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;

/** A JSON object, read without ever complaining: what is missing or of another kind is absent. */
record Members(JsonNode node) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double E7 = 1e7;

  /**
   * Reads a text.
   *
   * @throws JsonProcessingException if it is not JSON
   */
  static Members parse(String json) throws JsonProcessingException {
    JsonNode root = JSON.readTree(json);
    return new Members(root == null ? MissingNode.getInstance() : root);
  }

  static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + value, e);
    }
  }

  boolean present() {
    return node.isObject();
  }

  Members in(String name) {
    return new Members(node.path(name));
  }

  String text(String name) {
    return text(name, "");
  }

  String text(String name, String otherwise) {
    JsonNode value = node.path(name);
    return value.isTextual() ? value.textValue() : otherwise;
  }

  @Nullable String textOrNull(String name) {
    return node.path(name).textValue();
  }

  boolean flag(String name) {
    return node.path(name).asBoolean(false);
  }

  int whole(String name) {
    return node.path(name).asInt(0);
  }

  double number(String name, double otherwise) {
    Double value = numberOrNull(name);
    return value == null ? otherwise : value;
  }

  @Nullable Double numberOrNull(String name) {
    JsonNode value = node.path(name);
    return value.isNumber() && Double.isFinite(value.doubleValue()) ? value.doubleValue() : null;
  }

  @Nullable Integer wholeOrNull(String name) {
    JsonNode value = node.path(name);
    return value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : null;
  }

  @Nullable Instant instant(String name) {
    try {
      String text = node.path(name).textValue();
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** The items of a list, each read; those that cannot be read are left out. */
  <T> List<T> list(String name, Function<Members, @Nullable T> reader) {
    List<T> all = new ArrayList<>();
    for (JsonNode item : node.path(name)) {
      T read = reader.apply(new Members(item));
      if (read != null) {
        all.add(read);
      }
    }
    return List.copyOf(all);
  }

  List<String> texts(String name) {
    List<String> all = new ArrayList<>();
    node.path(name).forEach(item -> all.add(item.asText()));
    return List.copyOf(all);
  }

  /** All members of an object that are numbers, by name. */
  Map<String, Double> numbers(String name) {
    Members object = in(name);
    Map<String, Double> all = new HashMap<>();
    for (Map.Entry<String, JsonNode> member : object.node.properties()) {
      Double value = object.numberOrNull(member.getKey());
      if (value != null) {
        all.put(member.getKey(), value);
      }
    }
    return Map.copyOf(all);
  }

  /** All members that are texts, by name. */
  Map<String, String> table() {
    Map<String, String> all = new HashMap<>();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (member.getValue().isTextual()) {
        all.put(member.getKey(), member.getValue().textValue());
      }
    }
    return Map.copyOf(all);
  }

  /** A point in members of degrees, absent when it is none. */
  @Nullable LatLon point(String latName, String lonName) {
    return point(numberOrNull(latName), numberOrNull(lonName));
  }

  /** A point in members of degrees * 1e7. */
  @Nullable LatLon pointE7(String latName, String lonName) {
    Double lat = numberOrNull(latName);
    Double lon = numberOrNull(lonName);
    return lat == null || lon == null ? null : point(lat / E7, lon / E7);
  }

  static @Nullable LatLon point(@Nullable Double lat, @Nullable Double lon) {
    if (lat == null || lon == null || Math.abs(lat) > 90 || Math.abs(lon) > 180) {
      return null;
    }
    return new LatLon(lat, lon);
  }
}
