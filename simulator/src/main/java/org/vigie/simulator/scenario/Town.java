package org.vigie.simulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.geofence.geo.LatLon;

/**
 * What stands on the ground: streets, buildings, open areas. Approximate and for pictures only; no
 * flight is planned by it. Immutable.
 *
 * @source RFC 7946 (GeoJSON); properties {@code kind}, {@code name}, {@code widthM}, {@code
 *     heightM}
 */
public record Town(List<Street> streets, List<Area> areas, List<Building> buildings) {
  /** Bare ground. */
  public static final Town NONE = new Town(List.of(), List.of(), List.of());

  private static final String CLOSED = "a ring ends where it begins";

  public Town {
    streets = List.copyOf(streets);
    areas = List.copyOf(areas);
    buildings = List.copyOf(buildings);
  }

  /** A kind of open area. */
  public enum Ground {
    PARK,
    SQUARE,
    WATER
  }

  /**
   * A street along its middle.
   *
   * @param name empty when it has none
   * @param widthM of the roadway, pavements not counted
   */
  public record Street(String name, double widthM, List<LatLon> course) {
    public Street {
      course = List.copyOf(course);
    }
  }

  /** An open area; its outline does not repeat the first point. */
  public record Area(Ground ground, String name, List<LatLon> outline) {
    public Area {
      outline = List.copyOf(outline);
    }
  }

  /**
   * A building; its outline does not repeat the first point.
   *
   * @param heightM from the ground to its highest point
   */
  public record Building(String name, double heightM, List<LatLon> outline) {
    public Building {
      outline = List.copyOf(outline);
    }
  }

  /**
   * Reads a town's file.
   *
   * @param file the name that errors carry
   * @throws DocumentException with file, line and field of everything that is wrong
   */
  public static Town read(String file, String text) throws DocumentException {
    Document document =
        Document.read(file, text).check(ScenarioReader.resource("town.schema.json").orElseThrow());
    List<Street> streets = new ArrayList<>();
    List<Area> areas = new ArrayList<>();
    List<Building> buildings = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    JsonNode features = document.at("/features");
    for (int i = 0; i < features.size(); i++) {
      JsonNode properties = features.get(i).get("properties");
      JsonNode coordinates = features.get(i).get("geometry").get("coordinates");
      String name = properties.path("name").asText("");
      String kind = properties.get("kind").asText();
      if (kind.equals("street")) {
        streets.add(new Street(name, properties.get("widthM").asDouble(), points(coordinates)));
        continue;
      }
      Optional<List<LatLon>> outline = ring(coordinates.get(0));
      if (outline.isEmpty()) {
        String pointer = "/features/" + i + "/geometry/coordinates/0";
        problems.add(document.problem(pointer, CLOSED));
      } else if (kind.equals("building")) {
        double height = properties.get("heightM").asDouble();
        buildings.add(new Building(name, height, outline.get()));
      } else {
        Ground ground = Ground.valueOf(kind.toUpperCase(Locale.ROOT));
        areas.add(new Area(ground, name, outline.get()));
      }
    }
    if (!problems.isEmpty()) {
      throw new DocumentException(problems);
    }
    return new Town(streets, areas, buildings);
  }

  private static Optional<List<LatLon>> ring(JsonNode positions) {
    List<LatLon> points = points(positions);
    int last = points.size() - 1;
    return points.get(0).equals(points.get(last))
        ? Optional.of(points.subList(0, last))
        : Optional.empty();
  }

  private static List<LatLon> points(JsonNode positions) {
    List<LatLon> points = new ArrayList<>();
    for (JsonNode position : positions) {
      points.add(new LatLon(position.get(1).asDouble(), position.get(0).asDouble()));
    }
    return points;
  }
}
