package org.vigie.simulator.camera.picture;

/**
 * A colour in limited-range YUV.
 *
 * @param y brightness, 16 to 235
 * @param u Cb, 16 to 240
 * @param v Cr, 16 to 240
 * @source ITU-R BT.709-6, sections 3 and 4 (luma coefficients, 8-bit quantisation)
 */
record Colour(int y, int u, int v) {
  private static final double RED = 0.2126;
  private static final double BLUE = 0.0722;

  /** From red, green and blue of 8 bits each. */
  static Colour ofRgb(int rgb) {
    double r = ((rgb >> 16) & 255) / 255.0;
    double g = ((rgb >> 8) & 255) / 255.0;
    double b = (rgb & 255) / 255.0;
    double luma = RED * r + (1 - RED - BLUE) * g + BLUE * b;
    double cb = (b - luma) / (2 * (1 - BLUE));
    double cr = (r - luma) / (2 * (1 - RED));
    return new Colour(
        (int) Math.round(16 + 219 * luma),
        (int) Math.round(128 + 224 * cb),
        (int) Math.round(128 + 224 * cr));
  }

  /** Red, green and blue of 8 bits each, from samples. */
  static int rgb(int y, int u, int v) {
    double luma = (y - 16) / 219.0;
    double cb = (u - 128) / 224.0;
    double cr = (v - 128) / 224.0;
    double r = luma + 2 * (1 - RED) * cr;
    double b = luma + 2 * (1 - BLUE) * cb;
    double g = (luma - RED * r - BLUE * b) / (1 - RED - BLUE);
    return (byteOf(r) << 16) | (byteOf(g) << 8) | byteOf(b);
  }

  private static int byteOf(double value) {
    return (int) Math.round(255 * Math.max(0, Math.min(1, value)));
  }

  /** Lighter above 1, darker below; the tint fades with it. */
  Colour times(double light) {
    double luma = Math.max(0, Math.min(219, (y - 16) * light));
    double tint = Math.min(0.95, light);
    return new Colour(
        (int) Math.round(16 + luma),
        (int) Math.round(128 + (u - 128) * tint),
        (int) Math.round(128 + (v - 128) * tint));
  }
}
