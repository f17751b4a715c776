package org.vigie.simulator.px4;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.AutopilotVersion;
import io.dronefleet.mavlink.common.CommandAck;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MavResult;
import io.dronefleet.mavlink.common.MessageInterval;
import io.dronefleet.mavlink.common.OrbitExecutionStatus;
import io.dronefleet.mavlink.common.Ping;
import io.dronefleet.mavlink.common.Timesync;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavAutopilot;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.px4.Px4Event;
import org.vigie.simulator.mavlink.px4.BytewiseParamValue;
import org.vigie.simulator.physics.Vec3;

/** Commands, modes, arming, parameters and requests: the PX4 half of the recorded observations. */
@SuppressWarnings("deprecation") // the library calls messages in the making deprecated
class B02_Px4CommandTest {
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
    assertThat(version.flightSwVersion()).isEqualTo(0x011100FFL);
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
