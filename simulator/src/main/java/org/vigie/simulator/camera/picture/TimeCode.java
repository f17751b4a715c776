package org.vigie.simulator.camera.picture;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The wall clock burned into a picture's top edge, so that anyone who sees the picture can say how
 * old it is: 40 cells over the whole width, a fortieth of the height high, white is 1. First 32
 * bits, the most significant first: the low 32 bits of milliseconds since 1970; then 8 bits: the
 * exclusive or of these four bytes and 0x5A.
 */
public final class TimeCode {
  static final int CELLS = 40;
  private static final int CHECK = 0x5A;
  private static final byte WHITE = (byte) 235;
  private static final byte BLACK = 16;
  private static final byte GREY = (byte) 128;
  private static final int BRIGHT = 128;

  private TimeCode() {}

  /** Writes a time over the top rows. */
  public static void write(Picture picture, long epochMillis) {
    int width = picture.width();
    int rows = picture.height() / CELLS;
    long bits = ((epochMillis & 0xFFFF_FFFFL) << 8) | check(epochMillis);
    byte[] luma = picture.luma();
    for (int cell = 0; cell < CELLS; cell++) {
      byte value = ((bits >> (CELLS - 1 - cell)) & 1) == 1 ? WHITE : BLACK;
      Arrays.fill(luma, cell * width / CELLS, (cell + 1) * width / CELLS, value);
    }
    for (int row = 1; row < rows; row++) {
      System.arraycopy(luma, 0, luma, row * width, width);
    }
    int chroma = (rows + 1) / 2 * (width / 2);
    Arrays.fill(picture.blue(), 0, chroma, GREY);
    Arrays.fill(picture.red(), 0, chroma, GREY);
  }

  /** The low 32 bits of the time in a picture; empty when they cannot be read. */
  public static OptionalLong read(Picture picture) {
    int width = picture.width();
    int row = picture.height() / CELLS / 2;
    long bits = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      int x = (2 * cell + 1) * width / (2 * CELLS);
      bits = (bits << 1) | ((picture.luma()[row * width + x] & 255) >= BRIGHT ? 1 : 0);
    }
    long time = bits >> 8;
    return check(time) == (bits & 255) ? OptionalLong.of(time) : OptionalLong.empty();
  }

  private static long check(long time) {
    return ((time >> 24) ^ (time >> 16) ^ (time >> 8) ^ time ^ CHECK) & 255;
  }
}
