package org.vigie.geofence.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;

/** A square of 200 m on a plateau at 500 m, of which the eastern rim is beside it. */
class FallGroundTest {
  private static final AltitudeAmsl HOME = new AltitudeAmsl(500);
  private static final Plane PLANE = Plane.around(new LatLon(45.4386, 4.3766));
  private static final Geometry SQUARE =
      PLANE.factory().toGeometry(new Envelope(-100, 100, -100, 100));
  private static final VolumeTerms TERMS =
      VolumeTerms.of(VolumeParameters.multirotor(10, 1, 60, 0));

  /** Ground that gets no higher to the east; NaN is unknown. */
  private record Falling(DoubleUnaryOperator altitudeM) implements Terrain {
    private double at(LatLon point) {
      return altitudeM.applyAsDouble(PLANE.coordinate(point).x);
    }

    @Override
    public Optional<AltitudeAmsl> findGround(LatLon point) {
      return Double.isNaN(at(point)) ? Optional.empty() : Optional.of(new AltitudeAmsl(at(point)));
    }

    @Override
    public Optional<GroundRange> findRange(LatLon southWest, LatLon northEast) {
      Optional<AltitudeAmsl> low = findGround(northEast);
      return low.isEmpty()
          ? Optional.empty()
          : findGround(southWest).map(high -> new GroundRange(low.get(), high));
    }
  }

  private static Optional<VolumeTerms> settle(DoubleUnaryOperator altitudeM) {
    return FallGround.settle(new Falling(altitudeM), PLANE, SQUARE, HOME, TERMS);
  }

  private static double groundRiskM(DoubleUnaryOperator altitudeM) {
    return settle(altitudeM).orElseThrow().groundRiskM();
  }

  @Test
  void a_plateau_without_a_rim_counts_from_home() {
    // H_CV 73.0968 + 0.5
    assertThat(groundRiskM(x -> 500)).isCloseTo(73.5968, within(1e-3));
  }

  @Test
  void a_fall_over_the_rim_ends_in_the_valley() {
    // the rim is 40 m beside the contingency volume, the valley 100 m deep
    VolumeTerms terms = settle(x -> x < 140 ? 500 : 400).orElseThrow();
    assertThat(terms.groundRiskM()).isCloseTo(173.5968, within(1e-3));
    assertThat(terms.parameters().groundBelowHomeM()).hasValue(100);
  }

  @Test
  void a_second_rim_that_only_the_wider_buffer_reaches_counts_too() {
    // 73.6 m reach the first rim, 173.6 m the second, 373.6 m no third
    DoubleUnaryOperator stairs = x -> x < 140 ? 500 : x < 240 ? 400 : x < 490 ? 200 : 0;
    assertThat(groundRiskM(stairs)).isCloseTo(373.5968, within(1e-3));
  }

  @Test
  void a_rim_beyond_the_buffer_does_not_count() {
    assertThat(groundRiskM(x -> x < 200 ? 500 : 400)).isCloseTo(73.5968, within(1e-3));
  }

  @Test
  void a_slope_settles_where_it_meets_the_fall() {
    // 1:2 from the edge: r = 73.5968 + r/2 = 147.19, and at most what is looked at beyond
    assertThat(groundRiskM(x -> x < 100 ? 500 : 500 - (x - 100) / 2)).isBetween(147.19, 158.0);
    assertThat(groundRiskM(x -> x < 100 ? 500 : 500 - 0.75 * (x - 100))).isBetween(294.3, 320.0);
  }

  @Test
  void ground_that_falls_away_without_an_end_has_no_answer() {
    assertThat(settle(x -> x < 100 ? 500 : 500 - 1.1 * (x - 100))).isEmpty();
  }

  @Test
  void unknown_ground_below_the_buffer_has_no_answer() {
    assertThat(settle(x -> x < 150 ? 500 : Double.NaN)).isEmpty();
    assertThat(settle(x -> x < 250 ? 500 : Double.NaN)).isPresent();
  }
}
