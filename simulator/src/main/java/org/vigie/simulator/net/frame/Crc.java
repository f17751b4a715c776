package org.vigie.simulator.net.frame;

/**
 * The checksum of MAVLink packets.
 *
 * @source MAVLink serialization: CRC-16/MCRF4XX over everything behind the magic byte, then
 *     CRC_EXTRA
 */
final class Crc {
  private static final int START = 0xFFFF;
  private static final int POLYNOMIAL_REFLECTED = 0x8408;
  private static final int[] TABLE = table();

  private Crc() {}

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int value = i;
      for (int bit = 0; bit < 8; bit++) {
        value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ POLYNOMIAL_REFLECTED;
      }
      table[i] = value;
    }
    return table;
  }

  /** Checksum of a part of an array, closed with a message's extra byte. */
  static int of(byte[] bytes, int from, int to, int extra) {
    int crc = START;
    for (int i = from; i < to; i++) {
      crc = (crc >> 8) ^ TABLE[(crc ^ bytes[i]) & 0xFF];
    }
    return (crc >> 8) ^ TABLE[(crc ^ extra) & 0xFF];
  }
}
