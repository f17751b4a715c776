package org.vigie.simulator.camera.picture;

import java.util.Arrays;
import java.util.Comparator;

/**
 * A fire's smoke: puffs that rise, grow, thin out and drift with the wind, and flames at its foot.
 * Drawn over the finished picture where nothing nearer stands. Immutable; all follows from the time
 * since the fire began.
 */
final class SmokeColumn {
  private static final int PUFFS = 40;
  private static final int FLAMES = 7;
  private static final double PUFF_LIFE_S = 20;
  private static final double FLAME_LIFE_S = 0.9;
  private static final double RISE_MPS = 1.7;

  /** Near the ground houses keep the wind off. */
  private static final double WIND_SHARE = 0.55;

  private static final int SPRITE = 64;
  private static final byte[] SOFT = sprite();
  private static final Colour FLAME = Colour.ofRgb(0xFF9A2E);

  private final double eastM;
  private final double northM;
  private final double upM;
  private final double[] wind;

  SmokeColumn(double eastM, double northM, double upM, double[] wind) {
    this.eastM = eastM;
    this.northM = northM;
    this.upM = upM;
    this.wind = wind.clone();
  }

  /** A soft ball: how much it covers, 0 to 127. */
  private static byte[] sprite() {
    byte[] soft = new byte[SPRITE * SPRITE];
    Noise noise = new Noise();
    for (int y = 0; y < SPRITE; y++) {
      for (int x = 0; x < SPRITE; x++) {
        double u = (2 * x + 1.0) / SPRITE - 1;
        double v = (2 * y + 1.0) / SPRITE - 1;
        double rag = noise.at(0, x * 0.6f, y * 0.6f) / 330.0;
        double ball = Math.max(0, 1 - Math.sqrt(u * u + v * v) - Math.max(0, rag));
        soft[y * SPRITE + x] = (byte) Math.round(127 * Math.min(1, 1.7 * ball));
      }
    }
    return soft;
  }

  private record Puff(
      double depthM, double x, double y, double radius, Colour colour, double cover) {}

  void draw(Rasteriser behind, Viewpoint from, double sinceS, Picture picture) {
    Puff[] puffs = new Puff[PUFFS + FLAMES];
    double[] axes = from.axes();
    double focal = from.focalPixels(behind.width);
    int count = 0;
    for (int i = 0; i < PUFFS + FLAMES; i++) {
      boolean flame = i >= PUFFS;
      double life = flame ? FLAME_LIFE_S : PUFF_LIFE_S;
      int of = flame ? FLAMES : PUFFS;
      double turn = sinceS / life + (double) i / of;
      double age = (turn - Math.floor(turn)) * life;
      if (age > sinceS) {
        continue; // it would have left before the fire began
      }
      double[] at = flame ? flame(i, turn, age) : puff(i, turn, age);
      double x = at[0] - from.eastM();
      double y = at[1] - from.northM();
      double z = at[2] - from.upM();
      double depth = axes[6] * x + axes[7] * y + axes[8] * z;
      if (depth < 1) {
        continue;
      }
      double right = axes[0] * x + axes[1] * y + axes[2] * z;
      double down = axes[3] * x + axes[4] * y + axes[5] * z;
      puffs[count++] =
          new Puff(
              depth,
              behind.width / 2.0 + focal * right / depth,
              behind.height / 2.0 + focal * down / depth,
              focal * at[3] / depth,
              flame ? FLAME : grey(i, age),
              at[4]);
    }
    Arrays.sort(puffs, 0, count, Comparator.comparingDouble(Puff::depthM).reversed());
    for (int i = 0; i < count; i++) {
      blend(puffs[i], behind, picture);
    }
  }

  /** East, north, up, radius, cover. */
  private double[] puff(int i, double turn, double age) {
    double hash = random(i, turn);
    double drift = WIND_SHARE * age * Math.min(1, 0.25 + age / 12);
    double sway = 0.35 * age;
    double fade = Math.min(1, age / 0.8) * Math.min(1, (PUFF_LIFE_S - age) / 9);
    return new double[] {
      eastM + wind[0] * drift + sway * Math.sin(6.28 * hash) * 0.6,
      northM + wind[1] * drift + sway * Math.cos(6.28 * hash * 3) * 0.6,
      upM + 0.8 + RISE_MPS * age,
      1.1 + 0.33 * age + 0.6 * hash,
      0.72 * fade
    };
  }

  private double[] flame(int i, double turn, double age) {
    double hash = random(i, turn);
    double angle = 6.28 * hash;
    return new double[] {
      eastM + 1.3 * Math.sin(angle),
      northM + 1.3 * Math.cos(angle),
      upM + 0.3 + 2.2 * age,
      0.9 - 0.55 * age,
      0.9 * (1 - age / FLAME_LIFE_S)
    };
  }

  private static Colour grey(int i, double age) {
    return new Colour((int) Math.min(150, 48 + 4.2 * age + i % 5 * 4), 128, 129);
  }

  /** The same puff is the same until it is born again; 0 to 1. */
  private static double random(int i, double turn) {
    long bits = (i * 0x9E3779B97F4A7C15L) ^ ((long) Math.floor(turn) * 0xC2B2AE3D27D4EB4FL);
    bits = (bits ^ (bits >>> 31)) * 0xBF58476D1CE4E5B9L;
    return ((bits ^ (bits >>> 29)) >>> 11) / (double) (1L << 53);
  }

  private static void blend(Puff puff, Rasteriser behind, Picture picture) {
    int left = (int) Math.max(0, Math.ceil(puff.x - puff.radius));
    int right = (int) Math.min(behind.width - 1.0, Math.floor(puff.x + puff.radius));
    int top = (int) Math.max(0, Math.ceil(puff.y - puff.radius));
    int bottom = (int) Math.min(behind.height - 1.0, Math.floor(puff.y + puff.radius));
    if (left > right || top > bottom) {
      return;
    }
    float nearness = (float) (1 / puff.depthM);
    float per = (float) (SPRITE / (2 * puff.radius));
    int cover = (int) Math.round(512 * puff.cover);
    int value = puff.colour.y();
    byte[] luma = picture.luma();
    for (int y = top; y <= bottom; y++) {
      int row = y * behind.width;
      int sprite = Math.min(SPRITE - 1, (int) ((y - puff.y + puff.radius) * per)) * SPRITE;
      for (int x = left; x <= right; x++) {
        if (behind.nearness[row + x] > nearness) {
          continue;
        }
        int u = Math.min(SPRITE - 1, (int) ((x - puff.x + puff.radius) * per));
        int share = (SOFT[sprite + u] * cover) >> 8; // 0 to 254
        int old = luma[row + x] & 255;
        luma[row + x] = (byte) (old + (((value - old) * share) >> 8));
        if (((x | y) & 1) == 0) {
          int at = y / 2 * (behind.width / 2) + x / 2;
          tint(picture.blue(), at, puff.colour.u(), share);
          tint(picture.red(), at, puff.colour.v(), share);
        }
      }
    }
  }

  private static void tint(byte[] plane, int at, int to, int share) {
    int old = plane[at] & 255;
    plane[at] = (byte) (old + (((to - old) * share) >> 8));
  }
}
