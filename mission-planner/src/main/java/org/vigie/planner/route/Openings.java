package org.vigie.planner.route;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;

/**
 * Finds the fewest obstacles that close a way: computed by searching without them. Some of those
 * that a failed search met must go, for they alone close the way; so each is taken away in turn,
 * then each pair, and so on.
 *
 * @param soonestFirst every set of the fewest obstacles without which there is a way; empty when
 *     {@link #NAMES_MAX} are too few or the search was cut
 * @param complete false when the search was cut at {@link #SEARCHES_MAX}
 */
public record Openings(List<Opening> soonestFirst, boolean complete) {
  /** Nobody asks for more authorisations than these for one flight. */
  public static final int NAMES_MAX = 3;

  /** Searches take a millisecond or so; more than this would hold up the answer. */
  public static final int SEARCHES_MAX = 300;

  public Openings {
    soonestFirst = List.copyOf(soonestFirst);
  }

  /** What would open a way between two points; nothing where there is one. */
  public static Openings find(RouteFinder finder, Coordinate from, Coordinate to) {
    List<Set<String>> candidates = List.of(Set.of());
    Set<Set<String>> seen = new HashSet<>();
    List<Opening> openings = new ArrayList<>();
    int searches = 0;
    for (int size = 0; size <= NAMES_MAX && openings.isEmpty(); size++) {
      List<Set<String>> larger = new ArrayList<>();
      for (Set<String> names : candidates) {
        if (names.size() > size) {
          larger.add(names);
          continue;
        }
        if (++searches > SEARCHES_MAX) {
          return new Openings(sorted(openings), false);
        }
        try {
          RouteSearch search = finder.search(from, to, finder.space().numbersOf(names));
          Optional<Route> route = search.run();
          if (route.isPresent()) {
            openings.add(new Opening(names, route.get()));
          } else {
            grow(names, finder.space(), search, from, to)
                .forEach(
                    more -> {
                      if (more.size() <= NAMES_MAX && seen.add(more)) {
                        larger.add(more);
                      }
                    });
          }
        } catch (TooComplexException e) {
          return new Openings(sorted(openings), false);
        }
      }
      candidates = larger;
    }
    boolean free = openings.size() == 1 && openings.get(0).names().isEmpty();
    return new Openings(free ? List.of() : sorted(openings), true);
  }

  /** Larger sets that may open a way: with one of those that closed it, or all that hold an end. */
  private static List<Set<String>> grow(
      Set<String> names, FreeSpace space, RouteSearch search, Coordinate from, Coordinate to) {
    BitSet gone = space.numbersOf(names);
    BitSet holders = space.holders(from, gone);
    holders.or(space.holders(to, gone));
    List<Set<String>> larger = new ArrayList<>();
    if (!holders.isEmpty()) {
      Set<String> all = new TreeSet<>(names);
      holders.stream().forEach(i -> all.add(space.obstacle(i).name()));
      larger.add(all);
    } else {
      Set<String> met = new TreeSet<>();
      search.met().stream().forEach(i -> met.add(space.obstacle(i).name()));
      for (String name : met) {
        Set<String> more = new TreeSet<>(names);
        more.add(name);
        larger.add(more);
      }
    }
    return larger;
  }

  private static List<Opening> sorted(List<Opening> openings) {
    return openings.stream()
        .sorted(
            Comparator.comparingDouble((Opening opening) -> opening.route().seconds())
                .thenComparing(opening -> String.join(",", new TreeSet<>(opening.names()))))
        .toList();
  }
}
