package org.vigie.simulator.px4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dronefleet.mavlink.common.CameraImageCaptured;
import io.dronefleet.mavlink.common.CameraInformation;
import io.dronefleet.mavlink.common.CommandAck;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.GimbalDeviceAttitudeStatus;
import io.dronefleet.mavlink.common.GimbalDeviceInformation;
import io.dronefleet.mavlink.common.GimbalManagerInformation;
import io.dronefleet.mavlink.common.GimbalManagerSetPitchyaw;
import io.dronefleet.mavlink.common.GimbalManagerStatus;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MavOdidArmStatus;
import io.dronefleet.mavlink.common.MavOdidIdType;
import io.dronefleet.mavlink.common.OpenDroneIdArmStatus;
import io.dronefleet.mavlink.common.OpenDroneIdBasicId;
import io.dronefleet.mavlink.common.OpenDroneIdOperatorId;
import io.dronefleet.mavlink.common.OpenDroneIdSelfId;
import io.dronefleet.mavlink.common.OpenDroneIdSystem;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavType;
import io.dronefleet.mavlink.util.EnumValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.gimbal.Gimbal;
import org.vigie.simulator.autopilot.px4.Px4Mode;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.mavlink.VideoStream;
import org.vigie.simulator.mavlink.VideoStreamMessage;

/** Camera, gimbal and remote identification of a PX4: components 100, 154 and 236. */
@SuppressWarnings("deprecation") // the library marks the gimbal's messages so
class B07_Px4PayloadTest {
  private static Set<Integer> speakers(Px4Flight flight, Class<?> type) {
    return flight.heard().stream()
        .filter(one -> type.isInstance(one.payload()))
        .map(Px4Flight.Heard::componentId)
        .collect(Collectors.toSet());
  }

  private static void order(Px4Flight flight, int component, int command, double... params) {
    float[] p = new float[7];
    for (int i = 0; i < params.length; i++) {
      p[i] = (float) params[i];
    }
    flight.say(
        CommandLong.builder()
            .targetSystem(1)
            .targetComponent(component)
            .command(EnumValue.create(MavCmd.class, command))
            .param1(p[0])
            .param2(p[1])
            .param3(p[2])
            .param4(p[3])
            .param5(p[4])
            .param6(p[5])
            .param7(p[6])
            .build());
  }

  private static MavType type(Px4Flight flight, int component) {
    return flight.heard().stream()
        .filter(one -> one.componentId() == component && one.payload() instanceof Heartbeat)
        .map(one -> ((Heartbeat) one.payload()).type().entry())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void each_device_beats_as_its_own_component_once_it_is_fitted_and_not_before() {
    Px4Flight flight = Px4Flight.ready();
    flight.run(1.2);
    assertThat(speakers(flight, Heartbeat.class)).containsExactly(1);
    flight.set("TRIG_MODE", 4);
    flight.set("MNT_MODE_IN", 4);
    flight.set("COM_ARM_ODID", 1);
    flight.forget();
    flight.run(3.1);
    assertThat(speakers(flight, Heartbeat.class)).containsExactlyInAnyOrder(1, 100, 154, 236);
    assertThat(type(flight, 100)).isEqualTo(MavType.MAV_TYPE_CAMERA);
    assertThat(type(flight, 154)).isEqualTo(MavType.MAV_TYPE_GIMBAL);
    assertThat(type(flight, 236)).isEqualTo(MavType.MAV_TYPE_ODID);
    assertThat(flight.heard().stream().filter(one -> one.componentId() == 100)).hasSize(3);
    assertThat(speakers(flight, GimbalDeviceAttitudeStatus.class)).containsExactly(154);
    assertThat(speakers(flight, OpenDroneIdArmStatus.class)).containsExactly(236);
    assertThat(speakers(flight, GimbalManagerStatus.class)).containsExactly(1);
  }

  @Test
  void a_camera_answers_for_itself_and_the_autopilot_stays_silent() {
    Px4Flight flight = Px4Flight.ready();
    flight.set("TRIG_MODE", 4);
    flight.forget();
    order(flight, 100, 512, 259);
    assertThat(speakers(flight, CommandAck.class)).containsExactly(100);
    assertThat(speakers(flight, CameraInformation.class)).containsExactly(100);
    assertThat(flight.last(CommandAck.class).result().value()).isZero();
    flight.forget();
    order(flight, 100, 2000, 0, 0.5, 3);
    flight.run(4);
    assertThat(flight.all(CameraImageCaptured.class))
        .extracting(CameraImageCaptured::imageIndex)
        .containsExactly(0, 1, 2);
    assertThat(speakers(flight, CameraImageCaptured.class)).containsExactly(100);
    order(flight, 100, 400, 1);
    assertThat(flight.last(CommandAck.class).result().value())
        .as("a camera is not armed")
        .isEqualTo(3);
    assertThat(flight.px4().armed()).isFalse();
    assertThat(flight.command(203, 0, 0, 0, 0, 1)).as("the trigger").containsExactly(0);
    assertThat(flight.command(512, 259)).as("asked of the autopilot").containsExactly(2);
    assertThat(flight.command(2000, 0, 0, 1)).as("asked of the autopilot").containsExactly(3);
  }

  @Test
  void a_camera_whose_pictures_can_be_had_is_fitted_and_names_each_stream() {
    Px4Flight flight = Px4Flight.ready();
    VideoStream wide =
        new VideoStream(
            VideoStream.Carrier.RTSP, "wide", "rtsp://10.0.0.1/a", 640, 480, 25, 9, 70, true);
    VideoStream tele =
        new VideoStream(
            VideoStream.Carrier.RTSP, "tele", "rtsp://10.0.0.1/b", 640, 480, 25, 9, 10, true);
    flight.vehicle.autopilot().video(List.of(() -> wide, () -> tele));
    flight.forget();
    order(flight, 100, 512, 269, 0);
    assertThat(flight.all(VideoStreamMessage.class))
        .extracting(VideoStreamMessage::uri)
        .containsExactly("rtsp://10.0.0.1/a", "rtsp://10.0.0.1/b");
    assertThat(speakers(flight, VideoStreamMessage.class)).containsExactly(100);
    flight.forget();
    order(flight, 100, 512, 269, 2);
    assertThat(flight.last(VideoStreamMessage.class).uri()).isEqualTo("rtsp://10.0.0.1/b");
    order(flight, 100, 512, 269, 3);
    assertThat(flight.last(CommandAck.class).result().value()).as("no third").isEqualTo(3);
  }

  @Test
  void a_gimbal_obeys_only_who_has_taken_its_control() {
    Px4Flight flight = Px4Flight.ready();
    flight.set("MNT_MODE_IN", 4);
    flight.forget();
    assertThat(flight.command(512, 280)).containsExactly(0);
    assertThat(flight.last(GimbalManagerInformation.class).gimbalDeviceId()).isEqualTo(154);
    assertThat(speakers(flight, GimbalManagerInformation.class)).containsExactly(1);
    double nan = Double.NaN;
    assertThat(flight.command(1000, -45, 90, nan, nan, 0, 0, 0)).as("denied").containsExactly(2);
    assertThat(flight.command(1001, 255, 190)).containsExactly(0);
    assertThat(flight.last(GimbalManagerStatus.class).primaryControlSysid()).isEqualTo(255);
    assertThat(flight.command(1000, -45, 90, nan, nan, 0, 0, 0)).containsExactly(0);
    flight.run(4);
    Gimbal gimbal = flight.px4().gimbal();
    assertThat(Math.toDegrees(gimbal.pitchRad())).isCloseTo(-45, within(0.5));
    assertThat(Math.toDegrees(gimbal.yawFromNoseRad())).isCloseTo(90, within(0.5));
    // another station's stream is left alone
    flight.say(Px4Flight.LINK, 254, aim(-1.2f));
    flight.run(3);
    assertThat(Math.toDegrees(gimbal.pitchRad())).isCloseTo(-45, within(0.5));
    flight.say(Px4Flight.LINK, 255, aim(-1.2f));
    flight.run(3);
    assertThat(gimbal.pitchRad()).isCloseTo(-1.2, within(0.01));
    assertThat(flight.command(1001, -2, -2)).as("which PX4 takes for itself").containsExactly(0);
    assertThat(flight.last(GimbalManagerStatus.class).primaryControlSysid()).isEqualTo(1);
    order(flight, 154, 512, 283);
    assertThat(speakers(flight, GimbalDeviceInformation.class)).containsExactly(154);
    assertThat(flight.command(205, -30, 0, 0, 0, 0, 0, 2)).as("mount control").containsExactly(0);
    flight.run(3);
    assertThat(Math.toDegrees(gimbal.pitchRad())).isCloseTo(-30, within(0.5));
  }

  private static GimbalManagerSetPitchyaw aim(float pitch) {
    return GimbalManagerSetPitchyaw.builder()
        .targetSystem(1)
        .targetComponent(1)
        .gimbalDeviceId(154)
        .pitch(pitch)
        .yaw(0)
        .pitchRate(Float.NaN)
        .yawRate(Float.NaN)
        .build();
  }

  /** Bearing and depression of a place from where the craft is, by plane trigonometry. */
  private static void looksAt(Px4Flight flight, double east, double north, double up) {
    double dEast = east - flight.at().east();
    double dNorth = north - flight.at().north();
    double dUp = up - flight.at().up();
    Gimbal gimbal = flight.px4().gimbal();
    double bearing = Math.toDegrees(Math.atan2(dEast, dNorth));
    double error = Math.IEEEremainder(Math.toDegrees(gimbal.yawRad()) - bearing, 360);
    assertThat(error).isCloseTo(0, within(1.5));
    assertThat(Math.toDegrees(gimbal.pitchRad()))
        .isCloseTo(Math.toDegrees(Math.atan2(dUp, Math.hypot(dEast, dNorth))), within(1.5));
  }

  @Test
  void a_region_of_interest_aims_it_by_command_and_in_a_mission_and_none_lets_it_go() {
    Px4Flight flight = Px4Flight.ready();
    flight.set("MNT_MODE_IN", 4);
    flight.takeOff(20);
    assertThat(flight.commandInt(195, 0, 0, 0, 40, -30, 530)).containsExactly(0);
    flight.run(5);
    looksAt(flight, 40, -30, 0);
    assertThat(flight.command(197)).containsExactly(0);
    flight.run(5);
    assertThat(flight.px4().gimbal().pitchRad()).isCloseTo(Gimbal.LEVEL_PITCH_RAD, within(0.02));

    flight.upload(
        0,
        List.of(
            flight.mission(Commands.NAV_WAYPOINT, 0, 30, 20),
            flight.mission(Commands.DO_SET_ROI_LOCATION, 50, 80, 0),
            flight.mission(Commands.NAV_WAYPOINT, 0, 100, 20),
            flight.order(Commands.DO_SET_ROI_NONE),
            flight.mission(Commands.NAV_WAYPOINT, 0, 200, 20)));
    flight.run(0.5);
    flight.mode(Px4Mode.MISSION);
    flight.until("on the leg", 60, () -> flight.at().north() > 70);
    looksAt(flight, 50, 80, 0);
    flight.until("past it", 60, () -> flight.at().north() > 150);
    assertThat(flight.px4().gimbal().pitchRad()).isCloseTo(Gimbal.LEVEL_PITCH_RAD, within(0.02));
  }

  @Test
  void a_mission_takes_pictures_and_says_its_command_once_when_a_camera_takes_it() {
    for (boolean fitted : new boolean[] {true, false}) {
      Px4Flight flight = Px4Flight.ready();
      flight.set("TRIG_MODE", fitted ? 4 : 0);
      flight.upload(
          0,
          List.of(
              flight.mission(Commands.NAV_TAKEOFF, 0, 0, 10),
              flight.order(2000).param3(1),
              flight.mission(Commands.NAV_WAYPOINT, 0, 100, 10)));
      flight.mode(Px4Mode.MISSION);
      flight.run(0.5);
      flight.command(400, 1);
      flight.forget();
      flight.until("the leg", 60, () -> flight.px4().missionIndex() == 2);
      flight.run(4);
      long said =
          flight.all(CommandLong.class).stream()
              .filter(command -> command.command().value() == 2000)
              .count();
      assertThat(said).isEqualTo(fitted ? 1 : 4);
      assertThat(flight.all(CameraImageCaptured.class)).hasSize(fitted ? 1 : 0);
    }
  }

  private static void identify(Px4Flight flight) {
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
    operator(flight);
  }

  private static void operator(Px4Flight flight) {
    flight.say(
        OpenDroneIdSystem.builder()
            .targetSystem(1)
            .idOrMac(new byte[20])
            .operatorLatitude(454390000)
            .operatorLongitude(43790000)
            .build());
  }

  @Test
  void remote_identification_keeps_it_on_the_ground_from_com_arm_odid_2_and_only_warns_at_1() {
    Px4Flight flight = Px4Flight.ready();
    flight.set("COM_ARM_ODID", 2);
    assertThat(flight.command(400, 1)).containsExactly(1);
    assertThat(flight.texts())
        .contains(
            "Preflight Fail: Open Drone ID system not ready",
            "Arming denied: Resolve system health failures first");
    flight.run(1.2);
    assertThat(flight.last(OpenDroneIdArmStatus.class).status().entry())
        .isEqualTo(MavOdidArmStatus.MAV_ODID_ARM_STATUS_PRE_ARM_FAIL_GENERIC);
    identify(flight);
    flight.run(1.2);
    assertThat(flight.last(OpenDroneIdArmStatus.class).status().entry())
        .isEqualTo(MavOdidArmStatus.MAV_ODID_ARM_STATUS_GOOD_TO_ARM);
    assertThat(flight.command(400, 1)).containsExactly(0);

    Px4Flight warned = Px4Flight.ready();
    warned.set("COM_ARM_ODID", 1);
    assertThat(warned.command(400, 1)).containsExactly(0);
    assertThat(warned.texts()).contains("Preflight Fail: Open Drone ID system not ready");
  }

  @Test
  void an_operator_who_falls_silent_in_flight_brings_it_home_at_com_arm_odid_3() {
    Px4Flight flight = Px4Flight.ready();
    flight.set("COM_ARM_ODID", 3);
    identify(flight);
    flight.everyTurn = () -> operator(flight);
    flight.takeOff(20);
    flight.everyTurn = () -> {};
    // three seconds until it is missed, five of hold
    assertThat(flight.untilMode(Px4Mode.RTL, 12)).isBetween(7.5, 9.0);
  }
}
