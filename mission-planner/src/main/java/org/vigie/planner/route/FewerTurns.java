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
  /** What flying a leg takes. */
  @FunctionalInterface
  public interface LegTime {
    /** Seconds from one turn to the next, slowing down and speeding up again included. */
    double seconds(Coordinate from, Coordinate to);
  }

  private final FreeSpace space;
  private final LegTime time;
  private final List<Coordinate> way;

  private FewerTurns(List<Coordinate> way, FreeSpace space, LegTime time) {
    this.way = new ArrayList<>(way);
    this.space = space;
    this.time = time;
  }

  /** A way through the same free space that is flown no later; ends stay. */
  public static List<Coordinate> of(List<Coordinate> way, FreeSpace space, LegTime time) {
    FewerTurns fewer = new FewerTurns(way, space, time);
    Optional<Merge> best = fewer.best();
    while (best.isPresent()) {
      fewer.way.set(best.get().first(), best.get().meeting());
      fewer.way.remove(best.get().first() + 1);
      best = fewer.best();
    }
    return List.copyOf(fewer.way);
  }

  /** The turn at one number and the next become one. */
  private record Merge(int first, Coordinate meeting, double gainS) {}

  private Optional<Merge> best() {
    Optional<Merge> best = Optional.empty();
    for (int i = 1; i + 2 < way.size(); i++) {
      Optional<Merge> merge = merge(i);
      boolean better =
          merge.isPresent()
              && merge.get().gainS() > best.map(Merge::gainS).orElse(0.0)
              && space.isFree(way.get(i - 1), merge.get().meeting())
              && space.isFree(merge.get().meeting(), way.get(i + 2));
      best = better ? merge : best;
    }
    return best;
  }

  /** Where the legs before and after one leg meet ahead. */
  private Optional<Merge> merge(int i) {
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
    double nowS = time.seconds(a, b) + time.seconds(b, c) + time.seconds(c, d);
    double gainS = nowS - time.seconds(a, meeting) - time.seconds(meeting, d);
    return gainS > 0 ? Optional.of(new Merge(i, meeting, gainS)) : Optional.empty();
  }
}
