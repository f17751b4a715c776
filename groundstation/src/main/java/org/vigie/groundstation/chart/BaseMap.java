package org.vigie.groundstation.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.document.DocumentException;

/**
 * Streets, buildings, parks and water that screens draw below everything else, so that a map is
 * there without any other service. A GeoJSON feature collection whose features have {@code
 * properties.kind}.
 *
 * @param bounds west, south, east, north, degrees
 * @source RFC 7946
 */
public record BaseMap(JsonNode features, Bounds bounds) {
  /** A quarter has some thousand buildings; a screen draws that at once, ten times as many not. */
  private static final int FEATURES_MAX = 20_000;

  private static final String SCHEMA =
      """
      {"type": "object", "required": ["type", "features"],
       "properties": {
         "type": {"const": "FeatureCollection"},
         "features": {"type": "array", "maxItems": %d, "items": {
           "type": "object", "required": ["type", "geometry", "properties"],
           "properties": {
             "type": {"const": "Feature"},
             "properties": {"type": "object", "required": ["kind"], "properties": {
               "kind": {"enum": ["street", "building", "park", "square", "water"]},
               "name": {"type": "string", "maxLength": 200},
               "widthM": {"type": "number", "exclusiveMinimum": 0, "maximum": 200},
               "heightM": {"type": "number", "exclusiveMinimum": 0, "maximum": 1000}}},
             "geometry": {"type": "object", "required": ["type", "coordinates"],
               "properties": {
                 "type": {"enum": ["LineString", "Polygon"]},
                 "coordinates": {"type": "array"}},
               "oneOf": [
                 {"properties": {"type": {"const": "LineString"},
                   "coordinates": {"minItems": 2, "items": {"$ref": "#/$defs/position"}}}},
                 {"properties": {"type": {"const": "Polygon"},
                   "coordinates": {"minItems": 1, "items": {
                     "type": "array", "minItems": 4, "items": {"$ref": "#/$defs/position"}}}}}]}}}}},
       "$defs": {"position": {"type": "array", "minItems": 2, "maxItems": 3,
         "prefixItems": [
           {"type": "number", "minimum": -180, "maximum": 180},
           {"type": "number", "minimum": -85, "maximum": 85}]}}}
      """
          .formatted(FEATURES_MAX);

  /** West, south, east and north end, degrees. */
  public record Bounds(double westDeg, double southDeg, double eastDeg, double northDeg) {
    static final Bounds NOTHING = new Bounds(180, 90, -180, -90);

    /** What holds both. */
    public Bounds and(Bounds other) {
      return with(other.westDeg, other.southDeg).with(other.eastDeg, other.northDeg);
    }

    Bounds with(double lonDeg, double latDeg) {
      return new Bounds(
          Math.min(westDeg, lonDeg),
          Math.min(southDeg, latDeg),
          Math.max(eastDeg, lonDeg),
          Math.max(northDeg, latDeg));
    }
  }

  /**
   * Reads a base map.
   *
   * @throws DocumentException with everything that is wrong, each with line and field
   */
  public static BaseMap read(String file, String text) throws DocumentException {
    JsonNode root = Document.read(file, text).check(SCHEMA).root();
    ObjectNode shown = JsonNodeFactory.instance.objectNode().put("type", "FeatureCollection");
    shown.set("features", root.get("features"));
    Bounds bounds = Bounds.NOTHING;
    for (JsonNode feature : root.get("features")) {
      bounds = over(feature.path("geometry").path("coordinates"), bounds);
    }
    return new BaseMap(shown, bounds);
  }

  /** Whether nothing is drawn. */
  public boolean isEmpty() {
    return features.path("features").isEmpty();
  }

  private static Bounds over(JsonNode coordinates, Bounds bounds) {
    if (coordinates.path(0).isNumber()) {
      return bounds.with(coordinates.get(0).asDouble(), coordinates.get(1).asDouble());
    }
    Bounds all = bounds;
    for (JsonNode part : coordinates) {
      all = over(part, all);
    }
    return all;
  }
}
