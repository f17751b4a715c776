package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dronefleet.mavlink.common.CommandAck;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.HomePosition;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MissionAck;
import io.dronefleet.mavlink.common.MissionCount;
import io.dronefleet.mavlink.common.MissionCurrent;
import io.dronefleet.mavlink.common.MissionItemInt;
import io.dronefleet.mavlink.common.MissionRequest;
import io.dronefleet.mavlink.common.MissionRequestInt;
import io.dronefleet.mavlink.common.MissionRequestList;
import io.dronefleet.mavlink.common.ParamValue;
import io.dronefleet.mavlink.minimal.Heartbeat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.mavlink.AvailableModes;
import org.vigie.simulator.physics.Vec3;

/** ArduCopter's half of the observations that stations easily get wrong, by their numbers. */
@SuppressWarnings("deprecation") // ArduPilot asks with MISSION_REQUEST
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
  void o1_a_mode_is_answered_once_and_the_heartbeat_says_at_once_which_it_is() {
    Flight flight = Flight.ready();
    assertThat(flight.mode(FlightMode.GUIDED)).isZero();
    assertThat(flight.all(CommandAck.class)).hasSize(1);
    flight.run(1.1);
    assertThat(flight.all(CommandAck.class)).as("no second answer").hasSize(1);
    assertThat(flight.last(Heartbeat.class).customMode()).isEqualTo(FlightMode.GUIDED.number());
    assertThat(flight.command(176, 1, 99)).as("no such mode").isEqualTo(4);
    flight.run(1.1);
    assertThat(flight.last(Heartbeat.class).customMode()).isEqualTo(FlightMode.GUIDED.number());
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
    flight.run(8);
    assertThat(flight.vehicle.body().velocity().horizontal()).isLessThan(0.3);
  }

  @Test
  void o5_a_pause_in_auto_stops_it_within_twenty_metres_or_so() {
    Flight flight = flyingNorth();
    double from = flight.at().north();
    assertThat(flight.command(193, 0)).isZero();
    flight.run(10);
    assertThat(flight.at().north() - from).as("22 m recorded").isBetween(14.0, 26.0);
  }

  @Test
  void o6_auto_is_accepted_without_a_mission_and_only_arming_fails() {
    Flight flight = Flight.ready();
    assertThat(flight.mode(FlightMode.AUTO)).isZero();
    assertThat(flight.command(400, 1)).isEqualTo(4);
    assertThat(flight.texts()).contains("Arm: Mode requires mission");
  }

  @Test
  void o6_a_mode_set_in_the_first_second_is_overwritten_and_rtl_and_land_are_not_armable() {
    Flight flight = new Flight(3);
    flight.run(0.3);
    assertThat(flight.mode(FlightMode.GUIDED)).isZero();
    flight.run(2);
    assertThat(flight.copter().mode()).isEqualTo(FlightMode.STABILIZE);
    flight.run(10);
    for (FlightMode mode : List.of(FlightMode.RTL, FlightMode.LAND)) {
      flight.forget();
      assertThat(flight.mode(mode)).as("%s", mode).isZero();
      assertThat(flight.command(400, 1)).as("%s", mode).isEqualTo(4);
      assertThat(flight.texts()).as("%s", mode).anyMatch(text -> text.startsWith("Arm: "));
    }
  }

  @Test
  void o7_it_disarms_itself_after_ten_idle_seconds() {
    Flight flight = Flight.ready();
    flight.mode(FlightMode.GUIDED);
    assertThat(flight.command(22, 0, 0, 0, 0, 0, 0, 10)).as("disarmed: no take-off").isEqualTo(4);
    flight.command(400, 1);
    assertThat(flight.until("disarming", 12, () -> !flight.copter().armed())).isBetween(9.8, 10.3);
  }

  /** A mission of five waypoints, or an upload of it that ends after three items. */
  private static List<MissionItemInt.Builder> waypoints(Flight flight, double up) {
    return List.of(
        flight.mission(Commands.NAV_WAYPOINT, 0, 10, up),
        flight.mission(Commands.NAV_WAYPOINT, 0, 20, up),
        flight.mission(Commands.NAV_WAYPOINT, 0, 30, up),
        flight.mission(Commands.NAV_WAYPOINT, 0, 40, up),
        flight.mission(Commands.NAV_WAYPOINT, 0, 50, up));
  }

  private static void beginUpload(Flight flight) {
    flight.heard().clear();
    flight.count(0, 6);
    flight.say(flight.mission(Commands.NAV_WAYPOINT, 0, 0, 40).seq(0).build());
    flight.say(flight.mission(Commands.NAV_WAYPOINT, 0, 10, 40).seq(1).build());
    flight.say(flight.mission(Commands.NAV_WAYPOINT, 0, 20, 40).seq(2).build());
    assertThat(flight.last(MissionRequest.class).seq()).isEqualTo(3);
  }

  @Test
  void o8_an_interrupted_upload_is_asked_for_each_second_and_leaves_a_mix_after_eight() {
    Flight flight = Flight.ready();
    assertThat(flight.upload(0, waypoints(flight, 20))).isZero();
    beginUpload(flight);
    flight.forget();
    double waitedS = flight.until("giving up", 10, () -> flight.find(MissionAck.class).isPresent());
    assertThat(waitedS).isBetween(7.9, 8.2);
    assertThat(flight.last(MissionAck.class).type().value()).as("CANCELLED").isEqualTo(15);
    assertThat(flight.texts()).contains("Mission upload timeout");
    assertThat(flight.all(MissionRequest.class)).hasSizeBetween(7, 8);
    assertThat(flight.download(0)).extracting(MissionItemInt::z).endsWith(40f, 40f, 20f, 20f, 20f);
  }

  @Test
  void o9_an_upload_that_ends_late_ends_with_an_answer_unlike_px4s() {
    Flight flight = Flight.ready();
    flight.upload(
        1,
        List.of(
            flight.item(1, 0, 5001, -50, -50, 0).param1(3),
            flight.item(1, 0, 5001, 50, -50, 0).param1(3),
            flight.item(1, 0, 5001, 0, 50, 0).param1(3)));
    List<MissionItemInt> before = flight.download(1);
    flight.count(1, 4);
    flight.say(flight.item(1, 0, 5001, -80, -80, 0).param1(4).seq(0).build());
    flight.forget();
    flight.until("giving up", 10, () -> flight.find(MissionAck.class).isPresent());
    assertThat(flight.last(MissionAck.class).type().value()).isEqualTo(15);
    assertThat(flight.texts()).contains("Fence upload timeout");
    assertThat(flight.download(1)).as("the old fence whole").isEqualTo(before);
  }

  @Test
  void o10_lists_and_a_second_upload_are_denied_while_one_is_open_but_a_fence_is_taken() {
    Flight flight = Flight.ready();
    beginUpload(flight);
    flight.say(MissionRequestList.builder().targetSystem(1).targetComponent(1).build());
    assertThat(flight.last(MissionAck.class).type().value()).as("DENIED").isEqualTo(14);
    flight.heard().clear();
    flight.say(254, MissionCount.builder().targetSystem(1).targetComponent(1).count(2).build());
    assertThat(flight.last(MissionAck.class).type().value()).as("DENIED").isEqualTo(14);
    List<MissionItemInt.Builder> circle = List.of(flight.item(1, 0, 5003, 0, 0, 0).param1(80));
    assertThat(flight.upload(1, circle)).as("a fence, side by side").isZero();
    flight.until("the time-out", 10, () -> flight.texts().contains("Mission upload timeout"));
    flight.heard().clear();
    flight.say(254, MissionCount.builder().targetSystem(1).targetComponent(1).count(2).build());
    assertThat(flight.last(MissionRequest.class).seq()).as("now it is let in").isZero();
  }

  @Test
  void o12_it_asks_without_int_reads_frame_6_back_as_3_and_item_0_is_home() {
    Flight flight = new Flight(5);
    flight.run(1);
    assertThat(flight.upload(0, waypoints(flight, 20))).isZero();
    assertThat(flight.all(MissionRequest.class)).hasSize(6);
    assertThat(flight.all(MissionRequestInt.class)).isEmpty();
    MissionItemInt unknown = flight.download(0).get(0);
    assertThat(List.of(unknown.x(), unknown.y())).as("no home yet").containsExactly(0, 0);
    flight.run(12);
    List<MissionItemInt> items = flight.download(0);
    assertThat(items.get(0).x()).isCloseTo(454_390_000, within(200));
    assertThat(items.subList(1, 6)).allMatch(item -> item.frame().value() == 3);
  }

  @Test
  void o25_it_sends_no_commands_of_its_own() {
    Flight flight = flyingNorth();
    flight.heard().clear();
    flight.mode(FlightMode.RTL);
    flight.until("landing", 200, () -> !flight.copter().armed());
    assertThat(flight.all(CommandLong.class)).isEmpty();
    assertThat(flight.all(Heartbeat.class)).hasSizeGreaterThan(20);
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
    assertThat(flight.at().north()).as("over the edge").isBetween(59.5, 61.5);
    assertThat(flight.texts()).contains("Circle fence breached");
  }

  @Test
  void o18_without_avoidance_it_overshoots_at_full_speed_and_a_brake_stays_outside() {
    Flight flight = Flight.ready();
    flight.set("FENCE_TYPE", 2);
    flight.set("FENCE_RADIUS", 60);
    flight.set("FENCE_ACTION", 4);
    flight.set("AVOID_ENABLE", 0);
    flight.set("FENCE_ENABLE", 1);
    flight.takeOff(20);
    flight.until(
        "the breach",
        60,
        () -> {
          flight.copter().commands().guideVelocity(new Vec3(0, 8, 0));
          return flight.copter().mode() == FlightMode.BRAKE;
        });
    assertThat(flight.vehicle.body().velocity().horizontal()).isBetween(7.5, 8.5);
    flight.run(20);
    assertThat(flight.at().north() - 60).as("17 to 19 m recorded").isBetween(14.0, 19.0);
    assertThat(flight.copter().mode()).as("until told").isEqualTo(FlightMode.BRAKE);
  }

  @Test
  void o19_a_glitch_moves_the_reported_place_by_a_jump_and_the_mode_stays() {
    Flight flight = Flight.ready();
    flight.takeOff(20);
    flight.vehicle.sensorFaults().gpsOffset(0, 55.6, 0);
    double before = flight.copter().nav().position().north();
    double[] step = {before, before};
    double jumpS =
        flight.until(
            "the jump",
            15,
            () -> {
              step[0] = step[1];
              step[1] = flight.copter().nav().position().north();
              return step[1] - before > 40;
            });
    assertThat(jumpS).as("after it was rejected so long").isBetween(9.5, 11.0);
    assertThat(step[1] - step[0]).as("in one step, not flown").isBetween(50.0, 60.0);
    assertThat(Math.abs(flight.at().north())).as("it has not moved itself").isLessThan(3);
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
  void o21_home_moves_at_arming_unless_a_station_has_set_it() {
    Flight flight = Flight.ready();
    flight.takeOff(10);
    flight.reposition(0, 30, 10);
    flight.run(15);
    flight.mode(FlightMode.LAND);
    flight.until("landing", 60, () -> !flight.copter().armed());
    flight.mode(FlightMode.GUIDED);
    assertThat(flight.command(400, 1)).isZero();
    assertThat(flight.copter().home().orElseThrow().local().north()).isCloseTo(30, within(2.0));
    flight.command(400, 0);
    assertThat(flight.command(179, 0, 0, 0, 0, 45.4400, 4.3800, 530)).isZero();
    var commanded = flight.copter().home();
    assertThat(flight.command(400, 1)).isZero();
    assertThat(flight.copter().home()).isEqualTo(commanded);
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
