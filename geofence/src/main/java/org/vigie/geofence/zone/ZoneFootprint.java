package org.vigie.geofence.zone;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;

/**
 * The ground of a zone in a local frame. It never leaves out a point of the zone: circles are drawn
 * from outside, rings that cross themselves become their convex hull, and zones that reach far from
 * the frame's origin are grown by the frame's error there.
 */
public final class ZoneFootprint {
  /** Within this distance of the origin the frame is exact to a centimetre. */
  private static final double EXACT_M = 3000;

  private static final double EXACT_ERROR_M = 0.01;
  private static final double EARTH_RADIUS_M = 6_371_000;

  /** Geodesic distances of nearly half the Earth are where simple bounds stop to hold. */
  private static final double CONVEX_M = 5_000_000;

  private ZoneFootprint() {}

  /**
   * True when no point of the zone lies within a distance of a place: decided on the ellipsoid,
   * before any frame is used, for zones on the other side of the Earth.
   */
  public static boolean isBeyond(HorizontalProjection projection, LatLon place, double reachM) {
    if (projection instanceof HorizontalProjection.Circle circle) {
      return Geodesics.distanceM(place, circle.centre()) > circle.radiusM() + reachM;
    }
    List<LatLon> ring = ((HorizontalProjection.Polygon) projection).outer().ring();
    LatLon first = ring.get(0);
    double extentM = 0;
    for (LatLon point : ring) {
      extentM = Math.max(extentM, Geodesics.distanceM(first, point));
    }
    // a ball of that radius is convex and holds every edge
    return extentM < CONVEX_M && Geodesics.distanceM(first, place) > extentM * 1.01 + reachM;
  }

  /**
   * The ground of the zone.
   *
   * @throws IllegalArgumentException if the zone lies across the antimeridian from the frame's
   *     origin; callers ask {@link #isBeyond} first
   */
  public static Geometry of(HorizontalProjection projection, Plane plane) {
    if (projection instanceof HorizontalProjection.Circle circle) {
      Coordinate centre = plane.coordinate(circle.centre());
      double reachM = Math.hypot(centre.x, centre.y) + circle.radiusM();
      return Plane.grown(
          plane.factory().createPoint(centre), circle.radiusM() + frameErrorM(reachM, 0));
    }
    HorizontalProjection.Polygon polygon = (HorizontalProjection.Polygon) projection;
    Coordinate[] shell = plane.closed(polygon.outer().ring());
    LinearRing[] holes =
        polygon.holes().stream()
            .map(GeoPolygon::ring)
            .map(plane::closed)
            .map(plane.factory()::createLinearRing)
            .toArray(LinearRing[]::new);
    Geometry area = plane.factory().createPolygon(plane.factory().createLinearRing(shell), holes);
    if (!area.isValid() || area.getArea() == 0) {
      area = area.convexHull();
    }
    double reachM = 0;
    double edgeM = 0;
    for (int i = 0; i < shell.length; i++) {
      reachM = Math.max(reachM, Math.hypot(shell[i].x, shell[i].y));
      edgeM = i == 0 ? 0 : Math.max(edgeM, shell[i].distance(shell[i - 1]));
    }
    double errorM = frameErrorM(reachM, edgeM);
    return errorM == 0 ? area : Plane.grown(area, errorM);
  }

  /** The frame's error grows with the cube of distance; a long edge bows with its square. */
  private static double frameErrorM(double reachM, double edgeM) {
    return reachM <= EXACT_M
        ? 0
        : EXACT_ERROR_M * Math.pow(reachM / EXACT_M, 3) + edgeM * edgeM / (8 * EARTH_RADIUS_M);
  }
}
