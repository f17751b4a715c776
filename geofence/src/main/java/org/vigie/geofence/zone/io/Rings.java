package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.geofence.lonlat.Shells;
import org.vigie.geofence.zone.HorizontalProjection;

/** Polygons and circles from coordinates, which are longitude, latitude in every format. */
final class Rings {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double LON_DEG_MAX = 180;

  /** A tenth of a millimetre: a ring no wider than that is a line. */
  private static final double FLAT_DEG = 1e-9;

  /** Less than a degree of longitude anywhere at the equator: what a circle reaches is not cut. */
  private static final double METRES_PER_DEGREE = 110_000;

  private Rings() {}

  /**
   * A polygon from a list of rings: the second and further ones are holes, or areas of their own
   * that a publisher put into one polygon.
   */
  static List<HorizontalProjection.Polygon> polygons(Spot rings) throws NotUnderstood {
    return polygons(rings, LocalFrame.LATITUDE_DEG_MAX);
  }

  /** The same within other parallels. */
  static List<HorizontalProjection.Polygon> polygons(Spot rings, double latitudeDegMax)
      throws NotUnderstood {
    if (!rings.node().isArray() || rings.node().isEmpty()) {
      throw rings.error(Deviation.BAD_POLYGON);
    }
    checkSmall(rings, rings.node());
    List<GeoPolygon> polygons = new ArrayList<>();
    for (int i = 0; i < rings.node().size(); i++) {
      polygons.add(ring(rings.child(i), latitudeDegMax));
    }
    GeoPolygon outer = polygons.get(0);
    for (int i = 0; i < polygons.size(); i++) {
      checkOneSide(outer.ring().get(0), polygons.get(i), rings.child(i));
    }
    List<GeoPolygon> holes = polygons.subList(1, polygons.size());
    boolean simple = holes.isEmpty() && SimpleRing.isSurely(outer.ring());
    if (!simple && isCrossing(outer, holes)) {
      if (!holes.isEmpty()) {
        return apart(polygons, rings);
      }
      rings.child(0).note(Deviation.CROSSING_RING);
    }
    return List.of(new HorizontalProjection.Polygon(outer, holes));
  }

  /** Counts before anything grows faster than the points do: all rings of a polygon together. */
  static void checkSmall(Spot place, Iterable<JsonNode> rings) throws NotUnderstood {
    long points = 0;
    for (JsonNode ring : rings) {
      points += ring.size();
    }
    if (points > ZoneLimits.VERTICES_PER_ZONE_MAX) {
      throw place.error(Deviation.TOO_LARGE, ZoneLimits.VERTICES_PER_ZONE_MAX);
    }
  }

  /** Rings that do not make one polygon: each shell for itself, or the hull of all. */
  private static List<HorizontalProjection.Polygon> apart(List<GeoPolygon> polygons, Spot rings) {
    Optional<List<List<Integer>>> shells = Shells.of(polygons.stream().map(Rings::closed).toList());
    if (shells.isEmpty()) {
      rings.note(Deviation.CROSSING_RINGS);
      return List.of(new HorizontalProjection.Polygon(hull(polygons), List.of()));
    }
    rings.note(Deviation.SEPARATE_RINGS);
    return shells.get().stream()
        .map(shell -> shell.stream().map(polygons::get).toList())
        .map(own -> new HorizontalProjection.Polygon(own.get(0), own.subList(1, own.size())))
        .toList();
  }

  /**
   * A circle around a centre.
   *
   * @throws NotUnderstood also for one that reaches across the antimeridian or too near a pole
   */
  static HorizontalProjection.Circle circle(Spot centre, double radiusM) throws NotUnderstood {
    LatLon point = point(centre);
    if (Math.abs(point.latDeg()) > LocalFrame.LATITUDE_DEG_MAX) {
      throw nearPole(point, centre);
    }
    double reachDeg = radiusM / (METRES_PER_DEGREE * Math.cos(Math.toRadians(point.latDeg())));
    if (Math.abs(point.lonDeg()) + reachDeg > LON_DEG_MAX) {
      throw centre.error(Deviation.ACROSS_ANTIMERIDIAN);
    }
    return new HorizontalProjection.Circle(point, radiusM);
  }

  private static GeoPolygon ring(Spot ring, double latitudeDegMax) throws NotUnderstood {
    if (!ring.node().isArray()) {
      throw ring.error(Deviation.BAD_RING);
    }
    List<LatLon> points = new ArrayList<>(ring.node().size());
    boolean doubled = false;
    for (int i = 0; i < ring.node().size(); i++) {
      LatLon point = quickPoint(ring.node().get(i));
      if (point == null) {
        point = point(ring.child(i));
      }
      if (Math.abs(point.latDeg()) > latitudeDegMax) {
        throw nearPole(point, ring.child(i));
      }
      if (!points.isEmpty() && points.get(points.size() - 1).equals(point)) {
        doubled = true;
      } else {
        points.add(point);
      }
    }
    if (doubled) {
      ring.note(Deviation.DOUBLE_POINT);
    }
    if (points.size() > 1 && points.get(0).equals(points.get(points.size() - 1))) {
      points.remove(points.size() - 1);
    } else {
      ring.note(Deviation.OPEN_RING);
    }
    if (!hasThree(points)) {
      throw ring.error(Deviation.FEW_POINTS);
    }
    if (isFlat(points)) {
      throw ring.error(Deviation.FLAT_RING);
    }
    return new GeoPolygon(points);
  }

  /** Whether three points differ. */
  private static boolean hasThree(List<LatLon> points) {
    LatLon first = null;
    LatLon second = null;
    for (LatLon point : points) {
      if (first == null || point.equals(first)) {
        first = point;
      } else if (second == null || point.equals(second)) {
        second = point;
      } else {
        return true;
      }
    }
    return false;
  }

  /** Plain [longitude, latitude], by far most points; null for whatever needs a second look. */
  private static @Nullable LatLon quickPoint(JsonNode node) {
    if (node.size() == 2 && node.get(0).isNumber() && node.get(1).isNumber()) {
      double lonDeg = node.get(0).doubleValue();
      double latDeg = node.get(1).doubleValue();
      if (Math.abs(lonDeg) <= LON_DEG_MAX && Math.abs(latDeg) <= 90) {
        return new LatLon(latDeg, lonDeg);
      }
    }
    return null;
  }

  /** Coordinates are longitude, latitude, and perhaps a height, which is not used. */
  static LatLon point(Spot spot) throws NotUnderstood {
    if (!spot.node().isArray()
        || spot.node().size() < 2
        || spot.child(0).node().isContainerNode()
        || spot.child(1).node().isContainerNode()) {
      throw spot.error(Deviation.BAD_POINT);
    }
    if (spot.node().size() > 2) {
      spot.note(Deviation.HEIGHT_IN_POINT);
    }
    OptionalDouble lonDeg = spot.child(0).number();
    OptionalDouble latDeg = spot.child(1).number();
    if (lonDeg.isEmpty() || latDeg.isEmpty()) {
      throw spot.error(Deviation.BAD_POINT);
    }
    try {
      return new LatLon(latDeg.getAsDouble(), lonDeg.getAsDouble());
    } catch (IllegalArgumentException e) {
      throw spot.error(Deviation.BAD_PLACE, lonDeg.getAsDouble(), latDeg.getAsDouble());
    }
  }

  private static NotUnderstood nearPole(LatLon point, Spot spot) {
    return spot.error(Deviation.NEAR_POLE, point.latDeg(), LocalFrame.LATITUDE_DEG_MAX);
  }

  /** A ring whose points lie on two sides of the antimeridian would be drawn round the Earth. */
  private static void checkOneSide(LatLon first, GeoPolygon polygon, Spot ring)
      throws NotUnderstood {
    List<LatLon> points = polygon.ring();
    for (int i = 0; i < points.size(); i++) {
      if (Math.abs(points.get(i).lonDeg() - first.lonDeg()) > LON_DEG_MAX) {
        throw ring.child(i).error(Deviation.ACROSS_ANTIMERIDIAN);
      }
    }
  }

  /** Whether all points lie on the line from the first to the one farthest from it. */
  private static boolean isFlat(List<LatLon> ring) {
    LatLon first = ring.get(0);
    LatLon far = first;
    double lengthDeg = 0;
    for (LatLon point : ring) {
      double distanceDeg =
          Math.hypot(point.lonDeg() - first.lonDeg(), point.latDeg() - first.latDeg());
      if (distanceDeg > lengthDeg) {
        lengthDeg = distanceDeg;
        far = point;
      }
    }
    for (LatLon point : ring) {
      double twiceArea =
          (far.lonDeg() - first.lonDeg()) * (point.latDeg() - first.latDeg())
              - (far.latDeg() - first.latDeg()) * (point.lonDeg() - first.lonDeg());
      if (Math.abs(twiceArea) > FLAT_DEG * lengthDeg) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCrossing(GeoPolygon outer, List<GeoPolygon> holes) {
    LinearRing shell = FACTORY.createLinearRing(closed(outer));
    LinearRing[] inner =
        holes.stream().map(Rings::closed).map(FACTORY::createLinearRing).toArray(LinearRing[]::new);
    return !FACTORY.createPolygon(shell, inner).isValid();
  }

  private static GeoPolygon hull(List<GeoPolygon> rings) {
    Coordinate[] corners =
        rings.stream().map(Rings::closed).flatMap(Arrays::stream).toArray(Coordinate[]::new);
    Coordinate[] hull = FACTORY.createMultiPointFromCoords(corners).convexHull().getCoordinates();
    List<LatLon> points = new ArrayList<>();
    for (int i = 0; i + 1 < hull.length; i++) {
      points.add(new LatLon(hull[i].y, hull[i].x));
    }
    return new GeoPolygon(points);
  }

  private static Coordinate[] closed(GeoPolygon polygon) {
    List<LatLon> ring = polygon.ring();
    Coordinate[] coordinates = new Coordinate[ring.size() + 1];
    for (int i = 0; i < coordinates.length; i++) {
      LatLon point = ring.get(i % ring.size());
      coordinates[i] = new Coordinate(point.lonDeg(), point.latDeg());
    }
    return coordinates;
  }
}
