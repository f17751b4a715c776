package org.vigie.simulator.px4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dronefleet.mavlink.common.ManualControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.simulator.autopilot.px4.Px4Mode;
import org.vigie.simulator.physics.Vec3;

/** Modes that a person flies by MANUAL_CONTROL. */
class B05_Px4SticksTest {
  /** A joystick that is sent all the time; each value -1 to 1. */
  private static void sticks(
      Px4Flight flight, double pitch, double roll, double throttle, double yaw) {
    flight.everyTurn =
        () ->
            flight.say(
                ManualControl.builder()
                    .target(1)
                    .x((int) (pitch * 1000))
                    .y((int) (roll * 1000))
                    .z((int) ((throttle + 1) * 500))
                    .r((int) (yaw * 1000))
                    .build());
  }

  private static Px4Flight hovering(Px4Mode mode) {
    Px4Flight flight = Px4Flight.ready();
    flight.takeOff(30);
    sticks(flight, 0, 0, 0, 0);
    flight.run(0.5);
    assertThat(flight.mode(mode)).containsExactly(0, 0);
    flight.run(1);
    return flight;
  }

  private static double leanDeg(Px4Flight flight) {
    double roll = flight.px4().nav().attitude().rollRad();
    double pitch = flight.px4().nav().attitude().pitchRad();
    return Math.toDegrees(Math.acos(Math.cos(roll) * Math.cos(pitch)));
  }

  /** Velocity along the nose and to its right. */
  private static double[] alongAndAcross(Px4Flight flight) {
    Vec3 v = flight.vehicle.body().velocity();
    double yaw = flight.px4().nav().yawRad();
    return new double[] {
      v.north() * Math.cos(yaw) + v.east() * Math.sin(yaw),
      v.east() * Math.cos(yaw) - v.north() * Math.sin(yaw)
    };
  }

  @ParameterizedTest
  @EnumSource(
      value = Px4Mode.class,
      names = {"MANUAL", "STABILIZED", "ALTCTL"})
  void full_stick_leans_by_mpc_man_tilt_max_to_where_it_points(Px4Mode mode) {
    Px4Flight flight = hovering(mode);
    sticks(flight, 1, 0, 0, 0);
    flight.run(2);
    assertThat(leanDeg(flight)).as("MPC_MAN_TILT_MAX 35").isCloseTo(35, within(3.0));
    assertThat(alongAndAcross(flight)[0]).as("forward").isGreaterThan(5);
    assertThat(Math.abs(alongAndAcross(flight)[1])).isLessThan(1);
    flight.set("MPC_MAN_TILT_MAX", 15);
    sticks(flight, 0, -1, 0, 0);
    flight.run(2);
    assertThat(leanDeg(flight)).isCloseTo(15, within(3.0));
    double across = alongAndAcross(flight)[1];
    flight.run(1);
    assertThat(alongAndAcross(flight)[1]).as("more and more to the left").isLessThan(across);
    sticks(flight, 0, 0, 0, 0);
    flight.run(1.5);
    assertThat(leanDeg(flight)).as("level when let go").isLessThan(3);
    assertThat(alongAndAcross(flight)[0])
        .as("and drifting: nothing holds the place")
        .isGreaterThan(1);
  }

  @Test
  void in_altctl_the_middle_of_the_throttle_holds_the_height_and_its_ends_climb_and_sink() {
    Px4Flight flight = hovering(Px4Mode.ALTCTL);
    sticks(flight, 0.7, 0, 0.05, 0);
    flight.run(4);
    assertThat(flight.at().up()).as("leaning, inside the dead zone").isCloseTo(30, within(0.7));
    sticks(flight, 0, 0, 1, 0);
    flight.run(3);
    assertThat(flight.vehicle.body().velocity().up())
        .as("MPC_Z_VEL_MAX_UP 3")
        .isCloseTo(3, within(0.3));
    sticks(flight, 0, 0, -1, 0);
    flight.run(4);
    assertThat(flight.vehicle.body().velocity().up())
        .as("MPC_Z_VEL_MAX_DN 1.5")
        .isCloseTo(-1.5, within(0.2));
  }

  @Test
  void in_stabilized_thrust_is_the_pilots_too() {
    Px4Flight flight = hovering(Px4Mode.STABILIZED);
    sticks(flight, 0, 0, 0.5, 0);
    flight.run(1.5);
    assertThat(flight.vehicle.body().velocity().up()).as("it shoots up").isGreaterThan(4);
    sticks(flight, 0, 0, -0.6, 0);
    flight.run(2.5);
    assertThat(flight.vehicle.body().velocity().up()).as("it drops").isLessThan(-2);
  }

  @ParameterizedTest(name = "in {0} full sideways stick flies at {1} m/s")
  @CsvSource({"POSCTL, 10", "POSITION_SLOW, 3"})
  void position_modes_fly_velocities_and_stop_when_let_go(Px4Mode mode, double mps) {
    Px4Flight flight = hovering(mode);
    sticks(flight, 0, 1, 0, 0);
    flight.run(8);
    assertThat(alongAndAcross(flight)[1]).isCloseTo(mps, within(0.5));
    sticks(flight, 0, 0, 0, 0);
    flight.run(8);
    assertThat(flight.vehicle.body().velocity().length()).isLessThan(0.3);
    assertThat(flight.at().up()).isCloseTo(30, within(0.7));
  }

  @ParameterizedTest
  @EnumSource(
      value = Px4Mode.class,
      names = {"STABILIZED", "ALTCTL", "POSCTL"})
  void the_yaw_stick_turns_the_nose_and_letting_go_stops_it(Px4Mode mode) {
    Px4Flight flight = hovering(mode);
    flight.set("MPC_MAN_Y_MAX", 40);
    sticks(flight, 0, 0, 0, 1);
    flight.run(1);
    double from = flight.px4().nav().yawRad();
    flight.run(1);
    double turned = Math.IEEEremainder(flight.px4().nav().yawRad() - from, 2 * Math.PI);
    assertThat(Math.toDegrees(turned)).as("MPC_MAN_Y_MAX").isCloseTo(40, within(4.0));
    sticks(flight, 0, 0, 0, 0);
    flight.run(1.5);
    double held = flight.px4().nav().yawRad();
    flight.run(2);
    assertThat(Math.IEEEremainder(flight.px4().nav().yawRad() - held, 2 * Math.PI))
        .isCloseTo(0, within(0.03));
  }

  @ParameterizedTest
  @EnumSource(
      value = Px4Mode.class,
      names = {"STABILIZED", "ALTCTL", "POSCTL"})
  void a_person_takes_off_lands_and_it_disarms_itself(Px4Mode mode) {
    Px4Flight flight = Px4Flight.ready();
    sticks(flight, 0, 0, -1, 0);
    flight.run(0.2);
    assertThat(flight.mode(mode)).containsExactly(0, 0);
    assertThat(flight.command(400, 1)).containsExactly(0);
    flight.run(3);
    assertThat(flight.px4().landed()).isTrue();
    sticks(flight, 0, 0, 0.2, 0);
    if (mode != Px4Mode.STABILIZED) {
      flight.run(2);
      assertThat(flight.px4().landed()).as("not before 65 % of throttle").isTrue();
      sticks(flight, 0, 0, 0.9, 0);
    }
    flight.until("flying", 20, () -> flight.at().up() > 5);
    assertThat(flight.texts()).contains("Takeoff detected");
    sticks(flight, 0, 0, mode == Px4Mode.STABILIZED ? -0.25 : -0.8, 0);
    flight.until("down", 60, () -> flight.at().up() < 0.05);
    sticks(flight, 0, 0, -1, 0);
    flight.until("disarming", 10, () -> !flight.px4().armed());
    assertThat(flight.texts()).contains("Landing detected", "Disarmed by landing");
  }

  @Test
  void acro_and_altitude_cruise_are_not_available() {
    Px4Flight flight = hovering(Px4Mode.POSCTL);
    assertThat(flight.mode(Px4Mode.ACRO)).containsExactly(0, 1);
    assertThat(flight.texts()).contains("Switching to Acro is currently not available");
    flight.run(1.1);
    assertThat(flight.mode(Px4Mode.ALTITUDE_CRUISE)).containsExactly(0, 1);
    assertThat(flight.px4().mode()).isEqualTo(Px4Mode.POSCTL);

    Px4Flight onGround = Px4Flight.ready();
    sticks(onGround, 0, 0, -1, 0);
    onGround.run(0.2);
    assertThat(onGround.mode(Px4Mode.ACRO)).as("disarmed any mode goes").containsExactly(0, 0);
    assertThat(onGround.command(400, 1)).containsExactly(1);
  }

  @Test
  void without_gnss_a_person_in_posctl_goes_on_in_altctl_and_gets_posctl_back() {
    Px4Flight flight = hovering(Px4Mode.POSCTL);
    flight.vehicle.setGps(false);
    flight.untilMode(Px4Mode.ALTCTL, 10);
    assertThat(flight.px4().intendedMode()).isEqualTo(Px4Mode.POSCTL);
    flight.vehicle.setGps(true);
    flight.untilMode(Px4Mode.POSCTL, 10);
  }

  @ParameterizedTest(name = "NAV_RCL_ACT {0} answers lost sticks in POSCTL with {1}")
  @CsvSource({"1, HOLD", "2, RTL", "3, LAND", "5, TERMINATION"})
  void lost_sticks_are_answered_as_nav_rcl_act_says(int action, Px4Mode mode) {
    Px4Flight flight = hovering(Px4Mode.POSCTL);
    flight.set("NAV_RCL_ACT", action);
    flight.everyTurn = () -> {};
    double tookS = flight.untilMode(mode, 8);
    boolean delayed = mode == Px4Mode.RTL || mode == Px4Mode.LAND;
    assertThat(tookS).isBetween(delayed ? 5.0 : 0.4, delayed ? 6.2 : 1.0);
  }

  @Test
  void lost_sticks_disarm_at_once_when_nav_rcl_act_is_6() {
    Px4Flight flight = hovering(Px4Mode.POSCTL);
    flight.set("NAV_RCL_ACT", 6);
    flight.everyTurn = () -> {};
    flight.until("disarming", 1, () -> !flight.px4().armed());
    assertThat(flight.at().up()).as("in the air").isGreaterThan(25);
  }

  @Test
  void lost_sticks_are_nothing_where_com_rcl_except_says_so() {
    Px4Flight flight = hovering(Px4Mode.HOLD);
    flight.set("COM_RCL_EXCEPT", 2);
    flight.everyTurn = () -> {};
    flight.run(8);
    assertThat(flight.px4().mode()).isEqualTo(Px4Mode.HOLD);
    assertThat(flight.px4().failsafe()).isFalse();
  }
}
