package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.HorizontalProjection;

/**
 * Finds points in whatever was written. What it finds is the whole only if every member of the
 * geometry is a ring of three points, a line of two, or a centre and a radius. Confined to one
 * zone.
 */
final class Gathering {
  private static final double HALF_TURN_DEG = 180;
  private static final int RING_POINTS_MIN = 3;

  private final List<LatLon> points = new ArrayList<>();
  private boolean whole = true;
  private int shapes;

  List<LatLon> points() {
    return points;
  }

  boolean isWhole() {
    return whole && shapes > 0;
  }

  /** Gathers a zone, whose geometry counts, and whatever points stand elsewhere in it. */
  void zone(JsonNode node) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = member.getKey();
      if (name.startsWith("geometry")) {
        geometry(member.getValue(), false);
      } else if (name.startsWith("coordinates") || name.startsWith("center")) {
        coordinates(member.getValue(), 1);
      } else if (member.getValue().isContainerNode() && !name.equals("bbox")) {
        elsewhere(member.getValue());
      }
    }
  }

  private void elsewhere(JsonNode node) {
    if (node.isArray()) {
      node.forEach(this::elsewhere);
    } else {
      zone(node);
    }
  }

  private void geometry(JsonNode node, boolean otherUnit) {
    if (node.isArray()) {
      whole &= !node.isEmpty();
      node.forEach(item -> geometry(item, otherUnit));
      return;
    }
    if (!node.isObject()) {
      whole = false;
      return;
    }
    boolean unmeasured = otherUnit || isOtherUnit(node.path("uomDimensions"));
    boolean nested = false;
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = member.getKey();
      if (name.startsWith("horizontalProjection")
          || name.startsWith("geometries")
          || name.startsWith("geometry")) {
        nested = true;
        geometry(member.getValue(), unmeasured);
      }
    }
    if (!nested || node.has("coordinates") || node.has("center")) {
      shape(node, unmeasured);
    }
  }

  private static boolean isOtherUnit(JsonNode unit) {
    boolean absent = unit.isMissingNode() || unit.isNull();
    return !absent && !unit.asText("?").strip().matches("(?i)m|ft|");
  }

  private void shape(JsonNode node, boolean unmeasured) {
    shapes++;
    int before = points.size();
    boolean line = node.path("type").asText().equals("LineString");
    boolean single = true;
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = member.getKey();
      if (name.startsWith("coordinates") || name.startsWith("center")) {
        single &= isPoint(member.getValue());
        coordinates(member.getValue(), line ? 2 : RING_POINTS_MIN);
      }
    }
    JsonNode radius = node.has("radius") ? node.get("radius") : node.path("extent").path("radius");
    boolean hasPoints = points.size() > before;
    if (!radius.isMissingNode() && hasPoints && !unmeasured) {
      circle(points.get(before), radius);
    } else if (!radius.isMissingNode() || single || !hasPoints) {
      whole = false;
    }
  }

  private void circle(LatLon centre, JsonNode radius) {
    double radiusM = number(radius);
    if (radiusM > 0 && Double.isFinite(radiusM)) {
      GeoBox box = new HorizontalProjection.Circle(centre, radiusM).box();
      points.add(new LatLon(box.southDeg(), box.westDeg()));
      if (box.westDeg() == -180 && box.eastDeg() == 180) {
        // around a pole: not to be taken for a thin zone along the antimeridian
        points.add(new LatLon(box.southDeg(), -90));
        points.add(new LatLon(box.southDeg(), 90));
      }
      points.add(new LatLon(box.northDeg(), box.eastDeg()));
    } else {
      whole = false;
    }
  }

  private static boolean isPoint(JsonNode node) {
    return node.isArray() && !node.isEmpty() && !node.get(0).isContainerNode();
  }

  private void coordinates(JsonNode node, int pointsMin) {
    if (!node.isArray() || node.isEmpty()) {
      whole = false;
    } else if (isPoint(node)) {
      double lonDeg = number(node.get(0));
      double latDeg = number(node.path(1));
      if (Math.abs(lonDeg) <= 180 && Math.abs(latDeg) <= 90) {
        points.add(new LatLon(latDeg, lonDeg));
      } else {
        whole = false;
      }
    } else {
      int before = points.size();
      node.forEach(child -> coordinates(child, pointsMin));
      List<LatLon> ring = List.copyOf(points.subList(before, points.size()));
      if (isPoint(node.get(0))) {
        whole &= ring.size() >= pointsMin;
        poles(ring);
      }
    }
  }

  /** A ring that runs round a pole claims the cap; which one, at the equator, is not told. */
  private void poles(List<LatLon> ring) {
    double turnDeg = 0;
    boolean ambiguous = false;
    for (int i = 0; i < ring.size(); i++) {
      double step = ring.get((i + 1) % ring.size()).lonDeg() - ring.get(i).lonDeg();
      ambiguous |= Math.abs(step) == HALF_TURN_DEG;
      turnDeg +=
          step > HALF_TURN_DEG
              ? step - 2 * HALF_TURN_DEG
              : step < -HALF_TURN_DEG ? step + 2 * HALF_TURN_DEG : step;
    }
    if (!ambiguous && Math.abs(turnDeg) < HALF_TURN_DEG) {
      return;
    }
    for (double lonDeg : new double[] {-120, 0, 120}) {
      if (ring.stream().anyMatch(point -> point.latDeg() >= 0)) {
        points.add(new LatLon(90, lonDeg));
      }
      if (ring.stream().anyMatch(point -> point.latDeg() <= 0)) {
        points.add(new LatLon(-90, lonDeg));
      }
    }
  }

  /** NaN for what is no number. */
  private static double number(JsonNode node) {
    if (node.isNumber()) {
      return node.doubleValue();
    }
    try {
      return node.isTextual() ? Spot.decimal(node.textValue().strip()) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
