package org.vigie.geofence.zone.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;

/** Points against polygons, beside rational arithmetic: no difference is allowed. */
class PointInPolygonTest {
  private static final int POINTS = 20;

  @Test
  void random_polygons_hold_the_points_that_exact_arithmetic_says() {
    stars(new SplittableRandom(1), 300);
  }

  @Test
  void collinear_doubled_and_crossing_corners_are_read_exactly_too() {
    grids(new SplittableRandom(2), 500);
  }

  @Test
  void a_ring_of_no_area_is_its_line_or_its_point() {
    LatLon place = new LatLon(45, 4);
    ZoneProbe point = Worlds.index(Worlds.polygon(Worlds.ring(4, 45, 4, 45, 4, 45))).probe();
    assertThat(Worlds.holds(point, place)).isTrue();
    assertThat(Worlds.holds(point, new LatLon(Math.nextUp(45.0), 4))).isFalse();
    ZoneProbe line = Worlds.index(Worlds.polygon(Worlds.ring(3, 44, 5, 46, 4, 45))).probe();
    assertThat(Worlds.holds(line, place)).isTrue();
    assertThat(Worlds.holds(line, new LatLon(Math.nextUp(45.0), 4))).isFalse();
  }

  @Test
  void holes_are_free_but_their_edges_are_not() {
    holes(new SplittableRandom(3), 200);
  }

  @Test
  @Tag("deep")
  void a_million_points_are_where_exact_arithmetic_says() {
    stars(new SplittableRandom(4), 15_000);
    grids(new SplittableRandom(5), 25_000);
    holes(new SplittableRandom(6), 15_000);
  }

  private static void stars(SplittableRandom random, int polygons) {
    for (int i = 0; i < polygons; i++) {
      LatLon centre = new LatLon(random.nextDouble(-60, 60), random.nextDouble(-120, 120));
      double radiusDeg = Math.pow(10, random.nextDouble(-12, 1.4));
      GeoPolygon ring = Worlds.star(random, centre, radiusDeg, random.nextInt(3, 40));
      check(random, ring, List.of(), radiusDeg, i);
    }
  }

  private static void grids(SplittableRandom random, int polygons) {
    for (int i = 0; i < polygons; i++) {
      LatLon corner = new LatLon(random.nextInt(-60, 60), random.nextInt(-120, 120));
      double cellDeg = Math.pow(2, random.nextInt(-30, 3));
      GeoPolygon ring = Worlds.grid(random, corner, cellDeg, random.nextInt(3, 9));
      ZoneProbe probe = Worlds.index(Worlds.polygon(ring)).probe();
      Predicate<LatLon> ground = ExactPlane.ground(ring, List.of());
      for (int k = 0; k < POINTS; k++) {
        LatLon point = Worlds.onGrid(random, corner, random.nextBoolean() ? cellDeg : cellDeg / 2);
        same(probe, ground, point, i, ring);
      }
    }
  }

  /**
   * A hole within a star: the same corners drawn nearer to the centre, some kept where they are.
   */
  private static void holes(SplittableRandom random, int polygons) {
    for (int i = 0; i < polygons; i++) {
      LatLon centre = new LatLon(random.nextInt(-60, 60), random.nextInt(-120, 120));
      double radiusDeg = Math.pow(2, random.nextInt(-20, 2));
      GeoPolygon outer = Worlds.star(random, centre, radiusDeg, random.nextInt(5, 30));
      int touching = random.nextBoolean() ? random.nextInt(outer.ring().size()) : -1;
      List<LatLon> inner = new ArrayList<>();
      for (int k = 0; k < outer.ring().size(); k++) {
        LatLon corner = outer.ring().get(k);
        double part = k == touching ? 1 : 0.125;
        inner.add(
            new LatLon(
                centre.latDeg() + part * (corner.latDeg() - centre.latDeg()),
                centre.lonDeg() + part * (corner.lonDeg() - centre.lonDeg())));
      }
      if (touching >= 0) {
        inner.set(touching, outer.ring().get(touching));
      }
      check(random, outer, List.of(new GeoPolygon(inner)), radiusDeg, i);
    }
  }

  private static void check(
      SplittableRandom random,
      GeoPolygon outer,
      List<GeoPolygon> holes,
      double radiusDeg,
      int round) {
    ZoneProbe probe = Worlds.index(Worlds.polygon(outer, holes.toArray(GeoPolygon[]::new))).probe();
    Predicate<LatLon> ground = ExactPlane.ground(outer, holes);
    List<LatLon> corners = new ArrayList<>(outer.ring());
    holes.forEach(hole -> corners.addAll(hole.ring()));
    for (int k = 0; k < POINTS; k++) {
      int at = random.nextInt(corners.size());
      LatLon a = corners.get(at);
      LatLon b = corners.get((at + 1) % corners.size());
      LatLon point =
          switch (random.nextInt(4)) {
            case 0 -> a;
            case 1 -> beside(random, a, b);
            case 2 -> new LatLon(a.latDeg(), a.lonDeg() + random.nextDouble(-1, 1) * radiusDeg);
            default ->
                new LatLon(
                    Math.max(-90, Math.min(90, a.latDeg() + random.nextDouble(-1, 1) * radiusDeg)),
                    a.lonDeg() + random.nextDouble(-1, 1) * radiusDeg);
          };
      same(probe, ground, point, round, outer);
    }
  }

  /** On an edge but for roundings, or the next number beside it. */
  private static LatLon beside(SplittableRandom random, LatLon a, LatLon b) {
    double part = random.nextBoolean() ? 0.5 : random.nextDouble();
    double latDeg = a.latDeg() + part * (b.latDeg() - a.latDeg());
    double lonDeg = a.lonDeg() + part * (b.lonDeg() - a.lonDeg());
    return new LatLon(
        latDeg + random.nextInt(-1, 2) * Math.ulp(latDeg),
        lonDeg + random.nextInt(-1, 2) * Math.ulp(lonDeg));
  }

  private static void same(
      ZoneProbe probe, Predicate<LatLon> ground, LatLon point, int round, GeoPolygon ring) {
    assertThat(Worlds.holds(probe, point))
        .as(() -> "round " + round + ": " + point + " in " + ring)
        .isEqualTo(ground.test(point));
  }
}
