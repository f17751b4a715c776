package org.vigie.planner.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.planner.request.Wind;

/** The soonest way costs what brute force finds, on seeded maps of every awkward kind. */
class RouteOracleTest {
  private static final double CRUISE_MPS = 8;
  private static final double MAX_AIR_MPS = 12;

  /** Maps are so much larger where margins must fit between obstacles. */
  private static final int SCALE = 5;

  private static final double RELATIVE = 1e-6;

  /** What a seed ended in. */
  private record Compared(double ours, double expected) {
    boolean agrees() {
      return Double.isInfinite(ours)
          ? Double.isInfinite(expected)
          : Math.abs(ours - expected) <= RELATIVE * expected;
    }
  }

  @Test
  void ways_on_grids_cost_what_exact_brute_force_finds() throws Exception {
    gridMaps(0, 400);
  }

  @Test
  @Tag("deep")
  void ways_on_ten_thousand_grids_cost_what_exact_brute_force_finds() throws Exception {
    gridMaps(0, 10_000);
  }

  @Test
  void ways_round_margins_cost_what_brute_force_finds() throws Exception {
    marginMaps(0, 60);
  }

  @Test
  @Tag("deep")
  void ways_round_margins_of_two_thousand_maps_cost_what_brute_force_finds() throws Exception {
    marginMaps(0, 2_000);
  }

  @Test
  void a_dropped_zone_shows() throws Exception {
    int wrong = 0;
    for (int seed = 0; seed < 100; seed++) {
      GridMap map = new GridMap(seed);
      Wind wind = wind(seed);
      double expected = expected(map, map.obstacles, wind);
      for (int dropped = 0; dropped < map.obstacles.size(); dropped++) {
        List<Geometry> fewer = new ArrayList<>(map.obstacles);
        fewer.remove(dropped);
        wrong += new Compared(ours(map, fewer, 0, wind), expected).agrees() ? 0 : 1;
      }
    }
    assertThat(wrong).isGreaterThan(40);
  }

  @Test
  void a_metre_less_margin_shows() throws Exception {
    int wrong = 0;
    for (int seed = 0; seed < 30; seed++) {
      GridMap map = new GridMap(seed, SCALE);
      Wind wind = wind(seed);
      double ours = ours(map, map.obstacles, 3, wind);
      wrong += new Compared(ours, expectedGrown(map, 4, wind)).agrees() ? 0 : 1;
    }
    assertThat(wrong).isGreaterThan(10);
  }

  private static void gridMaps(int first, int count) throws TooComplexException {
    int found = 0;
    int turned = 0;
    for (int seed = first; seed < first + count; seed++) {
      GridMap map = new GridMap(seed);
      Wind wind = wind(seed);
      double expected = expected(map, map.obstacles, wind);
      Optional<Route> route =
          new RouteFinder(space(map, map.obstacles, 0), time(wind)).fastest(map.start, map.goal);
      if (Double.isInfinite(expected)) {
        assertThat(route).as("seed %d", seed).isEmpty();
        continue;
      }
      assertThat(route).as("seed %d", seed).isPresent();
      assertThat(route.get().seconds())
          .as("seed %d", seed)
          .isCloseTo(expected, within(RELATIVE * expected));
      assertFlyable(map, route.get(), wind, seed);
      found++;
      turned += route.get().points().size() > 2 ? 1 : 0;
    }
    assertThat(found).isGreaterThan(count / 3);
    assertThat(turned).isGreaterThan(count / 10);
  }

  private static void marginMaps(int first, int count) throws TooComplexException {
    int found = 0;
    for (int seed = first; seed < first + count; seed++) {
      GridMap map = new GridMap(seed, SCALE);
      Wind wind = wind(seed);
      double marginM = 0.5 + new Random(seed).nextInt(4) + new Random(~seed).nextDouble();
      double expected = expectedGrown(map, marginM, wind);
      double ours = ours(map, map.obstacles, marginM, wind);
      assertThat(new Compared(ours, expected))
          .as("seed %d, margin %s", seed, marginM)
          .matches(Compared::agrees);
      found += Double.isInfinite(ours) ? 0 : 1;
    }
    assertThat(found).isGreaterThan(count / 3);
  }

  private static Wind wind(long seed) {
    Random random = new Random(seed + 1);
    return random.nextInt(4) == 0
        ? new Wind(0, 0)
        : new Wind(random.nextInt(360), 11.9 * random.nextDouble());
  }

  private static TravelTime time(Wind wind) {
    return TravelTime.find(CRUISE_MPS, MAX_AIR_MPS, wind).orElseThrow();
  }

  private static BruteForce.Cost cost(Wind wind) {
    double towards = Math.toRadians(wind.fromDeg() + 180);
    return BruteForce.windTriangle(
        CRUISE_MPS,
        MAX_AIR_MPS,
        wind.speedMps() * Math.sin(towards),
        wind.speedMps() * Math.cos(towards));
  }

  private static List<RouteObstacle> grown(List<Geometry> shapes, double marginM) {
    List<RouteObstacle> obstacles = new ArrayList<>();
    for (Geometry shape : shapes) {
      obstacles.add(RouteObstacle.of("Z" + obstacles.size(), shape, marginM));
    }
    return obstacles;
  }

  private static FreeSpace space(GridMap map, List<Geometry> shapes, double marginM) {
    return map.areas.isEmpty()
        ? FreeSpace.among(grown(shapes, marginM))
        : FreeSpace.within(map.areas.get(0), marginM, grown(shapes, marginM));
  }

  private static double ours(GridMap map, List<Geometry> shapes, double marginM, Wind wind)
      throws TooComplexException {
    return new RouteFinder(space(map, shapes, marginM), time(wind))
        .fastest(map.start, map.goal)
        .map(Route::seconds)
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static IntegerLines lines(GridMap map, List<Geometry> shapes) {
    return new IntegerLines(whole(shapes), whole(map.areas));
  }

  private static double expected(GridMap map, List<Geometry> shapes, Wind wind) {
    List<Coordinate> nodes = new ArrayList<>(List.of(map.start, map.goal));
    shapes.forEach(shape -> nodes.addAll(Arrays.asList(shape.getCoordinates())));
    map.areas.forEach(area -> nodes.addAll(Arrays.asList(area.getCoordinates())));
    return BruteForce.least(nodes, lines(map, shapes), cost(wind));
  }

  /** With margins, the shapes are those that the search draws, and whole numbers are gone. */
  private static double expectedGrown(GridMap map, double marginM, Wind wind) {
    List<RouteObstacle> obstacles = grown(map.obstacles, marginM);
    map.areas.forEach(area -> obstacles.add(RouteObstacle.outside("area", area, marginM)));
    List<Coordinate> nodes = new ArrayList<>(List.of(map.start, map.goal));
    List<List<Coordinate[]>> polygons = new ArrayList<>();
    for (RouteObstacle obstacle : obstacles) {
      nodes.addAll(Arrays.asList(obstacle.grown().getCoordinates()));
      polygons.addAll(rings(obstacle.grown()));
    }
    return BruteForce.least(nodes, new PlainLines(polygons), cost(wind));
  }

  private static List<List<Coordinate[]>> rings(Geometry geometry) {
    List<List<Coordinate[]>> polygons = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      List<Coordinate[]> rings = new ArrayList<>();
      Geometry boundary = geometry.getGeometryN(i).getBoundary();
      for (int k = 0; k < boundary.getNumGeometries(); k++) {
        rings.add(boundary.getGeometryN(k).getCoordinates());
      }
      polygons.add(rings);
    }
    return polygons;
  }

  private static List<List<long[][]>> whole(List<Geometry> shapes) {
    List<List<long[][]>> polygons = new ArrayList<>();
    for (Geometry shape : shapes) {
      for (List<Coordinate[]> rings : rings(shape)) {
        List<long[][]> whole = new ArrayList<>();
        for (Coordinate[] ring : rings) {
          whole.add(
              Arrays.stream(ring)
                  .map(c -> new long[] {Math.round(c.x), Math.round(c.y)})
                  .toArray(long[][]::new));
        }
        polygons.add(whole);
      }
    }
    return polygons;
  }

  private static void assertFlyable(GridMap map, Route route, Wind wind, int seed) {
    List<Coordinate> points = route.points();
    assertThat(points.get(0)).isEqualTo(map.start);
    assertThat(points.get(points.size() - 1)).isEqualTo(map.goal);
    IntegerLines lines = lines(map, map.obstacles);
    double seconds = 0;
    for (int i = 0; i + 1 < points.size(); i++) {
      Coordinate from = points.get(i);
      Coordinate to = points.get(i + 1);
      assertThat(lines.isFree(from, to)).as("seed %d, leg %d", seed, i).isTrue();
      seconds += cost(wind).of(to.x - from.x, to.y - from.y);
    }
    assertThat(route.seconds()).isCloseTo(seconds, within(RELATIVE * seconds));
  }
}
