package org.vigie.simulator.px4;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.CommandAck;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.Event;
import io.dronefleet.mavlink.common.HomePosition;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MavParamType;
import io.dronefleet.mavlink.common.MissionClearAll;
import io.dronefleet.mavlink.common.MissionItemInt;
import io.dronefleet.mavlink.common.MissionItemReached;
import io.dronefleet.mavlink.common.MissionRequestInt;
import io.dronefleet.mavlink.common.MissionRequestList;
import io.dronefleet.mavlink.common.MissionSetCurrent;
import io.dronefleet.mavlink.common.Statustext;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavState;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.px4.ItemSlot;
import org.vigie.simulator.autopilot.px4.Px4Mode;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.mavlink.AvailableModes;
import org.vigie.simulator.mavlink.px4.BytewiseParamValue;
import org.vigie.simulator.mavlink.px4.CurrentMode;
import org.vigie.simulator.mavlink.px4.MissionProgress;
import org.vigie.simulator.mavlink.px4.OpaqueMissionAck;
import org.vigie.simulator.mavlink.px4.OpaqueMissionCount;
import org.vigie.simulator.mavlink.px4.ParamError;
import org.vigie.simulator.physics.Vec3;

/**
 * PX4's half of the observations that stations easily get wrong, by their numbers; those that are
 * not here are ArduCopter's alone (5, 6, 8, 18, 19).
 */
@SuppressWarnings("deprecation") // the library calls messages in the making deprecated
class D02_Px4ObservationsTest {
  @Test
  void o1_every_set_mode_is_answered_twice_and_the_second_answer_is_the_true_one() {
    Px4Flight flight = Px4Flight.ready();
    flight.takeOff(10);
    flight.forget();
    assertThat(flight.mode(Px4Mode.POSCTL)).containsExactly(0, 1);
    assertThat(flight.texts()).containsExactly("Switching to Position is currently not available");
    // answers come first, then the text, then the event with the mode in its arguments
    assertThat(flight.heard())
        .extracting(one -> one.payload().getClass().getSimpleName())
        .containsSubsequence("CommandAck", "CommandAck", "Statustext", "Event");
    assertThat(HexFormat.of().formatHex(flight.last(Event.class).arguments()))
        .startsWith("0000030002");
    flight.run(1.1);
    assertThat(flight.mode(Px4Mode.ALTCTL)).containsExactly(0, 1);
    flight.run(1.1);
    assertThat(flight.mode(Px4Mode.OFFBOARD)).containsExactly(0, 1);
    flight.run(1.1);
    assertThat(flight.command(176, 1, 77, 0)).containsExactly(0, 1);
    assertThat(flight.texts()).contains("Unsupported main mode");
    assertThat(flight.px4().mode()).isEqualTo(Px4Mode.HOLD);
    assertThat(flight.mode(Px4Mode.LAND)).containsExactly(0, 0);
    assertThat(flight.px4().mode()).isEqualTo(Px4Mode.LAND);
    assertThat(flight.mode(Px4Mode.HOLD)).as("p8: HOLD in LAND").containsExactly(0, 0);
  }

  @Test
  void o2_a_reposition_outside_the_fence_is_accepted_and_does_nothing() {
    Px4Flight flight = Px4Flight.ready();
    flight.square(60);
    flight.takeOff(10);
    assertThat(flight.reposition(0, 150, 20)).containsExactly(0);
    assertThat(flight.texts()).contains("Reposition is outside geofence");
    assertThat(flight.event("navigator_reposition_outside_geofence")).isTrue();
    flight.run(5);
    assertThat(flight.at().minus(new Vec3(0, 0, 10)).length()).isLessThan(1.5);
    assertThat(flight.px4().mode()).isEqualTo(Px4Mode.HOLD);
  }

  @Test
  void o3_all_26_modes_come_when_index_0_is_asked_for() {
    Px4Flight flight = Px4Flight.ready();
    assertThat(flight.command(512, 435, 0)).containsExactly(0);
    List<AvailableModes> modes = flight.all(AvailableModes.class);
    assertThat(modes).hasSize(26);
    assertThat(modes).extracting(AvailableModes::modeIndex).startsWith(1, 2, 3).endsWith(26);
    // recording p12
    assertThat(modes)
        .extracting(AvailableModes::customMode)
        .startsWith(65536L, 131072L, 196608L, 67371008L, 50593792L, 84148224L, 33751040L, 720896L)
        .endsWith(302252032L);
    assertThat(modes.get(3).standardMode()).isEqualTo(6);
    assertThat(modes.get(3).modeName()).isEmpty();
    assertThat(modes.get(4).modeName()).isEqualTo("Hold");
    flight.forget();
    assertThat(flight.command(512, 435, 5)).containsExactly(0);
    assertThat(flight.all(AvailableModes.class)).hasSize(1);
    assertThat(flight.command(512, 435, 27)).containsExactly(2);
  }

  @Test
  void o4_cameras_gimbals_and_components_that_are_not_there_do_not_answer() {
    Px4Flight flight = Px4Flight.ready();
    assertThat(flight.command(203)).isEmpty();
    assertThat(flight.command(521, 1)).isEmpty();
    assertThat(flight.command(1000, -10)).isEmpty();
    for (int component : new int[] {99, 100}) {
      flight.forget();
      flight.say(
          CommandLong.builder()
              .targetSystem(1)
              .targetComponent(component)
              .command(MavCmd.MAV_CMD_REQUEST_MESSAGE)
              .param1(148)
              .build());
      assertThat(flight.all(CommandAck.class)).isEmpty();
    }
    flight.say(
        CommandLong.builder()
            .targetSystem(1)
            .command(MavCmd.MAV_CMD_REQUEST_MESSAGE)
            .param1(148)
            .build());
    assertThat(flight.all(CommandAck.class)).as("component 0 means any").hasSize(1);
    // pause, mission item by command, reposition without the bit that may change the mode
    flight.takeOff(10);
    assertThat(flight.command(193, 0)).containsExactly(3);
    assertThat(flight.command(224, 2)).containsExactly(3);
    assertThat(flight.commandInt(192, -1, 0, 0, 30, 0, 550)).containsExactly(3);
  }

  @Test
  void o7_a_take_off_while_disarmed_waits_and_idle_motors_stop_after_eleven_seconds() {
    Px4Flight flight = Px4Flight.ready();
    assertThat(flight.command(400, 1)).containsExactly(0);
    double idleS = flight.until("disarming", 15, () -> !flight.px4().armed());
    assertThat(idleS).isBetween(10.7, 11.3);
    assertThat(flight.texts()).contains("Disarmed by auto preflight disarming");
    double nan = Double.NaN;
    assertThat(flight.command(22, 0, 0, 0, nan, nan, nan, 540)).containsExactly(0);
    flight.run(5);
    assertThat(flight.px4().mode()).isEqualTo(Px4Mode.TAKEOFF);
    assertThat(flight.at().up()).isLessThan(0.1);
    assertThat(flight.command(400, 1)).containsExactly(0);
    assertThat(flight.until("take-off", 5, () -> flight.texts().contains("Takeoff detected")))
        .isBetween(0.9, 2.5);
    flight.until("the top", 30, () -> flight.at().up() > 9);
    assertThat(flight.command(400, 0)).as("disarming in flight").containsExactly(1);
    assertThat(flight.texts()).contains("Disarming denied: not landed");
    assertThat(flight.command(400, 0, 21196)).as("forced").containsExactly(0);
    assertThat(flight.px4().armed()).isFalse();
  }

  @Test
  void o9_an_upload_that_stops_is_asked_for_again_given_up_and_changes_nothing() {
    Px4Flight flight = Px4Flight.ready();
    long id = flight.upload(0, flight.five()).opaqueId();
    flight.forget();
    flight.count(Px4Flight.LINK, 255, 0, 6);
    for (int i = 0; i < 3; i++) {
      flight.say(flight.mission(Commands.NAV_WAYPOINT, 10 * i, 10, 20).seq(i).build());
    }
    flight.run(1);
    int beforeList = flight.heard().size();
    flight.say(MissionRequestList.builder().targetSystem(1).targetComponent(1).build());
    assertThat(flight.texts()).contains("Mission download request ignored, already active");
    assertThat(flight.find(OpaqueMissionCount.class, beforeList)).isEmpty();
    double gaveUpS =
        flight.until("giving up", 6, () -> flight.texts().contains("Mission sync timeout"));
    assertThat(gaveUpS).as("5.0 s after the last item").isBetween(3.9, 4.1);
    assertThat(flight.all(OpaqueMissionAck.class)).as("no MISSION_ACK").isEmpty();
    List<Double> asked =
        flight.heard().stream()
            .filter(one -> one.payload() instanceof MissionRequestInt m && m.seq() == 3)
            .map(Px4Flight.Heard::timeS)
            .toList();
    assertThat(asked).hasSizeBetween(18, 21);
    assertThat(asked.get(5) - asked.get(4)).isBetween(0.24, 0.28);
    assertThat(flight.download(0)).hasSize(5);
    assertThat(flight.last(OpaqueMissionCount.class).opaqueId()).isEqualTo(id);
  }

  @Test
  void o10_a_second_station_gets_an_error_until_the_first_is_done() {
    Px4Flight flight = Px4Flight.ready();
    flight.open(1);
    flight.count(0, 255, 0, 3);
    flight.forget();
    flight.count(1, 254, 0, 2);
    assertThat(flight.last(OpaqueMissionAck.class).type()).isEqualTo(1);
    assertThat(flight.last(OpaqueMissionAck.class).targetSystem()).isEqualTo(254);
    flight.run(1.5);
    flight.say(flight.mission(16, 10, 10, 20).seq(0).build());
    assertThat(flight.last(MissionRequestInt.class).seq()).as("a pause is no end").isEqualTo(1);
    flight.until("giving up", 6, () -> flight.texts().contains("Mission sync timeout"));
    flight.forget();
    flight.count(1, 254, 0, 2);
    assertThat(flight.all(OpaqueMissionAck.class)).isEmpty();
    assertThat(flight.heard())
        .anyMatch(one -> one.link() == 1 && one.payload() instanceof MissionRequestInt);
  }

  @Test
  void o11_accepted_proves_little() {
    Px4Flight flight = Px4Flight.ready();
    List<MissionItemInt.Builder> odd =
        List.of(
            flight.mission(16, 0, 0, 20).x(950_000_000),
            flight.mission(16, 20, 20, Double.NaN),
            flight.mission(16, 0, 0, 20).x(0).y(0),
            flight.mission(16, 0, 40_000, 20),
            flight.mission(16, 20, 20, -100),
            flight.order(Commands.DO_JUMP).param1(50).param2(2));
    for (MissionItemInt.Builder item : odd) {
      List<MissionItemInt.Builder> items = flight.five();
      items.set(2, item);
      assertThat(flight.upload(0, items).type()).isZero();
      flight.run(0.3);
      List<MissionItemInt> back = flight.download(0);
      assertThat(back.get(2).x()).isEqualTo(item.build().x());
      assertThat(back.get(2).z()).isEqualTo(Float.valueOf(item.build().z()));
      assertThat(flight.mode(Px4Mode.MISSION)).containsExactly(0, 0);
      flight.mode(Px4Mode.HOLD);
    }
    assertThat(flight.texts()).isEmpty();
    List<MissionItemInt.Builder> items = flight.five();
    items.set(2, flight.item(0, 6, 9999, 10, 10, 20));
    assertThat(flight.upload(0, items).type()).as("unsupported").isEqualTo(3);
    items.set(2, flight.item(0, 99, 16, 10, 10, 20));
    assertThat(flight.upload(0, items).type()).as("unsupported frame").isEqualTo(2);
    assertThat(flight.texts()).containsOnly("IGN MISSION_ITEM: Invalid item");
    items.set(2, flight.mission(Commands.NAV_LOITER_TURNS, 10, 10, 20));
    assertThat(flight.upload(0, items).type()).as("loiter turns").isEqualTo(3);
    items.set(2, flight.order(34));
    assertThat(flight.upload(0, items).type()).as("orbit").isEqualTo(3);
  }

  @Test
  void o12_a_rally_point_sent_relative_in_frame_3_is_read_back_in_6_and_a_vertex_of_0_in_5() {
    Px4Flight flight = Px4Flight.ready();
    flight.upload(2, List.of(flight.item(2, 3, 5100, 40, 120, 25)));
    assertThat(flight.download(2)).extracting(item -> item.frame().value()).containsExactly(6);
    flight.square(60);
    assertThat(flight.download(1)).extracting(item -> item.frame().value()).containsOnly(5);
    flight.upload(0, List.of(flight.mission(Commands.NAV_WAYPOINT, 0, 10, 20)));
    assertThat(flight.download(0)).as("no home in front").hasSize(1);
  }

  @Test
  void o13_uploads_in_flight_keep_the_current_item_or_go_to_the_last() {
    Px4Flight flight = Px4Flight.ready();
    flight.upload(0, flight.five());
    flight.mode(Px4Mode.MISSION);
    flight.run(0.5);
    flight.command(400, 1);
    flight.until("the first leg", 60, () -> flight.at().north() > 20);
    List<MissionItemInt.Builder> moved = flight.five();
    moved.set(2, flight.mission(16, 100, 80, 25));
    assertThat(flight.upload(0, moved).type()).isZero();
    assertThat(flight.px4().missionIndex()).isEqualTo(1);
    flight.until("the moved place", 60, () -> flight.at().east() > 94);
    flight.until("the third leg", 10, () -> flight.px4().missionIndex() == 3);
    flight.upload(0, List.of(flight.mission(16, 0, 40, 20), flight.mission(16, 60, 40, 20)));
    assertThat(flight.px4().missionIndex()).isEqualTo(1);
    flight.until("the end", 60, () -> flight.texts().contains("Mission finished, loitering"));
    flight.untilMode(Px4Mode.HOLD, 1);
    flight.run(6);
    assertThat(flight.at().east()).isBetween(57.0, 63.0);
    flight.say(MissionClearAll.builder().targetSystem(1).targetComponent(1).build());
    assertThat(flight.last(OpaqueMissionAck.class).type()).isZero();
    flight.run(2);
    assertThat(flight.px4().mode()).as("it hovers").isEqualTo(Px4Mode.HOLD);
  }

  @Test
  void o14_reached_items_are_told_about_ten_times_and_an_empty_mission_counts_65535() {
    Px4Flight flight = Px4Flight.ready();
    flight.run(1.1);
    MissionProgress empty = flight.last(MissionProgress.class);
    assertThat(empty.total()).isEqualTo(65535);
    assertThat(empty.missionState()).isEqualTo(1);
    flight.upload(
        0,
        List.of(
            flight.mission(Commands.NAV_TAKEOFF, 0, 0, 10),
            flight.mission(Commands.NAV_WAYPOINT, 0, 200, 10)));
    flight.run(1.1);
    MissionProgress loaded = flight.last(MissionProgress.class);
    assertThat(loaded.missionState()).as("not started").isEqualTo(2);
    assertThat(loaded.missionMode()).isEqualTo(2);
    assertThat(loaded.missionId())
        .isEqualTo(flight.px4().slot(ItemSlot.Type.MISSION).id())
        .isPositive();
    flight.mode(Px4Mode.MISSION);
    flight.run(0.5);
    flight.command(400, 1);
    flight.until("the first leg", 40, () -> flight.px4().missionIndex() == 1);
    flight.run(15);
    long told =
        flight.all(MissionItemReached.class).stream().filter(item -> item.seq() == 0).count();
    assertThat(told).isBetween(10L, 12L);
    assertThat(flight.last(MissionProgress.class).missionState()).as("active").isEqualTo(3);
    flight.mode(Px4Mode.HOLD);
    flight.run(1.1);
    assertThat(flight.last(MissionProgress.class).missionState()).as("paused").isEqualTo(4);
    flight.say(MissionSetCurrent.builder().targetSystem(1).targetComponent(1).seq(50).build());
    assertThat(flight.texts()).contains("WPM: WP CURR CMD: Not in list");
    assertThat(flight.mode(Px4Mode.MISSION)).containsExactly(0, 0);
    assertThat(flight.px4().missionIndex()).as("it goes on where it was").isEqualTo(1);
    assertThat(flight.command(300, 0)).containsExactly(0);
    assertThat(flight.px4().missionIndex()).as("p8: MISSION_START begins anew").isZero();
    flight.run(2.5);
    assertThat(flight.last(CurrentMode.class).customMode()).isEqualTo(Px4Mode.MISSION.customMode());
  }

  /** Recording p2: hold after 11.6 s, five seconds of it, then the return; no texts meanwhile. */
  @Test
  void o15_a_lost_station_is_answered_by_hold_then_return_without_a_text_and_it_does_not_go_back() {
    Px4Flight flight = Px4Flight.ready();
    flight.set("NAV_DLL_ACT", 2);
    flight.upload(
        0,
        List.of(
            flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20),
            flight.mission(Commands.NAV_WAYPOINT, 0, 300, 20)));
    flight.mode(Px4Mode.MISSION);
    flight.run(0.5);
    assertThat(flight.command(400, 1)).containsExactly(0);
    flight.until("the leg north", 60, () -> flight.at().north() > 60);
    flight.forget();
    flight.heartbeats = false;
    double holdS = flight.untilMode(Px4Mode.HOLD, 14);
    assertThat(holdS).isBetween(10.6, 12.2);
    assertThat(flight.event("commander_gcs_lost")).isTrue();
    assertThat(flight.event("commander_failsafe_enter_hold")).isTrue();
    assertThat(flight.px4().intendedMode()).isEqualTo(Px4Mode.MISSION);
    double returnS = flight.untilMode(Px4Mode.RTL, 7);
    assertThat(returnS).isBetween(4.7, 5.4);
    flight.run(1.1);
    assertThat(flight.event("commander_failsafe_enter")).isTrue();
    assertThat(flight.event("vrtl_return_at")).isTrue();
    assertThat(flight.texts()).isEmpty();
    assertThat(flight.last(Heartbeat.class).systemStatus().entry())
        .isEqualTo(MavState.MAV_STATE_CRITICAL);
    flight.heartbeats = true;
    flight.run(2);
    assertThat(flight.texts()).contains("GCS connection regained");
    assertThat(flight.px4().mode()).as("it goes on home").isEqualTo(Px4Mode.RTL);
    flight.until("disarming", 120, () -> !flight.px4().armed());
    assertThat(flight.at().horizontal()).isLessThan(1.5);
    flight.run(1.1);
    assertThat(flight.px4().mode()).as("as p2 shows after disarming").isEqualTo(Px4Mode.MISSION);
  }

  /** Recording p4b: LAND 5.2 s after the loss, MISSION again 2.3 s after the receiver is back. */
  @Test
  void o16_lost_gnss_lands_and_gnss_that_is_back_continues_the_mission() {
    Px4Flight flight = Px4Flight.onMission(60);
    flight.vehicle.setGps(false);
    double landS = flight.untilMode(Px4Mode.DESCEND, 8);
    assertThat(landS).isBetween(4.8, 6.0);
    assertThat(flight.texts()).contains("Failsafe activated");
    assertThat(flight.event("commander_failsafe_enter_autopilot_disengaged")).isTrue();
    assertThat(flight.mode(Px4Mode.HOLD)).containsExactly(0, 1);
    assertThat(flight.texts()).contains("Switching to Hold is currently not available");
    flight.run(2);
    flight.vehicle.setGps(true);
    double backS = flight.untilMode(Px4Mode.MISSION, 5);
    assertThat(backS).isBetween(1.8, 2.8);
    flight.run(0.5);
    assertThat(flight.texts()).contains("Executing Mission", "Climb to 20.0 meters above home");
    flight.until("going on", 60, () -> flight.at().north() > 150);
  }

  /** Recording p5, with thresholds of 35, 20 and 5 percent. */
  @Test
  void o17_a_battery_that_empties_returns_and_lands_and_an_accepted_mission_cancels_that() {
    Px4Flight flight = Px4Flight.onMission(60);
    flight.set("BAT_LOW_THR", 0.35);
    flight.set("BAT_CRIT_THR", 0.20);
    flight.vehicle.setBattery(0.30);
    flight.run(2);
    assertThat(flight.texts()).contains("Low battery");
    assertThat(flight.px4().mode()).isEqualTo(Px4Mode.MISSION);
    flight.vehicle.body().battery().setCharge(0.15);
    flight.untilMode(Px4Mode.HOLD, 2);
    assertThat(flight.texts())
        .contains("Critical battery", "Failsafe activated: entering Hold for 5 seconds");
    assertThat(flight.untilMode(Px4Mode.RTL, 7)).isBetween(4.7, 5.4);
    flight.run(5);
    flight.vehicle.body().battery().setCharge(0.04);
    assertThat(flight.untilMode(Px4Mode.LAND, 1)).isLessThan(0.5);
    assertThat(flight.texts()).contains("Emergency battery level", "Failsafe activated");
    assertThat(flight.px4().batteryChargeState()).isEqualTo(4);
    // an accepted mode change cancels the failsafe
    assertThat(flight.mode(Px4Mode.MISSION)).containsExactly(0, 0);
    flight.run(3);
    assertThat(flight.px4().mode()).isEqualTo(Px4Mode.MISSION);
    flight.run(1.1);
    assertThat(flight.last(Heartbeat.class).systemStatus().entry())
        .isEqualTo(MavState.MAV_STATE_ACTIVE);
  }

  @Test
  void o20_after_disarming_it_shows_mission_again() {
    Px4Flight flight = Px4Flight.onMission(30);
    flight.mode(Px4Mode.RTL);
    flight.until("disarming", 120, () -> !flight.px4().armed());
    flight.run(1.1);
    assertThat(flight.modes()).containsExactly(Px4Mode.RTL, Px4Mode.MISSION);
  }

  @Test
  void o21_home_is_set_at_arming_at_take_off_where_it_lands_and_kept_when_commanded() {
    Px4Flight flight = Px4Flight.ready();
    Vec3 before = flight.px4().home().orElseThrow().local();
    flight.command(22, 0, 0, 0, Double.NaN, Double.NaN, Double.NaN, 540);
    flight.command(400, 1);
    Vec3 armed = flight.px4().home().orElseThrow().local();
    assertThat(armed).isNotEqualTo(before);
    flight.untilMode(Px4Mode.HOLD, 40);
    assertThat(flight.px4().home().orElseThrow().local()).isNotEqualTo(armed);
    flight.reposition(0, 40, 10);
    flight.run(15);
    flight.mode(Px4Mode.LAND);
    flight.until("disarming", 60, () -> !flight.px4().armed());
    flight.run(2);
    assertThat(flight.px4().home().orElseThrow().local().north()).isBetween(38.0, 42.0);

    assertThat(flight.commandInt(179, 0, 0, 0, 20, 20, 531)).containsExactly(0);
    flight.command(400, 1);
    assertThat(flight.px4().home().orElseThrow().local().minus(new Vec3(20, 20, 531)).length())
        .isLessThan(0.1);
    flight.command(400, 0);
    flight.takeOff(10);
    assertThat(flight.px4().home().orElseThrow().local().minus(new Vec3(20, 20, 531)).length())
        .isLessThan(0.1);
    // far away is accepted in flight, and heights move with it
    flight.say(Px4Flight.longCommand(179, 0, 0, 0, 0, 50, 10, 100));
    assertThat(flight.px4().heightAboveHomeM()).isBetween(430.0, 450.0);
    flight.command(512, 242);
    assertThat(flight.last(HomePosition.class).latitude()).isEqualTo(500_000_000);
    assertThat(flight.command(179, 1)).containsExactly(0);
    assertThat(flight.px4().heightAboveHomeM()).isBetween(-0.5, 0.5);
  }

  @Test
  void o22_it_returns_to_the_nearer_rally_point_unnamed_thirty_metres_above_it() {
    Px4Flight flight = Px4Flight.ready();
    flight.upload(2, List.of(flight.item(2, 3, 5100, 30, 100, 25)));
    flight.takeOff(20);
    flight.reposition(0, 120, 20);
    flight.until("arriving", 60, () -> flight.at().north() > 119);
    flight.run(2);
    flight.forget();
    flight.mode(Px4Mode.RTL);
    double[] top = {0};
    flight.until(
        "disarming",
        120,
        () -> {
          top[0] = Math.max(top[0], flight.at().up());
          return !flight.px4().armed();
        });
    assertThat(top[0]).isBetween(54.0, 57.0);
    assertThat(flight.at().minus(new Vec3(30, 100, 0)).length()).isLessThan(2);
    assertThat(flight.texts()).noneMatch(text -> text.toLowerCase(Locale.ROOT).contains("rally"));
  }

  @Test
  void o23_a_refused_arming_is_generic_in_two_chunks_and_the_reason_is_an_event() {
    Px4Flight flight = new Px4Flight(42);
    flight.run(3.3);
    assertThat(flight.command(400, 1)).containsExactly(1);
    flight.run(10);
    assertThat(flight.mode(Px4Mode.MISSION)).as("accepted without one").containsExactly(0, 0);
    flight.run(1.1);
    assertThat(flight.last(Heartbeat.class).systemStatus().entry())
        .isEqualTo(MavState.MAV_STATE_UNINIT);
    flight.forget();
    assertThat(flight.command(400, 1)).containsExactly(1);
    List<Statustext> chunks = flight.all(Statustext.class);
    assertThat(chunks).extracting(Statustext::chunkSeq).containsExactly(0, 1);
    assertThat(chunks.get(0).text())
        .isEqualTo("Arming denied: Resolve system health failures firs");
    assertThat(chunks.get(1).text()).isEqualTo("t\t");
    assertThat(chunks.get(0).id()).isEqualTo(chunks.get(1).id());
    assertThat(flight.event("check_modes_mission")).isTrue();
    assertThat(flight.event("commander_arm_denied_resolve_failures")).isTrue();
    assertThat(flight.mode(Px4Mode.HOLD)).containsExactly(0, 0);
    flight.upload(
        1,
        List.of(
            flight.item(1, 0, 5001, 100, 100, 0).param1(4),
            flight.item(1, 0, 5001, 200, 100, 0).param1(4),
            flight.item(1, 0, 5001, 200, 200, 0).param1(4),
            flight.item(1, 0, 5001, 100, 200, 0).param1(4)));
    flight.run(0.3);
    assertThat(flight.texts()).contains("Geofence invalid, doesn't contain Home position");
    assertThat(flight.command(400, 1)).as("it arms all the same").containsExactly(0);
  }

  @Test
  void o24_parameters_want_their_own_type_and_are_stored_bit_by_bit() {
    Px4Flight flight = Px4Flight.ready();
    flight.set("GF_ACTION", 3f, MavParamType.MAV_PARAM_TYPE_REAL32);
    assertThat(flight.last(ParamError.class).error()).isEqualTo(7);
    flight.set("GF_ACTION", 3f, MavParamType.MAV_PARAM_TYPE_INT16);
    ParamError error = flight.last(ParamError.class);
    assertThat(error.error()).isEqualTo(6);
    assertThat(error.paramIndex()).isEqualTo(24400);
    assertThat(error.paramId()).isEqualTo("GF_ACTION");
    flight.set("NOT_A_PARAM", 1f, MavParamType.MAV_PARAM_TYPE_REAL32);
    assertThat(flight.last(ParamError.class).error()).isEqualTo(1);

    flight.set("GF_ACTION", 3f, MavParamType.MAV_PARAM_TYPE_INT32);
    assertThat(flight.px4().parameters().getInt("GF_ACTION")).isEqualTo(1077936128);
    flight.set("GF_ACTION", 99);
    BytewiseParamValue value = flight.last(BytewiseParamValue.class);
    assertThat(value.bits()).isEqualTo(99);
    assertThat(value.paramType()).isEqualTo(6);
    assertThat(value.paramIndex()).as("the real index").isEqualTo(467);
    assertThat(value.paramCount()).isEqualTo(886);
    flight.set("MPC_XY_CRUISE", Double.NaN);
    assertThat(flight.px4().parameters().get("MPC_XY_CRUISE")).isNaN();
    flight.set("MPC_XY_CRUISE", 1e9);
    assertThat(flight.px4().parameters().get("MPC_XY_CRUISE")).isEqualTo(1e9);
  }

  @Test
  void o25_it_sends_commands_of_its_own_for_gimbal_and_camera() {
    Px4Flight flight = Px4Flight.ready();
    flight.takeOff(10);
    flight.forget();
    flight.mode(Px4Mode.LAND);
    flight.run(2.5);
    List<CommandLong> own = flight.all(CommandLong.class);
    assertThat(own)
        .extracting(command -> command.command().value())
        .containsExactly(1001, 1000, 1001, 1001, 1001, 1001);
    assertThat(own).extracting(CommandLong::confirmation).containsExactly(0, 0, 0, 1, 2, 3);
    assertThat(own).extracting(CommandLong::targetComponent).containsOnly(0);
    assertThat(own.get(2).param1()).isEqualTo(-3);
  }
}
