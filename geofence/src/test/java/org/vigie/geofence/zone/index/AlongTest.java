package org.vigie.geofence.zone.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;

/** Corridors against points sampled in them, and against zones placed a centimetre beside them. */
class AlongTest {
  private static final double TOLERANCE_M = 0.01;

  private static boolean along(ZoneIndex index, LatLon from, LatLon to, double halfWidthM) {
    return !index.along(from, to, halfWidthM, Worlds.LOW, Worlds.NOW).hits().isEmpty();
  }

  @Test
  void no_zone_that_a_point_of_the_corridor_lies_in_is_missing() {
    sample(new SplittableRandom(31), 500);
  }

  @Test
  @Tag("deep")
  void no_zone_is_missing_in_many_corridors() {
    sample(new SplittableRandom(32), 25_000);
  }

  /** Forty points of each corridor, and whether any of them lies in the zone. */
  private static void sample(SplittableRandom random, int rounds) {
    int met = 0;
    int missed = 0;
    for (int i = 0; i < rounds; i++) {
      double lonDeg = i % 5 == 0 ? 179.99 : random.nextDouble(-170, 170);
      LatLon from = new LatLon(random.nextDouble(-75, 75), lonDeg);
      double lengthM = i % 9 == 0 ? 0 : Math.pow(10, random.nextDouble(0, 5));
      double azimuthDeg = random.nextDouble(0, 360);
      LatLon to = Geodesics.destination(from, azimuthDeg, lengthM);
      double halfWidthM = i % 4 == 0 ? 0 : Math.pow(10, random.nextDouble(0, 3.5));
      LatLon near =
          Geodesics.destination(
              Geodesics.destination(from, azimuthDeg, lengthM * random.nextDouble()),
              random.nextDouble(0, 360),
              random.nextDouble(0, 3) * halfWidthM);
      double sizeM = Math.pow(10, random.nextDouble(1, 4));
      if (Math.abs(near.lonDeg()) > 179 && Math.abs(near.lonDeg()) + sizeM / 20_000 > 180) {
        // stars do not cross the antimeridian; the corridor may
        near = new LatLon(near.latDeg(), Math.copySign(179.9 - sizeM / 20_000, near.lonDeg()));
      }
      GeoPolygon ring = Worlds.star(random, near, sizeM / 111_000, random.nextInt(3, 20));
      Predicate<LatLon> ground = ExactPlane.ground(ring, List.of());
      boolean hit = along(Worlds.index(Worlds.polygon(ring)), from, to, halfWidthM);
      for (int k = 0; k < 40; k++) {
        LatLon on = Geodesics.destination(from, azimuthDeg, lengthM * k / 39);
        LatLon point =
            Geodesics.destination(
                on, random.nextDouble(0, 360), halfWidthM * Math.sqrt(random.nextDouble()));
        if (ground.test(point)) {
          assertThat(hit).as("round %d: %s of %s", i, point, ring).isTrue();
          met++;
          break;
        }
      }
      missed += hit ? 0 : 1;
    }
    assertThat(met).isGreaterThan(rounds / 5);
    assertThat(missed).isGreaterThan(rounds / 10);
  }

  @Test
  void a_circle_is_found_up_to_its_edge_and_not_a_centimetre_beyond() {
    SplittableRandom random = new SplittableRandom(33);
    for (int i = 0; i < 200; i++) {
      LatLon from = new LatLon(random.nextDouble(-80, 80), random.nextDouble(-180, 180));
      double lengthM = random.nextDouble(100, 60_000);
      double azimuthDeg = random.nextDouble(0, 360);
      LatLon to = Geodesics.destination(from, azimuthDeg, lengthM);
      double halfWidthM = random.nextInt(3) * random.nextDouble(0, 2500);
      double radiusM = Math.pow(10, random.nextDouble(0, 4));
      double wayM = random.nextDouble(0.1, 0.9) * lengthM;
      LatLon foot = Geodesics.destination(from, azimuthDeg, wayM);
      double aheadDeg = Geodesics.azimuthDeg(foot, to);
      for (double asideM : new double[] {-0.001, TOLERANCE_M}) {
        LatLon centre = Geodesics.destination(foot, aheadDeg + 90, radiusM + halfWidthM + asideM);
        assertThat(along(Worlds.index(Worlds.circle(centre, radiusM)), from, to, halfWidthM))
            .as("round %d, %f m aside", i, asideM)
            .isEqualTo(asideM < 0);
      }
    }
  }

  /** Spikes towards the corridor; their edges lead away so steeply that only the tip is near. */
  @Test
  void a_corner_is_found_up_to_the_corridors_edge_and_not_a_centimetre_beyond() {
    SplittableRandom random = new SplittableRandom(34);
    for (int i = 0; i < 300; i++) {
      LatLon from = new LatLon(random.nextDouble(-70, 70), random.nextDouble(-170, 170));
      double lengthM = random.nextDouble(100, 60_000);
      double azimuthDeg = random.nextDouble(0, 360);
      LatLon to = Geodesics.destination(from, azimuthDeg, lengthM);
      double halfWidthM = random.nextInt(3) * random.nextDouble(0, 2500);
      double wayM = random.nextDouble(0.1, 0.9) * lengthM;
      LatLon foot = Geodesics.destination(from, azimuthDeg, wayM);
      double asideDeg = Geodesics.azimuthDeg(foot, to) + 90;
      for (double asideM : new double[] {-0.001, TOLERANCE_M}) {
        LatLon tip = Geodesics.destination(foot, asideDeg, halfWidthM + asideM);
        double outDeg = Geodesics.azimuthDeg(foot, tip);
        double away = halfWidthM < 1 ? asideDeg : outDeg;
        GeoPolygon spike =
            new GeoPolygon(
                List.of(
                    tip,
                    Geodesics.destination(tip, away - 10, 500),
                    Geodesics.destination(tip, away + 10, 500)));
        assertThat(along(Worlds.index(Worlds.polygon(spike)), from, to, halfWidthM))
            .as("round %d, %f m aside", i, asideM)
            .isEqualTo(asideM < 0);
      }
    }
  }

  /** A line of constant latitude is the zone's edge: the shortest line bows away from it. */
  @Test
  void a_long_edge_is_straight_in_degrees_and_not_a_shortest_line() {
    ZoneIndex index = Worlds.index(Worlds.polygon(Worlds.box(0, 45, 10, 46)));
    LatLon middle = new LatLon(45, 5);
    for (double asideM : new double[] {0, TOLERANCE_M}) {
      LatLon from = Geodesics.destination(middle, 180, 50 + asideM);
      assertThat(along(index, from, from, 50)).isEqualTo(asideM == 0);
    }
    // the shortest line between the corners runs 30 km further north
    assertThat(along(index, new LatLon(45.1, 5), new LatLon(45.1, 5.01), 0)).isTrue();
  }

  @Test
  void a_line_within_a_zone_and_a_zone_within_a_corridor_are_found_and_a_hole_is_free() {
    ZoneIndex index =
        Worlds.index(
            Worlds.zone(
                "A", Worlds.polygon(Worlds.box(4, 45, 5, 46), Worlds.box(4.4, 45.4, 4.6, 45.6))),
            Worlds.zone("B", Worlds.polygon(Worlds.box(4.49, 45.49, 4.51, 45.51))));
    ZoneAnswer inside =
        index.along(new LatLon(45.1, 4.1), new LatLon(45.2, 4.2), 0, Worlds.LOW, Worlds.NOW);
    assertThat(inside.zones()).extracting("identifier").containsExactly("A");
    ZoneAnswer hole =
        index.along(new LatLon(45.45, 4.45), new LatLon(45.45, 4.55), 10, Worlds.LOW, Worlds.NOW);
    assertThat(hole.hits()).isEmpty();
    ZoneAnswer wide =
        index.along(new LatLon(45.5, 4.45), new LatLon(45.5, 4.55), 3_800, Worlds.LOW, Worlds.NOW);
    assertThat(wide.zones()).extracting("identifier").containsExactly("B");
  }

  @Test
  void what_cannot_be_answered_is_refused_in_words() {
    ZoneIndex index = Worlds.index(Worlds.circle(new LatLon(45, 4), 100));
    LatLon a = new LatLon(45, 4);
    assertThatThrownBy(() -> along(index, a, a, Double.NaN)).hasMessageContaining("half width");
    assertThatThrownBy(() -> along(index, a, a, -1)).hasMessageContaining("half width");
    assertThatThrownBy(() -> along(index, a, new LatLon(-45, 4), 1)).hasMessageContaining("longer");
    assertThatThrownBy(() -> along(index, new LatLon(86, 4), new LatLon(86, 4), 1))
        .hasMessageContaining("pole");
  }
}
