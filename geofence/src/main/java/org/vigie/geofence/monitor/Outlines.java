package org.vigie.geofence.monitor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.geofence.zone.HorizontalProjection;

/**
 * Brings areas into a local frame. Their edges are straight in longitude and latitude: long ones
 * are cut, so that each piece is as good as straight in the frame too. What lies further than half
 * a degree of latitude from the frame's origin is left away.
 */
final class Outlines {
  /** An edge of this length bows by less than 1 cm, for latitudes up to 70 degrees. */
  private static final double PIECE_M = 400;

  /** Areas are cut here: more than any flight's length, and the frame is good to metres. */
  static final double REACH_DEG = 0.5;

  private static final double M_PER_DEG = 111_000;

  private final LocalFrame frame;
  private final GeometryFactory factory = new GeometryFactory();

  Outlines(LocalFrame frame) {
    this.frame = frame;
  }

  /** The outline of what a flight is to stay in, whole. */
  Outline of(GeoPolygon polygon) {
    return Outline.of(Collections.singletonList(pieces(closed(polygon))));
  }

  /** The outlines of what lies near of a keep-out's area. */
  List<Outline> near(HorizontalProjection area) {
    if (area instanceof HorizontalProjection.Circle circle) {
      double reachM = circle.radiusM() + REACH_DEG * M_PER_DEG;
      return Math.abs(circle.centre().latDeg() - frame.origin().latDeg()) * M_PER_DEG > reachM
              || Math.abs(circle.centre().lonDeg() - frame.origin().lonDeg()) > 180
          ? List.of()
          : List.of(Outline.circle(local(circle.centre()), circle.radiusM()));
    }
    HorizontalProjection.Polygon polygon = (HorizontalProjection.Polygon) area;
    LinearRing shell = factory.createLinearRing(closed(polygon.outer()));
    LinearRing[] holes =
        polygon.holes().stream()
            .map(Outlines::closed)
            .map(factory::createLinearRing)
            .toArray(LinearRing[]::new);
    Geometry ground = factory.createPolygon(shell, holes);
    if (!ground.isValid()) {
      // a ring that crosses itself stands for its hull; so does one without any area
      ground = shell.convexHull();
    }
    Envelope reach = reach();
    if (!reach.contains(ground.getEnvelopeInternal())) {
      ground = ground.intersection(factory.toGeometry(reach));
    }
    List<Outline> outlines = new ArrayList<>();
    for (int i = 0; i < ground.getNumGeometries(); i++) {
      Geometry part = ground.getGeometryN(i);
      if (!part.isEmpty()) {
        outlines.add(Outline.of(rings(part)));
      }
    }
    return outlines;
  }

  private Envelope reach() {
    double lon = REACH_DEG / Math.cos(Math.toRadians(frame.origin().latDeg()));
    return new Envelope(
        frame.origin().lonDeg() - lon,
        frame.origin().lonDeg() + lon,
        frame.origin().latDeg() - REACH_DEG,
        frame.origin().latDeg() + REACH_DEG);
  }

  private List<Coordinate[]> rings(Geometry part) {
    List<Coordinate[]> rings = new ArrayList<>();
    if (part instanceof Polygon polygon) {
      rings.add(pieces(polygon.getExteriorRing().getCoordinates()));
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        rings.add(pieces(polygon.getInteriorRingN(i).getCoordinates()));
      }
      return rings;
    }
    // a line or a point: a boundary without an inside, gone along there and back
    Coordinate[] there = pieces(part.getCoordinates());
    Coordinate[] back = new Coordinate[2 * there.length];
    for (int i = 0; i < there.length; i++) {
      back[i] = there[i];
      back[back.length - 1 - i] = there[i];
    }
    rings.add(back);
    return rings;
  }

  private static Coordinate[] closed(GeoPolygon polygon) {
    List<LatLon> ring = polygon.ring();
    Coordinate[] closed = new Coordinate[ring.size() + 1];
    for (int i = 0; i < closed.length; i++) {
      LatLon point = ring.get(i % ring.size());
      closed[i] = new Coordinate(point.lonDeg(), point.latDeg());
    }
    return closed;
  }

  /** From degrees to metres, long edges cut. */
  private Coordinate[] pieces(Coordinate[] degrees) {
    List<Coordinate> metres = new ArrayList<>();
    metres.add(local(degrees[0]));
    for (int i = 1; i < degrees.length; i++) {
      Coordinate from = degrees[i - 1];
      Coordinate to = degrees[i];
      int parts = (int) Math.max(1, Math.ceil(local(from).distance(local(to)) / PIECE_M));
      for (int part = 1; part < parts; part++) {
        double share = (double) part / parts;
        metres.add(
            local(
                new Coordinate(
                    from.x + share * (to.x - from.x), from.y + share * (to.y - from.y))));
      }
      metres.add(local(to));
    }
    return metres.toArray(Coordinate[]::new);
  }

  private Coordinate local(Coordinate degrees) {
    return local(
        new LatLon(
            Math.max(-90, Math.min(90, degrees.y)), Math.max(-180, Math.min(180, degrees.x))));
  }

  private Coordinate local(LatLon point) {
    Enu enu = frame.toLocal(point);
    return new Coordinate(enu.eastM(), enu.northM());
  }
}
