package org.vigie.geofence.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;

class ZoneBoxTest {
  private static ZoneGeometry solid(HorizontalProjection projection) {
    return new ZoneGeometry(projection, VerticalBand.UNLIMITED);
  }

  private static HorizontalProjection box(double s, double w, double n, double e) {
    return new HorizontalProjection.Polygon(
        new GeoPolygon(
            List.of(new LatLon(s, w), new LatLon(s, e), new LatLon(n, e), new LatLon(n, w))),
        List.of());
  }

  @Test
  void a_circles_box_holds_every_point_that_a_geodesic_reaches_and_little_more() {
    Random random = new Random(1);
    for (int round = 0; round < 2000; round++) {
      LatLon centre =
          new LatLon(-89.9 + 179.8 * random.nextDouble(), -180 + 360 * random.nextDouble());
      double radiusM = Math.pow(10, 6.5 * random.nextDouble());
      GeoBox box = new HorizontalProjection.Circle(centre, radiusM).box();
      for (int i = 0; i < 24; i++) {
        LatLon edge = Geodesics.destination(centre, random.nextDouble() * 360, radiusM);
        assertThat(box.contains(edge)).as("%s %s %s", centre, radiusM, edge).isTrue();
      }
      if (radiusM < 1e6) {
        double northM = Geodesics.distanceM(centre, new LatLon(box.northDeg(), centre.lonDeg()));
        assertThat(northM).isLessThan(radiusM * 1.02 + 1);
      }
    }
  }

  @Test
  void parts_on_both_sides_of_the_antimeridian_share_a_short_box_across_it() {
    GeoBox fiji =
        UasZone.permanent(
                "F",
                "FJI",
                Restriction.PROHIBITED,
                List.of(solid(box(-19, 177, -16, 180)), solid(box(-20, -180, -17, -178))))
            .box();
    assertThat(fiji).isEqualTo(new GeoBox(-20, 177, -16, -178));
    GeoBox dateline = new HorizontalProjection.Circle(new LatLon(0, 179.99), 5000).box();
    assertThat(dateline.westDeg()).isGreaterThan(dateline.eastDeg());
  }

  @Test
  void the_box_of_random_parts_holds_all_of_them_and_is_never_longer_than_the_plain_one() {
    Random random = new Random(2);
    for (int round = 0; round < 5000; round++) {
      List<ZoneGeometry> solids = new ArrayList<>();
      List<LatLon> corners = new ArrayList<>();
      double westmost = 180;
      double eastmost = -180;
      for (int i = 0; i <= random.nextInt(5); i++) {
        double w = -180 + 350 * random.nextDouble();
        double e = Math.min(180, w + 0.1 + 60 * random.nextDouble());
        double s = -80 + 150 * random.nextDouble();
        solids.add(solid(box(s, w, s + 5, e)));
        corners.add(new LatLon(s, w));
        corners.add(new LatLon(s + 5, e));
        corners.add(new LatLon(s + 1, (w + e) / 2));
        westmost = Math.min(westmost, w);
        eastmost = Math.max(eastmost, e);
      }
      GeoBox box = UasZone.permanent("R", "FRA", Restriction.PROHIBITED, solids).box();
      assertThat(corners).allMatch(box::contains);
      double widthDeg = box.eastDeg() - box.westDeg();
      assertThat(widthDeg < 0 ? widthDeg + 360 : widthDeg).isLessThanOrEqualTo(eastmost - westmost);
    }
  }
}
