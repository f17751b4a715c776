package org.vigie.simulator.net.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.MavlinkConnection;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Packets in streams that are cut anywhere and hold anything; the MAVLink library is the oracle.
 */
class FrameReaderTest {
  /** HEARTBEAT of a station, sequence 7, computed by another program. */
  private static final String V2 = "fd09000007ffbe000000000000000608000403";

  /** Knows HEARTBEAT and nothing else. @source MAVLink minimal.xml: CRC_EXTRA 50 */
  private static final Extras HEARTBEAT = id -> id == 0 ? 50 : Extras.UNKNOWN;

  private static byte[] heartbeats(int count, boolean old) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MavlinkConnection library =
        MavlinkConnection.create(new ByteArrayInputStream(new byte[0]), out);
    for (int i = 0; i < count; i++) {
      Heartbeat message =
          Heartbeat.builder().type(MavType.MAV_TYPE_GCS).customMode(i).mavlinkVersion(3).build();
      if (old) {
        library.send1(255, 190, message);
      } else {
        library.send2(255, 190, message);
      }
    }
    return out.toByteArray();
  }

  private static List<Frame> read(FrameReader[] reader, byte[] bytes, SplittableRandom cuts) {
    List<Frame> found = new ArrayList<>();
    reader[0] = new FrameReader(HEARTBEAT, found::add);
    int at = 0;
    while (at < bytes.length) {
      int part = Math.min(bytes.length - at, 1 + cuts.nextInt(90));
      reader[0].read(ByteBuffer.wrap(bytes, at, part));
      at += part;
    }
    reader[0].end();
    return found;
  }

  @Test
  void packets_of_both_versions_come_out_of_a_stream_cut_anywhere() throws Exception {
    FrameReader[] reader = new FrameReader[1];
    for (boolean old : new boolean[] {false, true}) {
      List<Frame> found = read(reader, heartbeats(300, old), new SplittableRandom(1));
      assertThat(found).hasSize(300);
      for (int i = 0; i < 300; i++) {
        Frame frame = found.get(i);
        assertThat(frame.version()).isEqualTo(old ? 1 : 2);
        assertThat(frame.sequence()).isEqualTo(i & 0xFF);
        assertThat(frame.systemId()).isEqualTo(255);
        assertThat(frame.componentId()).isEqualTo(190);
        assertThat(frame.messageId()).isZero();
        assertThat(frame.payloadAt(0) | frame.payloadAt(1) << 8).isEqualTo(i);
        assertThat(frame.payloadAt(4)).isEqualTo(6);
      }
      assertThat(reader[0].garbageBytes()).isZero();
    }
  }

  @Test
  void garbage_between_packets_hides_none_of_them() throws Exception {
    SplittableRandom random = new SplittableRandom(2);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    int noise = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] garbage = new byte[random.nextInt(40)];
      random.nextBytes(garbage);
      stream.write(garbage);
      noise += garbage.length;
      stream.write(heartbeats(1, i % 2 == 0));
    }
    FrameReader[] reader = new FrameReader[1];
    List<Frame> found = read(reader, stream.toByteArray(), random);
    // noise that looks like the head of an unknown message may swallow what follows, seldom
    assertThat(found.size()).isGreaterThan(1_990);
    assertThat(reader[0].garbageBytes()).isBetween(noise * 9L / 10, (long) noise + 500);
  }

  @Test
  void a_wrong_checksum_is_counted_and_the_next_packet_is_read() throws Exception {
    byte[] two = heartbeats(2, false);
    two[12] ^= 1;
    FrameReader[] reader = new FrameReader[1];
    List<Frame> found = read(reader, two, new SplittableRandom(3));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).sequence()).isEqualTo(1);
    assertThat(reader[0].badChecksums()).isEqualTo(1);
    assertThat(reader[0].garbageBytes()).isEqualTo(two.length / 2);
  }

  @Test
  void a_message_of_another_dialect_is_counted_and_is_no_garbage() throws Exception {
    byte[] message = heartbeats(3, false);
    message[message.length / 3 + 7] = 99; // the second is another message
    FrameReader[] reader = new FrameReader[1];
    assertThat(read(reader, message, new SplittableRandom(4))).hasSize(2);
    assertThat(reader[0].unknown()).isEqualTo(1);
    assertThat(reader[0].garbageBytes()).isZero();
  }

  @Test
  void written_packets_are_those_of_an_independent_implementation() {
    // custom_mode 0, type 6, autopilot 8, base_mode 0, system_status 4, mavlink_version 3
    Payload payload = new Payload(0, 50, new byte[] {0, 0, 0, 0, 6, 8, 0, 4, 3}, 9);
    assertThat(HexFormat.of().formatHex(eighth(payload, 2).bytes())).isEqualTo(V2 + "7efa");
    assertThat(HexFormat.of().formatHex(eighth(payload, 1).bytes()))
        .isEqualTo("fe0907ffbe00000000000608000403ce51");
  }

  /** Sequence numbers count from 0. */
  private static Frame eighth(Payload payload, int version) {
    FrameWriter writer = new FrameWriter(255, 190);
    for (int i = 0; i < 7; i++) {
      writer.frame(payload, version, Optional.empty());
    }
    return writer.frame(payload, version, Optional.empty()).orElseThrow();
  }

  @Test
  void zeroes_at_the_end_are_left_off_by_version_2_and_sent_by_version_1() {
    Payload payload = new Payload(0, 50, new byte[9], 9);
    FrameWriter writer = new FrameWriter(1, 1);
    Frame two = writer.frame(payload, 2, Optional.empty()).orElseThrow();
    assertThat(two.payload()).hasSize(1);
    assertThat(two.payloadAt(8)).isZero();
    Frame one = writer.frame(payload, 1, Optional.empty()).orElseThrow();
    assertThat(one.payload()).hasSize(9);
  }

  @Test
  void version_1_cannot_say_what_has_a_number_above_255() {
    Payload payload = new Payload(435, 134, new byte[4], 4);
    FrameWriter writer = new FrameWriter(1, 1);
    assertThat(writer.frame(payload, 1, Optional.empty())).isEmpty();
    assertThat(writer.frame(payload, 2, Optional.empty()))
        .hasValueSatisfying(frame -> assertThat(frame.messageId()).isEqualTo(435));
  }

  @Test
  void each_component_counts_its_own_packets_in_either_version() {
    Payload payload = new Payload(0, 50, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 9);
    FrameWriter writer = new FrameWriter(1, 1);
    for (int version : new int[] {1, 2}) {
      int before = version == 1 ? 0 : 2;
      assertThat(writer.frame(payload, version, Optional.empty()).orElseThrow())
          .matches(frame -> frame.componentId() == 1 && frame.sequence() == before);
      assertThat(writer.frame(100, payload, version, Optional.empty()).orElseThrow())
          .matches(frame -> frame.componentId() == 100 && frame.sequence() == before / 2);
      assertThat(writer.frame(payload, version, Optional.empty()).orElseThrow())
          .matches(frame -> frame.componentId() == 1 && frame.sequence() == before + 1);
    }
  }

  private static void noise(long bytes) {
    SplittableRandom random = new SplittableRandom(5);
    long[] found = new long[1];
    FrameReader reader = new FrameReader(id -> id % 3 == 0 ? 50 : Extras.UNKNOWN, f -> found[0]++);
    byte[] block = new byte[8192];
    long frames = 0;
    for (long done = 0; done < bytes; done += block.length) {
      random.nextBytes(block);
      for (int i = 0; i < block.length; i += 64) {
        block[i] = (byte) (random.nextBoolean() ? 0xFD : 0xFE);
        block[i + 2] &= 1;
      }
      reader.read(ByteBuffer.wrap(block));
      frames += block.length / 64;
    }
    // one of 65,536 checksums is right by chance
    assertThat(found[0]).isLessThan(frames / 2_000 + 20);
    assertThat(reader.garbageBytes()).isBetween(bytes * 9 / 10, bytes + block.length);
  }

  @Test
  void a_million_bytes_of_noise_with_packet_heads_stop_nothing() {
    noise(1_000_000);
  }

  @Test
  @Tag("deep")
  void a_hundred_million_bytes_of_noise_with_packet_heads_stop_nothing() {
    noise(100_000_000);
  }
}
