package org.vigie.geofence.zone;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.geofence.lonlat.LatitudeBand;
import org.vigie.geofence.lonlat.LonLatRings;
import org.vigie.geofence.lonlat.Longitudes;
import org.vigie.geofence.plane.Plane;

/**
 * Carries rings of degrees into a plane: cut to a box while edges are still straight, then drawn
 * with as many points as keep the bow of every edge small. Confined to one caller.
 */
final class DegreeShapes {
  /** How far an edge drawn straight may lie beside the true one. */
  static final double BOW_M = 0.007;

  private static final double FULL_TURN_DEG = 360;
  private static final double HALF_TURN_DEG = 180;

  private final Plane plane;
  private final Envelope box;
  private final GeometryFactory factory;
  private final LatLon middle;
  private final double halfBoxM;

  /**
   * @param box what is wanted, degrees; longitudes may lie beyond 180
   */
  DegreeShapes(Plane plane, Envelope box) {
    this.plane = plane;
    this.box = box;
    factory = plane.factory();
    middle = plane.frame().origin();
    LatitudeBand band = new LatitudeBand(box.getMinY(), box.getMaxY());
    halfBoxM = band.mostM(box.getHeight() / 2, box.getWidth() / 2);
  }

  /** Adds what rings enclose within the box, edges straight in degrees. */
  void straight(List<Geometry> parts, LonLatRings rings) {
    for (double turn = -FULL_TURN_DEG; turn <= FULL_TURN_DEG; turn += FULL_TURN_DEG) {
      Envelope reach =
          new Envelope(
              rings.westDeg() + turn, rings.eastDeg() + turn, rings.southDeg(), rings.northDeg());
      if (!box.intersects(reach)) {
        continue;
      }
      Geometry degrees = degrees(rings, turn);
      Geometry cut =
          box.contains(reach)
              ? degrees
              : OverlayNGRobust.overlay(degrees, factory.toGeometry(box), OverlayNG.INTERSECTION);
      for (int i = 0; i < cut.getNumGeometries(); i++) {
        if (!cut.getGeometryN(i).isEmpty()) {
          parts.add(drawn(cut.getGeometryN(i)));
        }
      }
    }
  }

  private Geometry degrees(LonLatRings rings, double turn) {
    Coordinate[] outer = coordinates(rings.ring(0), turn);
    if (outer.length < 4) {
      // the hull of points on one line
      return factory.createLineString(
          outer.length == 1 ? new Coordinate[] {outer[0], outer[0].copy()} : outer);
    }
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = factory.createLinearRing(coordinates(rings.ring(i + 1), turn));
    }
    return factory.createPolygon(factory.createLinearRing(outer), holes);
  }

  private static Coordinate[] coordinates(double[] ring, double turn) {
    Coordinate[] coordinates = new Coordinate[ring.length / 2];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = new Coordinate(ring[2 * i] + turn, ring[2 * i + 1]);
    }
    return coordinates;
  }

  private Geometry drawn(Geometry degrees) {
    if (degrees instanceof Polygon polygon) {
      LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
      for (int i = 0; i < holes.length; i++) {
        holes[i] = factory.createLinearRing(drawn(polygon.getInteriorRingN(i).getCoordinates()));
      }
      return factory.createPolygon(
          factory.createLinearRing(drawn(polygon.getExteriorRing().getCoordinates())), holes);
    }
    if (degrees instanceof LineString line) {
      return factory.createLineString(drawn(line.getCoordinates()));
    }
    return factory.createPoint(planar(degrees.getCoordinate()));
  }

  private Coordinate[] drawn(Coordinate[] degrees) {
    List<Coordinate> drawn = new ArrayList<>();
    drawn.add(planar(degrees[0]));
    for (int i = 1; i < degrees.length; i++) {
      Coordinate a = degrees[i - 1];
      Coordinate b = degrees[i];
      LatitudeBand band = new LatitudeBand(a.y, b.y);
      double lengthM = band.mostM(b.y - a.y, b.x - a.x);
      int steps = Math.max(1, (int) Math.ceil(lengthM / stepM(band)));
      for (int step = 1; step < steps; step++) {
        double part = (double) step / steps;
        drawn.add(planar(new Coordinate(a.x + part * (b.x - a.x), a.y + part * (b.y - a.y))));
      }
      drawn.add(i == degrees.length - 1 && closes(degrees) ? drawn.get(0).copy() : planar(b));
    }
    return drawn.toArray(Coordinate[]::new);
  }

  private static boolean closes(Coordinate[] degrees) {
    return degrees[0].equals2D(degrees[degrees.length - 1]);
  }

  /** The frame's straight lines turn themselves against shortest ones, away from its middle. */
  private double stepM(LatitudeBand band) {
    double frameRadPerM = halfBoxM / (LatitudeBand.RADIUS_M_MIN * LatitudeBand.RADIUS_M_MIN);
    return Math.sqrt(8 * BOW_M / (band.turnRadPerM() + frameRadPerM));
  }

  private Coordinate planar(Coordinate degrees) {
    return plane.coordinate(Longitudes.place(degrees.y, degrees.x));
  }

  /** Adds what lies between the two readings of the rings' edges, near the box. */
  void between(List<Geometry> parts, LonLatRings rings) {
    for (int r = 0; r < rings.size(); r++) {
      double[] ring = rings.ring(r);
      for (int i = 0; i + 2 < ring.length; i += 2) {
        // over half a turn the shortest line goes the other way: another reading has it
        if (Math.abs(ring[i + 2] - ring[i]) < HALF_TURN_DEG) {
          TwoReadings edge = new TwoReadings(ring[i], ring[i + 1], ring[i + 2], ring[i + 3]);
          edge.near(middle, halfBoxM, this::stepM).forEach(strip -> parts.add(drawn(strip)));
        }
      }
    }
  }

  private double stepM(double latDeg, double lengthM) {
    return stepM(LatitudeBand.around(latDeg, lengthM));
  }

  /** Readings so far apart that the frame does not hold both fill the box. */
  private Geometry drawn(TwoReadings.Strip strip) {
    List<LatLon> outline = strip.outline();
    for (LatLon corner : outline) {
      if (Geodesics.distanceM(middle, corner) > LocalFrame.REACH_M_MAX - 1) {
        return factory.toGeometry(new Envelope(-halfBoxM, halfBoxM, -halfBoxM, halfBoxM));
      }
    }
    Polygon between = plane.polygon(outline);
    if (between.isValid()) {
      return between;
    }
    // the two lines cross, at the equator say: piece by piece
    List<Geometry> pieces = new ArrayList<>();
    for (int i = 1; i < strip.straight().size(); i++) {
      pieces.add(
          plane.hull(
              List.of(
                  strip.straight().get(i - 1),
                  strip.straight().get(i),
                  strip.shortest().get(i),
                  strip.shortest().get(i - 1))));
    }
    return factory.buildGeometry(pieces);
  }
}
