package org.vigie.geofence.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Points, heights and geodesics. */
final class GeodesyTest {
  /**
   * @source GeographicLib's documentation of Geodesic.Inverse: Wellington to Salamanca, 19 959
   *     679.267 m
   */
  @Test
  void a_published_geodesic_comes_out_to_the_millimetre() {
    LatLon wellington = new LatLon(-41.32, 174.81);
    LatLon salamanca = new LatLon(40.96, -5.50);
    assertThat(Geodesics.distanceM(wellington, salamanca)).isCloseTo(19959679.267, within(0.001));
    assertThat(Geodesics.azimuthDeg(wellington, salamanca))
        .isCloseTo(161.06766998616, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"90.1, 0", "-90.1, 0", "0, 180.1", "0, -180.1", "NaN, 0", "0, NaN", "Infinity, 0"})
  void a_point_that_is_nowhere_is_refused(double latDeg, double lonDeg) {
    assertThatThrownBy(() -> new LatLon(latDeg, lonDeg))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_point_comes_back_from_an_autopilot_as_it_was_stored() {
    LatLon stored = new LatLon(45.43580004, 4.38299996).quantised();
    assertThat(stored).isEqualTo(new LatLon(45.4358, 4.383));
    assertThat(LatLon.ofE7(stored.latE7(), stored.lonE7())).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void a_height_that_is_no_number_is_refused(double metres) {
    assertThatThrownBy(() -> new AltitudeAmsl(metres)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HeightAboveHome(metres))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HeightAboveGround(metres))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HeightAboveEllipsoid(metres))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void heights_change_their_reference_only_when_it_is_given() {
    AltitudeAmsl home = new AltitudeAmsl(538.2);
    AltitudeAmsl ground = new AltitudeAmsl(522);
    AltitudeAmsl flight = new HeightAboveHome(55).over(home);
    assertThat(flight.metres()).isCloseTo(593.2, within(1e-9));
    assertThat(flight.aboveGround(ground).metres()).isCloseTo(71.2, within(1e-9));
    assertThat(flight.above(home).metres()).isCloseTo(55, within(1e-9));
    assertThat(new HeightAboveGround(71.2).over(ground).metres()).isCloseTo(593.2, within(1e-9));
  }
}
