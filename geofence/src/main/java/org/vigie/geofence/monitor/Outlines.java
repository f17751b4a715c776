package org.vigie.geofence.monitor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.ZoneFootprint;

/**
 * Brings areas into a local frame. A volume's edges are straight in longitude and latitude: long
 * ones are cut, so that each piece is as good as straight in the frame too. Of a keep-out with long
 * edges its footprint counts, whichever way they are read. What lies further than some reach from
 * the frame's origin is left away.
 */
final class Outlines {
  /** An edge of this length bows by less than 1 cm, for latitudes up to 70 degrees. */
  private static final double PIECE_M = 400;

  /** Keep-outs are looked for so far at least. */
  static final double REACH_M = 55_500;

  private final LocalFrame frame;
  private final Plane plane;
  private final double reachM;
  private final GeometryFactory factory = new GeometryFactory();

  Outlines(FlightPlace place) {
    this.frame = place.frame();
    this.plane = new Plane(frame);
    this.reachM = Math.max(REACH_M, place.awayM());
  }

  /** The outline of what a flight is to stay in, whole. */
  Outline of(GeoPolygon polygon) {
    return Outline.of(Collections.singletonList(pieces(closed(polygon))));
  }

  /** The outlines of what lies near of a keep-out's area, whichever way its edges are read. */
  List<Outline> near(HorizontalProjection area) {
    if (ZoneFootprint.isBeyond(area, frame.origin(), reachM)) {
      return List.of();
    }
    if (area instanceof HorizontalProjection.Circle circle) {
      Optional<Enu> centre = frame.findLocal(circle.centre());
      return centre.isPresent() ? List.of(circle(centre.get(), circle.radiusM())) : footprint(area);
    }
    HorizontalProjection.Polygon polygon = (HorizontalProjection.Polygon) area;
    LinearRing shell = factory.createLinearRing(closed(polygon.outer()));
    LinearRing[] holes =
        polygon.holes().stream()
            .map(this::closed)
            .map(factory::createLinearRing)
            .toArray(LinearRing[]::new);
    Geometry ground = factory.createPolygon(shell, holes);
    if (!ground.isValid() && holes.length > 0) {
      return footprint(area);
    }
    if (!ground.isValid()) {
      // a ring that crosses itself stands for its hull; so does one without any area
      ground = shell.convexHull();
    }
    return isShort(ground.getCoordinates()) ? List.of(Outline.of(rings(ground))) : footprint(area);
  }

  /** A circle and by how much the frame may draw it too small. */
  private Outline circle(Enu centre, double radiusM) {
    double awayM = Math.hypot(centre.eastM(), centre.northM());
    double farM = Math.min(awayM + radiusM, Math.max(awayM, reachM));
    double errorM = LocalFrame.errorM(farM, radiusM) + 2 * LocalFrame.positionErrorM(farM);
    return Outline.circle(new Coordinate(centre.eastM(), centre.northM()), radiusM + errorM);
  }

  /** Whether all is near and every edge so short that all readings of it are the same. */
  private boolean isShort(Coordinate[] degrees) {
    Coordinate before = null;
    for (Coordinate corner : degrees) {
      Optional<Enu> at = frame.findLocal(latLon(corner));
      if (at.isEmpty() || Math.hypot(at.get().eastM(), at.get().northM()) > reachM) {
        return false;
      }
      Coordinate metres = new Coordinate(at.get().eastM(), at.get().northM());
      if (before != null && before.distance(metres) > PIECE_M) {
        return false;
      }
      before = metres;
    }
    return true;
  }

  private List<Outline> footprint(HorizontalProjection area) {
    Geometry ground = ZoneFootprint.of(area, plane, reachM);
    List<Outline> outlines = new ArrayList<>();
    for (int i = 0; i < ground.getNumGeometries(); i++) {
      if (ground.getGeometryN(i) instanceof Polygon part && !part.isEmpty()) {
        List<Coordinate[]> rings = new ArrayList<>();
        rings.add(part.getExteriorRing().getCoordinates());
        for (int k = 0; k < part.getNumInteriorRing(); k++) {
          rings.add(part.getInteriorRingN(k).getCoordinates());
        }
        outlines.add(Outline.of(rings));
      }
    }
    return outlines;
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

  private Coordinate[] closed(GeoPolygon polygon) {
    List<LatLon> ring = polygon.ring();
    Coordinate[] closed = new Coordinate[ring.size() + 1];
    for (int i = 0; i < closed.length; i++) {
      LatLon point = ring.get(i % ring.size());
      closed[i] = new Coordinate(turned(point.lonDeg()), point.latDeg());
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

  /** The longitude beside the origin, beyond 180 where the antimeridian lies between. */
  private double turned(double lonDeg) {
    double originDeg = frame.origin().lonDeg();
    return originDeg + Math.IEEEremainder(lonDeg - originDeg, 360);
  }

  private Coordinate local(Coordinate degrees) {
    return local(latLon(degrees));
  }

  private static LatLon latLon(Coordinate degrees) {
    return new LatLon(Math.max(-90, Math.min(90, degrees.y)), Math.IEEEremainder(degrees.x, 360));
  }

  private Coordinate local(LatLon point) {
    Enu enu = frame.toLocal(point);
    return new Coordinate(enu.eastM(), enu.northM());
  }
}
