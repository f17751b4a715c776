package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dronefleet.mavlink.common.CommandAck;
import io.dronefleet.mavlink.common.ManualControl;
import io.dronefleet.mavlink.common.MavFrame;
import io.dronefleet.mavlink.common.MavMode;
import io.dronefleet.mavlink.common.MissionAck;
import io.dronefleet.mavlink.common.MissionClearAll;
import io.dronefleet.mavlink.common.PositionTargetTypemask;
import io.dronefleet.mavlink.common.RcChannelsOverride;
import io.dronefleet.mavlink.common.SetMode;
import io.dronefleet.mavlink.common.SetPositionTargetLocalNed;
import io.dronefleet.mavlink.util.EnumValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.physics.Vec3;

/** What ArduCopter answers by its sources, where no recording tells. */
@SuppressWarnings("deprecation") // stations still send SET_MODE
class B09_AnswersTest {
  private static final int POSITION = 0xDF8;
  private static final int VELOCITY = 0xDC7;
  private static final int POSITION_YAW = 0x9F8;
  private static final int VELOCITY_RATE = 0x5C7;

  private static SetPositionTargetLocalNed.Builder target(int frame, int mask) {
    return SetPositionTargetLocalNed.builder()
        .targetSystem(1)
        .targetComponent(1)
        .coordinateFrame(EnumValue.create(MavFrame.class, frame))
        .typeMask(EnumValue.create(PositionTargetTypemask.class, mask));
  }

  /** The nose is to the south; ten metres "north" and five "east" are asked for. */
  @ParameterizedTest(name = "frame {0}: {1} m east, {2} m north of where it was, {3} m up")
  @CsvSource({"1, 5, -10, 15", "7, 5, 10, 25", "8, -5, -10, 25", "9, -5, -10, 25"})
  void places_count_from_what_their_frame_says(int frame, double east, double north, double up) {
    Flight flight = Flight.ready();
    flight.takeOff(20);
    flight.reposition(0, -20, 20);
    flight.run(15);
    Vec3 before = flight.at();
    boolean local = frame == 1;
    flight.say(target(frame, POSITION).x(local ? -30 : 10).y(5).z(local ? -15 : -5).build());
    flight.run(15);
    Vec3 moved = flight.at().minus(before);
    assertThat(moved.east()).isCloseTo(east, within(0.7));
    assertThat(moved.north()).isCloseTo(north, within(0.7));
    assertThat(flight.at().up()).isCloseTo(up, within(0.7));
  }

  @ParameterizedTest(name = "frame {0}: {1} m/s north")
  @CsvSource({"1, 3", "7, 3", "8, -3", "9, -3", "4, 0", "12, 0"})
  void velocities_count_from_the_nose_in_body_frames_and_other_frames_stop_it(
      int frame, double north) {
    Flight flight = Flight.ready();
    flight.takeOff(20);
    for (int i = 0; i < 16; i++) {
      flight.say(target(frame, VELOCITY).vx(3).build());
      flight.run(0.5);
    }
    assertThat(flight.vehicle.body().velocity().north()).isCloseTo(north, within(0.5));
  }

  @Test
  void a_setpoint_turns_the_nose_to_its_heading_or_at_its_rate() {
    Flight flight = Flight.ready();
    flight.takeOff(20);
    flight.say(target(1, POSITION_YAW).z(-20).yaw((float) Math.toRadians(90)).build());
    flight.run(8);
    assertThat(Math.toDegrees(flight.copter().nav().yawRad())).isCloseTo(90, within(3.0));
    flight.say(target(8, POSITION_YAW).yaw((float) Math.toRadians(30)).build());
    flight.run(5);
    assertThat(Math.toDegrees(flight.copter().nav().yawRad())).isCloseTo(120, within(3.0));
    for (int i = 0; i < 8; i++) {
      flight.say(target(1, VELOCITY_RATE).yawRate((float) Math.toRadians(-10)).build());
      flight.run(0.5);
    }
    assertThat(Math.toDegrees(flight.copter().nav().yawRad())).isCloseTo(80, within(8.0));
  }

  @Test
  void a_velocity_without_numbers_stops_it() {
    Flight flight = Flight.ready();
    flight.takeOff(20);
    flight.say(target(1, VELOCITY).vx(3).build());
    flight.run(2);
    flight.say(target(1, VELOCITY).vx(Float.NaN).build());
    flight.run(2.5);
    // a velocity that is not repeated would be kept for GUID_TIMEOUT, 3 s
    assertThat(flight.vehicle.body().velocity().horizontal()).isLessThan(1);
  }

  @Test
  void only_its_own_station_has_sticks_and_they_are_as_good_as_a_heartbeat() {
    Flight flight = Flight.ready();
    flight.say(7, RcChannelsOverride.builder().targetSystem(1).chan3Raw(1700).build());
    flight.say(7, ManualControl.builder().target(1).x(600).z(700).build());
    assertThat(flight.copter().rcPwm(2)).isEqualTo(1000);
    flight.say(RcChannelsOverride.builder().targetSystem(1).chan3Raw(1700).build());
    assertThat(flight.copter().rcPwm(2)).isEqualTo(1700);
    flight.set("FS_GCS_ENABLE", 1);
    flight.heartbeats = false;
    for (int i = 0; i < 12; i++) {
      flight.say(ManualControl.builder().target(1).x(0).y(0).z(0).r(0).build());
      flight.run(1);
    }
    assertThat(flight.texts()).doesNotContain("GCS Failsafe");
    flight.run(6);
    assertThat(flight.texts()).contains("GCS Failsafe");
  }

  private static int clear(Flight flight) {
    flight.heard().clear();
    flight.say(MissionClearAll.builder().targetSystem(1).targetComponent(1).build());
    return flight.last(MissionAck.class).type().value();
  }

  @Test
  void a_mission_that_flies_or_is_being_written_cannot_be_cleared() {
    Flight flight = Flight.ready();
    flight.upload(
        0,
        List.of(
            flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20),
            flight.mission(Commands.NAV_WAYPOINT, 0, 300, 20)));
    flight.count(0, 3);
    assertThat(clear(flight)).as("ERROR while it is written").isEqualTo(1);
    flight.run(9);
    flight.upload(
        0,
        List.of(
            flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20),
            flight.mission(Commands.NAV_WAYPOINT, 0, 300, 20)));
    flight.mode(FlightMode.GUIDED);
    flight.command(400, 1);
    flight.command(300);
    flight.run(10);
    assertThat(clear(flight)).as("ERROR while it flies").isEqualTo(1);
    assertThat(flight.copter().mission().count()).isEqualTo(3);
    flight.mode(FlightMode.BRAKE);
    assertThat(clear(flight)).isZero();
    assertThat(flight.copter().mission().count()).isZero();
  }

  @Test
  void a_landing_for_a_low_battery_is_not_broken_off_for_a_lost_station() {
    Flight flight = Flight.ready();
    flight.set("FS_GCS_ENABLE", 1);
    flight.set("BATT_FS_LOW_ACT", 1);
    flight.takeOff(40);
    flight.set("BATT_LOW_MAH", 15_900);
    flight.until("landing", 60, () -> flight.copter().mode() == FlightMode.LAND);
    flight.heartbeats = false;
    flight.until(
        "the failsafe",
        8,
        () -> flight.texts().contains("GCS + Battery Failsafe - Continuing Landing"));
    flight.run(2);
    assertThat(flight.copter().mode()).isEqualTo(FlightMode.LAND);
  }

  private static void setMode(Flight flight, int base, int mode) {
    flight.heard().clear();
    flight.say(
        SetMode.builder()
            .targetSystem(1)
            .baseMode(EnumValue.create(MavMode.class, base))
            .customMode(mode)
            .build());
    assertThat(flight.find(CommandAck.class)).as("recording a19 has no answer").isEmpty();
  }

  @Test
  void a_mode_without_the_custom_bit_is_denied_whichever_message_asks() {
    Flight flight = Flight.ready();
    setMode(flight, 1, 4);
    assertThat(flight.copter().mode()).isEqualTo(FlightMode.GUIDED);
    setMode(flight, 0, 5);
    assertThat(flight.command(176, 0, 5)).as("DENIED").isEqualTo(2);
    assertThat(flight.copter().mode()).isEqualTo(FlightMode.GUIDED);
  }

  @Test
  void a_termination_stops_the_motors_in_the_air() {
    Flight flight = Flight.ready();
    flight.takeOff(20);
    assertThat(flight.command(185, 0)).isEqualTo(4);
    assertThat(flight.copter().armed()).isTrue();
    assertThat(flight.command(185, 1)).isZero();
    assertThat(flight.copter().armed()).isFalse();
    flight.until("the ground", 3.5, () -> flight.at().up() < 0.5);
  }

  @Test
  void checks_can_be_asked_for_on_the_ground_only_and_a_restart_is_refused_in_the_air() {
    Flight flight = Flight.ready();
    flight.set("BATT_ARM_VOLT", 60);
    flight.run(4);
    flight.forget();
    assertThat(flight.command(401)).isZero();
    assertThat(flight.texts()).anyMatch(text -> text.startsWith("PreArm: "));
    Flight other = Flight.ready();
    other.takeOff(10);
    assertThat(other.command(401)).as("TEMPORARILY_REJECTED").isEqualTo(1);
    assertThat(other.command(246, 1)).as("FAILED").isEqualTo(4);
  }

  @Test
  void return_path_and_landing_sequence_are_commands_too() {
    Flight flight = Flight.ready();
    flight.takeOff(20);
    assertThat(flight.command(188)).as("there is none").isEqualTo(4);
    flight.upload(
        0,
        List.of(
            flight.mission(Commands.NAV_WAYPOINT, 0, 100, 20),
            flight.mission(Commands.DO_RETURN_PATH_START, 0, 0, 0),
            flight.mission(Commands.NAV_WAYPOINT, 0, 50, 20),
            flight.mission(Commands.DO_LAND_START, 0, 0, 0),
            flight.mission(Commands.NAV_LAND, 0, 0, 0)));
    assertThat(flight.command(188)).isZero();
    assertThat(flight.copter().mode()).isEqualTo(FlightMode.AUTO_RTL);
    flight.mode(FlightMode.GUIDED);
    assertThat(flight.command(189)).isZero();
    flight.until("landing", 90, () -> !flight.copter().armed());
    assertThat(flight.at().horizontal()).isLessThan(1.5);
  }

  @ParameterizedTest
  @CsvSource({
    "LOITER, 0, 0",
    "POSHOLD, 0, 0",
    "ALT_HOLD, 0, 4",
    "ALT_HOLD, 1, 0",
    "STABILIZE, 1, 4"
  })
  void a_take_off_is_a_command_in_modes_with_sticks_too(FlightMode mode, int unlevel, int result) {
    Flight flight = Flight.ready();
    flight.mode(mode);
    assertThat(flight.command(400, 1)).isZero();
    assertThat(flight.command(22, 0, 0, unlevel, 0, 0, 0, 8)).isEqualTo(result);
    if (result == 0) {
      flight.until("climbing", 20, () -> flight.at().up() > 7);
    }
  }

  @Test
  void a_lost_transmitter_on_the_ground_is_told_as_a_disarming() {
    Flight flight = Flight.ready();
    flight.vehicle.setTransmitter(false);
    flight.run(3);
    assertThat(flight.texts()).contains("Radio Failsafe - Disarming");
  }
}
