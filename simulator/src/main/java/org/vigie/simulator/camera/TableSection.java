package org.vigie.simulator.camera;

/** A programme table of a transport stream. @source ISO/IEC 13818-1 2.4.4.3, 2.4.4.8, annex A */
final class TableSection {
  private static final int POLYNOMIAL = 0x04C11DB7;

  /** From after the length to the end of the check sum, without the body. */
  private static final int FRAME_BYTES = 9;

  private TableSection() {}

  /**
   * A whole section.
   *
   * @param table 0 programme association, 2 programme map
   * @param number transport stream or programme
   */
  static byte[] bytes(int table, int number, int[] body) {
    int length = FRAME_BYTES + body.length;
    byte[] section = new byte[3 + length];
    section[0] = (byte) table;
    section[1] = (byte) (0xB0 | length >> 8);
    section[2] = (byte) length;
    section[3] = (byte) (number >> 8);
    section[4] = (byte) number;
    section[5] = (byte) 0xC1; // version 0, in force now
    for (int i = 0; i < body.length; i++) {
      section[8 + i] = (byte) body[i];
    }
    int sum = checksum(section, section.length - 4);
    for (int i = 0; i < 4; i++) {
      section[section.length - 4 + i] = (byte) (sum >> (24 - 8 * i));
    }
    return section;
  }

  private static int checksum(byte[] bytes, int length) {
    int sum = -1;
    for (int i = 0; i < length; i++) {
      sum ^= (bytes[i] & 255) << 24;
      for (int bit = 0; bit < 8; bit++) {
        sum = sum < 0 ? (sum << 1) ^ POLYNOMIAL : sum << 1;
      }
    }
    return sum;
  }
}
