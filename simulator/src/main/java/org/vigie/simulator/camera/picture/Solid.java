package org.vigie.simulator.camera.picture;

/** Simple bodies: boxes and tree crowns. */
final class Solid {
  private static final int CROWN_SIDES = 7;

  /** Rings of a crown: share of the radius, share of the height. */
  private static final double[][] CROWN = {{0.55, 0}, {1, 0.32}, {0.78, 0.72}, {0.12, 1}};

  private Solid() {}

  /**
   * A box that stands on its bottom.
   *
   * @param yawRad where its length points, clockwise from north
   */
  static void box(
      Mesh.Builder mesh,
      Colour colour,
      double eastM,
      double northM,
      double bottomM,
      double yawRad,
      double lengthM,
      double widthM,
      double heightM) {
    double fx = Math.sin(yawRad) * lengthM / 2;
    double fy = Math.cos(yawRad) * lengthM / 2;
    double rx = Math.cos(yawRad) * widthM / 2;
    double ry = -Math.sin(yawRad) * widthM / 2;
    double[] x = {eastM + fx - rx, eastM - fx - rx, eastM - fx + rx, eastM + fx + rx};
    double[] y = {northM + fy - ry, northM - fy - ry, northM - fy + ry, northM + fy + ry};
    double top = bottomM + heightM;
    for (int i = 0; i < 4; i++) {
      int j = (i + 1) % 4;
      Surface side = Surface.of(Surface.Pattern.PLAIN, Sun.on(colour, y[j] - y[i], x[i] - x[j], 0));
      mesh.add(
          Mesh.Layer.SOLID,
          side,
          x[i],
          y[i],
          bottomM,
          x[j],
          y[j],
          bottomM,
          x[j],
          y[j],
          top,
          x[i],
          y[i],
          top);
    }
    mesh.add(
        Mesh.Layer.SOLID,
        Surface.of(Surface.Pattern.PLAIN, Sun.on(colour, 0, 0, 1)),
        x[0],
        y[0],
        top,
        x[1],
        y[1],
        top,
        x[2],
        y[2],
        top,
        x[3],
        y[3],
        top);
  }

  /** A crown of leaves above a trunk. */
  static void tree(
      Mesh.Builder mesh,
      Colour leaves,
      double eastM,
      double northM,
      double groundM,
      double radiusM,
      double heightM) {
    Colour bark = Colour.ofRgb(0x5A4A3C);
    box(mesh, bark, eastM, northM, groundM - 0.3, 0, 0.35, 0.35, heightM * 0.4);
    double bottom = groundM + heightM * 0.28;
    double tall = heightM * 0.72;
    for (int ring = 0; ring + 1 < CROWN.length; ring++) {
      double[] low = Flat.disc(eastM, northM, radiusM * CROWN[ring][0], CROWN_SIDES);
      double[] high = Flat.disc(eastM, northM, radiusM * CROWN[ring + 1][0], CROWN_SIDES);
      double lowUp = bottom + tall * CROWN[ring][1];
      double highUp = bottom + tall * CROWN[ring + 1][1];
      double lean = (CROWN[ring][0] - CROWN[ring + 1][0]) * radiusM / (highUp - lowUp);
      for (int i = 0; i < CROWN_SIDES; i++) {
        int j = (i + 1) % CROWN_SIDES;
        double nx = low[2 * i] + low[2 * j] - 2 * eastM;
        double ny = low[2 * i + 1] + low[2 * j + 1] - 2 * northM;
        double flat = Math.hypot(nx, ny);
        Colour lit = Sun.on(leaves, nx / flat, ny / flat, lean);
        mesh.add(
            Mesh.Layer.SOLID,
            Surface.of(Surface.Pattern.LEAVES, lit),
            low[2 * i],
            low[2 * i + 1],
            lowUp,
            low[2 * j],
            low[2 * j + 1],
            lowUp,
            high[2 * j],
            high[2 * j + 1],
            highUp,
            high[2 * i],
            high[2 * i + 1],
            highUp);
      }
    }
  }
}
