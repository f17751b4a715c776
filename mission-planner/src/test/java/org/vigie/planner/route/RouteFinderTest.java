package org.vigie.planner.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.vigie.planner.request.Wind;

class RouteFinderTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Coordinate START = new Coordinate(0, 0);
  private static final Coordinate GOAL = new Coordinate(100, 0);
  private static final TravelTime STILL = TravelTime.inStillAir(1);

  private static Geometry wkt(String text) {
    try {
      return new WKTReader(FACTORY).read(text);
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static RouteFinder among(double marginM, String... shapes) {
    return new RouteFinder(
        FreeSpace.among(
            Arrays.stream(shapes)
                .map(shape -> RouteObstacle.of(shape, wkt(shape), marginM))
                .toList()),
        STILL);
  }

  @Test
  void the_way_round_a_square_touches_its_corners() throws Exception {
    RouteFinder finder = among(0, "POLYGON((40 -30, 60 -30, 60 20, 40 20, 40 -30))");
    assertThat(finder.fastest(START, GOAL).orElseThrow().points())
        .containsExactly(START, new Coordinate(40, 20), new Coordinate(60, 20), GOAL);
  }

  @Test
  void free_space_is_a_straight_line_and_a_closed_ring_has_no_way_out() throws Exception {
    assertThat(among(5).fastest(START, GOAL).orElseThrow())
        .isEqualTo(new Route(List.of(START, GOAL), 100));
    assertThat(
            among(
                    0,
                    "POLYGON((-50 -50, 50 -50, 50 50, -50 50, -50 -50),"
                        + "(-20 -20, -20 20, 20 20, 20 -20, -20 -20))")
                .fastest(START, GOAL))
        .isEmpty();
  }

  @Test
  void a_concave_obstacle_is_left_at_its_tips() throws Exception {
    RouteFinder finder =
        among(0, "POLYGON((20 -40, 80 -40, 80 40, 20 40, 20 30, 70 30, 70 -30, 20 -30, 20 -40))");
    assertThat(finder.fastest(new Coordinate(50, 0), GOAL).orElseThrow().points()).hasSize(5);
  }

  @Test
  void two_obstacles_that_touch_leave_a_way_along_their_edge() throws Exception {
    String west = "POLYGON((40 -30, 50 -30, 50 30, 40 30, 40 -30))";
    String east = "POLYGON((50 -30, 60 -30, 60 30, 50 30, 50 -30))";
    assertThat(
            among(0, west, east)
                .fastest(new Coordinate(50, -50), new Coordinate(50, 50))
                .orElseThrow()
                .seconds())
        .isEqualTo(100);
    assertThat(
            among(0, west + " ", west)
                .fastest(new Coordinate(45, -50), new Coordinate(45, 50))
                .orElseThrow()
                .seconds())
        .isGreaterThan(100);
  }

  @Test
  void a_gap_is_a_way_when_both_margins_fit_and_none_when_they_do_not() throws Exception {
    String south = "POLYGON((40 -300, 60 -300, 60 -5, 40 -5, 40 -300))";
    String north = "POLYGON((40 300, 60 300, 60 5, 40 5, 40 300))";
    assertThat(among(4.98, south, north).fastest(START, GOAL).orElseThrow().seconds())
        .isEqualTo(100);
    assertThat(among(5.01, south, north).fastest(START, GOAL).orElseThrow().seconds())
        .isGreaterThan(500);
  }

  @Test
  void a_way_stays_in_the_allowed_area_and_off_its_edge() throws Exception {
    Geometry area =
        wkt("POLYGON((-10 -10, 110 -10, 110 60, 60 60, 60 20, 40 20, 40 60, -10 60, -10 -10))");
    RouteObstacle block =
        RouteObstacle.of("B", wkt("POLYGON((20 -40, 30 -40, 30 5, 20 5, 20 -40))"), 2);
    Route route =
        new RouteFinder(FreeSpace.within(area, 5, List.of(block)), STILL)
            .fastest(new Coordinate(0, 40), new Coordinate(100, 40))
            .orElseThrow();
    Geometry line = FACTORY.createLineString(route.points().toArray(Coordinate[]::new));
    assertThat(line.distance(area.getBoundary())).isBetween(5.0, 5.11);
    assertThat(
            new RouteFinder(FreeSpace.within(area, 5, List.of()), STILL)
                .fastest(new Coordinate(-6, 40), GOAL))
        .as("nearer to the edge than the margin")
        .isEmpty();
    assertThat(new RouteFinder(FreeSpace.within(area, 36, List.of()), STILL).fastest(START, GOAL))
        .as("an area that the margin leaves nothing of")
        .isEmpty();
  }

  @Test
  void an_end_inside_an_obstacle_has_no_way_and_names_it() throws Exception {
    RouteFinder finder = among(3, "POLYGON((-10 -10, 10 -10, 0 10, -10 -10))");
    assertThat(finder.fastest(START, GOAL)).isEmpty();
    assertThat(finder.space().namesAt(START)).hasSize(1);
    assertThat(finder.space().namesAt(GOAL)).isEmpty();
    assertThat(
            finder.fastestWithout(Set.of("POLYGON((-10 -10, 10 -10, 0 10, -10 -10))"), START, GOAL))
        .isPresent();
  }

  @Test
  void wind_makes_the_longer_way_the_sooner_one() throws Exception {
    String wall = "POLYGON((49 -39, 51 -39, 51 40, 49 40, 49 -39))";
    FreeSpace space = FreeSpace.among(List.of(RouteObstacle.of("W", wkt(wall), 0)));
    Coordinate goal = new Coordinate(50, 200);
    Coordinate start = new Coordinate(50, -200);
    double still = new RouteFinder(space, STILL).fastest(start, goal).orElseThrow().seconds();
    Route east =
        new RouteFinder(space, TravelTime.find(10, 10, new Wind(45, 9)).orElseThrow())
            .fastest(new Coordinate(45, -100), new Coordinate(53, 100))
            .orElseThrow();
    assertThat(still).isGreaterThan(400);
    assertThat(east.points()).hasSizeGreaterThan(2);
  }

  @Test
  void obstacles_that_no_way_comes_near_are_never_drawn() throws Exception {
    RouteObstacle far =
        RouteObstacle.drawnLater(
            "far",
            new Envelope(0, 100, 500, 600),
            () -> {
              throw new AssertionError("drawn");
            },
            40);
    FreeSpace space = FreeSpace.among(List.of(far));
    assertThat(new RouteFinder(space, STILL).fastest(START, GOAL).orElseThrow().seconds())
        .isCloseTo(100, within(1e-9));
  }

  @Test
  void margins_and_areas_out_of_range_are_refused() {
    assertThatThrownBy(() -> RouteObstacle.of("Z", FACTORY.createPolygon(), -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Z");
    assertThatThrownBy(() -> RouteObstacle.of("Z", FACTORY.createPolygon(), Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
