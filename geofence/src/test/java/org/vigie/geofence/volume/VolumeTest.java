package org.vigie.geofence.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;

class VolumeTest {
  private static final LatLon HOME = new LatLon(45.4386, 4.3766);
  private static final int VERTICES_MAX = 70;

  /**
   * V0 10, CD 1, H_FG 60, 45 degrees, 1 s, barometric.
   *
   * @source worked by hand from the LBA formulas
   */
  @Test
  void the_worked_example_of_the_lba_formulas_holds() {
    VolumeTerms terms = VolumeTerms.of(VolumeParameters.multirotor(10, 1, 60, 0).above(0));
    assertThat(terms.reactionM()).isCloseTo(10.00, within(5e-4));
    assertThat(terms.manoeuvreM()).isCloseTo(5.097, within(5e-4));
    assertThat(terms.contingencyM()).isCloseTo(22.097, within(5e-4));
    assertThat(terms.reactionHeightM()).isCloseTo(7.00, within(5e-4));
    assertThat(terms.contingencyHeightM()).isCloseTo(73.097, within(5e-4));
    assertThat(terms.groundRiskM()).isCloseTo(73.597, within(5e-4));
  }

  @Test
  void a_longer_measured_stop_replaces_the_formula_and_a_shorter_one_does_not() {
    assertThat(VolumeTerms.of(VolumeParameters.multirotor(10, 1, 60, 22).above(0)).manoeuvreM())
        .isEqualTo(22);
    assertThat(VolumeTerms.of(VolumeParameters.multirotor(10, 1, 60, 2).above(0)).manoeuvreM())
        .isCloseTo(5.097, within(5e-4));
  }

  @Test
  void impossible_parameters_are_refused() {
    assertThatThrownBy(() -> VolumeParameters.multirotor(10, 1, 2, 0).above(0))
        .hasMessageContaining("three characteristic dimensions");
    assertThatThrownBy(() -> VolumeParameters.multirotor(Double.NaN, 1, 60, 0).above(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void random_routes_keep_every_distance_that_the_terms_promise() {
    Random random = new Random(11);
    for (int round = 0; round < 60; round++) {
      List<LatLon> line = new ArrayList<>(List.of(HOME));
      for (int i = 0; i < 2 + random.nextInt(4); i++) {
        line.add(Geodesics.destination(line.get(i), random.nextInt(360), 60 + random.nextInt(250)));
      }
      VolumeTerms terms =
          VolumeTerms.of(
              VolumeParameters.multirotor(4 + random.nextInt(8), 0.8, 60, random.nextInt(25))
                  .above(0));
      Plane plane = Plane.around(HOME);
      FlightShape shape = new FlightShape(List.of(line), List.of(), 8);
      OperationalVolume volume =
          VolumeBuilder.build(plane, shape, terms, VERTICES_MAX).orElseThrow();
      Polygon geography = plane.polygon(volume.flightGeography());
      Polygon fence = plane.polygon(volume.fence());
      Polygon contingency = plane.polygon(volume.contingencyVolume());
      assertThat(volume.fence().ring().size()).isLessThanOrEqualTo(VERTICES_MAX);
      assertThat(geography.covers(plane.line(line))).isTrue();
      assertThat(geography.getBoundary().distance(plane.line(line))).isGreaterThan(7.4);
      assertThat(fence.covers(geography)).isTrue();
      assertThat(contingency.covers(fence)).isTrue();
      assertThat(fence.getBoundary().distance(contingency.getBoundary()))
          .isGreaterThanOrEqualTo(terms.fenceSetbackM() - 0.01);
      assertThat(geography.getBoundary().distance(contingency.getBoundary()))
          .isBetween(terms.contingencyM(), terms.contingencyM() + VolumeBuilder.OVERSIZE_M);
      assertThat(
              plane
                  .polygon(volume.groundRiskBuffer())
                  .getBoundary()
                  .distance(contingency.getBoundary()))
          .isGreaterThanOrEqualTo(terms.groundRiskM());
    }
  }

  @Test
  void deeper_ground_changes_the_ground_risk_buffer_alone() {
    VolumeTerms unknown = VolumeTerms.of(VolumeParameters.multirotor(8, 0.8, 60, 20));
    Plane plane = Plane.around(HOME);
    FlightShape shape =
        new FlightShape(List.of(List.of(HOME, Geodesics.destination(HOME, 90, 300))), List.of(), 8);
    InnerVolume inner = VolumeBuilder.inner(plane, shape, unknown, VERTICES_MAX).orElseThrow();

    VolumeTerms level = VolumeTerms.of(unknown.parameters().above(0));
    VolumeTerms valley = VolumeTerms.of(unknown.parameters().above(40));
    OperationalVolume flat = inner.over(level).orElseThrow();
    OperationalVolume deep = inner.over(valley).orElseThrow();

    assertThat(deep.fence()).isEqualTo(flat.fence());
    assertThat(deep.contingencyVolume()).isEqualTo(flat.contingencyVolume());
    assertThat(deep.flightGeography()).isEqualTo(flat.flightGeography());
    assertThat(
            plane
                .polygon(deep.groundRiskBuffer())
                .getBoundary()
                .distance(plane.polygon(deep.contingencyVolume())))
        .isGreaterThanOrEqualTo(level.groundRiskM() + 40);
    assertThat(inner.over(unknown)).isEmpty();
    VolumeTerms faster = VolumeTerms.of(VolumeParameters.multirotor(9, 0.8, 60, 20).above(0));
    assertThatThrownBy(() -> inner.over(faster)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void too_few_vertices_give_no_fence_and_two_separate_pieces_no_volume() {
    VolumeTerms terms = VolumeTerms.of(VolumeParameters.multirotor(8, 0.8, 60, 20).above(0));
    Plane plane = Plane.around(HOME);
    List<LatLon> line = List.of(HOME, Geodesics.destination(HOME, 90, 300));
    FlightShape one = new FlightShape(List.of(line), List.of(), 8);
    assertThat(VolumeBuilder.build(plane, one, terms, 3)).isEmpty();
    LatLon far = Geodesics.destination(HOME, 0, 500);
    FlightShape two = new FlightShape(List.of(line), List.of(List.of(far)), 8);
    assertThat(VolumeBuilder.build(plane, two, terms, VERTICES_MAX)).isEmpty();
  }
}
