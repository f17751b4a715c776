package org.vigie.geofence.terrain;

import java.util.function.IntBinaryOperator;

/** SRTM tiles made up for tests, byte by byte as the format says. */
final class TileBytes {
  private TileBytes() {}

  /** A tile of the given side; the altitude by line from the north and column from the west. */
  static byte[] hgt(int side, IntBinaryOperator altitudeM) {
    byte[] bytes = new byte[side * side * 2];
    int at = 0;
    for (int line = 0; line < side; line++) {
      for (int column = 0; column < side; column++) {
        int value = altitudeM.applyAsInt(line, column);
        bytes[at++] = (byte) (value >> 8);
        bytes[at++] = (byte) value;
      }
    }
    return bytes;
  }

  /**
   * The same landscape on every tile: a smooth function of whole arc seconds (times three), so that
   * neighbours agree on their edges.
   */
  static int landscapeM(long northThirds, long eastThirds) {
    return (int) (1000 + 700 * Math.sin(northThirds / 97.0) + 500 * Math.cos(eastThirds / 61.0));
  }

  static byte[] landscape(int southDeg, int westDeg) {
    return hgt(
        1201,
        (line, column) -> landscapeM(southDeg * 1200L + 1200 - line, westDeg * 1200L + column));
  }
}
