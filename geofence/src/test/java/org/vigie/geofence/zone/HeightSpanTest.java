package org.vigie.geofence.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.terrain.GroundRange;

/** Limits above ground, sea level and the ellipsoid against the altitudes of a flight. */
class HeightSpanTest {
  private static HeightSpan flight(double lowestM, double highestM) {
    return HeightSpan.of(new AltitudeAmsl(lowestM), new AltitudeAmsl(highestM));
  }

  private static VerticalBand band(double lowerM, double upperM, VerticalReference reference) {
    return new VerticalBand(lowerM, reference, upperM, reference);
  }

  @Test
  void a_limit_above_the_ellipsoid_counts_from_the_geoid_where_it_is_known() {
    VerticalBand ellipsoid = band(150, 200, VerticalReference.WGS84);
    UndulationRange geoid = new UndulationRange(47, 50);
    // 150 m above the ellipsoid is 100 to 103 m above the geoid, 200 m is 150 to 153 m
    assertThat(ellipsoid.mayMeet(flight(0, 99.9).with(geoid))).isFalse();
    assertThat(ellipsoid.mayMeet(flight(0, 100).with(geoid))).isTrue();
    assertThat(ellipsoid.mayMeet(flight(153, 200).with(geoid))).isTrue();
    assertThat(ellipsoid.mayMeet(flight(153.1, 200).with(geoid))).isFalse();
    assertThat(ellipsoid.mayMeet(flight(5000, 6000))).isTrue();
  }

  @Test
  void the_geoid_says_nothing_of_the_ground_nor_the_ground_of_the_geoid() {
    GroundRange ground = new GroundRange(new AltitudeAmsl(500), new AltitudeAmsl(550));
    HeightSpan high = flight(5000, 6000);
    assertThat(band(0, 50, VerticalReference.WGS84).mayMeet(high.over(ground))).isTrue();
    assertThat(band(0, 50, VerticalReference.AGL).mayMeet(high.with(UndulationRange.of(47))))
        .isTrue();
    assertThat(band(0, 50, VerticalReference.AGL).mayMeet(high.over(ground))).isFalse();
  }

  @Test
  void a_limit_exactly_touched_is_inside_although_sums_are_rounded() {
    GroundRange ground = new GroundRange(new AltitudeAmsl(0.2), new AltitudeAmsl(0.2));
    assertThat(0.1 + 0.2).isGreaterThan(0.3);
    VerticalBand agl = band(0.1, 0.1, VerticalReference.AGL);
    assertThat(agl.mayMeet(flight(0, 0.3).over(ground))).isTrue();
    assertThat(agl.mayMeet(flight(0, 0.2999).over(ground))).isFalse();
    assertThat(agl.mayMeet(flight(0.3001, 1).over(ground))).isFalse();
  }

  @Test
  void upside_down_spans_are_refused() {
    assertThatThrownBy(() -> flight(2, 1)).hasMessageContaining("above");
    assertThatThrownBy(() -> new UndulationRange(2, 1)).hasMessageContaining("range");
    assertThatThrownBy(() -> UndulationRange.of(Double.NaN)).hasMessageContaining("range");
  }
}
