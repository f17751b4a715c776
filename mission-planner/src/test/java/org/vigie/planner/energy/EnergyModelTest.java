package org.vigie.planner.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.Enu;
import org.vigie.planner.Demo;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.MeasuredPower;
import org.vigie.planner.request.Wind;

class EnergyModelTest {
  private static final Enu HERE = new Enu(0, 0);

  private static AircraftModel aircraft(double maxAirMps, List<MeasuredPower> measured) {
    return Demo.aircraft(9, 3, maxAirMps, 480, 520, measured);
  }

  private static LegCost north(EnergyModel model, double wayM) {
    return model.leg(HERE, new Enu(0, wayM), 0, 9, 0, 0);
  }

  @Test
  void in_still_air_a_leg_takes_its_ramp_and_its_length_over_speed() {
    EnergyModel model = new EnergyModel(aircraft(20, List.of()), new Wind(0, 0));
    // 9 / 2.5 + 2.5 / 1
    assertThat(north(model, 900).durationS()).isCloseTo(106.1, within(1e-9));
    // both ramps at 520 W too, as cruise draws more; 4 kg sped up to 9 m/s at 0.6
    assertThat(north(model, 900).energyWh())
        .isCloseTo((106.1 * 520 + 4 * 81 / 2.0 / 0.6) / 3600, within(1e-9));
  }

  /**
   * What a real ArduCopter did: 5.6 m/s over ground against 5 m/s where 9 were commanded.
   *
   * @source docs/BENCHMARKS.md: ArduCopter's own simulator, ANGLE_MAX 30 degrees
   */
  @Test
  void against_the_wind_it_is_as_slow_as_its_air_speed_leaves_it() {
    EnergyModel model = new EnergyModel(aircraft(10.6, List.of()), new Wind(0, 5));
    assertThat(north(model, 600).groundSpeedMps()).isCloseTo(5.6, within(1e-9));
    assertThat(model.leg(HERE, new Enu(0, -600), 0, 9, 0, 0).groundSpeedMps())
        .isCloseTo(9, within(1e-9));
    // across: 9 m/s over ground takes 10.3 m/s of air
    assertThat(model.leg(HERE, new Enu(600, 0), 0, 9, 0, 0).groundSpeedMps())
        .isCloseTo(9, within(1e-9));
  }

  /**
   * Drag by the square of air speed, moved step by step; what the lean leaves speeds it up.
   *
   * @source the model of the aircraft: A (1 - V^2 / Vm^2)
   */
  @Test
  void a_leg_at_the_limit_of_the_lean_takes_no_less_than_a_point_with_drag() {
    for (double windMps = 0; windMps <= 8; windMps += 0.5) {
      double most = 10.6;
      EnergyModel model = new EnergyModel(aircraft(most, List.of()), new Wind(0, windMps));
      double leanMps2 = 9.80665 * Math.tan(Math.toRadians(30));
      double way = 0;
      double speed = 0;
      double seconds = 0;
      double wanted = Math.min(9, most - windMps);
      while (way < 300) {
        double left = leanMps2 * (1 - Math.pow((speed + windMps) / most, 2));
        speed = Math.min(wanted, speed + Math.min(2.5, left) * 1e-3);
        way += speed * 1e-3;
        seconds += 1e-3;
      }
      assertThat(north(model, 300).durationS())
          .as("wind %s", windMps)
          .isGreaterThan(seconds)
          .isLessThan(1.3 * seconds + 6);
    }
  }

  /**
   * Two phases of a recorded flight.
   *
   * @source docs/BENCHMARKS.md: 28 s for a take-off to 55 m, 55 s for a landing from 55 m
   */
  @Test
  void take_off_and_landing_take_no_less_than_those_of_a_real_autopilot() {
    EnergyModel model = new EnergyModel(Demo.AIRCRAFT, new Wind(0, 5));
    assertThat(model.takeOff(55).durationS()).isBetween(28.0, 1.25 * 28);
    assertThat(model.land(55).durationS()).isBetween(55.0, 1.25 * 55);
  }

  @Test
  void a_corner_is_passed_no_faster_than_recorded_ones() {
    EnergyModel model = new EnergyModel(aircraft(20, List.of()), new Wind(0, 0));
    Enu corner = new Enu(0, 100);
    assertThat(model.cornerMps(HERE, corner, new Enu(100, 100), 9, 9)).isBetween(1.0, 3.0);
    assertThat(model.cornerMps(HERE, corner, new Enu(0, 200), 9, 5)).isCloseTo(5, within(1e-9));
    assertThat(model.cornerMps(HERE, corner, new Enu(0, 0.0), 9, 9)).isLessThan(1e-6);
    assertThat(model.cornerMps(HERE, corner, corner, 9, 9)).isZero();
  }

  @Test
  void measured_consumption_takes_the_place_of_what_is_reckoned() {
    List<MeasuredPower> measured =
        List.of(new MeasuredPower(0, 400), new MeasuredPower(6, 350), new MeasuredPower(12, 500));
    PowerCurve curve = new PowerCurve(aircraft(20, measured));
    assertThat(curve.powerW(0)).isEqualTo(400);
    assertThat(curve.powerW(3)).as("not below either neighbour").isEqualTo(400);
    assertThat(curve.powerW(6)).isEqualTo(350);
    assertThat(curve.powerW(12)).isEqualTo(500);
    assertThat(curve.powerW(15)).isGreaterThan(500);
  }

  /**
   * Rotors of every kind that is built, with hover and cruise power as their data sheet would say:
   * the curve is never below theirs.
   *
   * @source Leishman 2.14, 5.5; figures of merit: UIUC Propeller Database
   */
  @Test
  void the_curve_from_two_points_is_never_below_the_rotors_that_they_belong_to() {
    for (double merit = 0.5; merit <= 0.651; merit += 0.05) {
      for (double hoverMps = 3.5; hoverMps <= 7; hoverMps += 0.5) {
        for (double drag = 0; drag <= 0.5; drag += 0.1) {
          Rotors truth = new Rotors(4 * 9.80665 * hoverMps / 0.8, merit, hoverMps, drag);
          PowerCurve curve =
              new PowerCurve(Demo.aircraft(9, 3, 30, truth.powerW(0), truth.powerW(9), List.of()));
          for (double v = 0; v <= 16; v += 0.5) {
            assertThat(curve.powerW(v))
                .as("merit %s, %s m/s, drag %s, at %s", merit, hoverMps, drag, v)
                .isGreaterThanOrEqualTo(truth.powerW(v) - 1e-6);
          }
        }
      }
    }
  }

  /** Power by momentum theory in hover, figure of merit, induced velocity in hover, drag. */
  private record Rotors(double idealW, double merit, double hoverMps, double drag) {
    double powerW(double airMps) {
      return idealW * glauert(airMps / hoverMps)
          + idealW * (1 - merit) / merit
          + drag * airMps * airMps * airMps;
    }
  }

  /** By bisection of v^2 (V^2 + v^2) = 1. */
  private static double glauert(double airShare) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (middle * middle * (airShare * airShare + middle * middle) < 1) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Test
  void wind_as_fast_as_the_aircraft_is_refused() {
    assertThatThrownBy(() -> new EnergyModel(aircraft(10, List.of()), new Wind(0, 10)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10");
  }
}
