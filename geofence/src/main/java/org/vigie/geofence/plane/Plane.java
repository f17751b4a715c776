package org.vigie.geofence.plane;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;

/** Carries points, lines and polygons between the ellipsoid and a flat metric frame. Immutable. */
public final class Plane {
  /** Straight pieces a quarter turn of a grown corner is drawn with. */
  private static final int QUADRANT_SEGMENTS = 10;

  /**
   * A chord lies inside its arc by this factor; growing by its inverse puts the chord outside. JTS
   * rounds the number of pieces of a corner, so that one may be half as long again.
   */
  private static final double CHORD = Math.cos(1.5 * Math.PI / (4 * QUADRANT_SEGMENTS));

  private final LocalFrame frame;
  private final GeometryFactory factory = new GeometryFactory();

  public Plane(LocalFrame frame) {
    this.frame = frame;
  }

  /** A plane around an origin. */
  public static Plane around(LatLon origin) {
    return new Plane(new LocalFrame(origin));
  }

  public LocalFrame frame() {
    return frame;
  }

  public GeometryFactory factory() {
    return factory;
  }

  /** A point in metres; one beyond the frame's reach lies where the way to it leaves the frame. */
  public Coordinate coordinate(LatLon point) {
    Enu local = frame.toward(point);
    return new Coordinate(local.eastM(), local.northM());
  }

  public Point point(LatLon point) {
    return factory.createPoint(coordinate(point));
  }

  /** The line through the points; a single point is a line of no length. */
  public LineString line(List<LatLon> points) {
    Coordinate[] coordinates = points.stream().map(this::coordinate).toArray(Coordinate[]::new);
    return factory.createLineString(
        coordinates.length == 1
            ? new Coordinate[] {coordinates[0], coordinates[0].copy()}
            : coordinates);
  }

  public Polygon polygon(GeoPolygon polygon) {
    return polygon(polygon.ring());
  }

  /** The polygon within an open ring; it may be invalid in the sense of JTS. */
  public Polygon polygon(List<LatLon> ring) {
    return factory.createPolygon(closed(ring));
  }

  /** The ring's coordinates with the first repeated at the end. */
  public Coordinate[] closed(List<LatLon> ring) {
    Coordinate[] coordinates = new Coordinate[ring.size() + 1];
    for (int i = 0; i < ring.size(); i++) {
      coordinates[i] = coordinate(ring.get(i));
    }
    coordinates[ring.size()] = coordinates[0].copy();
    return coordinates;
  }

  public LatLon latLon(Coordinate coordinate) {
    return frame.toGeographic(new Enu(coordinate.x, coordinate.y));
  }

  /** The outer ring of a polygon, rounded to MAVLink's 1e-7 degrees (about 1 cm). */
  public GeoPolygon outline(Polygon polygon) {
    List<LatLon> ring = new ArrayList<>();
    for (Coordinate coordinate : polygon.getExteriorRing().getCoordinates()) {
      LatLon point = latLon(coordinate).quantised();
      if (ring.isEmpty() || !ring.get(ring.size() - 1).equals(point)) {
        ring.add(point);
      }
    }
    if (ring.size() > 1 && ring.get(0).equals(ring.get(ring.size() - 1))) {
      ring.remove(ring.size() - 1);
    }
    return new GeoPolygon(ring);
  }

  /** All points within a distance of a shape; round corners are drawn outside the true arc. */
  public static Geometry grown(Geometry shape, double distanceM) {
    BufferParameters parameters = new BufferParameters(QUADRANT_SEGMENTS);
    // the JTS default simplifies by 1 % of the distance, inwards as well
    parameters.setSimplifyFactor(0);
    return BufferOp.bufferOp(shape, distanceM / CHORD, parameters);
  }

  /** The convex hull of some points. */
  public Geometry hull(List<LatLon> points) {
    return factory
        .createMultiPointFromCoords(
            points.stream().map(this::coordinate).toArray(Coordinate[]::new))
        .convexHull();
  }

  /** The coordinates of a polygon's outer ring without the repeated last one. */
  public static List<Coordinate> corners(Polygon polygon) {
    Coordinate[] ring = polygon.getExteriorRing().getCoordinates();
    return Arrays.asList(ring).subList(0, ring.length - 1);
  }
}
