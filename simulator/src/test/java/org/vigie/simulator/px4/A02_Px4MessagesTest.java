package org.vigie.simulator.px4;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.MavlinkConnection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.mavlink.AvailableModes;
import org.vigie.simulator.mavlink.px4.BytewiseParamValue;
import org.vigie.simulator.mavlink.px4.CurrentMode;
import org.vigie.simulator.mavlink.px4.MissionProgress;
import org.vigie.simulator.mavlink.px4.OpaqueMissionAck;
import org.vigie.simulator.mavlink.px4.OpaqueMissionCount;
import org.vigie.simulator.mavlink.px4.ParamError;

/**
 * Messages that the library lacks, byte by byte as a real PX4 sent them (recordings p8, p11, p12).
 */
class A02_Px4MessagesTest {
  private static byte[] frame(Object message) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      MavlinkConnection.create(new ByteArrayInputStream(new byte[0]), out).send2(1, 1, message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** CRC-16/MCRF4XX over the frame without its marker, and the message's own byte. */
  private static int checksum(byte[] frame, int end, int extra) {
    int crc = 0xffff;
    for (int i = 1; i <= end; i++) {
      int value = i < end ? frame[i] & 0xff : extra;
      int mixed = (value ^ (crc & 0xff)) & 0xff;
      mixed = (mixed ^ (mixed << 4)) & 0xff;
      crc = ((crc >> 8) ^ (mixed << 8) ^ (mixed << 3) ^ (mixed >> 4)) & 0xffff;
    }
    return crc;
  }

  private static void sent(Object message, int id, int extra, String payload) {
    byte[] frame = frame(message);
    int length = frame[1] & 0xff;
    assertThat((frame[7] & 0xff) | (frame[8] & 0xff) << 8).isEqualTo(id);
    // PX4 leaves out zeros at the end, the library sends them; both may
    assertThat(HexFormat.of().formatHex(Arrays.copyOfRange(frame, 10, 10 + length)))
        .matches(payload + "(00)*");
    int crc = (frame[10 + length] & 0xff) | (frame[11 + length] & 0xff) << 8;
    assertThat(crc).isEqualTo(checksum(frame, 10 + length, extra));
  }

  @Test
  void plans_carry_their_ids() {
    sent(
        OpaqueMissionAck.builder()
            .targetSystem(255)
            .targetComponent(190)
            .opaqueId(2845428488L)
            .build(),
        47,
        153,
        "ffbe000008cb99a9");
    sent(
        OpaqueMissionCount.builder()
            .targetSystem(255)
            .targetComponent(190)
            .count(5)
            .opaqueId(2845428488L)
            .build(),
        44,
        221,
        "0500ffbe0008cb99a9");
    sent(
        MissionProgress.builder()
            .total(5)
            .missionState(3)
            .missionMode(1)
            .missionId(2845428488L)
            .build(),
        42,
        28,
        "00000500030108cb99a9");
  }

  @Test
  void modes_parameters_and_errors_look_like_the_recorded_ones() {
    sent(
        CurrentMode.builder()
            .standardMode(8)
            .customMode(33816576)
            .intendedCustomMode(33816576)
            .build(),
        436,
        193,
        "000004020000040208");
    sent(AvailableModes.of(26, 2, 131072, "", 4, 0), 435, 134, "00000200000000001a0204");
    sent(
        AvailableModes.of(26, 1, 65536, "Manual", 0, 1),
        435,
        134,
        "00000100010000001a01004d616e75616c");
    sent(
        ParamError.builder()
            .targetSystem(255)
            .targetComponent(190)
            .paramId("GF_ACTION")
            .paramIndex(24400)
            .error(7)
            .build(),
        345,
        209,
        "505fffbe47465f414354494f4e0000000000000007");
    sent(
        BytewiseParamValue.builder()
            .paramId("_HASH_CHECK")
            .bits(3565245009L)
            .paramType(5)
            .paramCount(886)
            .paramIndex(65535)
            .build(),
        22,
        220,
        "515281d47603ffff5f484153485f434845434b000000000005");
    // an integer that is a NaN as a float keeps its bits
    sent(
        BytewiseParamValue.builder()
            .paramId("X")
            .bits(0xffffffffL)
            .paramType(6)
            .paramCount(1)
            .build(),
        22,
        220,
        "ffffffff010000005800000000000000000000000000000006");
  }
}
