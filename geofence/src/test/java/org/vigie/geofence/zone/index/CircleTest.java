package org.vigie.geofence.zone.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.LatLon;

/** Circles against GeographicLib, near their edge and anywhere on the Earth. */
class CircleTest {
  @Test
  void circles_hold_the_points_that_geodesics_say() {
    circles(new SplittableRandom(11), 1000);
  }

  @Test
  @Tag("deep")
  void a_million_points_are_where_geodesics_say() {
    circles(new SplittableRandom(12), 50_000);
  }

  private static void circles(SplittableRandom random, int rounds) {
    for (int i = 0; i < rounds; i++) {
      LatLon centre =
          new LatLon(
              i % 10 == 0 ? 90 - random.nextDouble(0, 2) : random.nextDouble(-90, 90),
              i % 7 == 0 ? 180 - random.nextDouble(0, 0.1) : random.nextDouble(-180, 180));
      double radiusM = Math.pow(10, random.nextDouble(0, i % 5 == 0 ? 7 : 4.5));
      ZoneProbe probe = Worlds.index(Worlds.circle(centre, radiusM)).probe();
      for (int k = 0; k < 20; k++) {
        // from far off to the width of an atom beside the edge
        double asideM = radiusM * Math.pow(10, random.nextDouble(-9, 0.3));
        double wayM = Math.max(0, radiusM + (random.nextBoolean() ? asideM : -asideM));
        GeodesicData end =
            Geodesic.WGS84.Direct(
                centre.latDeg(), centre.lonDeg(), random.nextDouble(0, 360), wayM);
        double distanceM =
            Geodesic.WGS84.Inverse(
                    centre.latDeg(), centre.lonDeg(), end.lat2, end.lon2, GeodesicMask.DISTANCE)
                .s12;
        assertThat(Worlds.holds(probe, new LatLon(end.lat2, end.lon2)))
            .as("%f m of %f m around %s", distanceM, radiusM, centre)
            .isEqualTo(distanceM <= radiusM);
      }
    }
  }

  @Test
  void a_point_exactly_on_the_circle_is_inside_and_the_next_is_not() {
    LatLon centre = new LatLon(45, 4);
    LatLon point = new LatLon(45.01, 4.01);
    double radiusM = Geodesic.WGS84.Inverse(45, 4, 45.01, 4.01, GeodesicMask.DISTANCE).s12;
    assertThat(Worlds.holds(Worlds.index(Worlds.circle(centre, radiusM)).probe(), point)).isTrue();
    assertThat(
            Worlds.holds(
                Worlds.index(Worlds.circle(centre, Math.nextDown(radiusM))).probe(), point))
        .isFalse();
  }
}
