package org.vigie.simulator.camera.picture;

/** An afternoon sun that stands still: where it shines from, how light that makes a face. */
final class Sun {
  private static final double AZIMUTH_RAD = Math.toRadians(215);
  private static final double ELEVATION_RAD = Math.toRadians(38);

  /** Light of the sky alone, and what the sun adds at right angles; colours are made for 1. */
  private static final double SKY_LIGHT = 0.66;

  private static final double SUN_LIGHT = 0.5;

  private static final double EAST = Math.sin(AZIMUTH_RAD) * Math.cos(ELEVATION_RAD);
  private static final double NORTH = Math.cos(AZIMUTH_RAD) * Math.cos(ELEVATION_RAD);
  private static final double UP = Math.sin(ELEVATION_RAD);

  private Sun() {}

  /** A colour as it looks on a face with this normal, of any length. */
  static Colour on(Colour colour, double nx, double ny, double nz) {
    double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
    double facing = (nx * EAST + ny * NORTH + nz * UP) / length;
    return colour.times(SKY_LIGHT + SUN_LIGHT * Math.max(0, facing));
  }

  /** The shadow on level ground of a convex outline that stands so high. */
  static double[] shadow(double[] outline, double heightM) {
    double[] points = new double[2 * outline.length];
    double reach = heightM / UP;
    for (int i = 0; i < outline.length; i += 2) {
      points[i] = outline[i];
      points[i + 1] = outline[i + 1];
      points[outline.length + i] = outline[i] - EAST * reach;
      points[outline.length + i + 1] = outline[i + 1] - NORTH * reach;
    }
    return Flat.hull(points);
  }
}
