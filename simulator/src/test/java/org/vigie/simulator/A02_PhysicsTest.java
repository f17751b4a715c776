package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.simulator.physics.Airframe.GRAVITY_MPS2;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.physics.Air;
import org.vigie.simulator.physics.Airframe;
import org.vigie.simulator.physics.AirframeReader;
import org.vigie.simulator.physics.Battery;
import org.vigie.simulator.physics.Demand;
import org.vigie.simulator.physics.Multirotor;
import org.vigie.simulator.physics.RotorPower;
import org.vigie.simulator.physics.Vec3;
import org.vigie.simulator.physics.Wind;

/** Physics against closed forms. */
class A02_PhysicsTest {
  private static final double STEP_S = 1 / 400.0;
  private static final double FAR_BELOW_M = -1e6;
  private static Airframe quad;

  @BeforeAll
  static void read() throws Exception {
    quad = AirframeReader.shipped("quad-4kg");
  }

  private static Multirotor at(double upM) {
    return new Multirotor(quad, new Vec3(0, 0, upM), 0);
  }

  private static void run(Multirotor body, Demand demand, Vec3 wind, double seconds, double step) {
    for (int i = 0; i < Math.round(seconds / step); i++) {
      body.step(demand, wind, FAR_BELOW_M, step);
    }
  }

  /** With quadratic drag: v = v_t tanh(g t / v_t), s = v_t^2/g ln cosh(g t / v_t). */
  @Test
  void it_falls_as_a_body_with_quadratic_drag() {
    Multirotor body = at(100);
    double density = Air.densityKgpm3(95);
    double terminal =
        Math.sqrt(2 * quad.massKg() * GRAVITY_MPS2 / (density * quad.dragAreaVerticalM2()));
    run(body, Demand.OFF, Vec3.ZERO, 1.5, STEP_S);
    double speed = terminal * Math.tanh(GRAVITY_MPS2 * 1.5 / terminal);
    double fallen =
        terminal * terminal / GRAVITY_MPS2 * Math.log(Math.cosh(GRAVITY_MPS2 * 1.5 / terminal));
    assertThat(-body.velocity().up()).isCloseTo(speed, within(0.02));
    assertThat(100 - body.position().up()).isCloseTo(fallen, within(0.05));
  }

  @Test
  void it_reaches_its_terminal_velocity() {
    Multirotor body = at(3000);
    run(body, Demand.OFF, Vec3.ZERO, 25, STEP_S);
    double terminal =
        Math.sqrt(
            2
                * quad.massKg()
                * GRAVITY_MPS2
                / (Air.densityKgpm3(body.position().up()) * quad.dragAreaVerticalM2()));
    assertThat(-body.velocity().up()).isCloseTo(terminal, within(0.01 * terminal));
  }

  @Test
  void halving_the_step_changes_little() {
    Demand lean = new Demand(0.47, 0.2, 0, 0);
    Multirotor coarse = at(100);
    Multirotor fine = at(100);
    run(coarse, lean, new Vec3(3, -2, 0), 5, STEP_S);
    run(fine, lean, new Vec3(3, -2, 0), 5, STEP_S / 2);
    assertThat(coarse.position().minus(fine.position()).length()).isLessThan(0.08);
    assertThat(coarse.velocity().horizontal()).as("it does move").isGreaterThan(5);
  }

  @Test
  void thrust_follows_throttle_with_the_motors_lag() {
    Multirotor body = at(0);
    double full = quad.thrustMaxN() * body.battery().volts() / (quad.battery().cells() * 4.2);
    run(body, new Demand(1, 0, 0, 0), Vec3.ZERO, quad.motorTimeConstantS(), STEP_S);
    assertThat(body.thrustN() / full).isCloseTo(1 - Math.exp(-1), within(0.06));
  }

  /** Ideal hover power: T sqrt(T / (2 rho A)), over the chain's efficiency. */
  @Test
  void hover_draws_what_momentum_theory_says() {
    Multirotor body = at(0);
    double weight = quad.massKg() * GRAVITY_MPS2;
    double density = Air.densityKgpm3(0);
    double expected =
        weight * Math.sqrt(weight / (2 * density * quad.discAreaM2())) / quad.propulsionEfficiency()
            + quad.avionicsW();
    double throttle = 0.4;
    for (int i = 0; i < 20_000; i++) {
      // a hand that keeps it level and still
      throttle += (-0.02 * body.velocity().up() - 0.02 * body.acceleration().up()) * STEP_S * 10;
      body.step(new Demand(throttle, 0, 0, 0), Vec3.ZERO, FAR_BELOW_M, STEP_S);
    }
    assertThat(body.velocity().length()).isLessThan(0.2);
    assertThat(body.thrustN()).isCloseTo(weight, within(0.2));
    assertThat(body.powerW()).isCloseTo(expected, within(0.02 * expected));
  }

  /** Leishman 2.14.3: in axial climb v_i/v_h = -V_c/(2 v_h) + sqrt((V_c/(2 v_h))^2 + 1). */
  @Test
  void climbing_and_forward_flight_follow_glauert() {
    double hover = 5;
    double climb = 4;
    double half = climb / (2 * hover);
    assertThat(RotorPower.inducedMps(hover, 0, climb))
        .isCloseTo(hover * (-half + Math.sqrt(half * half + 1)), within(0.01));
    // fast forward flight: v_i tends to v_h^2 / V
    assertThat(RotorPower.inducedMps(hover, 40, 0)).isCloseTo(25 / 40.0, within(0.02));
  }

  @Test
  void it_drifts_with_the_wind_when_it_does_nothing_about_it() {
    Multirotor body = at(0);
    double hover = quad.massKg() * GRAVITY_MPS2 / quad.thrustMaxN();
    run(body, new Demand(hover, 0, 0, 0), new Vec3(6, 0, 0), 60, STEP_S);
    assertThat(body.velocity().east()).isBetween(4.0, 6.0);
  }

  @Test
  void the_ground_holds_and_stops_it() {
    Multirotor body = at(5);
    for (int i = 0; i < 800; i++) {
      body.step(Demand.OFF, Vec3.ZERO, 0, STEP_S);
    }
    assertThat(body.position().up()).isZero();
    assertThat(body.velocity()).isEqualTo(Vec3.ZERO);
    // sqrt(2 g h), a little less for drag
    assertThat(body.impactMps()).isBetween(9.3, 9.91);
  }

  @Test
  void a_battery_sags_under_load_and_gives_its_energy() {
    Battery battery = new Battery(quad.battery());
    double idle = battery.volts();
    battery.draw(400, 0.01);
    // P = V I and V = V0 - I R
    assertThat(battery.volts() * battery.currentA()).isCloseTo(400, within(0.01));
    assertThat(idle - battery.volts())
        .isCloseTo(battery.currentA() * quad.battery().internalResistanceOhm(), within(1e-6));
    double seconds = 0;
    while (battery.charge() > 0) {
      battery.draw(400, 1);
      seconds++;
    }
    // open-circuit voltage averages above the nominal one, sag takes some of it back
    assertThat(400 * seconds / 3600).isBetween(0.95 * 355, 1.08 * 355);
  }

  @Test
  void gusts_keep_their_mean_and_their_strength() {
    Wind wind = new Wind(7);
    wind.set(270, 6, 12);
    double sum = 0;
    double squares = 0;
    int steps = 400 * 3600;
    for (int i = 0; i < steps; i++) {
      double east = wind.step(STEP_S).east();
      sum += east;
      squares += east * east;
    }
    double mean = sum / steps;
    assertThat(mean).isCloseTo(6, within(0.4));
    assertThat(Math.sqrt(squares / steps - mean * mean)).isCloseTo(2, within(0.3));
  }
}
