package org.vigie.simulator.px4;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.AutopilotVersion;
import io.dronefleet.mavlink.common.CommandAck;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.Event;
import io.dronefleet.mavlink.common.HomePosition;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MavParamType;
import io.dronefleet.mavlink.common.MavResult;
import io.dronefleet.mavlink.common.MessageInterval;
import io.dronefleet.mavlink.common.OrbitExecutionStatus;
import io.dronefleet.mavlink.common.Ping;
import io.dronefleet.mavlink.common.Statustext;
import io.dronefleet.mavlink.common.Timesync;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavAutopilot;
import io.dronefleet.mavlink.minimal.MavState;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.px4.Px4Event;
import org.vigie.simulator.autopilot.px4.Px4Mode;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.mavlink.AvailableModes;
import org.vigie.simulator.mavlink.px4.BytewiseParamValue;
import org.vigie.simulator.mavlink.px4.CurrentMode;
import org.vigie.simulator.mavlink.px4.MissionProgress;
import org.vigie.simulator.mavlink.px4.ParamError;
import org.vigie.simulator.physics.Vec3;

/** Commands, modes, arming, parameters and requests: the PX4 half of the recorded observations. */
@SuppressWarnings("deprecation") // the library calls messages in the making deprecated
class B02_Px4CommandTest {
  /** Observation 1. */
  @Test
  void every_set_mode_is_answered_twice_and_the_second_answer_is_the_true_one() {
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

  /** Observation 2. */
  @Test
  void a_reposition_outside_the_fence_is_accepted_and_does_nothing() {
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

  /** Observation 3. */
  @Test
  void all_26_modes_come_when_index_0_is_asked_for() {
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

  /** Observation 3, recording p12. */
  @Test
  void requests_are_sent_or_denied_and_never_accepted_for_nothing() {
    Px4Flight flight = Px4Flight.ready();
    for (int id : new int[] {242, 148, 49, 436, 261, 264, 245, 33}) {
      flight.forget();
      assertThat(flight.command(512, id)).as("message %d", id).containsExactly(0);
      assertThat(flight.heard()).as("message %d", id).hasSize(2);
    }
    for (int id : new int[] {437, 259, 280, 42, 162, 9999}) {
      assertThat(flight.command(512, id)).as("message %d", id).containsExactly(2);
    }
    assertThat(flight.command(510, 33)).containsExactly(0);
    assertThat(flight.command(511, 33, 1000)).containsExactly(0);
    flight.command(510, 33);
    assertThat(flight.last(MessageInterval.class).intervalUs()).isEqualTo(1000);
    assertThat(flight.command(511, 9999, 100_000)).containsExactly(4);
    assertThat(flight.command(520, 1)).containsExactly(0);
    assertThat(flight.command(410)).containsExactly(0);
    assertThat(flight.command(31999)).containsExactly(3);
    assertThat(flight.command(2000, 0, 0, 1)).containsExactly(3);
  }

  /** Observation 4. */
  @Test
  void cameras_gimbals_and_components_that_are_not_there_do_not_answer() {
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

  /** Observation 7, recording p7. */
  @Test
  void a_take_off_while_disarmed_waits_and_idle_motors_stop_after_eleven_seconds() {
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

  /** Observation 23, recording p7. */
  @Test
  void a_refused_arming_is_generic_in_two_chunks_and_the_reason_is_an_event() {
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

  /** Numbers that PX4 computes from names, as recordings have them. */
  @Test
  void events_have_the_recorded_numbers() {
    assertThat(Px4Event.id("commander_armed_by")).isEqualTo(26266355);
    assertThat(Px4Event.id("commander_disarmed_by")).isEqualTo(32794487);
    assertThat(Px4Event.id("commander_failsafe_enter_hold")).isEqualTo(30481910);
    assertThat(Px4Event.id("commander_failsafe_enter")).isEqualTo(26528394);
    assertThat(Px4Event.id("vrtl_return_at")).isEqualTo(22161044);
    assertThat(Px4Event.id("commander_gcs_lost")).isEqualTo(27571288);
    assertThat(Px4Event.id("navigator_geofence_invalid_against_home")).isEqualTo(27750677);
    assertThat(Px4Event.id("mission_climb_before_start")).isEqualTo(24986204);
    assertThat(Px4Event.id("mavlink_mission_sync_timeout")).isEqualTo(31217896);
  }

  /** Observation 21, recording p10. */
  @Test
  void home_is_set_at_arming_at_take_off_where_it_lands_and_kept_when_commanded() {
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

  /** Observation 25, recording p8. */
  @Test
  void it_sends_commands_of_its_own_for_gimbal_and_camera() {
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

  /** Observation 24, recording p11. */
  @Test
  void parameters_want_their_own_type_and_are_stored_bit_by_bit() {
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

  /** Observation 24, recording p11. */
  @Test
  void the_list_begins_with_a_hash_that_is_not_counted() {
    Px4Flight flight = Px4Flight.ready();
    flight.say(
        io.dronefleet.mavlink.common.ParamRequestList.builder()
            .targetSystem(1)
            .targetComponent(1)
            .build());
    flight.run(1.2);
    List<BytewiseParamValue> values = flight.all(BytewiseParamValue.class);
    assertThat(values).hasSize(887);
    assertThat(values.get(0).paramId()).isEqualTo("_HASH_CHECK");
    assertThat(values.get(0).paramIndex()).isEqualTo(65535);
    assertThat(values.get(0).paramType()).isEqualTo(5);
    assertThat(values.get(0).bits())
        .isEqualTo(Integer.toUnsignedLong(flight.px4().parameters().hash()));
    assertThat(values).extracting(BytewiseParamValue::paramCount).containsOnly(886);
    int before = flight.px4().parameters().hash();
    flight.set("NAV_DLL_ACT", 2);
    assertThat(flight.px4().parameters().hash()).isNotEqualTo(before);
  }

  /** Recording p12. */
  @Test
  void pings_and_time_are_answered_and_the_version_is_binary() {
    Px4Flight flight = Px4Flight.ready();
    flight.say(Timesync.builder().ts1(123456789).build());
    Timesync time = flight.last(Timesync.class);
    assertThat(time.ts1()).isEqualTo(123456789);
    assertThat(time.tc1() / 1e9).isBetween(9.9, 10.2);
    flight.say(Ping.builder().timeUsec(BigInteger.ONE).seq(7).build());
    assertThat(flight.last(Ping.class).targetSystem()).isEqualTo(255);
    flight.command(512, 148);
    AutopilotVersion version = flight.last(AutopilotVersion.class);
    assertThat(version.flightCustomVersion())
        .as("git hash, last byte first, as p12 has it")
        .isEqualTo(HexFormat.of().parseHex("000000fdafd6de59"));
    assertThat(version.flightSwVersion()).isEqualTo(0x01110040L);
    flight.run(11);
    assertThat(flight.last(Ping.class).targetSystem()).as("its own").isZero();
    assertThat(flight.last(Heartbeat.class).autopilot().entry())
        .isEqualTo(MavAutopilot.MAV_AUTOPILOT_PX4);
  }

  /** Recording p8. */
  @Test
  void an_orbit_goes_round_and_says_so() {
    Px4Flight flight = Px4Flight.ready();
    flight.takeOff(20);
    flight.forget();
    assertThat(flight.commandInt(34, 20, 4, 0, 0, 40, 550)).containsExactly(0);
    flight.run(1.1);
    Heartbeat heartbeat = flight.last(Heartbeat.class);
    assertThat(heartbeat.customMode()).isEqualTo(3L << 16 | 1L << 24);
    assertThat(heartbeat.baseMode().value()).isEqualTo(145);
    assertThat(flight.last(OrbitExecutionStatus.class).radius()).isEqualTo(20);
    flight.until("the circle", 30, () -> flight.at().north() > 40);
    double[] off = {0};
    double turnS =
        flight.until(
            "round again",
            60,
            () -> {
              double radius = flight.at().minus(new Vec3(0, 40, 20)).horizontal();
              off[0] = Math.max(off[0], Math.abs(radius - 20));
              return flight.at().east() > 0 && flight.at().north() > 60 - 1;
            });
    assertThat(off[0]).as("p8 keeps within 1.3 m").isLessThan(2);
    assertThat(turnS).isGreaterThan(5);
    assertThat(flight.command(178, 1, 3, -1)).containsExactly(0);
    assertThat(flight.command(186, 555, 0)).containsExactly(0);
    flight.run(8);
    assertThat(flight.at().up()).isBetween(24.0, 26.0);
    assertThat(flight.command(197)).containsExactly(0);
  }

  /** Observation 14 and recording p8. */
  @Test
  void reached_items_are_told_about_ten_times_and_the_mission_says_how_it_stands() {
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
    assertThat(loaded.missionId()).isEqualTo(flight.px4().slot(mission()).id()).isPositive();
    flight.mode(Px4Mode.MISSION);
    flight.run(0.5);
    flight.command(400, 1);
    flight.until("the first leg", 40, () -> flight.px4().missionIndex() == 1);
    flight.run(15);
    long told =
        flight.all(io.dronefleet.mavlink.common.MissionItemReached.class).stream()
            .filter(item -> item.seq() == 0)
            .count();
    assertThat(told).isBetween(10L, 12L);
    assertThat(flight.last(MissionProgress.class).missionState()).as("active").isEqualTo(3);
    flight.mode(Px4Mode.HOLD);
    flight.run(1.1);
    assertThat(flight.last(MissionProgress.class).missionState()).as("paused").isEqualTo(4);
    flight.say(
        io.dronefleet.mavlink.common.MissionSetCurrent.builder()
            .targetSystem(1)
            .targetComponent(1)
            .seq(50)
            .build());
    assertThat(flight.texts()).contains("WPM: WP CURR CMD: Not in list");
    assertThat(flight.mode(Px4Mode.MISSION)).containsExactly(0, 0);
    assertThat(flight.px4().missionIndex()).as("it goes on where it was").isEqualTo(1);
    assertThat(flight.command(300, 0)).containsExactly(0);
    assertThat(flight.px4().missionIndex()).as("p8: MISSION_START begins anew").isZero();
    flight.run(2.5);
    assertThat(flight.last(CurrentMode.class).customMode()).isEqualTo(Px4Mode.MISSION.customMode());
  }

  private static org.vigie.simulator.autopilot.px4.ItemSlot.Type mission() {
    return org.vigie.simulator.autopilot.px4.ItemSlot.Type.MISSION;
  }

  /** Arm authorisation, which only PX4 has. */
  @Test
  void arming_can_be_made_to_wait_for_another_system() {
    Px4Flight flight = Px4Flight.ready();
    flight.set("COM_ARM_AUTH_REQ", 1);
    flight.forget();
    assertThat(flight.command(400, 1)).as("no answer yet").isEmpty();
    CommandLong request = flight.last(CommandLong.class);
    assertThat(request.command().value()).isEqualTo(3001);
    assertThat(request.targetSystem()).isEqualTo(10);
    assertThat(request.param1()).isEqualTo(1);
    flight.run(1.3);
    assertThat(flight.last(CommandAck.class).result().entry())
        .isEqualTo(MavResult.MAV_RESULT_TEMPORARILY_REJECTED);
    assertThat(flight.texts()).contains("Arm auth: No response");

    flight.command(400, 1);
    flight.say(Px4Flight.LINK, 11, authorisation(MavResult.MAV_RESULT_ACCEPTED));
    assertThat(flight.px4().armed()).as("somebody else's word").isFalse();
    flight.say(Px4Flight.LINK, 10, authorisation(MavResult.MAV_RESULT_ACCEPTED));
    assertThat(flight.px4().armed()).isTrue();
    assertThat(flight.last(CommandAck.class).result().entry())
        .isEqualTo(MavResult.MAV_RESULT_ACCEPTED);
  }

  private static CommandAck authorisation(MavResult result) {
    return CommandAck.builder()
        .command(MavCmd.MAV_CMD_ARM_AUTHORIZATION_REQUEST)
        .result(result)
        .targetSystem(1)
        .targetComponent(1)
        .build();
  }

  /** Recording p14: the answer goes to nobody. */
  @Test
  void a_motor_failure_is_acknowledged_to_nobody_and_changes_nothing() {
    Px4Flight flight = Px4Flight.ready();
    flight.takeOff(10);
    flight.forget();
    assertThat(flight.command(420, 103, 1, 1)).isEmpty();
    assertThat(flight.command(420, 101, 1, 1)).containsExactly(0);
    assertThat(flight.last(CommandAck.class).targetSystem()).isZero();
    flight.run(3);
    assertThat(flight.at().up()).isGreaterThan(9);
  }
}
