package org.vigie.geofence.obstacle;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;

/**
 * Where something is known, as outlines whose edges are straight in longitude and latitude,
 * compared in degrees: outlines may be as large as a country. Immutable.
 */
final class Coverage {
  /** An edge of the asked area bows by less than 3 mm between two points so near, at 85 degrees. */
  private static final double STEP_M = 100;

  /** So much the asked area is grown before it is compared: more than it bows. */
  private static final double MARGIN_M = 0.01;

  private final Plane plane;
  private final Geometry known;

  Coverage(Plane plane, List<GeoPolygon> outlines) {
    this.plane = plane;
    GeometryFactory factory = new GeometryFactory();
    List<Geometry> areas = new ArrayList<>();
    for (GeoPolygon outline : outlines) {
      List<LatLon> ring = outline.ring();
      Coordinate[] closed = new Coordinate[ring.size() + 1];
      for (int i = 0; i < ring.size(); i++) {
        closed[i] = new Coordinate(turned(ring.get(i).lonDeg()), ring.get(i).latDeg());
      }
      closed[ring.size()] = closed[0].copy();
      Geometry area = factory.createPolygon(closed);
      // what crosses itself claims nothing
      if (area.isValid()) {
        areas.add(area);
      }
    }
    Geometry union = UnaryUnionOp.union(areas);
    this.known = union == null ? factory.createPolygon() : union;
  }

  /** Whether all of an area of the plane lies within. */
  boolean covers(Geometry area) {
    if (known.isEmpty()) {
      return false;
    }
    Geometry degrees = Densifier.densify(Plane.grown(area, MARGIN_M), STEP_M);
    degrees.apply(new ToDegrees());
    return known.covers(degrees);
  }

  /** The longitude beside the plane's origin, beyond 180 where the antimeridian lies between. */
  private double turned(double lonDeg) {
    double originDeg = plane.frame().origin().lonDeg();
    return originDeg + Math.IEEEremainder(lonDeg - originDeg, 360);
  }

  private final class ToDegrees implements CoordinateSequenceFilter {
    @Override
    public void filter(CoordinateSequence points, int i) {
      LatLon point = plane.latLon(points.getCoordinate(i));
      points.setOrdinate(i, 0, turned(point.lonDeg()));
      points.setOrdinate(i, 1, point.latDeg());
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
