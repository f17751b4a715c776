package org.vigie.groundstation.mavlink;

/**
 * The checksum of a MAVLink frame: CRC-16/MCRF4XX over everything but the magic byte, then one byte
 * (CRC_EXTRA) that stands for the message's layout.
 *
 * @source MAVLink guide, serialization, "Checksum"
 */
final class Crc {
  private static final int INITIAL = 0xFFFF;
  private static final int[] TABLE = table();

  private Crc() {}

  static int of(byte[] bytes, int from, int to, int crcExtra) {
    int crc = INITIAL;
    for (int i = from; i < to; i++) {
      crc = (crc >>> 8) ^ TABLE[(crc ^ bytes[i]) & 0xFF];
    }
    return (crc >>> 8) ^ TABLE[(crc ^ crcExtra) & 0xFF];
  }

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int crc = i;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ 0x8408;
      }
      table[i] = crc;
    }
    return table;
  }
}
