package org.vigie.simulator.camera.picture;

import java.util.SplittableRandom;

/**
 * Grain that repeats every 256 m, the same in every run: smooth noise of several sizes, at three
 * scales so that far ground does not flicker. Immutable.
 */
final class Noise {
  /** Grain of 0.25 m: 1024 of them each way. */
  private static final int BITS = 10;

  private static final int SIZE = 1 << BITS;
  private static final float GRAINS_PER_M = 4;
  private static final int SCALES = 4;

  /** Keeps indices positive within a hundred kilometres. */
  private static final int OFFSET = 1 << 20;

  private final byte[][] scales = new byte[SCALES][];

  Noise() {
    float[] sum = new float[SIZE * SIZE];
    SplittableRandom random = new SplittableRandom(42);
    octave(sum, 8, 26, random);
    octave(sum, 32, 30, random);
    octave(sum, 128, 26, random);
    octave(sum, 512, 30, random);
    octave(sum, 1024, 16, random);
    scales[0] = new byte[SIZE * SIZE];
    for (int i = 0; i < sum.length; i++) {
      scales[0][i] = (byte) Math.max(-127, Math.min(127, Math.round(sum[i])));
    }
    for (int s = 1; s < SCALES; s++) {
      scales[s] = halved(halved(scales[s - 1]));
    }
  }

  private static void octave(float[] sum, int cells, float most, SplittableRandom random) {
    float[] knots = new float[cells * cells];
    for (int i = 0; i < knots.length; i++) {
      knots[i] = (float) ((random.nextDouble() * 2 - 1) * most);
    }
    int each = SIZE / cells;
    for (int y = 0; y < SIZE; y++) {
      float v = smooth((y % each) / (float) each);
      int row = y / each;
      int next = (row + 1) % cells;
      for (int x = 0; x < SIZE; x++) {
        float u = smooth((x % each) / (float) each);
        int column = x / each;
        int after = (column + 1) % cells;
        float above = mix(knots[row * cells + column], knots[row * cells + after], u);
        float below = mix(knots[next * cells + column], knots[next * cells + after], u);
        sum[y * SIZE + x] += mix(above, below, v);
      }
    }
  }

  private static float smooth(float t) {
    return t * t * (3 - 2 * t);
  }

  private static float mix(float a, float b, float t) {
    return a + (b - a) * t;
  }

  private static byte[] halved(byte[] from) {
    int size = (int) Math.sqrt(from.length);
    int half = size / 2;
    byte[] to = new byte[half * half];
    for (int y = 0; y < half; y++) {
      for (int x = 0; x < half; x++) {
        int at = 2 * y * size + 2 * x;
        to[y * half + x] =
            (byte) ((from[at] + from[at + 1] + from[at + size] + from[at + size + 1]) / 4);
      }
    }
    return to;
  }

  /** The table for pixels that cover so many metres of ground: 0 for the finest. */
  static int scale(float pixelM) {
    return pixelM < 0.4f ? 0 : pixelM < 1.6f ? 1 : pixelM < 6.4f ? 2 : 3;
  }

  /** Grain at a place, about -100 to 100. */
  int at(int scale, float eastM, float northM) {
    int shift = BITS - 2 * scale;
    int mask = (1 << shift) - 1;
    int x = ((int) (eastM * GRAINS_PER_M) + OFFSET) >> (2 * scale);
    int y = ((int) (northM * GRAINS_PER_M) + OFFSET) >> (2 * scale);
    return scales[scale][((y & mask) << shift) | (x & mask)];
  }
}
