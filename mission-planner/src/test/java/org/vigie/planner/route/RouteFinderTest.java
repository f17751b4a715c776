package org.vigie.planner.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class RouteFinderTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Coordinate START = new Coordinate(0, 0);
  private static final Coordinate GOAL = new Coordinate(100, 0);

  private static Geometry wkt(String text) throws ParseException {
    return new WKTReader(FACTORY).read(text);
  }

  private static double lengthM(List<Coordinate> path) {
    double sum = 0;
    for (int i = 0; i + 1 < path.size(); i++) {
      sum += path.get(i).distance(path.get(i + 1));
    }
    return sum;
  }

  @Test
  void the_way_round_a_square_touches_its_corners() throws Exception {
    RouteFinder finder = new RouteFinder(wkt("POLYGON((40 -30, 60 -30, 60 20, 40 20, 40 -30))"));
    assertThat(finder.shortest(START, GOAL).orElseThrow())
        .containsExactly(START, new Coordinate(40, 20), new Coordinate(60, 20), GOAL);
  }

  @Test
  void free_space_is_a_straight_line_and_a_closed_ring_has_no_way_out() throws Exception {
    assertThat(new RouteFinder(FACTORY.createPolygon()).shortest(START, GOAL).orElseThrow())
        .containsExactly(START, GOAL);
    RouteFinder ring =
        new RouteFinder(
            wkt(
                "POLYGON((-50 -50, 50 -50, 50 50, -50 50, -50 -50),"
                    + "(-20 -20, -20 20, 20 20, 20 -20, -20 -20))"));
    assertThat(ring.shortest(START, GOAL)).isEmpty();
  }

  @Test
  void a_concave_obstacle_is_left_at_its_tips() throws Exception {
    RouteFinder finder =
        new RouteFinder(
            wkt("POLYGON((20 -40, 80 -40, 80 40, 20 40, 20 30, 70 30, 70 -30, 20 -30, 20 -40))"));
    assertThat(finder.shortest(new Coordinate(50, 0), GOAL).orElseThrow()).hasSize(5);
  }

  @Test
  void too_many_corners_are_refused() {
    Geometry big = FACTORY.createPoint(START).buffer(10, 500);
    assertThatThrownBy(() -> new RouteFinder(big)).isInstanceOf(TooComplexException.class);
  }

  @Test
  void random_maps_have_the_length_that_brute_force_finds() throws Exception {
    Random random = new Random(21);
    int found = 0;
    for (int round = 0; round < 150; round++) {
      Geometry obstacles = obstacles(random);
      Optional<List<Coordinate>> path = new RouteFinder(obstacles).shortest(START, GOAL);
      double expectedM = BruteForce.lengthM(obstacles, START, GOAL);
      if (Double.isInfinite(expectedM)) {
        assertThat(path).as("round %d", round).isEmpty();
      } else {
        assertThat(lengthM(path.orElseThrow()))
            .as("round %d", round)
            .isCloseTo(expectedM, within(2e-3));
        assertNowhereInside(path.get(), obstacles);
        found++;
      }
    }
    assertThat(found).isGreaterThan(80);
  }

  @Test
  void fewer_turns_stay_free_and_cost_little() throws Exception {
    Random random = new Random(22);
    int fewer = 0;
    for (int round = 0; round < 100; round++) {
      Geometry obstacles = obstacles(random).buffer(8);
      RouteFinder finder = new RouteFinder(obstacles);
      Optional<List<Coordinate>> path = finder.shortest(START, GOAL);
      if (path.isEmpty()) {
        continue;
      }
      List<Coordinate> way = FewerTurns.of(path.get(), finder);
      assertNowhereInside(way, obstacles);
      int saved = path.get().size() - way.size();
      assertThat(lengthM(way)).isLessThanOrEqualTo(lengthM(path.get()) + 12.0 * saved + 1e-9);
      fewer += saved;
    }
    assertThat(fewer).isPositive();
  }

  /** Rectangles, triangles and crosses in between, some of them overlapping. */
  private static Geometry obstacles(Random random) {
    List<Geometry> shapes = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      Coordinate[] ring = new Coordinate[4 + random.nextInt(3)];
      for (int k = 0; k < ring.length - 1; k++) {
        double angle = 2 * Math.PI * k / (ring.length - 1);
        double radius = 6 + random.nextInt(18);
        ring[k] = new Coordinate(radius * Math.cos(angle), radius * Math.sin(angle));
      }
      ring[ring.length - 1] = ring[0].copy();
      shapes.add(
          AffineTransformation.translationInstance(15 + random.nextInt(70), random.nextInt(50) - 25)
              .transform(FACTORY.createPolygon(ring)));
    }
    return UnaryUnionOp.union(shapes);
  }

  private static void assertNowhereInside(List<Coordinate> path, Geometry obstacles) {
    Geometry core = obstacles.buffer(-0.01);
    for (int i = 0; i + 1 < path.size(); i++) {
      for (int k = 0; k <= 500; k++) {
        Coordinate at =
            new Coordinate(
                path.get(i).x + (path.get(i + 1).x - path.get(i).x) * k / 500,
                path.get(i).y + (path.get(i + 1).y - path.get(i).y) * k / 500);
        assertThat(core.contains(FACTORY.createPoint(at))).isFalse();
      }
    }
  }
}
