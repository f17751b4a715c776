package org.vigie.geofence.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Each branch of the formulas against numbers worked by hand, g = 9.81 m/s2.
 *
 * @source formulas: LBA guide as the Dronedesk calculator and droneportTeam05 have it; FOCA as
 *     Digisky GroundRiskBuffer3.py 3.3.0; table: UAS.STS-01.020 and PDRA-S01
 */
class TermsTest {
  private static final Offset<Double> MILLIMETRES = within(6e-4);

  private static VolumeParameters ten() {
    return VolumeParameters.multirotor(10, 1, 60, 0).above(0);
  }

  private static double groundRiskM(GroundRiskMethod method) {
    return VolumeTerms.of(ten().with(method)).groundRiskM();
  }

  private static List<String> lines(VolumeParameters parameters) {
    return VolumeTerms.of(parameters).explain().stream().map(VolumeTerm::line).toList();
  }

  @Test
  void the_ballistic_buffer_of_the_worked_example_is_39_m() {
    // H_CV 73.097: sqrt(2 * 73.097 / 9.81) = sqrt(14.9025) = 3.8604; 10 * 3.8604 + 0.5 = 39.104
    assertThat(groundRiskM(new GroundRiskMethod.Ballistic())).isCloseTo(39.104, MILLIMETRES);
  }

  @Test
  void the_rotorcraft_takes_the_smaller_buffer_whichever_it_is() {
    // at 10 m/s the fall: 39.104 < 73.597
    assertThat(groundRiskM(new GroundRiskMethod.RotorcraftLeast())).isCloseTo(39.104, MILLIMETRES);
    // at 30 m/s from 10 m: H_CV = 10 + 1 + 21 + 45.8716 = 77.8716; 1:1 = 78.3716;
    // fall = 30 * sqrt(15.87596) + 0.5 = 30 * 3.98446 + 0.5 = 120.034
    VolumeParameters fast = VolumeParameters.multirotor(30, 1, 10, 0).above(0);
    assertThat(VolumeTerms.of(fast.with(new GroundRiskMethod.RotorcraftLeast())).groundRiskM())
        .isCloseTo(78.3716, MILLIMETRES);
    assertThat(VolumeTerms.of(fast.with(new GroundRiskMethod.Ballistic())).groundRiskM())
        .isCloseTo(120.034, within(2e-3));
  }

  @Test
  void below_a_parachute_the_wind_carries_it() {
    // 10 * 2 + 5 * 73.0968 / 5 = 93.0968
    assertThat(groundRiskM(new GroundRiskMethod.Parachute(2, 5, 5)))
        .isCloseTo(93.0968, MILLIMETRES);
    assertThatThrownBy(() -> new GroundRiskMethod.Parachute(2, 2.9, 5))
        .hasMessageContaining("at least 3 m/s");
  }

  @Test
  void a_parachute_as_contingency_adds_its_opening_time() {
    // S_CM = 10 * 1.5 = 15; S_CV = 7 + 10 + 15 = 32; H_CM = 0.7 * 15 = 10.5; H_CV = 61+7+10.5
    VolumeTerms terms = VolumeTerms.of(ten().with(new Manoeuvre.Parachute(1.5)));
    assertThat(terms.manoeuvreM()).isCloseTo(15, MILLIMETRES);
    assertThat(terms.contingencyM()).isCloseTo(32, MILLIMETRES);
    assertThat(terms.contingencyHeightM()).isCloseTo(78.5, MILLIMETRES);
  }

  @Test
  void an_aeroplane_turns_round_and_glides() {
    // V0 20, bank 30: S_CM = 400 / (9.81 * 0.577350) = 70.6239; S_CV = 7 + 20 + 70.6239
    // H_RZ = 0.7 * 20 = 14; H_CM = 0.3 * 400 / 9.81 = 12.2324; H_CV = 100 + 1 + 14 + 12.2324
    VolumeParameters plane = VolumeParameters.fixedWing(20, 2, 100).above(0);
    VolumeTerms terms = VolumeTerms.of(plane);
    assertThat(terms.manoeuvreM()).isCloseTo(70.6239, MILLIMETRES);
    assertThat(terms.contingencyM()).isCloseTo(97.6239, MILLIMETRES);
    assertThat(terms.contingencyHeightM()).isCloseTo(127.2324, MILLIMETRES);
    assertThat(terms.groundRiskM()).isCloseTo(128.2324, MILLIMETRES);
    // gliding 8:1 = 127.2324 * 8
    assertThat(VolumeTerms.of(plane.with(new GroundRiskMethod.Gliding(8))).groundRiskM())
        .isCloseTo(1017.859, within(2e-3));
    // FOCA: H_RZ = 0.707107 * 20 = 14.1421
    assertThat(VolumeTerms.of(plane.by(VolumeMethod.FOCA, 0)).reactionHeightM())
        .isCloseTo(14.1421, MILLIMETRES);
  }

  @Test
  void the_foca_takes_the_rate_of_climb_and_the_adjacent_volume_of_sora() {
    // RoC 4: H_RZ = 4; H_CV = 60 + 1 + 4 + 5.0968 = 70.0968
    VolumeTerms foca = VolumeTerms.of(ten().by(VolumeMethod.FOCA, 4));
    assertThat(foca.contingencyHeightM()).isCloseTo(70.0968, MILLIMETRES);
    // 180 * 10 = 1800 -> 5000; 180 * 100 = 18000; 180 * 250 = 45000 -> 35000
    assertThat(foca.adjacentM()).isEqualTo(5_000);
    assertThat(foca.findAdjacentHeightM()).isEmpty();
    assertThat(
            VolumeTerms.of(
                VolumeParameters.fixedWing(100, 2, 100).above(0).by(VolumeMethod.FOCA, 0)))
        .extracting(VolumeTerms::adjacentM)
        .isEqualTo(18_000.0);
    assertThat(
            VolumeTerms.of(
                VolumeParameters.fixedWing(250, 2, 100).above(0).by(VolumeMethod.FOCA, 0)))
        .extracting(VolumeTerms::adjacentM)
        .isEqualTo(35_000.0);
    // LBA: 120 * 10, 73.0968 + 150
    assertThat(VolumeTerms.of(ten()).adjacentM()).isEqualTo(1_200);
    assertThat(VolumeTerms.of(ten()).findAdjacentHeightM().orElseThrow())
        .isCloseTo(223.0968, MILLIMETRES);
    assertThatThrownBy(() -> ten().by(VolumeMethod.FOCA, 0)).hasMessageContaining("rate of climb");
  }

  @Test
  void the_ground_risk_buffer_counts_from_the_lowest_ground_below_the_volume() {
    // H_CV 73.0968 above home, home 40 m above the valley: a fall of 113.0968 m
    VolumeParameters valley = ten().above(40);
    assertThat(VolumeTerms.of(valley).groundRiskM()).isCloseTo(113.5968, MILLIMETRES);
    // sqrt(2 * 113.0968 / 9.81) = sqrt(23.05745) = 4.80182; 10 * 4.80182 + 0.5 = 48.5182
    assertThat(VolumeTerms.of(valley.with(new GroundRiskMethod.Ballistic())).groundRiskM())
        .isCloseTo(48.5182, MILLIMETRES);
    // 10 * 2 + 5 * 113.0968 / 5 = 133.0968
    assertThat(VolumeTerms.of(valley.with(new GroundRiskMethod.Parachute(2, 5, 5))).groundRiskM())
        .isCloseTo(133.0968, MILLIMETRES);
    assertThat(
            VolumeTerms.of(
                    VolumeParameters.fixedWing(20, 2, 100)
                        .above(40)
                        .with(new GroundRiskMethod.Gliding(8)))
                .groundRiskM())
        // (127.2324 + 40) * 8
        .isCloseTo(1337.859, within(2e-3));
    assertThat(lines(valley))
        .contains(
            "H_ground = max(0, home - lowest ground) = max(0, 40.00) = 40.00 m",
            "H_fall = H_CV + H_ground = 73.10 + 40.00 = 113.10 m",
            "S_GRB = H_fall + 0.5 CD = 113.10 + 0.5 * 1.00 = 113.60 m");
    // the volume itself stays where it is
    assertThat(VolumeTerms.of(valley).contingencyHeightM()).isCloseTo(73.0968, MILLIMETRES);
    assertThat(VolumeTerms.of(valley).contingencyM())
        .isEqualTo(VolumeTerms.of(ten()).contingencyM());
  }

  @Test
  void ground_above_home_takes_nothing_off_the_buffer() {
    VolumeTerms terms = VolumeTerms.of(ten().above(-12));
    assertThat(terms.groundRiskM()).isCloseTo(73.5968, MILLIMETRES);
    assertThat(terms.isGroundKnown()).isTrue();
    assertThat(lines(ten().above(-12)))
        .contains("H_ground = max(0, home - lowest ground) = max(0, -12.00) = 0.00 m");
  }

  @Test
  void unknown_ground_is_said_and_is_not_zero() {
    VolumeParameters nowhere = VolumeParameters.multirotor(10, 1, 60, 0);
    VolumeTerms terms = VolumeTerms.of(nowhere);
    assertThat(terms.isGroundKnown()).isFalse();
    assertThat(terms.groundRiskM()).isNaN();
    assertThat(terms.contingencyHeightM()).isCloseTo(73.0968, MILLIMETRES);
    assertThat(VolumeTerms.of(nowhere.under(new ScenarioCase(StandardScenario.PDRA_S01, 60, 3))))
        .matches(one -> Double.isNaN(one.groundRiskM()), "unknown by a table, too");
    assertThat(lines(nowhere))
        .contains(
            "H_ground = max(0, home - lowest ground) = ?", "S_GRB = from H_CV + H_ground = ?");
    assertThatThrownBy(() -> ten().above(Double.NaN)).hasMessageContaining("finite");
  }

  @Test
  void a_scenario_lower_above_ground_than_the_flight_is_refused() {
    assertThatThrownBy(() -> ten().under(new ScenarioCase(StandardScenario.STS_01, 59.9, 5)))
        .hasMessageContaining("height above ground");
    assertThatThrownBy(
            () -> ten().above(25).under(new ScenarioCase(StandardScenario.STS_01, 84.9, 5)))
        .hasMessageContaining("height above ground");
    assertThatThrownBy(
            () -> ten().under(new ScenarioCase(StandardScenario.STS_01, 60, 5)).above(25))
        .hasMessageContaining("height above ground");
    VolumeParameters agreeing =
        ten().above(25).under(new ScenarioCase(StandardScenario.STS_01, 85, 5));
    assertThat(agreeing.findScenario().orElseThrow().groundRiskM()).isEqualTo(20);
  }

  @Test
  void the_table_of_the_standard_scenarios_is_kept_at_and_between_its_rows() {
    double[][] rows = {
      {30, 10, 20},
      {60, 15, 30},
      {90, 20, 45},
      {120, 25, 60},
      {30.01, 15, 30},
      {1, 10, 20},
      {119.9, 25, 60}
    };
    for (double[] row : rows) {
      for (StandardScenario scenario : StandardScenario.values()) {
        assertThat(new ScenarioCase(scenario, row[0], 9.99).groundRiskM()).isEqualTo(row[1]);
        assertThat(new ScenarioCase(scenario, row[0], 10).groundRiskM()).isEqualTo(row[2]);
      }
    }
    assertThat(new ScenarioCase(StandardScenario.PDRA_S01, 150, 5).groundRiskM()).isEqualTo(30);
    assertThat(new ScenarioCase(StandardScenario.PDRA_S01, 121, 15).groundRiskM()).isEqualTo(75);
    assertThatThrownBy(() -> new ScenarioCase(StandardScenario.STS_01, 120.1, 5))
        .hasMessageContaining("120 m");
    assertThatThrownBy(() -> new ScenarioCase(StandardScenario.PDRA_S01, 151, 5))
        .hasMessageContaining("150 m");
  }

  @Test
  void under_a_standard_scenario_the_larger_of_formula_and_table_counts() {
    // slow: V0 1, errors 0: S_CV = 1 + 0.051 = 1.051 -> 10 m; ballistic from
    // H_CV 10 + 0 + 0.7 + 0.051 = 10.751: sqrt(2.19185) = 1.4805 + 0.15 -> the table's 20 m
    VolumeParameters slow =
        VolumeParameters.multirotor(1, 0.3, 10, 0)
            .above(0)
            .with(new VolumeErrors(0, 0, 0, 0))
            .with(new GroundRiskMethod.Ballistic())
            .under(new ScenarioCase(StandardScenario.STS_01, 30, 12));
    VolumeTerms terms = VolumeTerms.of(slow);
    assertThat(terms.contingencyM()).isEqualTo(10);
    assertThat(terms.groundRiskM()).isEqualTo(20);
    assertThat(lines(slow))
        .anyMatch(line -> line.startsWith("S_GRB = max(") && line.endsWith("= 20.00 m"));
    VolumeTerms fast =
        VolumeTerms.of(ten().under(new ScenarioCase(StandardScenario.PDRA_S01, 60, 3)));
    assertThat(fast.contingencyM()).isCloseTo(22.097, MILLIMETRES);
    assertThat(fast.groundRiskM()).isCloseTo(73.597, MILLIMETRES);
  }

  @Test
  void the_explanation_shows_each_term_with_its_numbers_and_which_stop_won() {
    List<String> lines = lines(VolumeParameters.multirotor(9.5, 0.8, 63, 22).above(0));
    assertThat(lines)
        .contains(
            "V0 = 9.50 m/s",
            "S_RZ = V0 * t_RZ = 9.50 * 1.00 = 9.50 m",
            "S_CM = max(V0^2/(2 g tan theta) = 4.60 m, measured 22.00 m) = 22.00 m",
            "S_CV = S_GPS + S_Pos + S_K + S_RZ + S_CM = 3.00 + 3.00 + 1.00 + 9.50 + 22.00"
                + " = 38.50 m",
            "S_GRB = H_CV + 0.5 CD = 75.25 + 0.5 * 0.80 = 75.65 m");
    assertThat(VolumeTerms.of(ten()).explain()).allMatch(term -> !term.source().isEmpty());
  }

  @Test
  void the_range_of_sight_is_the_smaller_of_attitude_and_detection() {
    // rotor 1 m: 347 m, 0.3 * 5000 = 1500 m; fixed 3 m: 1500 m, 0.3 * 2000 = 600 m
    assertThat(VisualRange.of(AircraftKind.MULTIROTOR, 1, 8_000).rangeM()).isEqualTo(347);
    assertThat(VisualRange.of(AircraftKind.MULTIROTOR, 1, 8_000).detectionM()).isEqualTo(1_500);
    VisualRange plane = VisualRange.of(AircraftKind.FIXED_WING, 3, 2_000);
    assertThat(plane.attitudeM()).isEqualTo(1_500);
    assertThat(plane.rangeM()).isEqualTo(600);
  }

  @Test
  void manoeuvres_and_methods_that_do_not_suit_an_aircraft_are_refused() {
    assertThatThrownBy(() -> ten().with(new Manoeuvre.Turn(30))).hasMessageContaining("MULTIROTOR");
    assertThatThrownBy(() -> ten().with(new GroundRiskMethod.Gliding(8)))
        .hasMessageContaining("MULTIROTOR");
    VolumeParameters plane = VolumeParameters.fixedWing(20, 2, 100).above(0);
    assertThatThrownBy(() -> plane.with(new Manoeuvre.Stop(45, 0)))
        .hasMessageContaining("FIXED_WING");
    assertThatThrownBy(() -> plane.with(new GroundRiskMethod.Ballistic()))
        .hasMessageContaining("FIXED_WING");
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1}) {
      assertThatThrownBy(() -> VolumeParameters.multirotor(10, 1, 60, bad).above(0))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> VolumeParameters.multirotor(bad, 1, 60, 0).above(0))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new VolumeErrors(bad, 1, 1, 1))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> ten().reactingIn(bad)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
