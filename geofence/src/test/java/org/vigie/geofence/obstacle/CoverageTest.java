package org.vigie.geofence.obstacle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;

class CoverageTest {
  private static final LatLon HOME = new LatLon(80, 15);
  private static final Plane PLANE = Plane.around(HOME);

  /** Known ground from 79.99 degrees north to a parallel a little beyond 80. */
  private static Coverage upTo(double northDeg) {
    return new Coverage(
        PLANE,
        List.of(
            new GeoPolygon(
                List.of(
                    new LatLon(79.99, 14.9),
                    new LatLon(79.99, 15.1),
                    new LatLon(northDeg, 15.1),
                    new LatLon(northDeg, 14.9)))));
  }

  /**
   * An edge of 98 m whose ends lie on the 80th parallel: the straight line between them leads 1 mm
   * north of it, at no point that is looked at.
   */
  @Test
  void an_edge_that_bows_out_of_the_coverage_between_two_points_is_not_covered() {
    LatLon west = new LatLon(80, 14.99747);
    LatLon east = new LatLon(80, 15.00253);
    Coordinate from = PLANE.coordinate(west);
    Coordinate to = PLANE.coordinate(east);
    assertThat(from.distance(to)).isBetween(97.0, 99.0);
    Coordinate middle = new Coordinate((from.x + to.x) / 2, (from.y + to.y) / 2);
    assertThat(PLANE.latLon(middle).latDeg()).isGreaterThan(80 + 8e-9);
    Polygon area =
        PLANE
            .factory()
            .createPolygon(
                new Coordinate[] {
                  from, to, new Coordinate(to.x, -50), new Coordinate(from.x, -50), from.copy()
                });
    // the ends are covered, the middle is not
    assertThat(upTo(80 + 2e-9).covers(area)).isFalse();
    // two centimetres further north it is
    assertThat(upTo(80 + 1.8e-7).covers(area)).isTrue();
  }
}
