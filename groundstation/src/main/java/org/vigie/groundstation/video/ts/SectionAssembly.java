package org.vigie.groundstation.video.ts;

import java.io.ByteArrayOutputStream;

/**
 * Joins the sections of one PSI table, and keeps the packets of the newest whole one, as recordings
 * put them first. Confined to one thread.
 */
final class SectionAssembly {
  /** PAT and PMT sections. @source ISO/IEC 13818-1, 2.4.4: section_length at most 1021 */
  static final int SECTION_MAX = 1024;

  /** A section of the largest size spans six packets, seven if it begins late in the first. */
  private static final int PACKETS_MAX = 7;

  private final byte[] section = new byte[SECTION_MAX];
  private final ByteArrayOutputStream packets = new ByteArrayOutputStream(TsPacket.BYTES);
  private byte[] wholePackets = new byte[0];
  private int size;
  private int expected;
  private long errors;

  /** Sections that were cut, too long or had a wrong CRC. */
  long errors() {
    return errors;
  }

  byte[] wholePackets() {
    return wholePackets;
  }

  byte[] section() {
    return section;
  }

  void reset() {
    size = 0;
    expected = 0;
    packets.reset();
  }

  /** Takes a packet in; answers the length of a section that it completes, CRC checked, or 0. */
  int add(TsPacket packet) {
    int from = packet.payloadFrom;
    if (packet.unitStart) {
      int pointer = packet.buffer[from] & 0xFF;
      from += 1 + pointer;
      reset();
      if (from >= packet.payloadTo()) {
        errors++;
        return 0;
      }
      expected = SECTION_MAX;
    } else if (expected == 0) {
      return 0;
    }
    if (packets.size() >= PACKETS_MAX * TsPacket.BYTES) {
      return broken();
    }
    packets.write(packet.buffer, packet.offset, TsPacket.BYTES);
    int length = Math.min(packet.payloadTo() - from, SECTION_MAX - size);
    System.arraycopy(packet.buffer, from, section, size, length);
    size += length;
    return size < 3 ? 0 : complete();
  }

  private int complete() {
    int total = 3 + ((section[1] & 0x0F) << 8 | (section[2] & 0xFF));
    if (total > SECTION_MAX || total < 12) {
      return broken();
    }
    if (size < total) {
      return 0;
    }
    if (Crc32Mpeg.of(section, 0, total) != 0) {
      return broken();
    }
    wholePackets = packets.toByteArray();
    reset();
    return total;
  }

  private int broken() {
    errors++;
    reset();
    return 0;
  }
}
