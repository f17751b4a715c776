package org.vigie.planner.route;

import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/**
 * The soonest way through free space in steady wind. Exact: no way that enters no obstacle with its
 * margin, as it is drawn, takes less time. Whether a line enters an obstacle is decided by signs of
 * determinants, without a tolerance; only the sum of seconds is rounded. How an obstacle with its
 * margin is drawn is {@link Growth}'s to say: never too small. Confined to one planning.
 */
public final class RouteFinder {
  /** A search that looks at more lines takes seconds: the answer would come too late. */
  public static final long LINES_MAX = 5_000_000;

  private final FreeSpace space;
  private final TravelTime time;

  public RouteFinder(FreeSpace space, TravelTime time) {
    this.space = space;
    this.time = time;
  }

  public FreeSpace space() {
    return space;
  }

  public TravelTime time() {
    return time;
  }

  /**
   * The soonest way between two points; empty when there is none.
   *
   * @throws TooComplexException if it cannot be found in time
   */
  public Optional<Route> fastest(Coordinate from, Coordinate to) throws TooComplexException {
    return search(from, to, new BitSet()).run();
  }

  /** The soonest way if obstacles of some names were not there. */
  public Optional<Route> fastestWithout(Set<String> names, Coordinate from, Coordinate to)
      throws TooComplexException {
    return search(from, to, space.numbersOf(names)).run();
  }

  RouteSearch search(Coordinate from, Coordinate to, BitSet ignored) {
    return new RouteSearch(space, time, ignored, from, to);
  }
}
