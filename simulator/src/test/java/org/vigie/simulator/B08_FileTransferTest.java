package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.FileTransferProtocol;
import io.dronefleet.mavlink.common.ParamRequestList;
import io.dronefleet.mavlink.common.ParamValue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.mavlink.Autopilot;
import org.vigie.simulator.physics.AirframeReader;
import org.vigie.simulator.world.Flavour;
import org.vigie.simulator.world.SimulatedVehicle;
import org.vigie.simulator.world.VehicleSetup;
import org.vigie.simulator.world.World;

/** MAVLink FTP of both personalities: an empty card, each question answered at once. */
class B08_FileTransferTest {
  private static final int ACK = 128;
  private static final int NAK = 129;

  private record Answer(int sequence, int session, int opcode, int asked, int size, int code) {}

  private static SimulatedVehicle vehicle(Flavour flavour) throws Exception {
    World world =
        new World(
            java.time.Instant.parse("2026-11-24T13:00:00Z"),
            1,
            place -> java.util.Optional.empty());
    SimulatedVehicle vehicle =
        world.add(
            new VehicleSetup(
                "v", 1, flavour, AirframeReader.shipped("quad-4kg"), new LatLon(45, 4), 500, 0));
    vehicle.autopilot().open(0);
    vehicle.autopilot().poll();
    return vehicle;
  }

  private static FileTransferProtocol question(
      int sequence, int session, int opcode, int offset, String path, int target) {
    byte[] data = path.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(251).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putShort((short) sequence).put((byte) session).put((byte) opcode);
    bytes.put((byte) data.length).put((byte) 0).put((byte) 0).put((byte) 0).putInt(offset);
    bytes.put(data);
    return FileTransferProtocol.builder()
        .targetSystem(target)
        .targetComponent(1)
        .payload(bytes.array())
        .build();
  }

  private static List<Answer> ask(SimulatedVehicle vehicle, Object question) {
    vehicle.autopilot().receive(0, new Autopilot.Received(255, 190, question));
    List<Answer> answers = new ArrayList<>();
    for (Autopilot.Outgoing out : vehicle.autopilot().poll()) {
      if (out.payload() instanceof FileTransferProtocol ftp) {
        assertThat(ftp.targetSystem()).isEqualTo(255);
        assertThat(ftp.targetComponent()).isEqualTo(190);
        assertThat(out.componentId()).isEqualTo(1);
        ByteBuffer bytes = ByteBuffer.wrap(ftp.payload()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.capacity()).isEqualTo(251);
        answers.add(
            new Answer(
                bytes.getShort(0) & 0xFFFF,
                bytes.get(2),
                bytes.get(3) & 0xFF,
                bytes.get(5),
                bytes.get(4),
                bytes.get(12)));
      }
    }
    return answers;
  }

  @ParameterizedTest
  @EnumSource(Flavour.class)
  void a_station_that_asks_for_the_parameter_file_first_hears_no_at_once_and_asks_for_the_list(
      Flavour flavour) throws Exception {
    SimulatedVehicle vehicle = vehicle(flavour);
    // as QGroundControl begins: nothing left open, then the packed parameters
    assertThat(ask(vehicle, question(0, 0, 2, 0, "", 1)))
        .containsExactly(new Answer(1, 0, ACK, 2, 0, 0));
    assertThat(ask(vehicle, question(1, 0, 4, 0, "@PARAM/param.pck", 1)))
        .containsExactly(new Answer(2, 0, NAK, 4, 1, 10));
    vehicle
        .autopilot()
        .receive(
            0,
            new Autopilot.Received(
                255, 190, ParamRequestList.builder().targetSystem(1).targetComponent(1).build()));
    for (int i = 0; i < 40; i++) {
      vehicle.autopilot().controller().step(vehicle.autopilot().controller().sensors());
    }
    assertThat(
            vehicle.autopilot().poll().stream()
                .map(out -> out.payload().getClass().getSimpleName()))
        .containsAnyOf("ParamValue", "BytewiseParamValue");
  }

  @ParameterizedTest(name = "opcode {0} of \"{1}\" is refused with {2}")
  @CsvSource({
    "1, '', 4", // terminate: no such session
    "3, /, 6", // list: the card is empty
    "3, '', 6",
    "3, /fs/microsd, 10", // list: no such folder
    "4, /etc/extras/actuators.json.xz, 10", // open
    "5, '', 4", // read
    "6, /new, 1", // create
    "7, x, 4", // write
    "8, /a, 10", // remove
    "13, /a, 10", // rename
    "14, /a, 10", // checksum
    "15, '', 4", // burst
    "99, '', 7" // unknown
  })
  void what_an_empty_card_cannot_do_is_refused_by_its_reason(int opcode, String path, int code)
      throws Exception {
    SimulatedVehicle vehicle = vehicle(Flavour.PX4_1_17);
    assertThat(ask(vehicle, question(65535, 3, opcode, 7, path, 1)))
        .as("the sequence number wraps")
        .containsExactly(new Answer(0, 3, NAK, opcode, 1, code));
  }

  @Test
  void the_same_question_gets_the_same_answer_and_answers_and_others_questions_none()
      throws Exception {
    SimulatedVehicle vehicle = vehicle(Flavour.ARDUCOPTER_4_6);
    FileTransferProtocol list = question(9, 0, 3, 0, "/", 1);
    assertThat(ask(vehicle, list)).isEqualTo(ask(vehicle, list)).hasSize(1);
    assertThat(ask(vehicle, question(9, 0, ACK, 0, "/", 1))).isEmpty();
    assertThat(ask(vehicle, question(9, 0, NAK, 0, "/", 1))).isEmpty();
    assertThat(ask(vehicle, question(9, 0, 3, 0, "/", 7))).as("for another system").isEmpty();
    byte[] tooLong = new byte[251];
    tooLong[3] = 4;
    tooLong[4] = (byte) 250;
    FileTransferProtocol bad =
        FileTransferProtocol.builder().targetSystem(1).targetComponent(1).payload(tooLong).build();
    assertThat(ask(vehicle, bad)).containsExactly(new Answer(1, 0, NAK, 4, 1, 3));
  }

  /** ParamValue is what the check above means to find in an ArduCopter. */
  @Test
  void a_single_parameter_is_told_while_files_are_refused() throws Exception {
    SimulatedVehicle vehicle = vehicle(Flavour.ARDUCOPTER_4_6);
    ask(vehicle, question(0, 0, 4, 0, "@PARAM/param.pck", 1));
    vehicle
        .autopilot()
        .receive(
            0,
            new Autopilot.Received(
                255,
                190,
                io.dronefleet.mavlink.common.ParamRequestRead.builder()
                    .targetSystem(1)
                    .targetComponent(1)
                    .paramId("RTL_ALT")
                    .paramIndex(-1)
                    .build()));
    assertThat(vehicle.autopilot().poll())
        .anyMatch(
            out -> out.payload() instanceof ParamValue value && value.paramId().equals("RTL_ALT"));
  }
}
