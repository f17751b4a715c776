package org.vigie.planner.mission;

import java.util.ArrayList;
import java.util.Collections;
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
   * The path there and back the same way, or empty when the way into the scene cannot be kept
   * clear.
   *
   * @param route to the scene's aim
   * @param home from the route's start to home; that point alone when the route starts there
   */
  public static Optional<FlightPath> sameWay(
      Plane plane,
      List<Coordinate> route,
      List<Coordinate> home,
      SceneShape scene,
      FreeSpace space) {
    Coordinate before = route.get(route.size() - 2);
    Coordinate entry = entry(scene, before);
    for (double approachM : APPROACHES_M) {
      List<Coordinate> outbound = toEntry(route, entry, approachM);
      List<Coordinate> back = new ArrayList<>(outbound);
      Collections.reverse(back);
      back.addAll(home.subList(0, home.size() - 1));
      FlightPath path = path(plane, route.get(0), outbound, entry, scene, back, last(home));
      if (isClear(plane, path, space)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  /**
   * The path there, and back by another way; empty when the scene's surroundings cannot be kept
   * clear.
   *
   * @param route to the scene's aim
   * @param home from the scene's aim to home
   */
  public static Optional<FlightPath> otherWay(
      Plane plane,
      List<Coordinate> route,
      List<Coordinate> home,
      SceneShape scene,
      FreeSpace space) {
    Coordinate entry = entry(scene, route.get(route.size() - 2));
    List<Coordinate> wayIn = new ArrayList<>(home);
    Collections.reverse(wayIn);
    for (double approachM : APPROACHES_M) {
      List<Coordinate> back = toEntry(wayIn, entry, approachM);
      Collections.reverse(back);
      FlightPath path =
          path(
              plane,
              route.get(0),
              toEntry(route, entry, approachM),
              entry,
              scene,
              back,
              last(home));
      if (isClear(plane, path, space)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  /** The path home from where the aircraft holds. */
  public static FlightPath home(Plane plane, List<Coordinate> home) {
    LatLon from = stored(plane, home.get(0));
    List<LatLon> back =
        home.subList(1, home.size() - 1).stream().map(point -> stored(plane, point)).toList();
    return new FlightPath(
        stored(plane, last(home)), from, List.of(), from, List.of(), back, Optional.empty());
  }

  private static Coordinate entry(SceneShape scene, Coordinate before) {
    return scene.orbit() ? towards(scene.aim(), before, scene.radiusM()) : scene.aim();
  }

  /** The route's turns, and a last point close before the entry. */
  private static List<Coordinate> toEntry(
      List<Coordinate> route, Coordinate entry, double approachM) {
    Coordinate before = route.get(route.size() - 2);
    List<Coordinate> way = new ArrayList<>(route.subList(1, route.size() - 1));
    if (entry.distance(before) >= approachM + LEG_M_MIN) {
      way.add(towards(entry, before, approachM));
    }
    return way;
  }

  private static boolean isClear(Plane plane, FlightPath path, FreeSpace space) {
    return space.isFree(plane.hull(path.area()));
  }

  private static Coordinate last(List<Coordinate> way) {
    return way.get(way.size() - 1);
  }

  private static FlightPath path(
      Plane plane,
      Coordinate from,
      List<Coordinate> outbound,
      Coordinate entry,
      SceneShape scene,
      List<Coordinate> back,
      Coordinate home) {
    List<Coordinate> round = scene.orbit() ? round(scene, entry) : List.of();
    return new FlightPath(
        stored(plane, home),
        stored(plane, from),
        outbound.stream().map(point -> stored(plane, point)).toList(),
        stored(plane, entry),
        round.stream().map(point -> stored(plane, point)).toList(),
        back.stream().map(point -> stored(plane, point)).toList(),
        Optional.of(stored(plane, scene.target())));
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
