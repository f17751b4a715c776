package org.vigie.geofence.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.GroundRange;

class ZoneSpaceTest {
  private static final LatLon HOME = new LatLon(45.4386, 4.3766);
  private static final Optional<GroundRange> GROUND =
      Optional.of(new GroundRange(new AltitudeAmsl(500), new AltitudeAmsl(550)));

  private static VerticalBand band(
      double lower, VerticalReference from, double upper, VerticalReference to) {
    return new VerticalBand(lower, from, upper, to);
  }

  private static boolean meets(VerticalBand band, double lowest, double highest) {
    return band.mayMeet(new AltitudeAmsl(lowest), new AltitudeAmsl(highest), GROUND);
  }

  @Test
  void a_band_above_ground_is_as_low_and_as_high_as_any_ground_makes_it() {
    VerticalBand agl = band(50, VerticalReference.AGL, 100, VerticalReference.AGL);
    assertThat(meets(agl, 400, 549)).isFalse();
    assertThat(meets(agl, 400, 550)).isTrue();
    assertThat(meets(agl, 650, 700)).isTrue();
    assertThat(meets(agl, 650.1, 700)).isFalse();
  }

  @Test
  void unknown_ground_and_the_ellipsoid_may_be_anywhere() {
    VerticalBand agl = band(5000, VerticalReference.AGL, 6000, VerticalReference.AGL);
    assertThat(agl.mayMeet(new AltitudeAmsl(0), new AltitudeAmsl(1), Optional.empty())).isTrue();
    VerticalBand ellipsoid = band(5000, VerticalReference.WGS84, 6000, VerticalReference.WGS84);
    assertThat(meets(ellipsoid, 0, 1)).isTrue();
    VerticalBand amsl = band(5000, VerticalReference.AMSL, 6000, VerticalReference.AMSL);
    assertThat(amsl.mayMeet(new AltitudeAmsl(0), new AltitudeAmsl(1), Optional.empty())).isFalse();
  }

  @Test
  void no_limits_meet_everything_and_upside_down_limits_are_refused() {
    assertThat(meets(VerticalBand.UNLIMITED, -100, -90)).isTrue();
    assertThatThrownBy(() -> band(10, VerticalReference.AGL, 5, VerticalReference.AGL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_circle_is_drawn_from_outside() {
    Plane plane = Plane.around(HOME);
    LatLon centre = Geodesics.destination(HOME, 70, 800);
    Geometry circle = ZoneFootprint.of(new HorizontalProjection.Circle(centre, 200), plane);
    for (int azimuth = 0; azimuth < 360; azimuth++) {
      LatLon edge = Geodesics.destination(centre, azimuth, 199.99);
      assertThat(circle.covers(plane.point(edge))).as("azimuth %d", azimuth).isTrue();
      assertThat(circle.covers(plane.point(Geodesics.destination(centre, azimuth, 205)))).isFalse();
    }
  }

  @Test
  void a_hole_is_free_and_a_crossing_ring_is_its_hull() {
    Plane plane = Plane.around(HOME);
    GeoPolygon outer = square(HOME, 400);
    Geometry holed =
        ZoneFootprint.of(
            new HorizontalProjection.Polygon(outer, List.of(square(HOME, 100))), plane);
    assertThat(holed.covers(plane.point(HOME))).isFalse();
    List<LatLon> r = outer.ring();
    GeoPolygon bowTie = new GeoPolygon(List.of(r.get(0), r.get(2), r.get(1), r.get(3)));
    Geometry hull = ZoneFootprint.of(new HorizontalProjection.Polygon(bowTie, List.of()), plane);
    assertThat(hull.covers(plane.point(Geodesics.destination(HOME, 0, 190)))).isTrue();
    assertThat(hull.covers(plane.point(Geodesics.destination(HOME, 90, 190)))).isTrue();
  }

  @Test
  void a_hole_outside_of_its_ring_is_an_area_of_its_own_and_the_air_between_is_free() {
    Plane plane = Plane.around(HOME);
    LatLon away = Geodesics.destination(HOME, 90, 3_000);
    HorizontalProjection.Polygon both =
        new HorizontalProjection.Polygon(
            square(HOME, 400), List.of(square(HOME, 100), square(away, 400)));
    Geometry ground = ZoneFootprint.of(both, plane);
    assertThat(ground.covers(plane.point(away))).isTrue();
    assertThat(ground.covers(plane.point(Geodesics.destination(HOME, 90, 150)))).isTrue();
    assertThat(ground.covers(plane.point(HOME))).isFalse();
    assertThat(ground.covers(plane.point(Geodesics.destination(HOME, 90, 1_500)))).isFalse();
    assertThat(both.box().contains(away)).isTrue();
    assertThat(ZoneFootprint.isBeyond(both, Geodesics.destination(away, 90, 500), 400)).isFalse();
  }

  @Test
  void a_far_zone_is_told_apart_on_the_ellipsoid() {
    GeoPolygon wallis =
        new GeoPolygon(
            List.of(
                new LatLon(-13.2, -176.3), new LatLon(-13.4, -176.1), new LatLon(-13.4, -176.3)));
    assertThat(
            ZoneFootprint.isBeyond(new HorizontalProjection.Polygon(wallis, List.of()), HOME, 5000))
        .isTrue();
    assertThat(
            ZoneFootprint.isBeyond(
                new HorizontalProjection.Circle(Geodesics.destination(HOME, 0, 9000), 4500),
                HOME,
                5000))
        .isFalse();
    assertThat(
            ZoneFootprint.isBeyond(
                new HorizontalProjection.Polygon(square(HOME, 100_000), List.of()), HOME, 5000))
        .isFalse();
  }

  private static GeoPolygon square(LatLon centre, double sideM) {
    double diagonalM = sideM / Math.sqrt(2);
    return new GeoPolygon(
        List.of(
            Geodesics.destination(centre, 45, diagonalM),
            Geodesics.destination(centre, 135, diagonalM),
            Geodesics.destination(centre, 225, diagonalM),
            Geodesics.destination(centre, 315, diagonalM)));
  }
}
