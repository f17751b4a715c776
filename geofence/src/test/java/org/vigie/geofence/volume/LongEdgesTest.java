package org.vigie.geofence.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.TimeSpan;

/**
 * Legs of 20 and 28 km: their edges, read as straight in degrees, bow by 15 m and more beside the
 * shortest line. Every promise of a volume and its fence holds whichever way a reader takes them.
 */
class LongEdgesTest {
  private static final double[] LATITUDES_DEG = {0, 15, 30, -45, 55, 65};
  private static final double[] LENGTHS_M = {20_000, 28_000};
  private static final double[] AZIMUTHS_DEG = {90, 45, 290, 0};
  private static final double HALF_M = 8;

  /** Frames, rounding and the walk's own pieces differ by less. */
  private static final double EXACT_M = 0.03;

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final TimeSpan FLIGHT = new TimeSpan(NOON, NOON.plusSeconds(9000));

  private static VolumeTerms terms() {
    return VolumeTerms.of(VolumeParameters.multirotor(9.5, 0.8, 63, 22).above(0));
  }

  private static LatLon from(LatLon place, double azimuthDeg, double distanceM) {
    GeodesicData line =
        Geodesic.WGS84.Direct(place.latDeg(), place.lonDeg(), azimuthDeg, distanceM);
    return new LatLon(line.lat2, line.lon2);
  }

  private static VolumeOutlines volume(LatLon home, List<LatLon> route) {
    return ((VolumeOutcome.Drawn)
            VolumeBuilder.draw(Plane.around(home), FlightShape.route(route, HALF_M), terms()))
        .outlines();
  }

  private static FenceOutcome fence(
      LatLon home, VolumeOutlines volume, FenceBudget budget, KeepOut... zones) {
    return FenceCompiler.compile(Plane.around(home), volume, List.of(zones), FLIGHT, budget);
  }

  @Test
  void volume_and_fence_of_a_long_leg_keep_every_distance_however_edges_are_read() {
    for (double latDeg : LATITUDES_DEG) {
      for (double lengthM : LENGTHS_M) {
        for (double azimuthDeg : AZIMUTHS_DEG) {
          LatLon home = new LatLon(latDeg, 4.3766);
          List<LatLon> route = List.of(home, from(home, azimuthDeg, lengthM));
          VolumeOutlines volume = volume(home, route);
          String name = "%s m to %s at %s".formatted(lengthM, azimuthDeg, latDeg);
          checkVolume(name, new BruteForce(home), route, volume);
          FenceOutcome outcome = fence(home, volume, FenceBudget.PX4);
          assertThat(outcome).as(name).isInstanceOf(FenceOutcome.Compiled.class);
          checkFence(name, new BruteForce(home), volume, ((FenceOutcome.Compiled) outcome).fence());
        }
      }
    }
  }

  @Test
  void legs_far_beside_home_keep_every_distance_too() {
    LatLon home = new LatLon(52, 4.3766);
    LatLon start = from(home, 0, 14_000);
    List<LatLon> route = List.of(from(start, 270, 14_000), from(start, 90, 14_000));
    VolumeOutlines volume = volume(home, route);
    BruteForce oracle = new BruteForce(start);
    checkVolume("beside", oracle, route, volume);
    checkFence(
        "beside",
        oracle,
        volume,
        ((FenceOutcome.Compiled) fence(home, volume, FenceBudget.PX4)).fence());
  }

  @Test
  void an_area_is_held_with_both_readings_of_its_edges() {
    LatLon home = new LatLon(60, 10);
    List<LatLon> corners = new ArrayList<>();
    for (double azimuthDeg : new double[] {45, 135, 225, 315}) {
      corners.add(from(home, azimuthDeg, 14_000));
    }
    VolumeOutlines volume =
        ((VolumeOutcome.Drawn)
                VolumeBuilder.draw(Plane.around(home), FlightShape.area(corners, HALF_M), terms()))
            .outlines();
    BruteForce oracle = new BruteForce(home);
    List<double[]> geography = EdgeWalk.DEGREES.walk(oracle, volume.flightGeography().ring(), true);
    for (EdgeWalk walk : EdgeWalk.values()) {
      for (double[] point : walk.walk(oracle, corners, true)) {
        assertThat(BruteForce.inside(geography, point[0], point[1])).isTrue();
        assertThat(BruteForce.distance(geography, true, point[0], point[1]))
            .isGreaterThan(HALF_M - EXACT_M);
      }
    }
    checkFence(
        "area",
        oracle,
        volume,
        ((FenceOutcome.Compiled) fence(home, volume, FenceBudget.PX4)).fence());
  }

  /** Six legs of 28 km side by side at 65 degrees need more corners than PX4 stores. */
  @Test
  void edges_that_the_budget_cannot_bend_are_said_to_be_too_many() {
    LatLon home = new LatLon(65, 10);
    List<LatLon> route = new ArrayList<>();
    for (int row = 0; row < 6; row++) {
      LatLon west = from(home, 0, 400 * row);
      LatLon east = from(west, 90, 28_000);
      route.add(row % 2 == 0 ? west : east);
      route.add(row % 2 == 0 ? east : west);
    }
    VolumeOutlines volume = volume(home, route);
    checkVolume("comb", new BruteForce(home), route, volume);
    assertThat(fence(home, volume, FenceBudget.PX4))
        .isInstanceOfSatisfying(
            FenceOutcome.Impossible.class,
            no -> {
              assertThat(no.why().code()).isEqualTo(FenceGap.Code.INCLUSION_BUDGET);
              assertThat(no.why().wanted()).isGreaterThan(64);
              assertThat(no.why().got()).isEqualTo(64);
            });
    AutopilotFence roomy =
        ((FenceOutcome.Compiled) fence(home, volume, new FenceBudget("test", 1000, 0, true)))
            .fence();
    checkFence("comb", new BruteForce(home), volume, roomy);
  }

  /** Two flights: few corners suffice when the band is used up, and they are used when needed. */
  @Test
  void a_fence_with_many_long_edges_bends_less_to_fit_the_budget() {
    LatLon home = new LatLon(60, 10);
    LatLon east = from(home, 90, 28_000);
    LatLon north = from(east, 0, 3_000);
    List<LatLon> route = List.of(home, east, north, from(north, 270, 28_000));
    VolumeOutlines volume = volume(home, route);
    AutopilotFence fence = ((FenceOutcome.Compiled) fence(home, volume, FenceBudget.PX4)).fence();
    checkFence("loop", new BruteForce(home), volume, fence);
  }

  @Test
  void an_exclusion_along_a_long_leg_covers_its_zone_and_leaves_the_geography_alone() {
    for (double latDeg : new double[] {45, 65}) {
      LatLon home = new LatLon(latDeg, 10);
      LatLon east = from(home, 90, 20_000);
      VolumeOutlines volume = volume(home, List.of(home, east));
      for (double sideDeg : new double[] {0, 180}) {
        // on either side of the shortest line and of the parallel
        List<LatLon> ring =
            List.of(
                from(home, sideDeg, 80),
                from(east, sideDeg, 80),
                from(east, sideDeg, 200),
                from(home, sideDeg, 200));
        KeepOut zone =
            KeepOut.of("Z", new HorizontalProjection.Polygon(new GeoPolygon(ring), List.of()));
        AutopilotFence fence =
            ((FenceOutcome.Compiled)
                    fence(home, volume, new FenceBudget("test", 400, 0, true), zone))
                .fence();
        assertThat(fence.exclusions()).hasSize(1);
        List<LatLon> outline =
            ((FenceExclusion.Polygon) fence.exclusions().get(0)).outline().ring();
        BruteForce oracle = new BruteForce(home);
        for (EdgeWalk reader : EdgeWalk.values()) {
          List<double[]> exclusion = reader.walk(oracle, outline, true);
          for (EdgeWalk other : EdgeWalk.values()) {
            for (double[] point : other.walk(oracle, ring, true)) {
              assertThat(BruteForce.inside(exclusion, point[0], point[1])).isTrue();
            }
            List<double[]> geography = other.walk(oracle, volume.flightGeography().ring(), true);
            for (double[] point : geography) {
              assertThat(BruteForce.inside(exclusion, point[0], point[1])).isFalse();
            }
            for (double[] point : exclusion) {
              assertThat(BruteForce.inside(geography, point[0], point[1])).isFalse();
            }
          }
        }
      }
    }
  }

  private static void checkVolume(
      String name, BruteForce oracle, List<LatLon> route, VolumeOutlines volume) {
    for (EdgeWalk reader : EdgeWalk.values()) {
      List<double[]> geography = reader.walk(oracle, volume.flightGeography().ring(), true);
      List<double[]> contingency = reader.walk(oracle, volume.contingencyVolume().ring(), true);
      for (EdgeWalk other : EdgeWalk.values()) {
        String both = name + " " + reader + " " + other;
        for (double[] point : other.walk(oracle, route, false)) {
          assertThat(BruteForce.inside(geography, point[0], point[1])).as(both).isTrue();
          assertThat(BruteForce.distance(geography, true, point[0], point[1]))
              .as(both)
              .isGreaterThan(HALF_M - EXACT_M);
        }
        List<double[]> inner = other.walk(oracle, volume.flightGeography().ring(), true);
        assertThat(allInside(contingency, inner)).as(both).isTrue();
        assertThat(BruteForce.between(inner, contingency))
            .as(both)
            .isBetween(
                volume.terms().contingencyM() - EXACT_M,
                volume.terms().contingencyM() + VolumeBuilder.OVERSIZE_M + EXACT_M);
        List<double[]> outer = other.walk(oracle, volume.groundRiskBuffer().ring(), true);
        assertThat(allInside(outer, contingency)).as(both).isTrue();
        assertThat(BruteForce.between(outer, contingency))
            .as(both)
            .isGreaterThan(volume.terms().groundRiskM() - EXACT_M);
      }
    }
  }

  private static void checkFence(
      String name, BruteForce oracle, VolumeOutlines volume, AutopilotFence compiled) {
    assertThat(BruteForce.simple(oracle.flat(compiled.inclusion().ring()))).isTrue();
    for (EdgeWalk reader : EdgeWalk.values()) {
      List<double[]> fence = reader.walk(oracle, compiled.inclusion().ring(), true);
      for (EdgeWalk other : EdgeWalk.values()) {
        String both = name + " " + reader + " " + other;
        List<double[]> geography = other.walk(oracle, volume.flightGeography().ring(), true);
        assertThat(allInside(fence, geography)).as(both).isTrue();
        assertThat(BruteForce.between(fence, geography)).as(both).isGreaterThan(0.1);
        List<double[]> contingency = other.walk(oracle, volume.contingencyVolume().ring(), true);
        assertThat(allInside(contingency, fence)).as(both).isTrue();
        assertThat(BruteForce.between(fence, contingency))
            .as(both)
            .isGreaterThan(volume.terms().fenceSetbackM() - EXACT_M);
      }
    }
  }

  private static boolean allInside(List<double[]> ring, List<double[]> points) {
    return points.stream().allMatch(point -> BruteForce.inside(ring, point[0], point[1]));
  }
}
