package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.physics.Airframe;
import org.vigie.simulator.physics.AirframeReader;
import org.vigie.simulator.physics.Battery;
import org.vigie.simulator.physics.Multirotor;
import org.vigie.simulator.physics.RotorPower;
import org.vigie.simulator.physics.Vec3;

/** Physics against closed forms. */
class A02_PhysicsTest {
  private static final double STEP_S = 1 / 400.0;

  /** Standard gravity. @source ISO 80000-3, 3rd CGPM */
  private static final double GRAVITY_MPS2 = 9.80665;

  private static final double FAR_BELOW_M = -1e6;
  private static final double[] OFF = new double[4];
  private static Airframe quad;

  @BeforeAll
  static void read() throws Exception {
    quad = AirframeReader.shipped("quad-4kg");
  }

  private static Multirotor at(double upM) {
    return new Multirotor(quad, new Vec3(0, 0, upM), 0);
  }

  private static void run(
      Multirotor body, double[] outputs, Vec3 wind, double seconds, double step) {
    for (int i = 0; i < Math.round(seconds / step); i++) {
      body.step(outputs, wind, FAR_BELOW_M, step);
    }
  }

  /** With quadratic drag: v = v_t tanh(g t / v_t), s = v_t^2/g ln cosh(g t / v_t). */
  @Test
  void it_falls_as_a_body_with_quadratic_drag() {
    Multirotor body = at(100);
    double density = StandardAir.densityKgpm3(95);
    double terminal =
        Math.sqrt(2 * quad.massKg() * GRAVITY_MPS2 / (density * quad.dragAreaVerticalM2()));
    Multirotor fine = at(100);
    run(body, OFF, Vec3.ZERO, 1.5, STEP_S);
    run(fine, OFF, Vec3.ZERO, 1.5, STEP_S / 32);
    double speed = terminal * Math.tanh(GRAVITY_MPS2 * 1.5 / terminal);
    double fallen =
        terminal * terminal / GRAVITY_MPS2 * Math.log(Math.cosh(GRAVITY_MPS2 * 1.5 / terminal));
    assertThat(-body.velocity().up()).isCloseTo(speed, within(0.02));
    assertThat(100 - body.position().up()).isCloseTo(fallen, within(0.05));
    // with ever smaller steps it is the closed form itself, but for the air's density on the way
    assertThat(-fine.velocity().up()).isCloseTo(speed, within(0.002));
    assertThat(100 - fine.position().up()).isCloseTo(fallen, within(0.003));
  }

  @Test
  void it_reaches_its_terminal_velocity() {
    Multirotor body = at(3000);
    run(body, OFF, Vec3.ZERO, 25, STEP_S);
    double terminal =
        Math.sqrt(
            2
                * quad.massKg()
                * GRAVITY_MPS2
                / (StandardAir.densityKgpm3(body.position().up()) * quad.dragAreaVerticalM2()));
    // the air thickens on the way, by (g/R - L)/T a metre: speed is behind by v_t/(2 g) of that
    double kelvin = 288.15 - 0.0065 * body.position().up();
    double thickens = (GRAVITY_MPS2 / 287.05287 - 0.0065) / kelvin;
    double behind = thickens * Math.pow(terminal, 3) / (4 * GRAVITY_MPS2);
    assertThat(-body.velocity().up()).isCloseTo(terminal + behind, within(0.01));
  }

  private static double[] all(double output) {
    double[] outputs = new double[4];
    Arrays.fill(outputs, output);
    return outputs;
  }

  /** Tumbling under thrust in wind: the error falls with the step, and is small at 400 Hz. */
  @Test
  void halving_the_step_halves_the_error() {
    double[] uneven = {0.50, 0.53, 0.52, 0.50};
    Vec3[] ends = new Vec3[4];
    for (int i = 0; i < ends.length; i++) {
      Multirotor body = at(200);
      run(body, uneven, new Vec3(3, -2, 0.5), 2, STEP_S / (1 << i));
      ends[i] = body.position();
    }
    double first = ends[0].minus(ends[1]).length();
    double second = ends[1].minus(ends[2]).length();
    double third = ends[2].minus(ends[3]).length();
    assertThat(first).isLessThan(0.05);
    assertThat(second / first).isBetween(0.35, 0.65);
    assertThat(third / second).isBetween(0.35, 0.65);
    assertThat(ends[0].minus(new Vec3(0, 0, 200)).horizontal()).as("it does move").isGreaterThan(3);
  }

  /** Speed lags with one time constant T, thrust is its square: (1 - 1/e)^2 after T. */
  @Test
  void thrust_follows_throttle_with_the_motors_lag() {
    Multirotor body = at(0);
    run(body, all(1), Vec3.ZERO, quad.propulsion().timeConstantS(), STEP_S);
    double rotor = body.rotors().speedRadps(0) / quad.propulsion().speedMaxRadps();
    assertThat(rotor).isCloseTo(1 - Math.exp(-1), within(0.02));
    assertThat(body.thrustN() / quad.thrustMaxN()).isCloseTo(Math.pow(rotor, 2), within(0.03));
  }

  /** Ideal hover power T sqrt(T / (2 rho A)), over figure of merit and motors. */
  @Test
  void hover_draws_what_momentum_theory_says() throws Exception {
    for (String name : new String[] {"quad-1kg", "quad-4kg", "quad-9kg"}) {
      Airframe airframe = AirframeReader.shipped(name);
      Multirotor body = new Multirotor(airframe, Vec3.ZERO, 0);
      double weight = airframe.massKg() * GRAVITY_MPS2;
      double ct = airframe.propulsion().thrustCoefficient();
      double cp = airframe.propulsion().powerCoefficient();
      double merit = Math.sqrt(2 / Math.PI) * Math.pow(ct, 1.5) / cp;
      double shaft = weight * Math.sqrt(weight / (2 * 1.225 * airframe.discAreaM2())) / merit;
      double expected = shaft / airframe.propulsion().motorEfficiency() + airframe.avionicsW();
      double output = 0.5;
      for (int i = 0; i < 20_000; i++) {
        // a hand that keeps it still
        output += (-0.02 * body.velocity().up() - 0.02 * body.acceleration().up()) * STEP_S * 10;
        body.step(all(output), Vec3.ZERO, FAR_BELOW_M, STEP_S);
      }
      assertThat(body.velocity().length()).isLessThan(0.2);
      assertThat(body.thrustN()).isCloseTo(weight, within(0.01 * weight));
      assertThat(body.powerW()).as(name).isCloseTo(expected, within(0.03 * expected));
      // the same by the blades: C_P rho n^3 D^5 each
      double n = body.rotors().speedRadps(0) / (2 * Math.PI);
      double blades =
          4 * cp * 1.225 * Math.pow(n, 3) * Math.pow(airframe.propulsion().diameterM(), 5);
      assertThat(blades).as("shaft power by the blades").isCloseTo(shaft, within(0.02 * shaft));
    }
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
  void the_ground_holds_and_stops_it() {
    Multirotor body = at(5);
    for (int i = 0; i < 800; i++) {
      body.step(OFF, Vec3.ZERO, 0, STEP_S);
    }
    assertThat(body.position().length()).isLessThan(1e-3);
    assertThat(body.velocity().length()).isLessThan(1e-3);
    assertThat(body.upright()).isGreaterThan(0.9999);
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
}
