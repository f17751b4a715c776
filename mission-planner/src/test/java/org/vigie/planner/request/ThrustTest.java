package org.vigie.planner.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How fast an aircraft is while its rotors still keep its height. */
class ThrustTest {
  private static final double G_MPS2 = 9.80665;

  private static AircraftModel aircraft(double maxAirMps, double maxTiltDeg, Thrust thrust) {
    return new AircraftModel(
        "quad",
        "arducopter-4.6",
        1,
        0.4,
        5,
        2.5,
        1.5,
        150,
        160,
        45,
        0.25,
        8,
        5,
        maxAirMps,
        maxTiltDeg,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(thrust));
  }

  /**
   * Newton for level flight: pull by drag and weight against what the rotors leave at that lean.
   */
  @Test
  void at_the_usable_lean_the_rotors_hold_weight_and_drag_and_a_fifth_more_and_barely_so() {
    Random random = new Random(3);
    int limited = 0;
    for (int i = 0; i < 2_000; i++) {
      double massKg = 1;
      double dragN2 = 0.01 + 0.03 * random.nextDouble();
      double maxTiltDeg = 15 + 30 * random.nextDouble();
      double maxAirMps = Math.sqrt(massKg * G_MPS2 * Math.tan(Math.toRadians(maxTiltDeg)) / dragN2);
      Thrust thrust = new Thrust(1.5 + 2 * random.nextDouble(), 15 + 20 * random.nextDouble());
      if (thrust.usableTiltDeg(maxTiltDeg, maxAirMps) < 7) {
        continue;
      }
      AircraftModel aircraft = aircraft(maxAirMps, maxTiltDeg, thrust);
      double airMps = aircraft.usableAirMps();
      double dragN = dragN2 * airMps * airMps;
      double weightN = massKg * G_MPS2;
      double neededN = Math.hypot(dragN, weightN);
      assertThat(Math.toDegrees(Math.atan2(dragN, weightN)))
          .isCloseTo(thrust.usableTiltDeg(maxTiltDeg, maxAirMps), offset(1e-9));
      assertThat(leftN(thrust, weightN, dragN, airMps)).isGreaterThanOrEqualTo(neededN / 0.8);
      if (thrust.usableTiltDeg(maxTiltDeg, maxAirMps) < maxTiltDeg) {
        limited++;
        double fasterMps = airMps * 1.02;
        double moreN = dragN2 * fasterMps * fasterMps;
        assertThat(leftN(thrust, weightN, moreN, fasterMps))
            .isLessThan(Math.hypot(moreN, weightN) / 0.8);
      }
    }
    assertThat(limited).isBetween(200, 1_900);
  }

  private static double leftN(Thrust thrust, double weightN, double dragN, double airMps) {
    double alongMps = airMps * dragN / Math.hypot(dragN, weightN);
    return thrust.toWeight() * weightN * (1 - alongMps / thrust.pitchMps());
  }

  @Test
  void strong_rotors_leave_the_lean_that_was_stated() {
    AircraftModel aircraft = aircraft(14, 25, new Thrust(4, 60));
    assertThat(aircraft.usableAirMps()).isEqualTo(14);
    assertThat(aircraft.commandMps(new Wind(0, 5))).isEqualTo(5);
  }

  @Test
  void no_more_ground_speed_is_commanded_than_height_is_kept_with_against_the_wind() {
    Thrust thrust = new Thrust(1.6, 18);
    AircraftModel aircraft = aircraft(18, 30, thrust);
    double usableMps = aircraft.usableAirMps();
    assertThat(usableMps).isBetween(6.0, 17.0);
    assertThat(aircraft.commandMps(new Wind(0, 0))).isEqualTo(5);
    double windMps = usableMps - 2.03;
    assertThat(aircraft.commandMps(new Wind(0, windMps))).isEqualTo(2.0);
  }

  @Test
  void rotors_too_weak_for_what_the_aircraft_should_fly_are_refused_by_name() {
    assertThatThrownBy(() -> aircraft(20, 35, new Thrust(1.26, 20)))
        .hasMessageContaining("aircraft quad: thrust keeps height up to")
        .hasMessageContaining("less than cruiseMps or maxWindMps");
    assertThatThrownBy(() -> new Thrust(1.25, 20)).hasMessageContaining("toWeight");
    assertThatThrownBy(() -> new Thrust(2, 0)).hasMessageContaining("pitchMps");
  }
}
