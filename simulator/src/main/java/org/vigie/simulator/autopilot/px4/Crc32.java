package org.vigie.simulator.autopilot.px4;

/**
 * NuttX's {@code crc32part}: the polynomial of Ethernet without first and last inversion, so that
 * parts can be chained.
 *
 * @source NuttX libs/libc/misc/lib_crc32.c
 */
public final class Crc32 {
  private static final int POLYNOMIAL = 0xEDB88320;

  private Crc32() {}

  /** The checksum of what came before and these bytes. */
  public static int part(byte[] bytes, int before) {
    int crc = before;
    for (byte value : bytes) {
      crc ^= value & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) != 0 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
      }
    }
    return crc;
  }

  static byte[] littleEndian(int value) {
    return new byte[] {
      (byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)
    };
  }
}
