package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.CommandAck;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.HomePosition;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MissionCurrent;
import io.dronefleet.mavlink.common.MissionItemInt;
import io.dronefleet.mavlink.common.ParamValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.mavlink.AvailableModes;
import org.vigie.simulator.physics.Vec3;

/**
 * ArduCopter's half of the observations that stations easily get wrong, by their numbers; those
 * that are not here are PX4's alone (1, 9, 25) or named in the tests of transfers (8, 10, 12).
 */
class D02_ObservationsTest {
  private static List<MissionItemInt.Builder> north(Flight flight) {
    return List.of(
        flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20),
        flight.mission(Commands.NAV_WAYPOINT, 0, 300, 20));
  }

  private static Flight flyingNorth() {
    Flight flight = Flight.ready();
    flight.upload(0, north(flight));
    flight.mode(FlightMode.GUIDED);
    flight.command(400, 1);
    flight.mode(FlightMode.AUTO);
    flight.command(300);
    flight.until("cruise", 60, () -> flight.vehicle.body().velocity().horizontal() > 9);
    return flight;
  }

  @Test
  void o2_a_reposition_outside_the_fence_fails_without_a_text() {
    Flight flight = Flight.ready();
    flight.set("FENCE_TYPE", 2);
    flight.set("FENCE_RADIUS", 50);
    flight.set("FENCE_ENABLE", 1);
    flight.takeOff(20);
    flight.forget();
    assertThat(flight.reposition(0, 80, 20)).isEqualTo(4);
    flight.run(0.5);
    assertThat(flight.texts()).isEmpty();
  }

  @Test
  void o3_requests_are_accepted_for_which_nothing_comes_and_modes_are_asked_one_by_one() {
    Flight flight = new Flight(3);
    assertThat(flight.command(512, 242)).isZero();
    assertThat(flight.find(HomePosition.class)).isEmpty();
    assertThat(flight.command(512, 435, 0)).isZero();
    assertThat(flight.all(AvailableModes.class)).hasSize(1);
    AvailableModes first = flight.last(AvailableModes.class);
    assertThat(first.numberModes()).isEqualTo(24);
    assertThat(first.customMode()).isEqualTo(27);
    assertThat(first.modeName()).isEqualTo("AUTO RTL");
  }

  @Test
  void o4_component_1_answers_for_component_99() {
    Flight flight = Flight.ready();
    flight.forget();
    flight.say(
        CommandLong.builder()
            .targetSystem(1)
            .targetComponent(99)
            .command(MavCmd.MAV_CMD_REQUEST_MESSAGE)
            .param1(148)
            .build());
    assertThat(flight.last(CommandAck.class).result().value()).isZero();
  }

  @Test
  void o5_a_pause_shows_in_mission_state_4_alone() {
    Flight flight = flyingNorth();
    assertThat(flight.command(193, 0)).isZero();
    flight.run(1.5);
    assertThat(flight.copter().mode()).isEqualTo(FlightMode.AUTO);
    assertThat(flight.last(MissionCurrent.class).missionState().value()).isEqualTo(4);
  }

  @Test
  void o6_auto_is_accepted_without_a_mission_and_only_arming_fails() {
    Flight flight = Flight.ready();
    assertThat(flight.mode(FlightMode.AUTO)).isZero();
    assertThat(flight.command(400, 1)).isEqualTo(4);
    assertThat(flight.texts()).contains("Arm: Mode requires mission");
  }

  @Test
  void o7_it_disarms_itself_after_ten_idle_seconds() {
    Flight flight = Flight.ready();
    flight.mode(FlightMode.GUIDED);
    assertThat(flight.command(22, 0, 0, 0, 0, 0, 0, 10)).as("disarmed: no take-off").isEqualTo(4);
    flight.command(400, 1);
    assertThat(flight.until("disarming", 12, () -> !flight.copter().armed())).isBetween(9.8, 10.3);
  }

  @Test
  void o11_a_bad_item_is_refused_by_the_name_of_its_parameter() {
    Flight flight = Flight.ready();
    assertThat(
            flight.upload(
                0, List.of(flight.mission(Commands.NAV_WAYPOINT, 0, 0, 20).x(950_000_000))))
        .as("INVALID_PARAM5_X")
        .isEqualTo(10);
  }

  @Test
  void o13_an_upload_in_auto_restarts_the_command() {
    Flight flight = flyingNorth();
    flight.upload(0, north(flight));
    flight.run(0.1);
    assertThat(flight.texts()).contains("Auto mission changed, restarted command");
    flight.upload(0, List.of(flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20)));
    flight.run(1);
    assertThat(flight.last(MissionCurrent.class).seq()).isEqualTo(2);
    assertThat(flight.last(MissionCurrent.class).total()).isEqualTo(1);
  }

  @Test
  void o15_a_lost_station_brings_it_home_after_five_seconds_and_it_does_not_go_back() {
    Flight flight = flyingNorth();
    flight.set("FS_GCS_ENABLE", 1);
    flight.heartbeats = false;
    assertThat(flight.until("RTL", 7, () -> flight.copter().mode() == FlightMode.RTL))
        .isBetween(3.9, 5.2);
    flight.heartbeats = true;
    flight.run(3);
    assertThat(flight.texts()).contains("GCS Failsafe Cleared");
    assertThat(flight.copter().mode()).isEqualTo(FlightMode.RTL);
  }

  @Test
  void o16_without_gnss_it_flies_on_for_eight_seconds_and_lands() {
    Flight flight = flyingNorth();
    double from = flight.at().north();
    flight.vehicle.setGps(false);
    assertThat(flight.until("LAND", 12, () -> flight.copter().mode() == FlightMode.LAND))
        .isBetween(7.5, 8.8);
    assertThat(flight.at().north() - from).isBetween(60.0, 100.0);
  }

  @Test
  void o17_an_accepted_mode_change_cancels_a_battery_failsafe() {
    Flight flight = flyingNorth();
    flight.set("BATT_LOW_MAH", 15_900);
    flight.set("BATT_FS_LOW_ACT", 2);
    flight.until("RTL", 120, () -> flight.copter().mode() == FlightMode.RTL);
    assertThat(flight.mode(FlightMode.AUTO)).isZero();
    flight.run(5);
    assertThat(flight.copter().mode()).isEqualTo(FlightMode.AUTO);
  }

  @Test
  void o18_avoidance_slows_before_the_fence_and_does_not_prevent_the_breach() {
    Flight flight = Flight.ready();
    flight.set("FENCE_TYPE", 2);
    flight.set("FENCE_RADIUS", 60);
    flight.set("FENCE_ENABLE", 1);
    flight.takeOff(20);
    flight.until(
        "the breach",
        60,
        () -> {
          flight.copter().commands().guideVelocity(new Vec3(0, 8, 0));
          return flight.copter().mode() == FlightMode.RTL;
        });
    assertThat(flight.vehicle.body().velocity().horizontal()).isBetween(2.4, 4.2);
  }

  @Test
  void o19_a_glitch_moves_the_reported_place_by_a_jump_and_the_mode_stays() {
    Flight flight = Flight.ready();
    flight.takeOff(20);
    flight.vehicle.sensorFaults().gpsOffset(0, 55.6, 0);
    double before = flight.copter().nav().position().north();
    flight.until("the jump", 15, () -> flight.copter().nav().position().north() - before > 40);
    assertThat(flight.texts()).contains("GPS Glitch or Compass error");
    assertThat(flight.copter().mode()).isEqualTo(FlightMode.GUIDED);
  }

  @Test
  void o22_rtl_does_not_name_the_rally_point_that_it_flies_to() {
    Flight flight = Flight.ready();
    flight.upload(2, List.of(flight.item(2, 3, 5100, 30, 30, 20)));
    flight.takeOff(20);
    flight.reposition(60, 60, 20);
    flight.run(15);
    flight.forget();
    flight.mode(FlightMode.RTL);
    flight.until("landing there", 90, () -> !flight.copter().armed());
    assertThat(flight.at().minus(new Vec3(30, 30, 0)).length()).isLessThan(1.5);
    assertThat(flight.texts()).containsOnly("Disarming motors");
  }

  @Test
  void o21_home_moves_at_arming_unless_commanded_and_a_running_rtl_ignores_its_change() {
    Flight flight = Flight.ready();
    flight.takeOff(20);
    flight.reposition(0, 60, 20);
    flight.run(12);
    flight.mode(FlightMode.RTL);
    flight.run(1);
    assertThat(flight.command(179, 0, 0, 0, 0, 45.4400, 4.3800, 530)).isZero();
    flight.until("landing", 90, () -> !flight.copter().armed());
    assertThat(flight.at().horizontal()).as("where home was").isLessThan(1.5);
  }

  @Test
  void o23_each_reason_against_arming_is_a_text_of_its_own() {
    Flight flight = Flight.ready();
    flight.mode(FlightMode.GUIDED);
    flight.set("BATT_LOW_VOLT", 30);
    flight.set("BATT_LOW_TIMER", 1);
    flight.set("FENCE_TYPE", 4);
    flight.set("FENCE_ENABLE", 1);
    flight.run(2);
    assertThat(flight.command(400, 1)).isEqualTo(4);
    assertThat(flight.texts())
        .contains(
            "Arm: Fences enabled, but none selected",
            "Arm: Battery 1 low voltage failsafe",
            "Arm: Battery failsafe");
  }

  @Test
  void o24_a_parameter_ignores_the_type_that_is_sent_and_knows_no_range() {
    Flight flight = Flight.ready();
    flight.forget();
    flight.set("FENCE_ACTION", 300);
    assertThat(flight.last(ParamValue.class).paramValue()).isEqualTo(127);
    flight.forget();
    flight.set("NO_SUCH_NAME", 1);
    flight.set("RTL_ALT", Double.NaN);
    assertThat(flight.all(ParamValue.class)).isEmpty();
  }

  @Test
  void o20_and_14_auto_rtl_shows_auto_again_at_disarm_and_do_items_count_as_reached() {
    List<Recording.Told> told = Replay.of(Recording.read("a6")).told;
    assertThat(told.stream().filter(e -> e.kind().equals("REACHED")).map(Recording.Told::what))
        .contains("5");
    List<String> modes =
        told.stream().filter(e -> e.kind().equals("MODE")).map(Recording.Told::what).toList();
    assertThat(modes).anyMatch(mode -> mode.startsWith("27 armed"));
    assertThat(modes.get(modes.size() - 1)).startsWith("3 disarmed");
  }
}
