package org.vigie.planner.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class OpeningsTest {
  private static final Coordinate START = new Coordinate(0, 0);
  private static final Coordinate GOAL = new Coordinate(200, 0);
  private static final TravelTime STILL = TravelTime.inStillAir(1);

  private static RouteObstacle obstacle(String name, String shape) {
    try {
      return RouteObstacle.of(name, new WKTReader().read(shape), 1);
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static RouteObstacle box(String name, int west, int south, int east, int north) {
    return obstacle(
        name,
        "POLYGON((%1$d %2$d, %3$d %2$d, %3$d %4$d, %1$d %4$d, %1$d %2$d))"
            .formatted(west, south, east, north));
  }

  private static RouteObstacle ring(String name, int half) {
    return obstacle(
        name,
        "POLYGON((-%1$d -%1$d, %1$d -%1$d, %1$d %1$d, -%1$d %1$d, -%1$d -%1$d), (-%2$d -%2$d, -%2$d"
                .formatted(half, half - 5)
            + " %1$d, %1$d %1$d, %1$d -%1$d, -%1$d -%1$d))".formatted(half - 5));
  }

  private static Openings find(RouteObstacle... obstacles) {
    return Openings.find(new RouteFinder(FreeSpace.among(List.of(obstacles)), STILL), START, GOAL);
  }

  @Test
  void where_there_is_a_way_nothing_must_be_opened() {
    assertThat(find(box("A", 50, -20, 60, 20))).isEqualTo(new Openings(List.of(), true));
  }

  @Test
  void the_one_ring_that_closes_the_way_is_named_and_nothing_else() {
    Openings openings = find(ring("ring", 40), box("beside", 60, -20, 70, 20));
    assertThat(openings.complete()).isTrue();
    assertThat(openings.soonestFirst())
        .singleElement()
        .satisfies(
            opening -> {
              assertThat(opening.names()).containsExactly("ring");
              assertThat(opening.route().seconds()).isBetween(200.0, 210.0);
            });
  }

  @Test
  void each_part_of_a_ring_would_open_it_and_the_soonest_way_comes_first() {
    Openings openings =
        find(
            box("west", -50, -40, -40, 40),
            box("east", 40, -40, 50, 40),
            box("south", -50, -50, 50, -40),
            box("north", -50, 40, 50, 50));
    assertThat(openings.soonestFirst())
        .extracting(Opening::names)
        .containsExactlyInAnyOrder(Set.of("west"), Set.of("east"), Set.of("south"), Set.of("north"))
        .first()
        .isEqualTo(Set.of("east"));
    assertThat(openings.soonestFirst().get(0).route().seconds()).isEqualTo(200);
  }

  @Test
  void two_rings_one_in_the_other_must_both_go_and_four_are_too_many() {
    assertThat(find(ring("inner", 30), ring("outer", 60)).soonestFirst())
        .singleElement()
        .satisfies(opening -> assertThat(opening.names()).containsOnly("inner", "outer"));
    Openings four = find(ring("1", 10), ring("2", 20), ring("3", 30), ring("4", 40));
    assertThat(four.soonestFirst()).isEmpty();
    assertThat(four.complete()).isTrue();
  }

  @Test
  void all_that_hold_an_end_must_go_together_and_parts_of_one_name_count_once() {
    assertThat(
            find(
                    box("A", -10, -10, 10, 10),
                    box("B", -5, -20, 5, 20),
                    box("A", 190, -10, 210, 10),
                    box("C", 90, -10, 110, 10))
                .soonestFirst())
        .singleElement()
        .satisfies(opening -> assertThat(opening.names()).containsOnly("A", "B"));
  }

  @Test
  void the_allowed_area_may_be_what_closes_the_way() throws Exception {
    Geometry area = new WKTReader().read("POLYGON((-20 -20, 100 -20, 100 20, -20 20, -20 -20))");
    RouteFinder finder =
        new RouteFinder(FreeSpace.within(area, 2, List.of(box("A", 50, -10, 60, 10))), STILL);
    assertThat(Openings.find(finder, START, GOAL).soonestFirst())
        .singleElement()
        .satisfies(opening -> assertThat(opening.names()).containsExactly(FreeSpace.AREA));
  }

  /** Every set of up to three, tried by a search of its own. */
  @Test
  void seeded_maps_have_the_fewest_that_trying_all_sets_finds() throws Exception {
    int closed = 0;
    for (int seed = 0; seed < 150; seed++) {
      GridMap map = new GridMap(seed);
      List<RouteObstacle> obstacles = new ArrayList<>();
      for (Geometry shape : map.obstacles) {
        obstacles.add(RouteObstacle.of("Z" + obstacles.size(), shape, 0.5));
      }
      RouteFinder finder = new RouteFinder(FreeSpace.among(obstacles), STILL);
      Openings openings = Openings.find(finder, map.start, map.goal);
      assertThat(openings.complete()).isTrue();
      Set<Set<String>> expected = fewest(finder, map, obstacles.size());
      assertThat(openings.soonestFirst())
          .as("seed %d", seed)
          .extracting(Opening::names)
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(openings.soonestFirst())
          .isSortedAccordingTo(
              Comparator.comparingDouble((Opening opening) -> opening.route().seconds()));
      closed += expected.isEmpty() ? 0 : 1;
    }
    assertThat(closed).isGreaterThan(40);
  }

  private static Set<Set<String>> fewest(RouteFinder finder, GridMap map, int count)
      throws TooComplexException {
    for (int size = 0; size <= 3; size++) {
      Set<Set<String>> open = new HashSet<>();
      for (int bits = 0; bits < 1 << count; bits++) {
        if (Integer.bitCount(bits) != size) {
          continue;
        }
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < count; i++) {
          if ((bits >> i & 1) == 1) {
            names.add("Z" + i);
          }
        }
        if (finder.fastestWithout(names, map.start, map.goal).isPresent()) {
          open.add(names);
        }
      }
      if (!open.isEmpty()) {
        return size == 0 ? Set.of() : open;
      }
    }
    return Set.of();
  }
}
