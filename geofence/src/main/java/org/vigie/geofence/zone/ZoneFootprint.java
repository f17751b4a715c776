package org.vigie.geofence.zone;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.geofence.lonlat.BoxDistance;
import org.vigie.geofence.lonlat.LatitudeBand;
import org.vigie.geofence.lonlat.LonLatRings;
import org.vigie.geofence.plane.Plane;

/**
 * The ground of a zone in a local frame. It never leaves out a point of the zone: circles are drawn
 * from outside, rings that cross themselves become their convex hull, a ring outside the first one
 * is an area of its own. Edges are straight in longitude and latitude; a publisher may have meant
 * shortest lines, so what lies between the two readings belongs to the zone as well, and to no
 * hole. Where an edge is so long that the readings lie far apart, the box of both stands for the
 * zone.
 *
 * @source RFC 7946, section 3.1.1, for the edges
 */
public final class ZoneFootprint {
  /** Farther than any flight leads from the origin of its plane. */
  private static final double REACH_M = 50_000;

  /** Frames of more would not be exact. */
  private static final double REACH_M_MAX = 200_000;

  /** The corners of the box that holds all within reach lie farther off. */
  private static final double CORNER = 1.6;

  /** Corners are drawn pointed, but never farther out than this many times the growth. */
  private static final double MITRE = 5;

  private ZoneFootprint() {}

  /**
   * True when no point of the zone lies within a distance of a place, whichever way its edges are
   * read: decided on the ellipsoid, before any frame is used.
   */
  public static boolean isBeyond(HorizontalProjection projection, LatLon place, double reachM) {
    if (projection instanceof HorizontalProjection.Circle circle) {
      return Geodesics.distanceM(place, circle.centre()) > circle.radiusM() + reachM;
    }
    HorizontalProjection.Polygon polygon = (HorizontalProjection.Polygon) projection;
    return BoxDistance.leastM(place, new GeoPolygon(polygon.points())) > reachM;
  }

  /** The ground of the zone within 50 km of the plane's origin. */
  public static Geometry of(HorizontalProjection projection, Plane plane) {
    return of(projection, plane, REACH_M);
  }

  /**
   * The ground of the zone within a distance of the plane's origin; of what lies farther, some or
   * nothing. For polygons it is at most three centimetres more than the two readings of the edges
   * together within 30 km, but for pointed corners and boxes.
   *
   * @return empty when the zone does not come so near
   * @throws IllegalArgumentException if the reach is not between 0 and 200 km, or the origin lies
   *     within 5 degrees of a pole
   */
  public static Geometry of(HorizontalProjection projection, Plane plane, double reachM) {
    if (!(reachM >= 0 && reachM <= REACH_M_MAX)) {
      throw new IllegalArgumentException("reach must be 0 to " + REACH_M_MAX + " m, not " + reachM);
    }
    LatLon origin = plane.frame().origin();
    if (Math.abs(origin.latDeg()) > LocalFrame.LATITUDE_DEG_MAX) {
      throw new IllegalArgumentException("no footprint so near a pole: " + origin);
    }
    if (isBeyond(projection, origin, CORNER * reachM)) {
      return plane.factory().createPolygon();
    }
    return projection instanceof HorizontalProjection.Circle circle
        ? circle(circle, plane, reachM)
        : polygon((HorizontalProjection.Polygon) projection, plane, reachM);
  }

  private static Geometry circle(HorizontalProjection.Circle circle, Plane plane, double reachM) {
    double awayM = Geodesics.distanceM(plane.frame().origin(), circle.centre());
    if (circle.radiusM() - awayM > CORNER * reachM || awayM > LocalFrame.REACH_M_MAX - 1) {
      // all within reach, or so large that it may as well be
      return plane
          .factory()
          .toGeometry(
              new Envelope(-CORNER * reachM, CORNER * reachM, -CORNER * reachM, CORNER * reachM));
    }
    double farM = Math.min(awayM + circle.radiusM(), Math.max(awayM, CORNER * reachM));
    double errorM = LocalFrame.errorM(farM, circle.radiusM()) + 2 * LocalFrame.positionErrorM(farM);
    return Plane.grown(
        plane.factory().createPoint(plane.coordinate(circle.centre())), circle.radiusM() + errorM);
  }

  private static Geometry polygon(
      HorizontalProjection.Polygon polygon, Plane plane, double reachM) {
    LatLon origin = plane.frame().origin();
    LatitudeBand band = LatitudeBand.around(origin.latDeg(), reachM);
    double halfDeg = Math.min(180, band.mostLonDeg(reachM));
    Envelope box =
        new Envelope(
            origin.lonDeg() - halfDeg, origin.lonDeg() + halfDeg, band.southDeg(), band.northDeg());
    DegreeShapes shapes = new DegreeShapes(plane, box);
    List<Geometry> areas = new ArrayList<>();
    List<Geometry> between = new ArrayList<>();
    for (LonLatRings rings : LonLatRings.readings(polygon.outer(), polygon.holes())) {
      if (rings.isCoarse()) {
        shapes.straight(areas, rings.box());
      } else {
        shapes.straight(areas, rings);
        shapes.between(between, rings);
      }
    }
    double growM = 3 * DegreeShapes.BOW_M + LocalFrame.positionErrorM(CORNER * reachM);
    List<Geometry> grown = new ArrayList<>();
    areas.forEach(area -> grown.add(grown(area, growM)));
    if (!between.isEmpty()) {
      // what bows into the area adds nothing but corners
      List<PreparedGeometry> inner =
          areas.stream()
              .map(area -> PreparedGeometryFactory.prepare(grown(area, growM / 2)))
              .toList();
      between.stream()
          .filter(strip -> inner.stream().noneMatch(area -> area.covers(strip)))
          .forEach(strip -> grown.add(grown(strip, growM)));
    }
    return grown.isEmpty()
        ? plane.factory().createPolygon()
        : grown.size() == 1 ? grown.get(0) : OverlayNGRobust.union(grown);
  }

  /** All points within a distance, and pointed corners, which need no more points than before. */
  private static Geometry grown(Geometry shape, double distanceM) {
    BufferParameters parameters = new BufferParameters();
    parameters.setJoinStyle(BufferParameters.JOIN_MITRE);
    parameters.setMitreLimit(MITRE);
    parameters.setEndCapStyle(BufferParameters.CAP_SQUARE);
    parameters.setSimplifyFactor(0);
    return BufferOp.bufferOp(shape, distanceM, parameters);
  }
}
