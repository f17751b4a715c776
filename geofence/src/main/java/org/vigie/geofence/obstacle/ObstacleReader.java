package org.vigie.geofence.obstacle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.HeightAboveGround;

/**
 * Reads obstacles from GeoJSON: buildings as Polygon or MultiPolygon, masts and cranes as Point or
 * MultiPoint, cables as LineString or MultiLineString. Properties of a feature:
 *
 * <ul>
 *   <li>{@code height}: metres above the highest ground below it, or
 *   <li>{@code top}: metres above mean sea level; one of the two
 *   <li>{@code radius}: metres around a point or line
 *   <li>{@code name}: what answers call it
 * </ul>
 *
 * <p>The collection's member {@code coverage}, a Polygon or MultiPolygon without holes, says where
 * the file holds every obstacle; without it the file raises heights and makes nothing known.
 *
 * <p>Nothing is left out silently: a feature without a usable height is kept with an unknown one,
 * one without a usable radius is given {@link #RADIUS_M_UNSTATED}, and one that cannot be placed
 * takes the file's coverage away. Each is a finding.
 *
 * @source RFC 7946 (The GeoJSON Format); the properties are this project's own
 */
public final class ObstacleReader {
  /** Around a point or line whose radius nobody stated: half a large crane's jib, metres. */
  public static final double RADIUS_M_UNSTATED = 50;

  /** The highest structure stands at 828 m; larger heights are another unit or a mistake. */
  private static final double HEIGHT_M_MAX = 1000;

  /** Roofs on the highest mountain, metres above mean sea level, and the lowest shore. */
  private static final double TOP_M_MAX = 9000;

  private static final double TOP_M_MIN = -500;

  /** No mast's stays reach farther; larger is another unit or a mistake. */
  private static final double RADIUS_M_MAX = 2000;

  private final String file;
  private final Document document;
  private final List<Obstacle> obstacles = new ArrayList<>();
  private final List<Problem> findings = new ArrayList<>();
  private boolean complete = true;

  private ObstacleReader(String file, Document document) {
    this.file = file;
    this.document = document;
  }

  /**
   * Reads a file's text.
   *
   * @param fileName the name that findings and answers carry
   * @throws DocumentException if it is no GeoJSON FeatureCollection or Feature at all
   */
  public static ObstacleFile read(String fileName, String text) throws DocumentException {
    return new ObstacleReader(fileName, Document.read(fileName, text)).read();
  }

  private ObstacleFile read() throws DocumentException {
    JsonNode root = document.root();
    String type = root.path("type").asText();
    if ("Feature".equals(type)) {
      feature(root, "");
    } else if ("FeatureCollection".equals(type) && root.path("features").isArray()) {
      for (int i = 0; i < root.path("features").size(); i++) {
        feature(root.path("features").path(i), "/features/" + i);
      }
    } else {
      throw new DocumentException(
          document.problem("/type", "is neither a GeoJSON FeatureCollection nor a Feature"));
    }
    List<GeoPolygon> coverage = coverage(root);
    return new ObstacleFile(file, obstacles, complete ? coverage : List.of(), findings);
  }

  private void feature(JsonNode feature, String pointer) {
    JsonNode properties = feature.path("properties");
    String name = file + " " + label(feature, pointer);
    List<ObstacleShape> shapes;
    try {
      JsonNode geometry = feature.path("geometry");
      if (!"Feature".equals(feature.path("type").asText()) || !geometry.isObject()) {
        throw new IllegalArgumentException("is no feature with a geometry");
      }
      shapes = new ObstacleShapes(radiusM(geometry, properties, pointer)).of(geometry);
    } catch (IllegalArgumentException e) {
      complete = false;
      find(
          pointer + "/geometry",
          e.getMessage() + ": the obstacle cannot be placed, the file's coverage is unknown");
      return;
    }
    ObstacleTop top = top(properties, pointer);
    shapes.forEach(shape -> obstacles.add(new Obstacle(name, shape, top)));
  }

  private static String label(JsonNode feature, String pointer) {
    String name = feature.path("properties").path("name").asText("");
    String id = feature.path("id").asText("");
    return !name.isBlank() ? name : !id.isBlank() ? id : pointer;
  }

  private double radiusM(JsonNode geometry, JsonNode properties, String pointer) {
    if (geometry.path("type").asText().endsWith("Polygon")) {
      return 0;
    }
    Optional<Double> radiusM = number(properties, "radius", pointer, 0, RADIUS_M_MAX);
    if (radiusM.isEmpty() && properties.path("radius").isMissingNode()) {
      find(pointer + "/properties", "no radius: " + RADIUS_M_UNSTATED + " m are assumed");
    }
    return radiusM.orElse(RADIUS_M_UNSTATED);
  }

  private ObstacleTop top(JsonNode properties, String pointer) {
    boolean hasHeight = !properties.path("height").isMissingNode();
    boolean hasTop = !properties.path("top").isMissingNode();
    if (hasHeight == hasTop) {
      find(
          pointer + "/properties",
          (hasTop ? "both height and top are" : "neither height nor top is")
              + " given: the height is unknown");
      return new ObstacleTop.Unknown();
    }
    return hasHeight
        ? number(properties, "height", pointer, 0, HEIGHT_M_MAX)
            .<ObstacleTop>map(m -> new ObstacleTop.AboveGround(new HeightAboveGround(m)))
            .orElseGet(ObstacleTop.Unknown::new)
        : number(properties, "top", pointer, TOP_M_MIN, TOP_M_MAX)
            .<ObstacleTop>map(m -> new ObstacleTop.AtAltitude(new AltitudeAmsl(m)))
            .orElseGet(ObstacleTop.Unknown::new);
  }

  /** A number of metres; what is none is a finding, what is absent is not. */
  private Optional<Double> number(
      JsonNode properties, String field, String pointer, double min, double max) {
    JsonNode value = properties.path(field);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (value.isNumber() && value.doubleValue() >= min && value.doubleValue() <= max) {
      return Optional.of(value.doubleValue());
    }
    find(
        pointer + "/properties/" + field,
        value + " is not a number of metres from " + min + " to " + max);
    return Optional.empty();
  }

  private List<GeoPolygon> coverage(JsonNode root) {
    JsonNode coverage = root.path("coverage");
    if (coverage.isMissingNode()) {
      return List.of();
    }
    try {
      List<GeoPolygon> outlines = new ArrayList<>();
      for (ObstacleShape shape : ObstacleShapes.withoutHoles().of(coverage)) {
        if (!(shape instanceof ObstacleShape.Area area)) {
          throw new IllegalArgumentException("is no Polygon or MultiPolygon");
        }
        outlines.add(area.outline());
      }
      return outlines;
    } catch (IllegalArgumentException e) {
      find("/coverage", e.getMessage() + ": the file's coverage is unknown");
      return List.of();
    }
  }

  private void find(String pointer, String message) {
    findings.add(document.problem(pointer, message));
  }
}
