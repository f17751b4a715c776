package org.vigie.geofence.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.TimeSpan;

/** What a compiled fence promises, against distances worked out the plain way. */
class FenceOracleTest {
  private static final LatLon HOME = new LatLon(45.4386, 4.3766);
  private static final int FLIGHTS = Boolean.getBoolean("vigie.deep") ? 2_000 : 40;
  private static final int SAMPLES = 40;
  private static final double EXACT_M = 0.03;
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final TimeSpan FLIGHT = new TimeSpan(NOON, NOON.plusSeconds(900));
  private static final double INF = Double.POSITIVE_INFINITY;

  private final BruteForce oracle = new BruteForce(HOME);
  private final Plane plane = Plane.around(HOME);
  private final Random random = new Random(21);

  private LatLon at(double east, double north) {
    return oracle.point(east, north);
  }

  private static VolumeTerms terms() {
    return VolumeTerms.of(VolumeParameters.multirotor(9.5, 0.8, 63, 22).above(0));
  }

  private VolumeOutlines straight(double floorM) {
    FlightShape shape =
        new FlightShape(List.of(List.of(at(0, 0), at(300, 0))), List.of(), 8, floorM);
    return ((VolumeOutcome.Drawn) VolumeBuilder.draw(plane, shape, terms())).outlines();
  }

  private AutopilotFence fence(VolumeOutlines volume, FenceBudget budget, KeepOut... zones) {
    return ((FenceOutcome.Compiled)
            FenceCompiler.compile(plane, volume, List.of(zones), FLIGHT, budget))
        .fence();
  }

  private KeepOut block(String key, double west, double south, double east, double north) {
    return KeepOut.of(
        key,
        new HorizontalProjection.Polygon(
            new GeoPolygon(
                List.of(at(west, south), at(east, south), at(east, north), at(west, north))),
            List.of()));
  }

  private static List<FenceGap.Code> codes(AutopilotFence fence, String zone) {
    return fence.gaps().stream()
        .filter(gap -> gap.zone().equals(zone))
        .map(FenceGap::code)
        .toList();
  }

  private HorizontalProjection randomArea() {
    double x = random.nextInt(1600) - 800;
    double y = random.nextInt(1600) - 800;
    if (random.nextInt(3) == 0) {
      return new HorizontalProjection.Circle(at(x, y), 10 + random.nextInt(200));
    }
    List<LatLon> ring = new ArrayList<>();
    int corners = 3 + random.nextInt(60);
    double radius = 20 + random.nextInt(250);
    for (int i = 0; i < corners; i++) {
      double reach = radius * (0.4 + 0.6 * random.nextDouble());
      double angle = 2 * Math.PI * i / corners;
      ring.add(at(x + reach * Math.cos(angle), y + reach * Math.sin(angle)));
    }
    return new HorizontalProjection.Polygon(new GeoPolygon(ring), List.of());
  }

  /** Whether a point lies in an area, worked out the plain way. */
  private boolean in(HorizontalProjection area, double x, double y) {
    if (area instanceof HorizontalProjection.Circle circle) {
      double[] centre = oracle.flat(circle.centre());
      return Math.hypot(centre[0] - x, centre[1] - y) <= circle.radiusM();
    }
    return BruteForce.inside(
        oracle.flat(((HorizontalProjection.Polygon) area).outer().ring()), x, y);
  }

  private boolean in(FenceExclusion exclusion, double x, double y) {
    if (exclusion instanceof FenceExclusion.Circle circle) {
      double[] centre = oracle.flat(circle.centre());
      // as an autopilot on the worst sphere sees it
      return Math.hypot(centre[0] - x, centre[1] - y) * 1.0067 <= circle.radiusM();
    }
    return BruteForce.inside(
        oracle.flat(((FenceExclusion.Polygon) exclusion).outline().ring()), x, y);
  }

  @Test
  void random_flights_among_zones_get_fences_that_keep_every_promise() {
    int compiled = 0;
    int enforced = 0;
    for (int round = 0; round < FLIGHTS; round++) {
      List<LatLon> route = new ArrayList<>(List.of(HOME));
      double x = 0;
      double y = 0;
      for (int i = 0; i < 1 + random.nextInt(6); i++) {
        x += random.nextInt(400) - 200;
        y += random.nextInt(400) - 200;
        route.add(at(x, y));
      }
      VolumeTerms terms =
          VolumeTerms.of(
              VolumeParameters.multirotor(4 + random.nextInt(8), 0.8, 60, random.nextInt(25))
                  .above(0));
      VolumeOutlines volume =
          ((VolumeOutcome.Drawn) VolumeBuilder.draw(plane, FlightShape.route(route, 8), terms))
              .outlines();
      List<KeepOut> zones = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        zones.add(KeepOut.of("Z" + i, randomArea()));
      }
      FenceBudget budget =
          (round % 2 == 0 ? FenceBudget.ARDUPILOT_16_KB : FenceBudget.PX4)
              .of(40 + random.nextInt(30));
      if (FenceCompiler.compile(plane, volume, zones, FLIGHT, budget)
          instanceof FenceOutcome.Compiled done) {
        compiled++;
        enforced += check(volume, zones, done.fence(), budget);
      }
    }
    assertThat(compiled).isGreaterThan(FLIGHTS / 2);
    assertThat(enforced).isGreaterThan(FLIGHTS);
  }

  private int check(
      VolumeOutlines volume, List<KeepOut> zones, AutopilotFence fence, FenceBudget budget) {
    List<double[]> geography = oracle.flat(volume.flightGeography().ring());
    List<double[]> contingency = oracle.flat(volume.contingencyVolume().ring());
    List<double[]> inclusion = oracle.flat(fence.inclusion().ring());
    int cost = inclusion.size();
    for (FenceExclusion exclusion : fence.exclusions()) {
      cost +=
          exclusion instanceof FenceExclusion.Polygon polygon
              ? polygon.outline().ring().size()
              : budget.circleVertices();
    }
    if (budget.target().startsWith("ArduPilot")) {
      assertThat(stored(fence)).isLessThanOrEqualTo(560);
    }
    assertThat(cost).isEqualTo(fence.vertices()).isLessThanOrEqualTo(budget.verticesMax());
    assertThat(BruteForce.simple(inclusion)).isTrue();
    for (double[] corner : geography) {
      assertThat(BruteForce.inside(inclusion, corner[0], corner[1])).isTrue();
      for (FenceExclusion exclusion : fence.exclusions()) {
        assertThat(in(exclusion, corner[0], corner[1])).isFalse();
      }
    }
    for (double[] corner : inclusion) {
      assertThat(BruteForce.inside(contingency, corner[0], corner[1])).isTrue();
      assertThat(BruteForce.inside(geography, corner[0], corner[1])).isFalse();
    }
    assertThat(BruteForce.between(inclusion, contingency))
        .isGreaterThanOrEqualTo(volume.terms().fenceSetbackM() - EXACT_M);
    assertThat(fence.ceilingM())
        .isBetween(
            volume.heights().flightTopM(),
            volume.terms().contingencyHeightM()
                - volume.terms().reactionHeightM()
                - volume.terms().manoeuvreHeightM()
                + 1e-9);
    return zones.stream().mapToInt(zone -> checkZone(volume, zone, fence, inclusion)).sum();
  }

  /** Bytes that ArduPilot's storage needs: header and end, type and count or radius of each. */
  private static int stored(AutopilotFence fence) {
    int bytes = 4 + 1 + 1 + 1 + 8 * fence.inclusion().ring().size();
    for (FenceExclusion exclusion : fence.exclusions()) {
      bytes +=
          exclusion instanceof FenceExclusion.Polygon polygon
              ? 1 + 1 + 8 * polygon.outline().ring().size()
              : 1 + 4 + 4 + 4;
    }
    return bytes;
  }

  @Test
  void many_small_zones_never_take_more_bytes_than_ardupilot_has() {
    VolumeOutlines volume = straight(Double.NEGATIVE_INFINITY);
    List<KeepOut> zones = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double east = -200 + 30 * (i % 20);
      double north = i < 20 ? 110 : i < 40 ? -130 : 170;
      zones.add(block("Z" + i, east, north, east + 8, north + 8));
    }
    for (int vertices = 20; vertices < 200; vertices += 3) {
      FenceBudget budget = FenceBudget.ARDUPILOT_16_KB.of(vertices);
      if (FenceCompiler.compile(plane, volume, zones, FLIGHT, budget)
          instanceof FenceOutcome.Compiled done) {
        assertThat(stored(done.fence())).isLessThanOrEqualTo(560);
        assertThat(done.fence().gaps())
            .extracting(FenceGap::code)
            .contains(FenceGap.Code.BUDGET_SPENT);
      }
    }
    AutopilotFence full = fence(volume, FenceBudget.ARDUPILOT_16_KB, zones.toArray(KeepOut[]::new));
    assertThat(stored(full)).isBetween(400, 560);
  }

  @Test
  void one_polygon_of_ardupilot_has_69_corners_and_px4_stores_64_points() {
    assertThat(FenceBudget.ARDUPILOT_16_KB.of(1000).polygonVerticesMax()).isEqualTo(69);
    assertThat(FenceBudget.ARDUPILOT_16_KB.verticesMax()).isEqualTo(69);
    // 560 bytes less the header of 4 and the end mark
    assertThat(FenceBudget.ARDUPILOT_16_KB.bytesMax()).isEqualTo(555);
    assertThat(FenceBudget.PX4.polygonVerticesMax()).isEqualTo(64);
  }

  @Test
  void a_circle_is_stored_large_enough_for_the_sphere_that_autopilots_measure_on() {
    VolumeOutlines volume = straight(Double.NEGATIVE_INFINITY);
    KeepOut zone = KeepOut.of("C", new HorizontalProjection.Circle(at(150, 300), 150));
    AutopilotFence fence = fence(volume, FenceBudget.ARDUPILOT_16_KB, zone);
    assertThat(codes(fence, "C")).doesNotContain(FenceGap.Code.SETBACK_CUT);
    assertThat(fence.exclusions())
        .singleElement()
        .isInstanceOfSatisfying(
            FenceExclusion.Circle.class,
            circle ->
                assertThat(circle.radiusM())
                    .isGreaterThan((150 + volume.terms().fenceSetbackM()) * 1.0067));
  }

  /** A zone without a gap is covered by exclusions, with the setback around it where it counts. */
  private int checkZone(
      VolumeOutlines volume, KeepOut zone, AutopilotFence fence, List<double[]> inclusion) {
    List<FenceExclusion> own =
        fence.exclusions().stream().filter(e -> e.zone().equals(zone.key())).toList();
    List<FenceGap> gaps =
        fence.gaps().stream().filter(gap -> gap.zone().equals(zone.key())).toList();
    boolean enforced =
        gaps.stream().noneMatch(gap -> gap.code().effect() == FenceGap.Effect.NOT_ENFORCED);
    double setbackM =
        gaps.stream()
            .filter(gap -> gap.code() == FenceGap.Code.SETBACK_CUT)
            .mapToDouble(FenceGap::got)
            .min()
            .orElse(volume.terms().fenceSetbackM());
    for (int i = 0; enforced && i < SAMPLES; i++) {
      double x = random.nextInt(2400) - 1200 + random.nextDouble();
      double y = random.nextInt(2400) - 1200 + random.nextDouble();
      boolean reached = BruteForce.distanceToArea(inclusion, x, y) <= FenceCompiler.REACH_M - 1;
      if (reached && in(zone.areas().get(0), x, y)) {
        assertThat(own).anyMatch(exclusion -> in(exclusion, x, y));
        double angle = random.nextDouble() * 2 * Math.PI;
        double gx = x + (setbackM - EXACT_M) * Math.cos(angle);
        double gy = y + (setbackM - EXACT_M) * Math.sin(angle);
        assertThat(own).anyMatch(exclusion -> in(exclusion, gx, gy));
      }
    }
    return own.size();
  }

  @Test
  void a_zone_close_by_is_kept_out_of_with_less_setback_and_that_is_said() {
    // 8 m half width, so 12 m from the flight geography; the setback is 3 + 9.5 + 22 = 34.5 m
    AutopilotFence fence =
        fence(
            straight(Double.NEGATIVE_INFINITY),
            FenceBudget.ARDUPILOT_16_KB,
            block("near", 100, 20, 200, 120));
    assertThat(fence.exclusions()).hasSize(1);
    assertThat(codes(fence, "near")).containsExactly(FenceGap.Code.SETBACK_CUT);
    FenceGap gap =
        fence.gaps().stream()
            .filter(one -> one.code() == FenceGap.Code.SETBACK_CUT)
            .findFirst()
            .orElseThrow();
    assertThat(gap.wanted()).isEqualTo(34.5);
    assertThat(gap.got()).isBetween(10.0, 11.6);
    assertThat(gap.words()).startsWith("near 34.50 m around it are needed to stop outside");
  }

  @Test
  void a_zone_in_the_way_is_not_enforced_and_the_words_say_why() {
    VolumeOutlines volume = straight(Double.NEGATIVE_INFINITY);
    KeepOut inWay = block("in-way", 100, -50, 200, 50);
    KeepOut above = new KeepOut("above", inWay.areas(), 70, INF, KeepOut.ALWAYS);
    KeepOut later =
        new KeepOut(
            "later",
            inWay.areas(),
            -INF,
            INF,
            new TimeSpan(NOON.plusSeconds(600), NOON.plusSeconds(6000)));
    KeepOut tomorrow =
        new KeepOut(
            "tomorrow",
            inWay.areas(),
            -INF,
            INF,
            new TimeSpan(NOON.plusSeconds(90_000), NOON.plusSeconds(96_000)));
    KeepOut high = new KeepOut("high", inWay.areas(), 500, INF, KeepOut.ALWAYS);
    AutopilotFence fence = fence(volume, FenceBudget.PX4, inWay, above, later, tomorrow, high);
    assertThat(fence.exclusions()).isEmpty();
    assertThat(codes(fence, "in-way")).containsExactly(FenceGap.Code.ZONE_IN_GEOGRAPHY);
    assertThat(codes(fence, "above")).containsExactly(FenceGap.Code.HEIGHT_BAND);
    assertThat(codes(fence, "later")).containsExactly(FenceGap.Code.TIME);
    assertThat(codes(fence, "tomorrow")).isEmpty();
    assertThat(codes(fence, "high")).isEmpty();
    assertThat(fence.gaps()).extracting(FenceGap::words).allMatch(words -> !words.contains("%"));
  }

  @Test
  void an_exclusion_holds_at_every_height_and_time_and_that_is_said() {
    KeepOut beside =
        new KeepOut(
            "beside",
            block("", 100, 80, 200, 160).areas(),
            20,
            60,
            new TimeSpan(NOON, NOON.plusSeconds(300)));
    AutopilotFence fence =
        fence(straight(Double.NEGATIVE_INFINITY), FenceBudget.ARDUPILOT_16_KB, beside);
    assertThat(fence.exclusions()).hasSize(1);
    assertThat(codes(fence, "beside"))
        .containsExactly(FenceGap.Code.ALL_HEIGHTS, FenceGap.Code.ALL_TIMES);
  }

  @Test
  void a_zone_around_the_flight_geography_is_a_gap() {
    KeepOut ring =
        KeepOut.of(
            "ring",
            new HorizontalProjection.Polygon(
                new GeoPolygon(List.of(at(-300, -300), at(600, -300), at(600, 300), at(-300, 300))),
                List.of(
                    new GeoPolygon(
                        List.of(at(-90, -90), at(390, -90), at(390, 90), at(-90, 90))))));
    AutopilotFence fence =
        fence(straight(Double.NEGATIVE_INFINITY), FenceBudget.ARDUPILOT_16_KB, ring);
    assertThat(fence.exclusions()).isEmpty();
    assertThat(codes(fence, "ring")).containsExactly(FenceGap.Code.HOLE);
  }

  /** Where bytes are short and vertices are not. */
  @Test
  void a_circle_that_lacks_one_byte_is_left_out_and_that_is_said() {
    VolumeOutlines volume = straight(Double.NEGATIVE_INFINITY);
    int inclusion = fence(volume, FenceBudget.PX4).vertices();
    // ArduPilot: type, count and 8 bytes a vertex; type, place and radius of a circle
    int bytes = 1 + 1 + 8 * inclusion + 1 + 4 + 4 + 4;
    KeepOut zone = KeepOut.of("C", new HorizontalProjection.Circle(at(150, 300), 150));
    AutopilotFence enough = fence(volume, new FenceBudget("test", 500, bytes, 1, true), zone);
    assertThat(enough.exclusions()).hasSize(1);
    AutopilotFence short1 = fence(volume, new FenceBudget("test", 500, bytes - 1, 1, true), zone);
    assertThat(short1.exclusions()).isEmpty();
    assertThat(codes(short1, "C")).containsExactly(FenceGap.Code.BUDGET_SPENT);
    FenceBudget noRoom = new FenceBudget("test", 500, 1 + 8 * inclusion, 1, true);
    assertThat(FenceCompiler.compile(plane, volume, List.of(), FLIGHT, noRoom))
        .isInstanceOf(FenceOutcome.Impossible.class);
  }

  @Test
  void two_circles_cost_what_two_circles_cost() {
    VolumeOutlines volume = straight(Double.NEGATIVE_INFINITY);
    int inclusion = fence(volume, FenceBudget.PX4).vertices();
    KeepOut one = KeepOut.of("one", new HorizontalProjection.Circle(at(150, 300), 150));
    KeepOut two = KeepOut.of("two", new HorizontalProjection.Circle(at(150, -300), 150));
    FenceBudget budget = new FenceBudget("test", inclusion + 4, 2, true);
    AutopilotFence both = fence(volume, budget, one, two);
    assertThat(both.exclusions()).hasSize(2);
    assertThat(both.vertices()).isEqualTo(inclusion + 4);
    assertThat(fence(volume, budget.of(inclusion + 3), one, two).exclusions()).hasSize(1);
  }

  @Test
  void a_budget_that_holds_no_fence_is_refused() {
    assertThatThrownBy(() -> FenceBudget.PX4.of(2)).hasMessageContaining("3 vertices");
    assertThatThrownBy(() -> new FenceBudget("test", 64, 25, 2, true))
        .hasMessageContaining("26 bytes");
    assertThatThrownBy(() -> new FenceBudget("test", 64, -1, true))
        .hasMessageContaining("less than nothing");
    assertThat(FenceBudget.ARDUPILOT_16_KB.of(50))
        .isEqualTo(new FenceBudget("ArduPilot, 16 kB board", 50, 555, 2, true));
  }

  /** The shape of a plan may come from elsewhere: what was drawn is shown, not believed. */
  @Test
  void a_contingency_volume_that_leaves_no_room_to_stop_gets_no_fence() {
    VolumeOutlines volume = straight(Double.NEGATIVE_INFINITY);
    double setbackM = volume.terms().fenceSetbackM();
    // the fence lies 0.5 m to 3.4 m outside the geography, so it is inside, and too near the edge
    Polygon near = (Polygon) Plane.grown(plane.polygon(volume.flightGeography()), setbackM + 0.5);
    assertNoFence(with(volume, volume.flightGeography(), plane.outline(near)));
  }

  @Test
  void a_contingency_volume_elsewhere_gets_no_fence() {
    VolumeOutlines volume = straight(Double.NEGATIVE_INFINITY);
    assertNoFence(
        with(
            volume,
            volume.flightGeography(),
            new GeoPolygon(List.of(at(0, 500), at(300, 500), at(300, 800), at(0, 800)))));
  }

  @Test
  void a_geography_that_crosses_itself_gets_no_fence() {
    VolumeOutlines volume = straight(Double.NEGATIVE_INFINITY);
    GeoPolygon bowTie = new GeoPolygon(List.of(at(0, 0), at(100, 20), at(100, 0), at(0, 20)));
    assertNoFence(
        with(
            volume,
            bowTie,
            new GeoPolygon(List.of(at(-500, -500), at(600, -500), at(600, 500), at(-500, 500)))));
  }

  private static VolumeOutlines with(
      VolumeOutlines volume, GeoPolygon geography, GeoPolygon contingency) {
    return new VolumeOutlines(
        geography, contingency, volume.groundRiskBuffer(), volume.heights(), volume.terms());
  }

  private void assertNoFence(VolumeOutlines volume) {
    assertThat(FenceCompiler.compile(plane, volume, List.of(), FLIGHT, FenceBudget.PX4))
        .isInstanceOfSatisfying(
            FenceOutcome.Impossible.class,
            no -> assertThat(no.why().code()).isEqualTo(FenceGap.Code.INCLUSION_UNPROVEN));
  }

  @Test
  void a_spent_budget_is_a_gap_and_never_a_silent_loss() {
    VolumeOutlines volume = straight(Double.NEGATIVE_INFINITY);
    int inclusion = fence(volume, FenceBudget.PX4).vertices();
    FenceBudget tight = new FenceBudget("test", inclusion + 3, 0, true);
    AutopilotFence fence =
        fence(volume, tight, block("one", 100, 60, 200, 160), block("two", 100, -170, 200, -70));
    assertThat(fence.vertices()).isLessThanOrEqualTo(inclusion + 3);
    assertThat(codes(fence, "one")).contains(FenceGap.Code.BUDGET_SPENT);
    assertThat(codes(fence, "two")).contains(FenceGap.Code.BUDGET_SPENT);
    assertThat(
            FenceCompiler.compile(
                plane, volume, List.of(), FLIGHT, FenceBudget.PX4.of(inclusion - 1)))
        .isEqualTo(
            new FenceOutcome.Impossible(
                new FenceGap(FenceGap.Code.INCLUSION_BUDGET, "", inclusion, inclusion - 1)));
  }

  @Test
  void a_floor_is_held_by_ardupilot_and_is_a_gap_on_px4() {
    AutopilotFence held = fence(straight(30), FenceBudget.ARDUPILOT_16_KB);
    // H_delta 1 m below the flight geography
    assertThat(held.floor()).hasValue(29);
    assertThat(held.ceilingM()).isEqualTo(64);
    AutopilotFence not = fence(straight(30), FenceBudget.PX4);
    assertThat(not.floor()).isEmpty();
    assertThat(not.gaps())
        .extracting(FenceGap::code)
        .contains(FenceGap.Code.NO_FLOOR, FenceGap.Code.CEILING_FROM_HOME);
  }

  @Test
  void a_band_too_narrow_for_a_fence_is_said() {
    VolumeTerms narrow =
        VolumeTerms.of(
            VolumeParameters.multirotor(9.5, 0.8, 63, 22)
                .above(0)
                .with(new VolumeErrors(3, 0.3, 0.2, 1)));
    VolumeOutlines volume =
        ((VolumeOutcome.Drawn)
                VolumeBuilder.draw(plane, FlightShape.route(List.of(HOME), 8), narrow))
            .outlines();
    assertThat(FenceCompiler.compile(plane, volume, List.of(), FLIGHT, FenceBudget.PX4))
        .isInstanceOfSatisfying(
            FenceOutcome.Impossible.class,
            no -> assertThat(no.why().code()).isEqualTo(FenceGap.Code.BAND_NARROW));
  }
}
