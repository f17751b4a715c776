package org.vigie.geofence.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;

/** What a volume promises, at sample points, against distances worked out the plain way. */
class VolumeOracleTest {
  private static final LatLon HOME = new LatLon(45.4386, 4.3766);
  private static final int SAMPLES = Boolean.getBoolean("vigie.deep") ? 1_000_000 : 10_000;
  private static final int SHAPES = Boolean.getBoolean("vigie.deep") ? 1_000 : 50;

  /** Frames, rounding and straight lines differ by less, within 3 km. */
  private static final double EXACT_M = 0.03;

  private static final double HALF_M = 8;

  private final BruteForce oracle = new BruteForce(HOME);
  private final Random random = new Random(4);

  private static VolumeOutlines drawn(FlightShape shape, VolumeTerms terms) {
    return ((VolumeOutcome.Drawn) VolumeBuilder.draw(Plane.around(HOME), shape, terms)).outlines();
  }

  /** Checks one volume around a route at so many sample points. */
  private void check(List<LatLon> route, VolumeTerms terms, int samples) {
    VolumeOutlines volume = drawn(FlightShape.route(route, HALF_M), terms);
    List<double[]> line = oracle.flat(route);
    List<double[]> geography = oracle.flat(volume.flightGeography().ring());
    List<double[]> contingency = oracle.flat(volume.contingencyVolume().ring());
    List<double[]> risk = oracle.flat(volume.groundRiskBuffer().ring());
    for (List<double[]> ring : List.of(geography, contingency, risk)) {
      assertThat(BruteForce.simple(ring)).isTrue();
      assertThat(ring.size()).isLessThanOrEqualTo(VolumeBuilder.OUTLINE_VERTICES_MAX);
    }
    List<List<double[]>> near = List.of(line, geography, contingency, risk);
    for (int i = 0; i < samples; i++) {
      // around corners and edges, where it is decided
      List<double[]> some = near.get(random.nextInt(near.size()));
      double[] a = some.get(random.nextInt(some.size()));
      double[] b = some.get(random.nextInt(some.size()));
      double share = random.nextBoolean() ? 0 : random.nextDouble();
      double reach = random.nextBoolean() ? 3 : 150;
      double x = a[0] + share * (b[0] - a[0]) + reach * random.nextGaussian();
      double y = a[1] + share * (b[1] - a[1]) + reach * random.nextGaussian();
      boolean inGeography = BruteForce.inside(geography, x, y);
      boolean inContingency = BruteForce.inside(contingency, x, y);
      boolean inRisk = BruteForce.inside(risk, x, y);
      if (BruteForce.distance(line, false, x, y) <= HALF_M - EXACT_M) {
        assertThat(inGeography).isTrue();
      }
      double toGeography = BruteForce.distanceToArea(geography, x, y);
      if (toGeography <= terms.contingencyM() - EXACT_M) {
        assertThat(inContingency).as("%s m from the geography", toGeography).isTrue();
      }
      if (inContingency && !enclosed(contingency, geography, x, y)) {
        assertThat(toGeography)
            .isLessThanOrEqualTo(terms.contingencyM() + VolumeBuilder.OVERSIZE_M + EXACT_M);
      }
      double toContingency = BruteForce.distanceToArea(contingency, x, y);
      if (toContingency <= terms.groundRiskM() - EXACT_M) {
        assertThat(inRisk).as("%s m from the contingency volume", toContingency).isTrue();
      }
    }
    for (double[] corner : contingency) {
      assertThat(BruteForce.distanceToArea(geography, corner[0], corner[1]))
          .isBetween(
              terms.contingencyM() - EXACT_M,
              terms.contingencyM() + VolumeBuilder.OVERSIZE_M + EXACT_M);
    }
    for (double[] corner : risk) {
      assertThat(BruteForce.distanceToArea(contingency, corner[0], corner[1]))
          .isBetween(
              terms.groundRiskM() - EXACT_M,
              terms.groundRiskM() + VolumeBuilder.OVERSIZE_M + EXACT_M);
    }
  }

  /**
   * A place that the volume holds because it encloses it: a straight way out comes nearer first.
   */
  private static boolean enclosed(
      List<double[]> contingency, List<double[]> geography, double x, double y) {
    return BruteForce.distance(contingency, true, x, y) > VolumeBuilder.OVERSIZE_M + 1
        && BruteForce.distanceToArea(geography, x, y) > 0;
  }

  private LatLon at(double east, double north) {
    return oracle.point(east, north);
  }

  private VolumeTerms terms() {
    VolumeParameters parameters =
        VolumeParameters.multirotor(
                3 + random.nextInt(12),
                0.3 + random.nextDouble(),
                30 + random.nextInt(90),
                random.nextInt(40))
            .above(0);
    return VolumeTerms.of(
        random.nextBoolean()
            ? parameters
            : parameters.with(new GroundRiskMethod.Parachute(2, 3 + random.nextInt(9), 5)));
  }

  @Test
  void random_routes_keep_every_distance() {
    for (int shape = 0; shape < SHAPES; shape++) {
      List<LatLon> route = new ArrayList<>();
      double x = 0;
      double y = 0;
      for (int i = 0; i < 1 + random.nextInt(20); i++) {
        route.add(at(x, y));
        double leg = random.nextInt(4) == 0 ? random.nextDouble() : random.nextInt(200);
        double angle = random.nextDouble() * 2 * Math.PI;
        x = Math.max(-1500, Math.min(1500, x + leg * Math.cos(angle)));
        y = Math.max(-1500, Math.min(1500, y + leg * Math.sin(angle)));
      }
      check(route, terms(), SAMPLES / SHAPES);
    }
  }

  @Test
  void degenerate_routes_keep_every_distance() {
    List<List<LatLon>> routes =
        List.of(
            List.of(at(0, 0)),
            List.of(at(0, 0), at(0, 0)),
            List.of(at(0, 0), at(0.001, 0)),
            // collinear, and back over itself
            List.of(at(0, 0), at(100, 0), at(200, 0), at(300, 0)),
            List.of(at(0, 0), at(200, 0), at(100, 0), at(250, 0)),
            // duplicated
            List.of(at(0, 0), at(0, 0), at(90, 40), at(90, 40), at(90, 40)),
            // a sliver
            List.of(at(0, 0), at(300, 0.3), at(0, 0.6), at(300, 0.9)),
            // crossing itself
            List.of(at(0, 0), at(300, 300), at(300, 0), at(0, 300)),
            // a ring that encloses a hole
            List.of(at(0, 0), at(400, 0), at(400, 400), at(0, 400), at(0, 0)),
            // a needle's eye: the band closes behind itself with a hair's breadth
            List.of(at(0, 0), at(400, 0), at(400, 200), at(0, 200), at(0, 17)));
    for (List<LatLon> route : routes) {
      check(route, VolumeTerms.of(VolumeParameters.multirotor(9.5, 0.8, 63, 22).above(0)), 300);
      check(route, VolumeTerms.of(VolumeParameters.multirotor(3, 0.3, 10, 0).above(0)), 300);
    }
  }

  @Test
  void a_hole_that_a_route_encloses_belongs_to_every_volume() {
    List<LatLon> ring = List.of(at(0, 0), at(400, 0), at(400, 400), at(0, 400), at(0, 0));
    VolumeOutlines volume =
        drawn(
            FlightShape.route(ring, HALF_M),
            VolumeTerms.of(VolumeParameters.multirotor(9.5, 0.8, 63, 22).above(0)));
    assertThat(BruteForce.inside(oracle.flat(volume.flightGeography().ring()), 200, 200)).isTrue();
  }

  @Test
  void heights_come_with_the_volume_and_a_floor_is_as_deep_as_the_top_is_high() {
    VolumeTerms terms = VolumeTerms.of(VolumeParameters.multirotor(10, 1, 60, 0).above(0));
    FlightShape shape = new FlightShape(List.of(List.of(HOME)), List.of(), HALF_M, 40);
    VolumeHeights heights = drawn(shape, terms).heights();
    // H_CV = 73.0968 is 13.0968 above H_FG: the floor is as much below 40
    assertThat(heights.contingencyTopM())
        .isCloseTo(73.0968, org.assertj.core.data.Offset.offset(1e-3));
    assertThat(heights.contingencyFloorM())
        .isCloseTo(26.9032, org.assertj.core.data.Offset.offset(1e-3));
    assertThat(drawn(FlightShape.route(List.of(HOME), 8), terms).heights().contingencyFloorM())
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void what_cannot_be_drawn_says_why() {
    VolumeTerms terms = VolumeTerms.of(VolumeParameters.multirotor(10, 1, 60, 0).above(0));
    Plane plane = Plane.around(HOME);
    FlightShape two =
        new FlightShape(List.of(List.of(HOME), List.of(at(500, 0))), List.of(), HALF_M);
    assertThat(VolumeBuilder.draw(plane, two, terms))
        .isEqualTo(new VolumeOutcome.NotDrawn(VolumeRefusal.IN_PIECES, 2, 1));
    VolumeTerms anywhere = VolumeTerms.of(VolumeParameters.multirotor(10, 1, 60, 0));
    assertThat(VolumeBuilder.draw(plane, FlightShape.route(List.of(HOME), HALF_M), anywhere))
        .isEqualTo(
            new VolumeOutcome.NotDrawn(VolumeRefusal.GROUND_UNKNOWN, Double.NaN, Double.NaN));
    List<LatLon> long1 = new ArrayList<>();
    for (int i = 0; i <= FlightShape.POINTS_MAX; i++) {
      long1.add(HOME);
    }
    assertThat(VolumeBuilder.draw(plane, FlightShape.route(long1, HALF_M), terms))
        .isEqualTo(
            new VolumeOutcome.NotDrawn(
                VolumeRefusal.TOO_MANY_POINTS, FlightShape.POINTS_MAX + 1, FlightShape.POINTS_MAX));
    assertThatThrownBy(() -> VolumeBuilder.draw(plane, FlightShape.route(List.of(HOME), 1), terms))
        .hasMessageContaining("3.0 m wide");
    assertThatThrownBy(() -> FlightShape.route(List.of(), 8)).hasMessageContaining("needs a point");
  }
}
