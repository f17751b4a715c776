package org.vigie.groundstation.mavlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;

class FrameReaderTest {
  private static final Heartbeat HEARTBEAT = new Heartbeat(4, 2, 3, 0x81, 4, 3);

  @Test
  void frames_are_found_again_after_garbage() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    FrameWriter writer = new FrameWriter(1, 1);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    List<Frame> sent = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      stream.write(quiet(random, random.nextInt(40)));
      Frame frame = writer.write(HEARTBEAT);
      sent.add(frame);
      stream.write(frame.bytes());
    }
    FrameReader reader = new FrameReader();
    List<Frame> found = new ArrayList<>();
    byte[] bytes = stream.toByteArray();
    reader.read(bytes, 0, bytes.length, found::add);
    assertThat(found).isEqualTo(sent);
    assertThat(reader.counts().garbageBytes())
        .isEqualTo(bytes.length - 2000L * sent.get(0).length());
  }

  @Test
  void noise_makes_no_messages_and_no_memory() {
    SplittableRandom random = new SplittableRandom(2);
    FrameReader reader = new FrameReader();
    List<Frame> known = new ArrayList<>();
    byte[] noise = new byte[4096];
    for (int i = 0; i < 1000; i++) {
      random.nextBytes(noise);
      reader.read(noise, 0, noise.length, known::add);
    }
    // A checksum of 16 bits passes by accident once in 65536 candidates.
    assertThat(known).hasSizeLessThan(5);
    assertThat(reader.counts().garbageBytes()).isGreaterThan(4_000_000);
  }

  @Test
  void a_flipped_bit_costs_one_frame_and_is_counted() {
    FrameWriter writer = new FrameWriter(1, 1);
    byte[] first = writer.write(HEARTBEAT).bytes();
    byte[] second = writer.write(HEARTBEAT).bytes();
    first[12] ^= 0x10;
    FrameReader reader = new FrameReader();
    List<Frame> found = new ArrayList<>();
    reader.read(first, 0, first.length, found::add);
    reader.read(second, 0, second.length, found::add);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).bytes()).isEqualTo(second);
    assertThat(reader.counts()).isEqualTo(new FrameCounts(1, 1, first.length, 0));
  }

  @Test
  void an_unknown_message_between_known_ones_is_handed_on_untouched() {
    byte[] unknown = {(byte) 0xFD, 2, 0, 0, 9, 1, 1, 0x39, 0x30, 0x7F, 5, 6, 0x11, 0x22};
    byte[] known = new FrameWriter(1, 1).write(HEARTBEAT).bytes();
    byte[] stream = concat(known, unknown, known);
    FrameReader reader = new FrameReader();
    List<Frame> found = new ArrayList<>();
    reader.read(stream, 0, stream.length, found::add);
    assertThat(found).hasSize(3);
    assertThat(found.get(1).bytes()).isEqualTo(unknown);
    assertThat(found.get(1).messageId()).isEqualTo(0x7F3039);
    assertThat(reader.counts().unknown()).isEqualTo(1);
  }

  @Test
  void a_frame_with_a_flag_not_understood_is_no_frame() {
    byte[] frame = new FrameWriter(1, 1).write(HEARTBEAT).bytes();
    frame[2] = 2;
    FrameReader reader = new FrameReader();
    List<Frame> found = new ArrayList<>();
    reader.readDatagram(frame, found::add);
    assertThat(found).isEmpty();
    assertThat(reader.counts().garbageBytes()).isEqualTo(frame.length);
  }

  @Test
  void a_false_beginning_in_a_datagram_does_not_swallow_the_frame_behind_it() {
    byte[] frame = new FrameWriter(1, 1).write(HEARTBEAT).bytes();
    byte[] falseBeginning = {(byte) 0xFD, (byte) 0xC8, 0, 0};
    FrameReader reader = new FrameReader();
    List<Frame> found = new ArrayList<>();
    reader.readDatagram(concat(falseBeginning, frame), found::add);
    reader.readDatagram(frame, found::add);
    assertThat(found).hasSize(2);
    assertThat(reader.counts().garbageBytes()).isEqualTo(falseBeginning.length);
  }

  @Test
  void a_signed_frame_is_read_whole() {
    byte[] plain = new FrameWriter(1, 1).write(HEARTBEAT).bytes();
    byte[] signed = Arrays.copyOf(plain, plain.length + Frame.SIGNATURE_LENGTH);
    signed[2] = Frame.INCOMPAT_SIGNED;
    int end = plain.length - Frame.CRC_LENGTH;
    int crc = Crc.of(signed, 1, end, CrcExtras.find(0));
    signed[end] = (byte) crc;
    signed[end + 1] = (byte) (crc >> 8);
    FrameReader reader = new FrameReader();
    List<Frame> found = new ArrayList<>();
    byte[] stream = concat(signed, plain);
    reader.read(stream, 0, stream.length, found::add);
    assertThat(found).hasSize(2);
    assertThat(found.get(0).signed()).isTrue();
    assertThat(Messages.decode(found.get(0))).isEqualTo(HEARTBEAT);
  }

  @Test
  void a_value_that_does_not_fit_its_field_is_refused_not_wrapped() {
    assertThatThrownBy(
            () -> new FrameWriter(1, 1).write(new MissionMessage.MissionItemReached(70000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("70000");
  }

  @Test
  void any_payload_under_any_message_id_decodes_to_something() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 100_000; i++) {
      byte[] raw = new byte[Frame.HEADER_V2 + random.nextInt(256) + Frame.CRC_LENGTH];
      random.nextBytes(raw);
      raw[0] = (byte) Frame.MAGIC_V2;
      raw[1] = (byte) (raw.length - Frame.HEADER_V2 - Frame.CRC_LENGTH);
      raw[7] = (byte) random.nextInt(256);
      raw[8] = 0;
      raw[9] = 0;
      assertThat(Messages.decode(new Frame(raw))).isNotNull();
    }
  }

  /** Random bytes that begin no frame: a false beginning may swallow what follows it. */
  private static byte[] quiet(SplittableRandom random, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) random.nextInt(0xFD);
    }
    return bytes;
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }
}
