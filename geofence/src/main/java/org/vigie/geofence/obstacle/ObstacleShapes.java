package org.vigie.geofence.obstacle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;

/** Shapes from GeoJSON geometries; throws IllegalArgumentException in words. */
final class ObstacleShapes {
  private final double radiusM;
  private final boolean holesAllowed;

  private ObstacleShapes(double radiusM, boolean holesAllowed) {
    this.radiusM = radiusM;
    this.holesAllowed = holesAllowed;
  }

  /** Shapes of obstacles: courtyards are filled. */
  ObstacleShapes(double radiusM) {
    this(radiusM, true);
  }

  /** Shapes of coverage, where a filled hole would claim too much. */
  static ObstacleShapes withoutHoles() {
    return new ObstacleShapes(0, false);
  }

  List<ObstacleShape> of(JsonNode geometry) {
    JsonNode coordinates = geometry.path("coordinates");
    List<ObstacleShape> shapes = new ArrayList<>();
    switch (geometry.path("type").asText()) {
      case "Polygon" -> shapes.add(area(coordinates));
      case "MultiPolygon" -> parts(coordinates).forEach(part -> shapes.add(area(part)));
      case "LineString" -> shapes.add(new ObstacleShape.Path(points(coordinates), radiusM));
      case "MultiLineString" ->
          parts(coordinates)
              .forEach(part -> shapes.add(new ObstacleShape.Path(points(part), radiusM)));
      case "Point" -> shapes.add(new ObstacleShape.Path(List.of(point(coordinates)), radiusM));
      case "MultiPoint" ->
          parts(coordinates)
              .forEach(part -> shapes.add(new ObstacleShape.Path(List.of(point(part)), radiusM)));
      default ->
          throw new IllegalArgumentException(
              "geometry of type " + geometry.path("type") + " is not read");
    }
    return shapes;
  }

  private ObstacleShape area(JsonNode rings) {
    List<JsonNode> parts = parts(rings);
    if (!holesAllowed && parts.size() > 1) {
      throw new IllegalArgumentException("has a hole");
    }
    List<LatLon> ring = new ArrayList<>(points(parts.get(0)));
    if (ring.size() > 1 && ring.get(0).equals(ring.get(ring.size() - 1))) {
      ring.remove(ring.size() - 1);
    }
    return new ObstacleShape.Area(new GeoPolygon(ring));
  }

  private static List<LatLon> points(JsonNode line) {
    return parts(line).stream().map(ObstacleShapes::point).toList();
  }

  private static LatLon point(JsonNode position) {
    JsonNode lon = position.path(0);
    JsonNode lat = position.path(1);
    if (!lon.isNumber() || !lat.isNumber()) {
      throw new IllegalArgumentException("position " + position + " is not [longitude, latitude]");
    }
    return new LatLon(lat.doubleValue(), lon.doubleValue());
  }

  private static List<JsonNode> parts(JsonNode array) {
    if (!array.isArray() || array.isEmpty()) {
      throw new IllegalArgumentException("coordinates are missing");
    }
    List<JsonNode> parts = new ArrayList<>();
    array.forEach(parts::add);
    return parts;
  }
}
