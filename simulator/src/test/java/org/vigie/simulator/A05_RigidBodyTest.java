package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.physics.Airframe;
import org.vigie.simulator.physics.AirframeReader;
import org.vigie.simulator.physics.Attitude;
import org.vigie.simulator.physics.Multirotor;
import org.vigie.simulator.physics.Vec3;

/** Turning, energy, ground and broken rotors. */
class A05_RigidBodyTest {
  private static final double STEP_S = 1 / 400.0;
  private static final double FAR_BELOW_M = -1e6;

  /** So high the air of the standard atmosphere's formula has thinned to a ten-thousandth. */
  private static final double NO_AIR_M = 40_000;

  private static Airframe quad;

  @BeforeAll
  static void read() throws Exception {
    quad = AirframeReader.shipped("quad-4kg");
  }

  private static double[] all(double output) {
    double[] outputs = new double[4];
    Arrays.fill(outputs, output);
    return outputs;
  }

  /** Euler's equations without torque: momentum stays in space, energy stays, rates do not. */
  @Test
  void torque_free_rotation_keeps_its_angular_momentum_and_energy() {
    Multirotor body = new Multirotor(quad, new Vec3(0, 0, NO_AIR_M), 0.3);
    body.spin(2, 5, 0.5);
    Vec3 momentum = body.angularMomentum();
    double energy = turningEnergy(body);
    double least = 10;
    double most = 0;
    for (int i = 0; i < 400 * 20; i++) {
      body.step(all(0), Vec3.ZERO, FAR_BELOW_M, STEP_S);
      least = Math.min(least, body.rollRateRadps());
      most = Math.max(most, body.rollRateRadps());
    }
    assertThat(body.angularMomentum().minus(momentum).length() / momentum.length())
        .isLessThan(0.01);
    assertThat(turningEnergy(body) / energy).isCloseTo(1, within(0.01));
    assertThat(most - least).as("it does tumble").isGreaterThan(1);
  }

  private static double turningEnergy(Multirotor body) {
    Airframe.Inertia of = body.airframe().inertia();
    return 0.5
        * (of.rollKgm2() * Math.pow(body.rollRateRadps(), 2)
            + of.pitchKgm2() * Math.pow(body.pitchRateRadps(), 2)
            + of.yawKgm2() * Math.pow(body.yawRateRadps(), 2));
  }

  /** A turn about one axis at a known rate ends at the known angle. */
  @Test
  void the_attitude_follows_the_rates() {
    Multirotor body = new Multirotor(quad, new Vec3(0, 0, NO_AIR_M), 0);
    body.spin(0, 0, Math.toRadians(30));
    for (int i = 0; i < 400 * 3; i++) {
      body.step(all(0), Vec3.ZERO, FAR_BELOW_M, STEP_S);
    }
    assertThat(Math.toDegrees(body.yawRad())).isCloseTo(90, within(0.2));
    Attitude leaning = Attitude.ofEuler(0.2, -0.1, 2.5);
    assertThat(leaning.rollRad()).isCloseTo(0.2, within(1e-12));
    assertThat(leaning.pitchRad()).isCloseTo(-0.1, within(1e-12));
    assertThat(leaning.yawRad()).isCloseTo(2.5, within(1e-12));
    // heading 2.5 rad, nose down: the roof leans along the nose
    Vec3 nose = leaning.toLocal(1, 0, 0);
    assertThat(nose.up()).isCloseTo(Math.sin(-0.1), within(1e-12));
  }

  /**
   * What the motors put in is found again: as height and speed, in the air that was pushed down, in
   * drag. Momentum theory: power over figure of merit, thrust times (climb + induced speed).
   */
  @Test
  void the_energy_of_a_climb_balances() {
    Multirotor body = new Multirotor(quad, new Vec3(0, 0, 0), 0);
    double merit = quad.propulsion().figureOfMerit();
    double work = 0;
    double wake = 0;
    double drag = 0;
    double electrical = 0;
    double before = Double.NaN;
    for (int i = 0; i < 400 * 20; i++) {
      body.step(all(0.62), Vec3.ZERO, FAR_BELOW_M, STEP_S);
      if (i == 400) {
        before = body.mechanicalEnergyJ(); // the motors have spun up
        work = 0;
        wake = 0;
        drag = 0;
        electrical = 0;
      }
      double climb = body.velocity().up();
      double thrust = body.thrustN();
      double density = StandardAir.densityKgpm3(body.position().up());
      double half = climb / 2;
      double induced = -half + Math.sqrt(half * half + thrust / (2 * density * quad.discAreaM2()));
      work += thrust * climb * STEP_S;
      wake += thrust * induced * STEP_S;
      drag += 0.5 * density * quad.dragAreaVerticalM2() * Math.pow(climb, 3) * STEP_S;
      electrical += (body.powerW() - quad.avionicsW()) * STEP_S;
    }
    double gained = body.mechanicalEnergyJ() - before;
    assertThat(gained).as("it does climb").isGreaterThan(500);
    assertThat(gained + drag).isCloseTo(work, within(0.01 * work));
    // blades' own drag: the share of shaft power that momentum theory does not know
    double n = body.rotors().speedRadps(0) / (2 * Math.PI);
    double density = StandardAir.densityKgpm3(body.position().up() / 2);
    double profile =
        (1 - merit)
            * 4
            * quad.propulsion().powerCoefficient()
            * density
            * Math.pow(n, 3)
            * Math.pow(quad.propulsion().diameterM(), 5)
            * 19;
    double shaft = electrical * quad.propulsion().motorEfficiency();
    assertThat(gained + drag + wake + profile).isCloseTo(shaft, within(0.03 * shaft));
  }

  @Test
  void it_stands_in_the_wind_without_creeping() {
    Multirotor body = new Multirotor(quad, Vec3.ZERO, 0.4);
    for (int i = 0; i < 400 * 120; i++) {
      body.step(all(0), new Vec3(9, -4, 0), 0, STEP_S);
    }
    assertThat(body.position().horizontal()).isLessThan(0.01);
    assertThat(body.upright()).isGreaterThan(0.999);
  }

  @Test
  void it_tips_over_when_two_motors_push_while_it_stands() {
    Multirotor body = new Multirotor(quad, Vec3.ZERO, 0);
    for (int i = 0; i < 400 * 3; i++) {
      body.step(new double[] {0.8, 0, 0, 0.8}, Vec3.ZERO, 0, STEP_S); // the right-hand ones
    }
    for (int i = 0; i < 400 * 4; i++) {
      body.step(all(0), Vec3.ZERO, 0, STEP_S);
    }
    assertThat(body.upright()).as("on its side or its back").isLessThan(0.5);
    assertThat(body.velocity().length()).as("it lies still").isLessThan(0.05);
    assertThat(body.position().up()).isBetween(-0.5, 0.6);
  }

  /** Recording a24: one motor dead at 20 m, 2.5 s later on the ground at 12.7 m/s. */
  @Test
  void a_dead_motor_brings_a_quadrotor_down() {
    Flight flight = Flight.ready();
    flight.takeOff(20);
    flight.run(3);
    flight.vehicle.body().rotors().health(0, 0);
    double[] upright = {1};
    double fellS =
        flight.until(
            "the fall",
            6,
            () -> {
              upright[0] = Math.min(upright[0], flight.vehicle.body().upright());
              return flight.vehicle.body().onGround();
            });
    assertThat(fellS).isBetween(1.9, 3.6);
    assertThat(flight.vehicle.body().impactMps()).isBetween(8.0, 19.0);
    assertThat(upright[0]).as("it rolls over").isLessThan(0.3);
  }

  @Test
  void a_weak_motor_is_made_up_for() {
    Flight flight = Flight.ready();
    flight.takeOff(20);
    flight.vehicle.body().rotors().health(1, 0.7);
    flight.run(20);
    assertThat(flight.at().minus(new Vec3(0, 0, 20)).length()).isLessThan(1.5);
    assertThat(flight.copter().mode()).isEqualTo(FlightMode.GUIDED);
    assertThat(flight.vehicle.body().rotors().speedRadps(1))
        .as("a weak rotor is told to push as hard as the others")
        .isCloseTo(flight.vehicle.body().rotors().speedRadps(0), within(40.0));
  }

  /**
   * Towards the speed of the wind, give or take what a third of a degree of lean does against so
   * little drag: {@code v = sqrt(2 m g tan(lean) / (rho C_D A))} = 3 m/s.
   */
  @Test
  void it_drifts_with_the_wind_when_only_its_height_is_held() {
    Flight flight = Flight.ready();
    flight.takeOff(30);
    flight.world.setWind(270, 6, 6);
    flight.run(2);
    flight.vehicle.setGps(false);
    flight.until("LAND", 12, () -> flight.copter().mode() == FlightMode.LAND);
    flight.run(15);
    assertThat(flight.vehicle.body().velocity().east()).isBetween(3.0, 9.0);
  }
}
