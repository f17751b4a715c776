package org.vigie.planner.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.ZoneFootprint;
import org.vigie.geofence.zone.ZoneGeometry;

class ZoneBoxesTest {
  private static final double REACH_M = 3500;

  @Test
  void no_zone_within_reach_is_passed_by_or_larger_than_its_box() {
    Random random = new Random(11);
    int near = 0;
    int apart = 0;
    for (int round = 0; round < 600; round++) {
      double latDeg = 160 * random.nextDouble() - 80;
      double lonDeg = round % 4 == 0 ? 179.99 : 360 * random.nextDouble() - 180;
      LatLon origin = new LatLon(latDeg, lonDeg);
      Plane plane = Plane.around(origin);
      LatLon centre =
          Geodesics.destination(origin, 360 * random.nextDouble(), 9000 * random.nextDouble());
      double sizeM = Math.pow(10, 1 + 3.2 * random.nextDouble());
      HorizontalProjection shape =
          round % 2 == 0
              ? new HorizontalProjection.Circle(centre, sizeM)
              : triangle(centre, sizeM, random);
      UasZone zone =
          UasZone.permanent(
              "Z",
              "FRA",
              Restriction.PROHIBITED,
              List.of(new ZoneGeometry(shape, VerticalBand.UNLIMITED)));
      Envelope reach = new Envelope(-REACH_M, REACH_M, -REACH_M, REACH_M);
      Geometry footprint = ZoneFootprint.of(shape, plane, REACH_M);
      Envelope within = footprint.getEnvelopeInternal().intersection(reach);
      boolean meets = footprint.intersects(plane.factory().toGeometry(reach));
      Optional<Envelope> box = new ZoneBoxes(plane, REACH_M).find(zone.box());
      if (meets) {
        assertThat(box).as("round %d", round).isPresent();
        assertThat(box.get().contains(within)).as("round %d", round).isTrue();
        near++;
      } else if (box.isEmpty()) {
        apart++;
      }
    }
    assertThat(near).isGreaterThan(100);
    assertThat(apart).isGreaterThan(50);
  }

  private static HorizontalProjection triangle(LatLon centre, double sizeM, Random random) {
    double turn = 360 * random.nextDouble();
    return new HorizontalProjection.Polygon(
        new GeoPolygon(
            List.of(
                Geodesics.destination(centre, turn, sizeM),
                Geodesics.destination(centre, turn + 100, sizeM),
                Geodesics.destination(centre, turn + 230, sizeM))),
        List.of());
  }
}
