package org.vigie.groundstation.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;

/**
 * A feature of GeoJSON.
 *
 * @param kind street, building, park, square, water; as the file says
 * @param closed areas, as against lines
 * @param lines rings of an area, or parts of a line; a point is one line of one point
 * @param widthM of a street, absent when not said
 */
public record MapFeature(
    String kind, String name, boolean closed, List<List<LatLon>> lines, @Nullable Double widthM) {
  static @Nullable MapFeature of(Members feature) {
    Members geometry = feature.in("geometry");
    JsonNode coordinates = geometry.node().path("coordinates");
    String type = geometry.text("type");
    List<List<LatLon>> lines = new ArrayList<>();
    collect(coordinates, lines);
    if (lines.isEmpty()) {
      return null;
    }
    Members properties = feature.in("properties");
    return new MapFeature(
        properties.text("kind"),
        properties.text("name"),
        type.endsWith("Polygon"),
        List.copyOf(lines),
        properties.numberOrNull("widthM"));
  }

  /** Takes every list of positions out of however many lists they are nested in. */
  private static void collect(JsonNode coordinates, List<List<LatLon>> lines) {
    if (coordinates.path(0).isNumber()) {
      add(List.of(coordinates), lines);
    } else if (coordinates.path(0).path(0).isNumber()) {
      add(coordinates, lines);
    } else {
      coordinates.forEach(inner -> collect(inner, lines));
    }
  }

  private static void add(Iterable<JsonNode> positions, List<List<LatLon>> lines) {
    List<LatLon> line = new ArrayList<>();
    for (JsonNode position : positions) {
      LatLon point = Members.point(position.path(1).asDouble(), position.path(0).asDouble());
      if (point != null) {
        line.add(point);
      }
    }
    if (!line.isEmpty()) {
      lines.add(List.copyOf(line));
    }
  }
}
