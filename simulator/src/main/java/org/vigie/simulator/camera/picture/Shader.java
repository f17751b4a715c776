package org.vigie.simulator.camera.picture;

/**
 * Gives each pixel its brightness and tint from what it sees and how far that is: pattern, shadow,
 * haze, sky. Confined to one thread.
 */
final class Shader {
  /** Metres of depth a step of the haze table. */
  private static final float HAZE_STEP_M = 16;

  private static final int HAZE_STEPS = 512;

  /** Winter haze: two thirds of the contrast are gone so far away. */
  private static final double HAZE_M = 2600;

  private static final Colour HAZE = Colour.ofRgb(0xC3CCD6);
  private static final Colour ZENITH = Colour.ofRgb(0x6F9AC8);

  /** Height of the clouds above the camera, metres; only their scale matters. */
  private static final float CLOUDS_M = 60;

  /** What the sun's shadow leaves of the light, in 256ths. */
  private static final int SHADOW = 150;

  /** What it leaves of the tint, in 256ths. */
  private static final int SHADOW_TINT = 170;

  /** Pixels between two looks at a surface's tint. */
  private static final int TINT_EVERY = 8;

  /** Shares of the grain, in 128ths of a step of brightness. */
  private static final int GRAIN = 22;

  private static final int ROUGH = 34;
  private static final int LEAVES = 60;

  private final Noise noise;
  private final PatternLines lines;
  private final int[] haze = new int[HAZE_STEPS];
  private float eastM;
  private float northM;
  private float upM;
  private float pixelPerM;
  private float rowEast;
  private float rowNorth;
  private float rowUp;
  private float stepEast;
  private float stepNorth;
  private float stepUp;
  private int tintBlue;
  private int tintRed;

  Shader(Noise noise) {
    this.noise = noise;
    this.lines = new PatternLines();
    for (int i = 0; i < HAZE_STEPS; i++) {
      haze[i] = (int) Math.round(256 * (1 - Math.exp(-i * HAZE_STEP_M / HAZE_M)));
    }
  }

  /** Colours a whole picture. */
  void shade(Rasteriser from, Viewpoint viewpoint, Picture picture) {
    double focal = viewpoint.focalPixels(from.width);
    pixelPerM = (float) (1 / focal);
    double[] axes = viewpoint.axes();
    eastM = (float) viewpoint.eastM();
    northM = (float) viewpoint.northM();
    upM = (float) viewpoint.upM();
    stepEast = (float) (axes[0] / focal);
    stepNorth = (float) (axes[1] / focal);
    stepUp = (float) (axes[2] / focal);
    for (int row = 0; row < from.height; row++) {
      double down = (row + 0.5 - from.height / 2.0) / focal;
      double aside = (0.5 - from.width / 2.0) / focal;
      rowEast = (float) (axes[6] + down * axes[3] + aside * axes[0]);
      rowNorth = (float) (axes[7] + down * axes[4] + aside * axes[1]);
      rowUp = (float) (axes[8] + down * axes[5] + aside * axes[2]);
      luma(from, row, picture.luma());
      if ((row & 1) == 0) {
        chroma(from, row, picture);
      }
    }
  }

  private void luma(Rasteriser from, int row, byte[] out) {
    int at = row * from.width;
    int x = 0;
    while (x < from.width) {
      int number = from.seen[at + x];
      int end = x + 1;
      while (end < from.width && from.seen[at + end] == number) {
        end++;
      }
      if ((number & ~Rasteriser.SHADED) == 0) {
        sky(x, end, out, at);
      } else {
        Surface surface = from.surface(number & ~Rasteriser.SHADED);
        boolean shaded = (number & Rasteriser.SHADED) != 0;
        run(surface, shaded, x, end, from.nearness, out, at);
      }
      x = end;
    }
  }

  private void run(
      Surface surface, boolean shaded, int from, int to, float[] nearness, byte[] out, int at) {
    int light = shaded ? SHADOW : 256;
    switch (surface.pattern) {
      case PLAIN -> plain(surface.colour.y(), light, from, to, nearness, out, at);
      case GRAIN, TILES -> grain(surface.colour.y(), GRAIN, light, from, to, nearness, out, at);
      case WATER -> grain(surface.colour.y(), GRAIN / 2, light, from, to, nearness, out, at);
      case YARD -> yard(surface, light, from, to, nearness, out, at);
      case LEAVES -> leaves(surface, light, from, to, nearness, out, at);
      case ROADWAY -> roadway(surface, light, from, to, nearness, out, at);
      case FRONT -> front(surface, from, to, nearness, out, at);
    }
  }

  private int hazed(int y, float depth) {
    int step = Math.min(HAZE_STEPS - 1, (int) (depth * (1 / HAZE_STEP_M)));
    return y + (((HAZE.y() - y) * haze[step]) >> 8);
  }

  /** One scale for a whole run: along a row depth changes little. */
  private int scale(int from, int to, float[] nearness, int at) {
    return Noise.scale(pixelPerM / nearness[at + (from + to) / 2]);
  }

  private static int lit(int y, int light) {
    return 16 + (((y - 16) * light) >> 8);
  }

  private void plain(int y, int light, int from, int to, float[] nearness, byte[] out, int at) {
    int base = lit(y, light);
    for (int x = from; x < to; x++) {
      out[at + x] = (byte) hazed(base, 1 / nearness[at + x]);
    }
  }

  private void grain(
      int y, int share, int light, int from, int to, float[] nearness, byte[] out, int at) {
    int scale = scale(from, to, nearness, at);
    for (int x = from; x < to; x++) {
      float depth = 1 / nearness[at + x];
      float east = eastM + (rowEast + x * stepEast) * depth;
      float north = northM + (rowNorth + x * stepNorth) * depth;
      int grain = (noise.at(scale, east, north) * share) >> 7;
      out[at + x] = (byte) hazed(lit(y + grain, light), depth);
    }
  }

  private void yard(
      Surface surface, int light, int from, int to, float[] nearness, byte[] out, int at) {
    int y = surface.colour.y();
    int other = surface.other.y();
    int scale = scale(from, to, nearness, at);
    for (int x = from; x < to; x++) {
      float depth = 1 / nearness[at + x];
      float east = eastM + (rowEast + x * stepEast) * depth;
      float north = northM + (rowNorth + x * stepNorth) * depth;
      int grain = noise.at(scale, east, north);
      int base = isOther(east, north) ? other : y;
      out[at + x] = (byte) hazed(lit(base + ((grain * ROUGH) >> 7), light), depth);
    }
  }

  /** Patches of a few metres, from the coarse grain. */
  private boolean isOther(float east, float north) {
    return noise.at(0, east * 0.3f + 31, north * 0.3f + 57) > 6;
  }

  private void leaves(
      Surface surface, int light, int from, int to, float[] nearness, byte[] out, int at) {
    int y = surface.colour.y();
    int scale = scale(from, to, nearness, at);
    for (int x = from; x < to; x++) {
      float depth = 1 / nearness[at + x];
      float east = eastM + (rowEast + x * stepEast) * depth;
      float north = northM + (rowNorth + x * stepNorth) * depth;
      float up = upM + (rowUp + x * stepUp) * depth;
      int grain = (noise.at(scale, (east + up) * 2, (north - up) * 2) * LEAVES) >> 7;
      out[at + x] = (byte) hazed(lit(Math.max(16, y + grain), light), depth);
    }
  }

  private void roadway(
      Surface surface, int light, int from, int to, float[] nearness, byte[] out, int at) {
    int y = surface.colour.y();
    int scale = scale(from, to, nearness, at);
    lines.begin(surface.line);
    for (int x = from; x < to; x++) {
      float depth = 1 / nearness[at + x];
      float east = eastM + (rowEast + x * stepEast) * depth;
      float north = northM + (rowNorth + x * stepNorth) * depth;
      int grain = (noise.at(scale, east, north) * GRAIN) >> 7;
      int paint = lines.paint(east, north, depth * pixelPerM);
      int value = y + grain + (((PatternLines.PAINT - y) * paint) >> 8);
      out[at + x] = (byte) hazed(lit(value, light), depth);
    }
  }

  private void front(Surface surface, int from, int to, float[] nearness, byte[] out, int at) {
    int y = surface.colour.y();
    lines.begin(surface.line);
    for (int x = from; x < to; x++) {
      float depth = 1 / nearness[at + x];
      float east = eastM + (rowEast + x * stepEast) * depth;
      float north = northM + (rowNorth + x * stepNorth) * depth;
      float up = upM + (rowUp + x * stepUp) * depth;
      int value = lines.front(y, east, north, up, depth * pixelPerM);
      out[at + x] = (byte) hazed(value, depth);
    }
  }

  private void sky(int from, int to, byte[] out, int at) {
    for (int x = from; x < to; x++) {
      float up = rowUp + x * stepUp;
      int y = HAZE.y();
      if (up > 0) {
        y += (int) ((ZENITH.y() - HAZE.y()) * Math.min(1, 2.2f * up));
        float reach = CLOUDS_M / (up + 0.05f);
        float east = (rowEast + x * stepEast) * reach;
        float north = (rowNorth + x * stepNorth) * reach;
        int cloud = Math.max(0, noise.at(0, east * 0.25f, north * 0.25f));
        y += (int) (cloud * Math.min(0.4f, 1.5f * up));
      }
      out[at + x] = (byte) Math.min(235, y);
    }
  }

  /** Tint changes with the surface; with the distance so little that it is looked at seldom. */
  private void chroma(Rasteriser from, int row, Picture picture) {
    int at = row * from.width;
    int to = row / 2 * (from.width / 2);
    byte[] blue = picture.blue();
    byte[] red = picture.red();
    int last = -1;
    for (int x = 0; x < from.width; x += 2) {
      int number = from.seen[at + x];
      if (number != last || x % TINT_EVERY == 0) {
        last = number;
        tint(from, number, at, x);
      }
      blue[to + x / 2] = (byte) tintBlue;
      red[to + x / 2] = (byte) tintRed;
    }
  }

  private void tint(Rasteriser from, int number, int at, int x) {
    if ((number & ~Rasteriser.SHADED) == 0) {
      float up = Math.max(0, Math.min(1, 2.2f * (rowUp + x * stepUp)));
      tintBlue = HAZE.u() + (int) ((ZENITH.u() - HAZE.u()) * up);
      tintRed = HAZE.v() + (int) ((ZENITH.v() - HAZE.v()) * up);
      return;
    }
    Surface surface = from.surface(number & ~Rasteriser.SHADED);
    float depth = 1 / from.nearness[at + x];
    Colour colour = surface.colour;
    if (surface.pattern == Surface.Pattern.YARD) {
      float east = eastM + (rowEast + x * stepEast) * depth;
      float north = northM + (rowNorth + x * stepNorth) * depth;
      colour = isOther(east, north) ? surface.other : colour;
    }
    int fog = haze[Math.min(HAZE_STEPS - 1, (int) (depth * (1 / HAZE_STEP_M)))];
    int share = (number & Rasteriser.SHADED) == 0 ? 256 : SHADOW_TINT;
    int u = 128 + (((colour.u() - 128) * share) >> 8);
    int v = 128 + (((colour.v() - 128) * share) >> 8);
    tintBlue = u + (((HAZE.u() - u) * fog) >> 8);
    tintRed = v + (((HAZE.v() - v) * fog) >> 8);
  }
}
