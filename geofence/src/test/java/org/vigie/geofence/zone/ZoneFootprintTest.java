package org.vigie.geofence.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;

/** Footprints against points sampled on both readings of every edge. */
class ZoneFootprintTest {
  private static final double REACH_M = 10_000;
  private static final int BEYOND = Boolean.getBoolean("vigie.deep") ? 20_000 : 300;

  private static HorizontalProjection polygon(GeoPolygon outer, GeoPolygon... holes) {
    return new HorizontalProjection.Polygon(outer, List.of(holes));
  }

  private static GeoPolygon box(double west, double south, double east, double north) {
    return new GeoPolygon(
        List.of(
            new LatLon(south, west),
            new LatLon(south, east),
            new LatLon(north, east),
            new LatLon(north, west)));
  }

  @Test
  void no_point_of_an_edge_is_left_out_however_the_edge_is_read() {
    sample(new SplittableRandom(51), 80);
  }

  @Test
  @Tag("deep")
  void no_point_of_an_edge_is_left_out_in_many_zones() {
    sample(new SplittableRandom(52), 5000);
  }

  private static void sample(SplittableRandom random, int rounds) {
    int inReach = 0;
    for (int i = 0; i < rounds; i++) {
      double lonDeg = i % 6 == 0 ? 179.995 : random.nextDouble(-170, 170);
      LatLon home = new LatLon(random.nextDouble(-75, 75), lonDeg);
      Plane plane = Plane.around(home);
      GeoPolygon ring = around(random, home, Math.pow(10, random.nextDouble(2, 6)));
      PreparedGeometry ground =
          PreparedGeometryFactory.prepare(ZoneFootprint.of(polygon(ring), plane, REACH_M));
      boolean beyond = ZoneFootprint.isBeyond(polygon(ring), home, REACH_M);
      for (LatLon point : edgePoints(random, home, ring)) {
        if (Geodesics.distanceM(home, point) <= REACH_M) {
          assertThat(beyond).isFalse();
          assertThat(ground.covers(plane.point(point)))
              .as("round %d: %s of %s", i, point, ring)
              .isTrue();
          inReach++;
        }
      }
    }
    assertThat(inReach).isGreaterThan(rounds * 10);
  }

  /**
   * Corners in order of their direction from a place near home; some zones hold it, some do not.
   */
  private static GeoPolygon around(SplittableRandom random, LatLon home, double sizeM) {
    double[] turns = random.doubles(random.nextInt(3, 9), 0, 360).toArray();
    Arrays.sort(turns);
    LatLon centre =
        Geodesics.destination(home, random.nextDouble(0, 360), sizeM * random.nextDouble(1.2));
    List<LatLon> corners = new ArrayList<>();
    for (double turn : turns) {
      LatLon corner = Geodesics.destination(centre, turn, sizeM * random.nextDouble(0.3, 1));
      corners.add(new LatLon(Math.max(-84, Math.min(84, corner.latDeg())), corner.lonDeg()));
    }
    return new GeoPolygon(corners);
  }

  /** On both lines of every edge: all along it, and densely where it is nearest to home. */
  private static List<LatLon> edgePoints(SplittableRandom random, LatLon home, GeoPolygon ring) {
    List<LatLon> points = new ArrayList<>();
    for (int i = 0; i < ring.ring().size(); i++) {
      LatLon a = ring.ring().get(i);
      LatLon b = ring.ring().get((i + 1) % ring.ring().size());
      for (boolean straight : new boolean[] {true, false}) {
        double best = 0;
        double bestM = Double.POSITIVE_INFINITY;
        for (int k = 0; k <= 60; k++) {
          LatLon point = on(a, b, k / 60.0, straight);
          points.add(point);
          if (Geodesics.distanceM(home, point) < bestM) {
            bestM = Geodesics.distanceM(home, point);
            best = k / 60.0;
          }
        }
        for (int k = 0; k < 60; k++) {
          double part = best + random.nextDouble(-1, 1) / 60;
          points.add(on(a, b, Math.max(0, Math.min(1, part)), straight));
        }
      }
    }
    return points;
  }

  private static LatLon on(LatLon a, LatLon b, double part, boolean straight) {
    if (!straight) {
      return Geodesics.destination(a, Geodesics.azimuthDeg(a, b), part * Geodesics.distanceM(a, b));
    }
    double turn = b.lonDeg() - a.lonDeg();
    turn -= 360 * Math.rint(turn / 360);
    double lonDeg = a.lonDeg() + part * turn;
    return new LatLon(
        a.latDeg() + part * (b.latDeg() - a.latDeg()),
        lonDeg > 180 ? lonDeg - 360 : lonDeg < -180 ? lonDeg + 360 : lonDeg);
  }

  @Test
  void four_centimetres_outside_both_readings_a_zone_ends() {
    LatLon home = new LatLon(45, 5);
    Plane plane = Plane.around(home);
    // the northern edge: straight at 45 degrees, the shortest line bows 34 m north of it
    Geometry ground = ZoneFootprint.of(polygon(box(4.75, 44, 5.25, 45)), plane, REACH_M);
    LatLon a = new LatLon(45, 4.75);
    double halfM = Geodesics.distanceM(a, new LatLon(45, 5.25)) / 2;
    LatLon bow = Geodesics.destination(a, Geodesics.azimuthDeg(a, new LatLon(45, 5.25)), halfM);
    double bowM = Geodesics.distanceM(home, bow);
    assertThat(bowM).isBetween(30.0, 35.0);
    assertThat(ground.covers(plane.point(Geodesics.destination(home, 0, bowM)))).isTrue();
    assertThat(ground.covers(plane.point(Geodesics.destination(home, 0, bowM + 0.04)))).isFalse();
    // a southern edge: the shortest line bows into the zone, the straight one ends it
    Geometry south = ZoneFootprint.of(polygon(box(4.75, 45, 5.25, 46)), plane, REACH_M);
    assertThat(south.covers(plane.point(home))).isTrue();
    assertThat(south.covers(plane.point(Geodesics.destination(home, 180, 0.04)))).isFalse();
  }

  @Test
  void a_hole_is_free_only_where_both_readings_say_so() {
    LatLon home = new LatLon(45, 5);
    Plane plane = Plane.around(home);
    Geometry ground =
        ZoneFootprint.of(polygon(box(4, 44, 6, 46), box(4.75, 45, 5.25, 45.25)), plane, REACH_M);
    // the hole's southern edge as a shortest line lies 34 m further north
    assertThat(ground.covers(plane.point(Geodesics.destination(home, 0, 20)))).isTrue();
    assertThat(ground.covers(plane.point(Geodesics.destination(home, 0, 40)))).isFalse();
  }

  @Test
  void small_zones_keep_their_number_of_corners() {
    LatLon home = new LatLon(45, 5);
    Geometry ground =
        ZoneFootprint.of(polygon(box(5, 45, 5.003, 45.003)), Plane.around(home), REACH_M);
    assertThat(ground.getNumPoints()).isEqualTo(5);
  }

  /** Meant was 4.39 degrees east: the corner lies in Kazakhstan, and so does half of the zone. */
  @Test
  void a_mistyped_longitude_is_drawn_as_a_box_in_a_moment_and_leaves_nothing_out() {
    LatLon home = new LatLon(45.44, 4.385);
    Plane plane = Plane.around(home);
    for (double mistypedDeg : new double[] {43.9, 49.3, -43.9, 94.39, 179.9, -139}) {
      GeoPolygon ring =
          new GeoPolygon(
              List.of(
                  new LatLon(45.43, 4.37),
                  new LatLon(45.43, 4.39),
                  new LatLon(45.45, mistypedDeg),
                  new LatLon(45.45, 4.37)));
      Geometry ground = ZoneFootprint.of(polygon(ring), plane);
      assertThat(ground.getNumPoints()).as("%s", mistypedDeg).isLessThan(500);
      PreparedGeometry prepared = PreparedGeometryFactory.prepare(ground);
      for (LatLon point : edgePoints(new SplittableRandom(54), home, ring)) {
        if (Geodesics.distanceM(home, point) <= 50_000) {
          assertThat(prepared.covers(plane.point(point))).isTrue();
        }
      }
    }
  }

  @Test
  void a_wide_zone_of_short_edges_keeps_its_form() {
    // 40 degrees wide, corners every degree along its southern side
    List<LatLon> corners = new ArrayList<>();
    for (int i = 0; i <= 40; i++) {
      corners.add(new LatLon(45 + 0.02 * (i % 2), i - 15));
    }
    corners.add(new LatLon(50, 25));
    corners.add(new LatLon(50, 5));
    corners.add(new LatLon(50, -15));
    LatLon home = new LatLon(44.98, 5);
    Plane plane = Plane.around(home);
    Geometry ground = ZoneFootprint.of(polygon(new GeoPolygon(corners)), plane, REACH_M);
    assertThat(ground.covers(plane.point(home))).isFalse();
    assertThat(ground.covers(plane.point(new LatLon(45.03, 5)))).isTrue();
  }

  @Test
  void huge_circles_fill_the_reach_and_far_ones_are_empty() {
    LatLon home = new LatLon(45, 5);
    Plane plane = Plane.around(home);
    Geometry huge =
        ZoneFootprint.of(
            new HorizontalProjection.Circle(new LatLon(0, 5), 6_000_000), plane, REACH_M);
    Geometry edge =
        ZoneFootprint.of(
            new HorizontalProjection.Circle(Geodesics.destination(home, 90, 100_000), 95_000),
            plane,
            REACH_M);
    Geometry far =
        ZoneFootprint.of(
            new HorizontalProjection.Circle(Geodesics.destination(home, 90, 100_000), 50_000),
            plane,
            REACH_M);
    for (int azimuth = 0; azimuth < 360; azimuth += 15) {
      LatLon point = Geodesics.destination(home, azimuth, REACH_M);
      assertThat(huge.covers(plane.point(point))).isTrue();
    }
    assertThat(edge.covers(plane.point(Geodesics.destination(home, 90, 5_001)))).isTrue();
    assertThat(edge.covers(plane.point(Geodesics.destination(home, 90, 4_000)))).isFalse();
    assertThat(far.isEmpty()).isTrue();
  }

  @Test
  void a_zone_that_is_beyond_has_no_point_within_reach_whichever_way_it_is_read() {
    SplittableRandom random = new SplittableRandom(53);
    int beyond = 0;
    for (int i = 0; i < BEYOND; i++) {
      LatLon home = new LatLon(random.nextDouble(-85, 85), random.nextDouble(-180, 180));
      LatLon away =
          Geodesics.destination(
              home, random.nextDouble(0, 360), Math.pow(10, random.nextDouble(3, 6.5)));
      if (Math.abs(away.latDeg()) > 80) {
        continue;
      }
      GeoPolygon ring = around(random, away, Math.pow(10, random.nextDouble(2, 6)));
      double reachM = Math.pow(10, random.nextDouble(2, 6));
      if (ZoneFootprint.isBeyond(polygon(ring), home, reachM)) {
        beyond++;
        for (LatLon point : edgePoints(random, home, ring)) {
          assertThat(Geodesics.distanceM(home, point))
              .as(() -> point + " of " + ring + " from " + home)
              .isGreaterThan(reachM);
        }
      }
    }
    assertThat(beyond).isGreaterThan(BEYOND / 5);
  }

  @Test
  void what_cannot_be_drawn_is_refused_in_words() {
    LatLon home = new LatLon(45, 5);
    HorizontalProjection zone = polygon(box(5, 45, 6, 46));
    assertThatThrownBy(() -> ZoneFootprint.of(zone, Plane.around(home), Double.NaN))
        .hasMessageContaining("reach");
    assertThatThrownBy(() -> ZoneFootprint.of(zone, Plane.around(new LatLon(86, 5))))
        .hasMessageContaining("pole");
  }
}
