package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.VerticalReference;
import org.vigie.geofence.zone.ZoneGeometry;

/** Where a zone is. */
final class Ed269Shapes {
  /** International foot. */
  private static final double METRES_PER_FOOT = 0.3048;

  /** Less than a degree of longitude anywhere at the equator: what a circle reaches is not cut. */
  private static final double METRES_PER_DEGREE = 111_000;

  private static final double LON_DEG_MAX = 180;
  private static final String ACROSS = "the zone lies across the antimeridian: not understood";

  private final Fields fields;

  Ed269Shapes(Fields fields) {
    this.fields = fields;
  }

  ZoneGeometry read(JsonNode node, String pointer) throws DocumentException {
    JsonNode projection = node.path("horizontalProjection");
    String at = pointer + "/horizontalProjection";
    if (!projection.isObject()) {
      throw fields.error(at, "is missing");
    }
    Unit unit = unit(node, pointer);
    String type = fields.required(projection, at, "type");
    HorizontalProjection shape =
        switch (type) {
          case "Polygon" -> polygon(projection, at);
          case "Circle" -> circle(projection, at, unit);
          default -> throw fields.error(at + "/type", "is neither Polygon nor Circle: " + type);
        };
    return new ZoneGeometry(shape, band(node, pointer, unit));
  }

  /** What a length is measured in; an unknown unit is whichever restricts more. */
  private record Unit(double lowestM, double highestM) {}

  private Unit unit(JsonNode node, String pointer) throws DocumentException {
    String unit = fields.text(node, pointer, "uomDimensions").orElse("");
    return switch (unit) {
      case "M", "m" -> new Unit(1, 1);
      case "FT", "ft" -> new Unit(METRES_PER_FOOT, METRES_PER_FOOT);
      case "" -> {
        fields.finding(
            "no-unit",
            pointer,
            "no uomDimensions: lower limits in feet, upper and radii in metres");
        yield new Unit(METRES_PER_FOOT, 1);
      }
      default -> throw fields.error(pointer + "/uomDimensions", "is neither M nor FT: " + unit);
    };
  }

  private VerticalBand band(JsonNode node, String pointer, Unit unit) throws DocumentException {
    OptionalDouble lower = fields.number(node, pointer, "lowerLimit");
    OptionalDouble upper = fields.number(node, pointer, "upperLimit");
    VerticalReference lowerReference =
        reference(node, pointer, "lowerVerticalReference", lower.isPresent());
    VerticalReference upperReference =
        reference(node, pointer, "upperVerticalReference", upper.isPresent());
    double lowerM =
        lower.isPresent() ? lower.getAsDouble() * unit.lowestM() : Double.NEGATIVE_INFINITY;
    double upperM =
        upper.isPresent() ? upper.getAsDouble() * unit.highestM() : Double.POSITIVE_INFINITY;
    try {
      return new VerticalBand(lowerM, lowerReference, upperM, upperReference);
    } catch (IllegalArgumentException e) {
      throw fields.error(pointer + "/lowerLimit", String.valueOf(e.getMessage()));
    }
  }

  private VerticalReference reference(
      JsonNode node, String pointer, String name, boolean limitGiven) throws DocumentException {
    String text = fields.text(node, pointer, name).orElse("");
    if (text.isEmpty()) {
      if (limitGiven) {
        throw fields.error(pointer + "/" + name, "is missing for a limit that is given");
      }
      return VerticalReference.AGL;
    }
    return fields.constant(VerticalReference.class, text, pointer + "/" + name);
  }

  private HorizontalProjection circle(JsonNode node, String pointer, Unit unit)
      throws DocumentException {
    OptionalDouble radius = fields.number(node, pointer, "radius");
    if (radius.isEmpty() || radius.getAsDouble() <= 0) {
      throw fields.error(pointer + "/radius", "must be a positive number");
    }
    LatLon centre = point(node.path("center"), pointer + "/center");
    double radiusM = radius.getAsDouble() * unit.highestM();
    double reachDeg = radiusM / (METRES_PER_DEGREE * Math.cos(Math.toRadians(centre.latDeg())));
    if (Math.abs(centre.lonDeg()) + reachDeg > LON_DEG_MAX) {
      throw fields.error(pointer + "/center", ACROSS);
    }
    return new HorizontalProjection.Circle(centre, radiusM);
  }

  private HorizontalProjection polygon(JsonNode node, String pointer) throws DocumentException {
    JsonNode rings = node.path("coordinates");
    String at = pointer + "/coordinates";
    if (!rings.isArray() || rings.isEmpty()) {
      throw fields.error(at, "must be a list of rings");
    }
    List<GeoPolygon> polygons = new ArrayList<>();
    for (int i = 0; i < rings.size(); i++) {
      polygons.add(ring(rings.get(i), at + "/" + i));
    }
    GeoPolygon outer = polygons.get(0);
    for (int i = 0; i < polygons.size(); i++) {
      checkOneSide(outer.ring().get(0), polygons.get(i), at + "/" + i);
    }
    if (!Plane.around(outer.ring().get(0)).polygon(outer).isValid()) {
      fields.finding("crossing-ring", at + "/0", "the ring crosses itself: its hull is used");
    }
    return new HorizontalProjection.Polygon(outer, polygons.subList(1, polygons.size()));
  }

  /** A ring whose points lie on two sides of the antimeridian would be drawn round the Earth. */
  private void checkOneSide(LatLon first, GeoPolygon polygon, String pointer)
      throws DocumentException {
    List<LatLon> ring = polygon.ring();
    for (int i = 0; i < ring.size(); i++) {
      if (Math.abs(ring.get(i).lonDeg() - first.lonDeg()) > LON_DEG_MAX) {
        throw fields.error(pointer + "/" + i, ACROSS);
      }
    }
  }

  private GeoPolygon ring(JsonNode node, String pointer) throws DocumentException {
    if (!node.isArray()) {
      throw fields.error(pointer, "must be a list of points");
    }
    List<LatLon> points = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      points.add(point(node.get(i), pointer + "/" + i));
    }
    if (points.size() > 1 && points.get(0).equals(points.get(points.size() - 1))) {
      points.remove(points.size() - 1);
    } else {
      fields.finding(
          "open-ring", pointer, "the ring is not closed: its last point joins its first");
    }
    if (points.stream().distinct().count() < 3) {
      throw fields.error(pointer, "a ring needs three different points");
    }
    return new GeoPolygon(points);
  }

  /** Coordinates are longitude, latitude. */
  private LatLon point(JsonNode node, String pointer) throws DocumentException {
    if (!node.isArray() || node.size() < 2 || !node.get(0).isNumber() || !node.get(1).isNumber()) {
      throw fields.error(pointer, "must be [longitude, latitude]");
    }
    double latDeg = node.get(1).asDouble();
    if (Math.abs(latDeg) > LocalFrame.LATITUDE_DEG_MAX) {
      throw fields.error(
          pointer, "latitude " + latDeg + " is beyond " + LocalFrame.LATITUDE_DEG_MAX + " degrees");
    }
    try {
      return new LatLon(latDeg, node.get(0).asDouble());
    } catch (IllegalArgumentException e) {
      throw fields.error(pointer, String.valueOf(e.getMessage()));
    }
  }
}
