package org.vigie.simulator.camera.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Packets taken apart again by the letter of RFC 6184. */
class RtpPacketizerTest {
  private static final byte[] START = {0, 0, 0, 1};

  private static byte[] unit(int type, int length, SplittableRandom random) {
    byte[] unit = new byte[length];
    for (int i = 1; i < length; i++) {
      unit[i] = (byte) random.nextInt(1, 256);
    }
    unit[0] = (byte) (0x60 | type);
    return unit;
  }

  private static byte[] annexB(List<byte[]> units) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] unit : units) {
      bytes.writeBytes(START);
      bytes.writeBytes(unit);
    }
    return bytes.toByteArray();
  }

  /** Units of packets, as a receiver puts them together. */
  private static List<byte[]> units(List<byte[]> packets) {
    List<byte[]> units = new ArrayList<>();
    ByteArrayOutputStream fragments = new ByteArrayOutputStream();
    for (byte[] packet : packets) {
      int type = packet[12] & 31;
      if (type == 24) {
        int at = 13;
        while (at < packet.length) {
          int length = ((packet[at] & 0xFF) << 8) | (packet[at + 1] & 0xFF);
          units.add(Arrays.copyOfRange(packet, at + 2, at + 2 + length));
          at += 2 + length;
        }
      } else if (type == 28) {
        if ((packet[13] & 0x80) != 0) {
          fragments.reset();
          fragments.write((packet[12] & 0xE0) | (packet[13] & 31));
        }
        fragments.write(packet, 14, packet.length - 14);
        if ((packet[13] & 0x40) != 0) {
          units.add(fragments.toByteArray());
        }
      } else {
        units.add(Arrays.copyOfRange(packet, 12, packet.length));
      }
    }
    return units;
  }

  @Test
  void every_picture_comes_back_whole_from_packets_that_fit_an_ethernet_frame() {
    SplittableRandom random = new SplittableRandom(1);
    RtpPacketizer packetizer = new RtpPacketizer(0x1234_5678);
    int number = 0;
    for (int i = 0; i < 300; i++) {
      List<byte[]> units = new ArrayList<>();
      if (i % 10 == 0) {
        units.add(unit(7, 10 + random.nextInt(20), random));
        units.add(unit(8, 4 + random.nextInt(10), random));
      }
      int slices = 1 + random.nextInt(3);
      for (int s = 0; s < slices; s++) {
        units.add(unit(i % 10 == 0 ? 5 : 1, 2 + random.nextInt(9_000), random));
      }
      List<byte[]> packets = packetizer.pack(annexB(units), 90_000L * i);
      assertThat(units(packets)).usingElementComparator(Arrays::compare).isEqualTo(units);
      for (int p = 0; p < packets.size(); p++) {
        byte[] packet = packets.get(p);
        assertThat(packet.length).isLessThanOrEqualTo(1400);
        assertThat(packet[0] & 0xFF).isEqualTo(0x80);
        assertThat((packet[1] & 0x80) != 0).as("marker").isEqualTo(p == packets.size() - 1);
        assertThat(packet[1] & 0x7F).isEqualTo(96);
        assertThat(((packet[2] & 0xFF) << 8) | (packet[3] & 0xFF)).isEqualTo(number++ & 0xFFFF);
      }
    }
  }

  @Test
  void the_parameter_sets_of_a_key_picture_travel_together() {
    SplittableRandom random = new SplittableRandom(2);
    byte[] picture = annexB(List.of(unit(7, 12, random), unit(8, 4, random), unit(5, 100, random)));
    List<byte[]> packets = new RtpPacketizer(1).pack(picture, 0);
    assertThat(packets).hasSize(2);
    assertThat(packets.get(0)[12] & 31).isEqualTo(24);
  }

  @Test
  void a_report_ties_the_streams_time_to_the_wall_clock() {
    RtpPacketizer packetizer = new RtpPacketizer(7);
    packetizer.pack(annexB(List.of(unit(1, 100, new SplittableRandom(3)))), 0);
    byte[] report = packetizer.report(1_500, 135_000);
    ByteBuffer fields = ByteBuffer.wrap(report);
    assertThat(fields.getInt(0)).isEqualTo(0x80C8_0006);
    // 1970 is 2,208,988,800 s after 1900 @source RFC 868
    assertThat(fields.getInt(8) & 0xFFFF_FFFFL).isEqualTo(2_208_988_801L);
    assertThat(fields.getInt(12)).isEqualTo(0x8000_0000); // half a second
    assertThat(fields.getInt(16)).isEqualTo(135_000);
    assertThat(fields.getInt(20)).isEqualTo(1);
    assertThat(fields.getInt(24)).isEqualTo(100);
    assertThat(report.length % 4).isZero();
    assertThat(report[29] & 0xFF).isEqualTo(202);
    assertThat(fields.getShort(30) * 4 + 4).isEqualTo(report.length - 28);
  }
}
