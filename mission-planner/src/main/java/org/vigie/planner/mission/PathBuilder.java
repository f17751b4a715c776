package org.vigie.planner.mission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.route.FreeSpace;
import org.vigie.planner.scene.SceneShape;

/**
 * Joins a route and a scene so that a return from any point of the scene cuts across nothing but
 * the scene: the way in points at the orbit's centre, and its last point lies close before the
 * entry.
 */
public final class PathBuilder {
  private static final int ORBIT_POINTS = 8;

  /** Distances of the last point before the entry, tried in this order, metres. */
  private static final double[] APPROACHES_M = {20, 12, 6};

  /** Shorter legs than this get no point of their own. */
  private static final double LEG_M_MIN = 4;

  private PathBuilder() {}

  /**
   * The path along a route, or empty when the way into the scene cannot be kept clear.
   *
   * @param route from home to the scene's aim
   */
  public static Optional<FlightPath> build(
      Plane plane, List<Coordinate> route, SceneShape scene, FreeSpace space) {
    Coordinate before = route.get(route.size() - 2);
    Coordinate entry = scene.orbit() ? towards(scene.aim(), before, scene.radiusM()) : scene.aim();
    List<Coordinate> round = scene.orbit() ? round(scene, entry) : List.of();
    List<Coordinate> turns = route.subList(1, route.size() - 1);
    double legM = entry.distance(before);
    for (double approachM : APPROACHES_M) {
      List<Coordinate> outbound = new ArrayList<>(turns);
      if (legM >= approachM + LEG_M_MIN) {
        outbound.add(towards(entry, before, approachM));
      }
      FlightPath path = path(plane, route.get(0), outbound, entry, round, scene);
      if (space.isFree(plane.hull(path.area()))) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  private static FlightPath path(
      Plane plane,
      Coordinate home,
      List<Coordinate> outbound,
      Coordinate entry,
      List<Coordinate> round,
      SceneShape scene) {
    return new FlightPath(
        stored(plane, home),
        outbound.stream().map(point -> stored(plane, point)).toList(),
        stored(plane, entry),
        round.stream().map(point -> stored(plane, point)).toList(),
        stored(plane, scene.target()));
  }

  /** A regular polygon flown clockwise from the entry and back to it. */
  private static List<Coordinate> round(SceneShape scene, Coordinate entry) {
    double first = Math.atan2(entry.x - scene.aim().x, entry.y - scene.aim().y);
    List<Coordinate> round = new ArrayList<>();
    for (int i = 1; i <= ORBIT_POINTS; i++) {
      double angle = first + 2 * Math.PI * i / ORBIT_POINTS;
      round.add(
          i == ORBIT_POINTS
              ? entry
              : new Coordinate(
                  scene.aim().x + scene.radiusM() * Math.sin(angle),
                  scene.aim().y + scene.radiusM() * Math.cos(angle)));
    }
    return round;
  }

  /** The point at a distance from one point towards another; north where they coincide. */
  private static Coordinate towards(Coordinate from, Coordinate to, double distanceM) {
    double lengthM = from.distance(to);
    return lengthM < 1e-6
        ? new Coordinate(from.x, from.y + distanceM)
        : new Coordinate(
            from.x + (to.x - from.x) / lengthM * distanceM,
            from.y + (to.y - from.y) / lengthM * distanceM);
  }

  private static LatLon stored(Plane plane, Coordinate point) {
    return plane.latLon(point).quantised();
  }
}
