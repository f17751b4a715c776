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
  /** What flying a way takes. */
  @FunctionalInterface
  public interface WayTime {
    /** Seconds from rest at its first point to rest at its last, turns included. */
    double seconds(List<Coordinate> way);
  }

  private FewerTurns() {}

  /** A way through the same free space that is flown no later; ends stay. */
  public static List<Coordinate> of(List<Coordinate> way, FreeSpace space, WayTime time) {
    List<Coordinate> best = List.copyOf(way);
    Optional<List<Coordinate>> sooner = sooner(best, space, time);
    while (sooner.isPresent()) {
      best = sooner.get();
      sooner = sooner(best, space, time);
    }
    return best;
  }

  /** The soonest of the ways with one turn less, if it is sooner. */
  private static Optional<List<Coordinate>> sooner(
      List<Coordinate> way, FreeSpace space, WayTime time) {
    Optional<List<Coordinate>> best = Optional.empty();
    double bestS = time.seconds(way);
    for (int i = 1; i + 2 < way.size(); i++) {
      Optional<List<Coordinate>> merged = merged(way, i);
      if (merged.isPresent()) {
        double seconds = time.seconds(merged.get());
        Coordinate meeting = merged.get().get(i);
        if (seconds < bestS
            && space.isFree(way.get(i - 1), meeting)
            && space.isFree(meeting, way.get(i + 2))) {
          best = merged;
          bestS = seconds;
        }
      }
    }
    return best;
  }

  /** With one turn where the legs before and after one leg meet ahead. */
  private static Optional<List<Coordinate>> merged(List<Coordinate> way, int i) {
    Coordinate a = way.get(i - 1);
    Coordinate b = way.get(i);
    Coordinate c = way.get(i + 1);
    Coordinate d = way.get(i + 2);
    double cross = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
    double along = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / cross;
    if (!(along >= 1) || !Double.isFinite(along)) {
      return Optional.empty();
    }
    List<Coordinate> merged = new ArrayList<>(way);
    merged.set(i, new Coordinate(a.x + (b.x - a.x) * along, a.y + (b.y - a.y) * along));
    merged.remove(i + 1);
    return Optional.of(merged);
  }
}
