package org.vigie.geofence.zone.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;

/** Areas against zones: exact for polygons, by sampling for circles. */
class OverTest {
  private static boolean over(ZoneIndex index, GeoPolygon area) {
    return !index.over(area, Worlds.LOW, Worlds.NOW).hits().isEmpty();
  }

  @Test
  void areas_meet_the_polygons_that_exact_arithmetic_says() {
    polygons(new SplittableRandom(41), 3000);
  }

  @Test
  @Tag("deep")
  void areas_meet_the_polygons_that_exact_arithmetic_says_in_many_worlds() {
    polygons(new SplittableRandom(42), 300_000);
  }

  /** Triangles and quadrangles on a grid touch in every way there is. */
  private static void polygons(SplittableRandom random, int rounds) {
    int apart = 0;
    for (int i = 0; i < rounds; i++) {
      LatLon corner = new LatLon(random.nextInt(-60, 60), random.nextInt(-120, 120));
      double cellDeg = Math.pow(2, random.nextInt(-30, 3));
      GeoPolygon zone = simple(random, corner, cellDeg);
      LatLon beside =
          new LatLon(
              corner.latDeg() + cellDeg * random.nextInt(-3, 4),
              corner.lonDeg() + cellDeg * random.nextInt(-3, 4));
      GeoPolygon area = simple(random, beside, random.nextInt(4) == 0 ? cellDeg / 4 : cellDeg);
      boolean expected = ExactPlane.meet(zone, area);
      assertThat(over(Worlds.index(Worlds.polygon(zone)), area))
          .as("round %d: %s and %s", i, zone, area)
          .isEqualTo(expected);
      apart += expected ? 0 : 1;
    }
    assertThat(apart).isBetween(rounds / 10, rounds * 9 / 10);
  }

  private static GeoPolygon simple(SplittableRandom random, LatLon corner, double cellDeg) {
    while (true) {
      GeoPolygon ring = Worlds.grid(random, corner, cellDeg, random.nextInt(3, 6));
      if (ExactPlane.isSimple(ExactPlane.ring(ring))) {
        return ring;
      }
    }
  }

  @Test
  void a_circle_meets_an_area_up_to_its_edge_and_not_two_millimetres_beyond() {
    SplittableRandom random = new SplittableRandom(43);
    for (int i = 0; i < 300; i++) {
      LatLon corner = new LatLon(random.nextDouble(-80, 80), random.nextDouble(-170, 170));
      double radiusM = Math.pow(10, random.nextDouble(0, 5));
      // a corner that points at the centre is the area's nearest point
      double away = random.nextDouble(0, 360);
      GeoPolygon area =
          new GeoPolygon(
              List.of(
                  corner,
                  Geodesics.destination(corner, away - 10, 300),
                  Geodesics.destination(corner, away + 10, 300)));
      for (double asideM : new double[] {-0.001, 0.002}) {
        LatLon centre = Geodesics.destination(corner, away + 180, radiusM + asideM);
        assertThat(over(Worlds.index(Worlds.circle(centre, radiusM)), area))
            .as("round %d: %f m aside of %f m", i, asideM, radiusM)
            .isEqualTo(asideM < 0);
      }
    }
  }

  @Test
  void a_parallel_is_nearest_to_a_circle_where_it_is_straight_in_degrees() {
    LatLon middle = new LatLon(45, 5);
    GeoPolygon area = Worlds.box(0, 44, 10, 45);
    for (double asideM : new double[] {-0.001, 0.002}) {
      LatLon centre = Geodesics.destination(middle, 0, 2000 + asideM);
      assertThat(over(Worlds.index(Worlds.circle(centre, 2000)), area)).isEqualTo(asideM < 0);
    }
  }

  @Test
  void one_within_the_other_is_found_and_a_hole_is_free() {
    ZoneIndex index =
        Worlds.index(Worlds.polygon(Worlds.box(0, 40, 9, 49), Worlds.box(3, 43, 6, 46)));
    assertThat(over(index, Worlds.box(1, 41, 2, 42))).isTrue();
    assertThat(over(index, Worlds.box(4, 44, 5, 45))).isFalse();
    assertThat(over(index, Worlds.box(3, 44, 5, 45))).isTrue();
    assertThat(over(index, Worlds.box(-20, 20, 20, 60))).isTrue();
    ZoneIndex round = Worlds.index(Worlds.circle(new LatLon(45, 5), 1000));
    assertThat(over(round, Worlds.box(0, 40, 9, 49))).isTrue();
    assertThat(over(round, Worlds.box(4.999, 44.999, 5.001, 45.001))).isTrue();
  }

  @Test
  void areas_and_zones_meet_across_the_antimeridian() {
    ZoneIndex index =
        Worlds.index(
            Worlds.zone("E", Worlds.polygon(Worlds.box(179, 0, 180, 10))),
            Worlds.zone("W", Worlds.polygon(Worlds.box(-179.5, 0, -179, 10))),
            Worlds.zone("C", Worlds.circle(new LatLon(5, 179.9), 30_000)));
    ZoneAnswer west = index.over(Worlds.box(-180, 4, -179.8, 6), Worlds.LOW, Worlds.NOW);
    assertThat(west.zones()).extracting("identifier").containsExactly("E", "C");
    ZoneAnswer line =
        index.along(new LatLon(5, 178.9), new LatLon(5, -179.2), 10, Worlds.LOW, Worlds.NOW);
    assertThat(line.zones()).extracting("identifier").containsExactly("E", "W", "C");
    assertThat(index.near(new GeoBox(4, 179.95, 6, -179.6), Worlds.LOW, Worlds.NOW).zones())
        .extracting("identifier")
        .containsExactly("E", "C");
  }
}
