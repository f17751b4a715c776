package org.vigie.geofence.obstacle;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.geofence.plane.Plane;

/**
 * An obstacle in a plane.
 *
 * @param obstacle what it is
 * @param outline its area or line, without its radius
 * @param radiusM its radius and what the plane's error and the bend of its edges may add, metres
 */
record PlacedObstacle(Obstacle obstacle, Geometry outline, double radiusM) {
  /** Obstacles that begin beyond are not below any flight around the plane's origin. */
  private static final double REACH_M = 400_000;

  private static final double EARTH_RADIUS_M = 6_335_000;

  /** An edge is straight in degrees; in the plane it bows by this times more up to 85 degrees. */
  private static final double SLOPE_MAX = 12;

  /** The obstacle in the plane, or empty when it is far from it. */
  static Optional<PlacedObstacle> place(Obstacle obstacle, Plane plane) {
    List<LatLon> points = obstacle.shape().points();
    if (Geodesics.distanceM(plane.frame().origin(), points.get(0)) > REACH_M) {
      return Optional.empty();
    }
    boolean closed = obstacle.shape() instanceof ObstacleShape.Area;
    Geometry outline = closed ? area(plane, points) : plane.line(points);
    double reachM = 0;
    double edgeM = 0;
    Coordinate before = null;
    for (Coordinate at : outline.getCoordinates()) {
      reachM = Math.max(reachM, Math.hypot(at.x, at.y));
      edgeM = before == null ? edgeM : Math.max(edgeM, at.distance(before));
      before = at;
    }
    double bowM = edgeM * edgeM / (8 * EARTH_RADIUS_M) * SLOPE_MAX;
    double radiusM = obstacle.shape() instanceof ObstacleShape.Path path ? path.radiusM() : 0;
    // the flat distance of two things is wrong by a part of it, and at most a few radii count
    double errorM = LocalFrame.errorM(reachM, 2 * radiusM) + LocalFrame.positionErrorM(reachM);
    return Optional.of(new PlacedObstacle(obstacle, outline, radiusM + errorM + bowM));
  }

  /** A ring that crosses itself becomes its hull: never less than the obstacle. */
  private static Geometry area(Plane plane, List<LatLon> ring) {
    Geometry area = plane.polygon(ring);
    return area.isValid() ? area : area.convexHull();
  }

  Envelope extent() {
    Envelope extent = new Envelope(outline.getEnvelopeInternal());
    extent.expandBy(radiusM);
    return extent;
  }

  /** Whether it touches an area, or lies so near that errors could put it there. */
  boolean touches(Geometry area) {
    return outline.isWithinDistance(area, radiusM);
  }

  /** All ground that it may stand on. */
  Geometry ground() {
    return Plane.grown(outline, radiusM);
  }
}
