package org.vigie.planner.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * Replaces legs round a grown corner by one turn where that is sooner: a multirotor slows down at
 * each waypoint, so that a longer way with fewer of them may take less time. No result takes more
 * time, turns counted, than the way that it was made from.
 */
public final class FewerTurns {
  private FewerTurns() {}

  /**
   * A way through the same free space that is flown no later; ends stay.
   *
   * @param legS what each leg costs beside the time at speed: to start and to stop
   */
  public static List<Coordinate> of(List<Coordinate> path, RouteFinder finder, double legS) {
    List<Coordinate> way = new ArrayList<>(path);
    Optional<Merge> best = best(way, finder, legS);
    while (best.isPresent()) {
      way.set(best.get().first(), best.get().meeting());
      way.remove(best.get().first() + 1);
      best = best(way, finder, legS);
    }
    return way;
  }

  /** The turn at one number and the next become one. */
  private record Merge(int first, Coordinate meeting, double gainS) {}

  private static Optional<Merge> best(List<Coordinate> way, RouteFinder finder, double legS) {
    Optional<Merge> best = Optional.empty();
    for (int i = 1; i + 2 < way.size(); i++) {
      Optional<Merge> merge = merge(way, i, finder.time(), legS);
      boolean better =
          merge.isPresent()
              && merge.get().gainS() > best.map(Merge::gainS).orElse(0.0)
              && finder.space().isFree(way.get(i - 1), merge.get().meeting())
              && finder.space().isFree(merge.get().meeting(), way.get(i + 2));
      best = better ? merge : best;
    }
    return best;
  }

  /** Where the legs before and after one leg meet ahead. */
  private static Optional<Merge> merge(List<Coordinate> way, int i, TravelTime time, double legS) {
    Coordinate a = way.get(i - 1);
    Coordinate b = way.get(i);
    Coordinate c = way.get(i + 1);
    Coordinate d = way.get(i + 2);
    double cross = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
    double along = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / cross;
    if (!(along >= 1) || !Double.isFinite(along)) {
      return Optional.empty();
    }
    Coordinate meeting = new Coordinate(a.x + (b.x - a.x) * along, a.y + (b.y - a.y) * along);
    double nowS = time.seconds(a, b) + time.seconds(b, c) + time.seconds(c, d) + legS;
    double thenS = time.seconds(a, meeting) + time.seconds(meeting, d);
    return nowS > thenS ? Optional.of(new Merge(i, meeting, nowS - thenS)) : Optional.empty();
  }
}
