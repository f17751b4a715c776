package org.vigie.planner.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * Replaces the short legs round a grown corner by one turn: a multirotor slows down at each
 * waypoint, so that a slightly longer way with fewer of them is sooner flown.
 */
public final class FewerTurns {
  /** Legs shorter than this are worth a detour. */
  private static final double SHORT_M = 25;

  /** What one turn less may cost: the way flown in the time that a turn takes. */
  private static final double DETOUR_M = 12;

  private FewerTurns() {}

  /** The same way with fewer turns, still free; ends stay. */
  public static List<Coordinate> of(List<Coordinate> path, RouteFinder finder) {
    List<Coordinate> way = new ArrayList<>(path);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 1; i + 2 < way.size() && !changed; i++) {
        Optional<Coordinate> corner = corner(way, i, finder);
        if (corner.isPresent()) {
          way.set(i, corner.get());
          way.remove(i + 1);
          changed = true;
        }
      }
    }
    return way;
  }

  /** Where the legs before and after a short leg meet, if that is near and free. */
  private static Optional<Coordinate> corner(List<Coordinate> way, int i, RouteFinder finder) {
    Coordinate a = way.get(i - 1);
    Coordinate b = way.get(i);
    Coordinate c = way.get(i + 1);
    Coordinate d = way.get(i + 2);
    if (b.distance(c) > SHORT_M) {
      return Optional.empty();
    }
    double cross = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
    double along = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / cross;
    Coordinate meeting = new Coordinate(a.x + (b.x - a.x) * along, a.y + (b.y - a.y) * along);
    double detourM = a.distance(meeting) + meeting.distance(d) - length(a, b, c, d);
    boolean better = Double.isFinite(detourM) && along >= 1 && detourM <= DETOUR_M;
    return better && finder.isFree(a, meeting) && finder.isFree(meeting, d)
        ? Optional.of(meeting)
        : Optional.empty();
  }

  private static double length(Coordinate... points) {
    double sum = 0;
    for (int i = 0; i + 1 < points.length; i++) {
      sum += points[i].distance(points[i + 1]);
    }
    return sum;
  }
}
