package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dronefleet.mavlink.common.AutopilotVersion;
import io.dronefleet.mavlink.common.CameraImageCaptured;
import io.dronefleet.mavlink.common.CameraInformation;
import io.dronefleet.mavlink.common.CameraSettings;
import io.dronefleet.mavlink.common.CommandAck;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.GimbalDeviceAttitudeStatus;
import io.dronefleet.mavlink.common.GimbalManagerInformation;
import io.dronefleet.mavlink.common.GimbalManagerStatus;
import io.dronefleet.mavlink.common.LogData;
import io.dronefleet.mavlink.common.LogEntry;
import io.dronefleet.mavlink.common.LogRequestData;
import io.dronefleet.mavlink.common.LogRequestList;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MavOdidArmStatus;
import io.dronefleet.mavlink.common.MavOdidIdType;
import io.dronefleet.mavlink.common.OpenDroneIdArmStatus;
import io.dronefleet.mavlink.common.OpenDroneIdBasicId;
import io.dronefleet.mavlink.common.OpenDroneIdOperatorId;
import io.dronefleet.mavlink.common.OpenDroneIdSelfId;
import io.dronefleet.mavlink.common.OpenDroneIdSystem;
import io.dronefleet.mavlink.common.ParamValue;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.util.EnumValue;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.world.Flavour;

/** Camera, gimbal, remote identification, logs, and the two versions of the firmware. */
@SuppressWarnings("deprecation") // the library marks the gimbal's messages so
class B07_PayloadTest {
  @Test
  void without_a_device_camera_and_gimbal_answer_as_recorded() {
    Flight flight = Flight.ready();
    assertThat(flight.command(1000, -30, 0)).as("FAILED").isEqualTo(4);
    assertThat(flight.command(2000, 0, 0, 1)).isEqualTo(4);
    assertThat(flight.command(203, 0, 0, 0, 0, 1)).as("ACCEPTED").isZero();
    assertThat(flight.command(521, 1)).as("UNSUPPORTED").isEqualTo(3);
    assertThat(flight.command(512, 259)).as("ACCEPTED, and nothing comes").isZero();
    assertThat(flight.find(CameraInformation.class)).isEmpty();
    assertThat(flight.command(512, 280)).isZero();
    assertThat(flight.find(GimbalManagerInformation.class)).isEmpty();
  }

  @Test
  void a_gimbal_points_where_it_is_told_and_says_so() {
    Flight flight = Flight.ready();
    flight.set("MNT1_TYPE", 1);
    assertThat(flight.command(512, 280)).isZero();
    assertThat(flight.last(GimbalManagerInformation.class).gimbalDeviceId()).isEqualTo(1);
    assertThat(flight.command(1001, -2, -2)).isZero();
    assertThat(flight.last(GimbalManagerStatus.class).primaryControlSysid()).isEqualTo(255);
    // 45 degrees down, nose to the right by 90, following the vehicle
    assertThat(flight.command(1000, -45, 90, Double.NaN, Double.NaN, 0, 0, 0)).isZero();
    flight.run(4);
    assertThat(Math.toDegrees(flight.copter().gimbal().pitchRad())).isCloseTo(-45, within(0.5));
    assertThat(Math.toDegrees(flight.copter().gimbal().yawFromNoseRad()))
        .isCloseTo(90, within(0.5));
    assertThat(flight.command(512, 285)).isZero();
    List<Float> q = flight.last(GimbalDeviceAttitudeStatus.class).q();
    // yaw 90 then pitch -45, multiplied by hand
    assertThat(q.get(0)).isCloseTo(0.6533f, within(0.01f));
    assertThat(q.get(1)).isCloseTo(0.2706f, within(0.01f));
    assertThat(q.get(2)).isCloseTo(-0.2706f, within(0.01f));
    assertThat(q.get(3)).isCloseTo(0.6533f, within(0.01f));
    assertThat(flight.command(1000, -45, 0, 0, 0, 0, 0, 7)).as("no such gimbal").isEqualTo(4);
  }

  @Test
  void a_camera_takes_pictures_zooms_and_tells() {
    Flight flight = Flight.ready();
    flight.set("CAM1_TYPE", 1);
    assertThat(flight.command(512, 259)).isZero();
    assertThat(flight.last(CameraInformation.class).resolutionH()).isEqualTo(1920);
    flight.forget();
    flight.say(series(3, 1));
    flight.run(5);
    assertThat(flight.all(CameraImageCaptured.class))
        .extracting(CameraImageCaptured::imageIndex)
        .containsExactly(0, 1, 2);
    assertThat(flight.command(531, 2, 50)).isZero();
    assertThat(flight.command(512, 260)).isZero();
    assertThat(flight.last(CameraSettings.class).zoomlevel()).isCloseTo(50, within(0.1f));
  }

  @Test
  void devices_that_speak_mavlink_themselves_are_components_and_others_the_autopilot() {
    Flight flight = Flight.ready();
    flight.set("CAM1_TYPE", 1);
    flight.set("MNT1_TYPE", 1);
    flight.forget();
    flight.run(2);
    assertThat(flight.speakers(Heartbeat.class)).containsExactly(1);
    flight.set("CAM1_TYPE", 6);
    flight.set("MNT1_TYPE", 6);
    flight.set("DID_ENABLE", 1);
    flight.forget();
    flight.run(2);
    assertThat(flight.speakers(Heartbeat.class)).containsExactlyInAnyOrder(1, 100, 154, 236);
    assertThat(flight.speakers(GimbalDeviceAttitudeStatus.class)).containsExactly(154);
    assertThat(flight.speakers(OpenDroneIdArmStatus.class)).containsExactly(236);
    flight.forget();
    flight.say(
        CommandLong.builder()
            .targetSystem(1)
            .targetComponent(100)
            .command(MavCmd.MAV_CMD_REQUEST_MESSAGE)
            .param1(259)
            .build());
    assertThat(flight.speakers(CameraInformation.class)).containsExactly(100);
    assertThat(flight.speakers(CommandAck.class)).containsExactly(100);
  }

  private static Object series(int count, double intervalS) {
    return CommandLong.builder()
        .targetSystem(1)
        .targetComponent(1)
        .command(EnumValue.create(MavCmd.class, 2000))
        .param2((float) intervalS)
        .param3(count)
        .build();
  }

  private static void identify(Flight flight) {
    flight.say(
        OpenDroneIdBasicId.builder()
            .targetSystem(1)
            .idType(MavOdidIdType.MAV_ODID_ID_TYPE_SERIAL_NUMBER)
            .idOrMac(new byte[20])
            .uasId("1787F04BM23010012345".getBytes(StandardCharsets.US_ASCII))
            .build());
    flight.say(
        OpenDroneIdOperatorId.builder()
            .targetSystem(1)
            .idOrMac(new byte[20])
            .operatorId("FRA87astrdge12k8")
            .build());
    flight.say(
        OpenDroneIdSelfId.builder()
            .targetSystem(1)
            .idOrMac(new byte[20])
            .description("Public safety")
            .build());
    flight.say(
        OpenDroneIdSystem.builder()
            .targetSystem(1)
            .idOrMac(new byte[20])
            .operatorLatitude(454390000)
            .operatorLongitude(43790000)
            .build());
  }

  @Test
  void remote_identification_keeps_it_on_the_ground_until_it_knows_its_operator() {
    Flight flight = Flight.ready();
    flight.mode(FlightMode.GUIDED);
    flight.set("DID_OPTIONS", 1);
    assertThat(flight.command(400, 1)).isEqualTo(4);
    assertThat(flight.texts()).contains("Arm: OpenDroneID: DID_ENABLE must be 1");
    flight.set("DID_ENABLE", 1);
    flight.forget();
    assertThat(flight.command(400, 1)).isEqualTo(4);
    assertThat(flight.texts()).contains("Arm: OpenDroneID: UA_TYPE required in BasicID");
    flight.run(1.2);
    assertThat(flight.last(OpenDroneIdArmStatus.class).status().entry())
        .isEqualTo(MavOdidArmStatus.MAV_ODID_ARM_STATUS_PRE_ARM_FAIL_GENERIC);
    identify(flight);
    flight.run(1.2);
    assertThat(flight.last(OpenDroneIdArmStatus.class).status().entry())
        .isEqualTo(MavOdidArmStatus.MAV_ODID_ARM_STATUS_GOOD_TO_ARM);
    flight.run(3);
    assertThat(flight.command(400, 1)).as("the operator's place is too old").isEqualTo(4);
    identify(flight);
    assertThat(flight.command(400, 1)).isZero();
  }

  /** Read by FMT records alone, as log viewers do; pymavlink's DFReader reads it as well. */
  private static Map<String, Integer> records(byte[] log) {
    ByteBuffer in = ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN);
    Map<Integer, Integer> lengths = new HashMap<>(Map.of(128, 89));
    Map<Integer, String> names = new HashMap<>(Map.of(128, "FMT"));
    Map<String, Integer> counts = new HashMap<>();
    int at = 0;
    while (at + 3 <= log.length) {
      assertThat(in.getShort(at) & 0xFFFF).as("head at " + at).isEqualTo(0x95A3);
      int type = log[at + 2] & 0xFF;
      assertThat(lengths).as("described before it is used").containsKey(type);
      if (type == 128) {
        lengths.put(log[at + 3] & 0xFF, log[at + 4] & 0xFF);
        names.put(
            log[at + 3] & 0xFF, new String(log, at + 5, 4, StandardCharsets.US_ASCII).strip());
      }
      counts.merge(names.getOrDefault(type, "?").replace("\0", ""), 1, Integer::sum);
      at += lengths.getOrDefault(type, log.length);
    }
    assertThat(at).isEqualTo(log.length);
    return counts;
  }

  @Test
  void the_log_of_a_flight_is_listed_downloaded_and_holds_what_was_flown() {
    Flight flight = Flight.ready();
    flight.takeOff(10);
    flight.mode(FlightMode.LAND);
    flight.until("disarming", 60, () -> !flight.copter().armed());
    flight.run(0.2);
    flight.forget();
    flight.say(LogRequestList.builder().targetSystem(1).targetComponent(1).end(65535).build());
    LogEntry entry = flight.last(LogEntry.class);
    assertThat(entry.numLogs()).isEqualTo(1);
    flight.forget();
    flight.say(
        LogRequestData.builder()
            .targetSystem(1)
            .targetComponent(1)
            .id(entry.id())
            .count(entry.size())
            .build());
    long parts = (entry.size() + 89) / 90;
    flight.until("all parts", 30, () -> flight.all(LogData.class).size() >= parts);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (LogData part : flight.all(LogData.class)) {
      assertThat(part.ofs()).isEqualTo(bytes.size());
      bytes.write(part.data(), 0, part.count());
    }
    assertThat(bytes.size()).isEqualTo((int) entry.size());
    Map<String, Integer> records = records(bytes.toByteArray());
    assertThat(records.get("PARM")).isEqualTo(flight.copter().parameters().list().size());
    assertThat(records.get("MODE")).isEqualTo(2);
    assertThat(records.get("ATT")).isGreaterThan(100);
    assertThat(records).containsKeys("GPS", "BAT", "MSG", "POS", "EV");
  }

  @Test
  void version_4_7_calls_and_scales_its_parameters_as_it_does_and_flies_the_same() {
    Flight flight = new Flight(42, Flavour.ARDUCOPTER_4_7);
    flight.run(10);
    assertThat(flight.command(512, 148)).isZero();
    assertThat(flight.last(AutopilotVersion.class).flightSwVersion() >> 16).isEqualTo(0x0407);
    assertThat(flight.copter().parameters().find("RTL_ALT")).isEmpty();
    assertThat(flight.copter().parameters().get("RTL_ALT_M")).isEqualTo(15);
    assertThat(flight.copter().parameters().get("WP_SPD")).isEqualTo(10);
    assertThat(flight.copter().parameters().get("ARMING_SKIPCHK")).isZero();
    assertThat(flight.copter().parameters().get("MAV_GCS_SYSID")).isEqualTo(255);
    flight.set("RTL_ALT_M", 25);
    flight.set("WP_SPD", 5);
    assertThat(flight.last(ParamValue.class).paramType().value()).isEqualTo(9);
    flight.takeOff(10);
    flight.reposition(0, 60, 10);
    flight.run(8);
    assertThat(flight.vehicle.body().velocity().horizontal()).isBetween(4.5, 5.5);
    flight.run(12);
    flight.mode(FlightMode.RTL);
    double[] top = {0};
    flight.until(
        "disarming",
        120,
        () -> {
          top[0] = Math.max(top[0], flight.at().up());
          return !flight.copter().armed();
        });
    assertThat(top[0]).isCloseTo(25, within(1.0));
  }

  @Test
  void checks_are_named_to_be_run_in_4_6_and_to_be_skipped_in_4_7() {
    for (Flavour firmware : List.of(Flavour.ARDUCOPTER_4_6, Flavour.ARDUCOPTER_4_7)) {
      Flight flight = new Flight(1, firmware);
      flight.run(10);
      flight.mode(FlightMode.GUIDED);
      flight.set("FENCE_ENABLE", 1);
      flight.set("FENCE_TYPE", 4);
      flight.run(0.2);
      assertThat(flight.command(400, 1)).isEqualTo(4);
      boolean old = firmware == Flavour.ARDUCOPTER_4_6;
      flight.set(old ? "ARMING_CHECK" : "ARMING_SKIPCHK", old ? 0 : -1);
      assertThat(flight.command(400, 1)).as(firmware.name()).isZero();
    }
  }
}
