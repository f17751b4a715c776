package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Members of a zone that its format does not know, and what this program adds to them. ED-318 and
 * GeoJSON have no place for some of what a zone may hold; the writers put it into {@code
 * extendedProperties} under {@value #OWN}, an object with any of
 *
 * <ul>
 *   <li>{@code understood}: false for a zone that its first reader could not understand
 *   <li>{@code country}: empty, for a zone whose publisher named none
 *   <li>{@code uSpaceClass}: the class of ED-269
 *   <li>{@code reasons}: all reasons, when ED-318 lacks one of them
 *   <li>{@code restrictionConditions}: all conditions, when there are several
 * </ul>
 *
 * which the reader takes back out of it.
 */
final class Extended {
  static final String OWN = "x-vigie";
  static final String UNDERSTOOD = "understood";
  static final String COUNTRY = "country";
  static final String USPACE_CLASS = "uSpaceClass";
  static final String REASONS = "reasons";
  static final String CONDITIONS = "restrictionConditions";

  private static final String FEATURE_ID = "featureId";
  private static final String EXTENDED = "extendedProperties";
  private static final JsonMapper MAPPER = new JsonMapper();

  private Extended() {}

  /** What this program added to a zone; a missing node when nothing. */
  static Spot own(Spot properties) {
    return properties.child(EXTENDED).child(OWN);
  }

  /** The same with a feature's own id, which ED-318 gives no meaning. */
  static String of(Spot featureId, List<Spot> holders, Set<String> known) {
    ObjectNode extended = collect(holders, known);
    if (featureId.node().isValueNode() && !featureId.isAbsent()) {
      put(extended, FEATURE_ID, featureId.node());
    }
    return extended.isEmpty() ? "" : extended.toString();
  }

  /**
   * The unknown members as one JSON object; empty without any.
   *
   * @param holders objects whose members count
   * @param known names of those that are read elsewhere
   */
  static String of(List<Spot> holders, Set<String> known) {
    ObjectNode extended = collect(holders, known);
    return extended.isEmpty() ? "" : extended.toString();
  }

  private static ObjectNode collect(List<Spot> holders, Set<String> known) {
    ObjectNode extended = JsonNodeFactory.instance.objectNode();
    List<String> unknown = new ArrayList<>();
    for (Spot holder : holders) {
      JsonNode given = holder.node().path(EXTENDED);
      if (given.isObject()) {
        given.properties().stream()
            .filter(member -> !member.getKey().equals(OWN))
            .forEach(member -> put(extended, member.getKey(), member.getValue()));
      } else if (!holder.child(EXTENDED).isAbsent()) {
        holder.child(EXTENDED).note(Deviation.NOT_AN_OBJECT);
        put(extended, EXTENDED, given);
      }
    }
    for (Spot holder : holders) {
      for (Map.Entry<String, JsonNode> member : holder.node().properties()) {
        String name = member.getKey();
        if (!known.contains(name) && !name.equals(EXTENDED)) {
          unknown.add(name);
          put(extended, name, member.getValue());
        }
      }
    }
    if (!unknown.isEmpty()) {
      holders.get(0).note(Deviation.OTHER_MEMBERS, unknown);
    }
    return extended;
  }

  private static void put(ObjectNode extended, String name, JsonNode value) {
    String free = name;
    while (extended.has(free) || free.equals(OWN)) {
      free = "_" + free;
    }
    extended.set(free, value);
  }

  /**
   * An object for {@code extendedProperties}.
   *
   * @param extended one JSON object, or empty
   * @param own what this program adds
   * @throws IllegalArgumentException if {@code extended} is no JSON object
   */
  static ObjectNode written(String extended, ObjectNode own) {
    try {
      JsonNode node =
          extended.isEmpty() ? JsonNodeFactory.instance.objectNode() : MAPPER.readTree(extended);
      if (!(node instanceof ObjectNode object)) {
        throw new IllegalArgumentException("extended members are no JSON object: " + extended);
      }
      if (!own.isEmpty()) {
        object.set(OWN, own);
      }
      return object;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("extended members are no JSON object: " + extended, e);
    }
  }

  static ArrayNode array(List<String> texts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array;
  }
}
