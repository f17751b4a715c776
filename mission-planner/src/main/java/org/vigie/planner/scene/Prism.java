package org.vigie.planner.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.vigie.geofence.obstacle.Obstacle;
import org.vigie.geofence.obstacle.ObstacleFile;
import org.vigie.geofence.obstacle.ObstacleShape;
import org.vigie.geofence.obstacle.ObstacleTop;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.AreaRange;
import org.vigie.geofence.terrain.Terrain;

/**
 * An obstacle as something that cannot be looked through, from the ground up to its top.
 *
 * @param ground what it stands on, metres of the plane
 * @param topM altitude of its top, metres; infinite when nobody knows
 */
record Prism(String name, Geometry ground, double topM) {
  /** The obstacles within a distance of a place. */
  static List<Prism> around(
      Coordinate place, double reachM, List<ObstacleFile> files, Plane plane, Terrain terrain) {
    Geometry centre = plane.factory().createPoint(place);
    List<Prism> prisms = new ArrayList<>();
    for (ObstacleFile file : files) {
      for (Obstacle obstacle : file.obstacles()) {
        Geometry ground = ground(obstacle.shape(), plane);
        if (ground.isWithinDistance(centre, reachM)) {
          prisms.add(new Prism(obstacle.name(), ground, topM(obstacle, ground, plane, terrain)));
        }
      }
    }
    return prisms;
  }

  private static Geometry ground(ObstacleShape shape, Plane plane) {
    if (shape instanceof ObstacleShape.Path path) {
      // no thinner than the error of its place, so that a mast without radius hides
      return Plane.grown(plane.line(path.points()), Math.max(0.5, path.radiusM()));
    }
    Geometry area = plane.polygon(shape.points());
    return area.isValid() ? area : area.convexHull();
  }

  private static double topM(Obstacle obstacle, Geometry ground, Plane plane, Terrain terrain) {
    if (obstacle.top() instanceof ObstacleTop.AtAltitude at) {
      return at.altitude().metres();
    }
    return obstacle.top() instanceof ObstacleTop.AboveGround above
        ? AreaRange.of(terrain, plane, ground)
            .map(range -> above.height().over(range.highest()).metres())
            .orElse(Double.POSITIVE_INFINITY)
        : Double.POSITIVE_INFINITY;
  }

  /** Its top at a place, if it stands there. */
  OptionalDouble topAt(Coordinate place) {
    return ground.intersects(ground.getFactory().createPoint(place))
        ? OptionalDouble.of(topM)
        : OptionalDouble.empty();
  }

  /** Whether it stands in a line between two points with altitudes: exact. */
  boolean hides(Coordinate from, Coordinate to) {
    double lowM = Math.min(from.getZ(), to.getZ());
    if (topM <= lowM) {
      return false;
    }
    LineString line = ground.getFactory().createLineString(new Coordinate[] {flat(from), flat(to)});
    Geometry inside = line.intersection(ground);
    double lengthM = line.getLength();
    for (Coordinate at : inside.getCoordinates()) {
      double part = lengthM == 0 ? 0 : Math.min(1, at.distance(line.getCoordinateN(0)) / lengthM);
      if (from.getZ() + (to.getZ() - from.getZ()) * part < topM) {
        return true;
      }
    }
    return false;
  }

  private static Coordinate flat(Coordinate point) {
    return new Coordinate(point.x, point.y);
  }
}
