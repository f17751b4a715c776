package org.vigie.simulator.camera.picture;

import java.util.List;
import java.util.SplittableRandom;

/** Houses: fronts with windows, pitched roofs on four corners, flat ones on others. */
final class BuildingShapes {
  private static final int[] WALLS = {
    0xD9CDB8, 0xCFC2A8, 0xE2DACB, 0xC9B79C, 0xBFB6A9, 0xD6C3A5, 0xC4A98A, 0xDAD5CC
  };
  private static final int[] TILES = {0xB0623F, 0xA85A3C, 0xBA6E49, 0x9C5238, 0xB4714F, 0x7E6A60};
  private static final int[] FLATS = {0x9A9893, 0x8C8F92, 0xA5A099};

  /** Higher houses have flat roofs here. */
  private static final double PITCHED_M_MAX = 16.5;

  private static final double PITCH = 0.36;
  private static final double RISE_M_MAX = 4;

  /** Walls reach below the lowest ground, so that none floats on a slope. */
  private static final double FOOTING_M = 0.5;

  private final Ground ground;
  private final SplittableRandom random;

  BuildingShapes(Ground ground, SplittableRandom random) {
    this.ground = ground;
    this.random = random;
  }

  /** Lays the shadow; all shadows come before all houses. */
  void shadow(double[] outline, double heightM) {
    double[] around = Flat.convex(outline) ? outline : Flat.hull(outline);
    ground.lay(
        Mesh.Layer.SHADOW,
        Surface.of(Surface.Pattern.PLAIN, new Colour(16, 128, 128)),
        Sun.shadow(around, heightM));
  }

  /** Builds a house on an outline against the clock. */
  void build(double[] outline, double heightM) {
    double[] box = Flat.box(outline);
    double middleEast = (box[0] + box[2]) / 2;
    double middleNorth = (box[1] + box[3]) / 2;
    double foot = Double.MAX_VALUE;
    for (int i = 0; i < outline.length; i += 2) {
      foot = Math.min(foot, ground.upM(outline[i], outline[i + 1]));
    }
    double top = ground.upM(middleEast, middleNorth) + heightM;
    Mesh.Builder mesh = ground.tile(middleEast, middleNorth);
    Colour wall = pick(WALLS).times(0.96 + 0.08 * random.nextDouble());
    boolean pitched = outline.length == 8 && heightM < PITCHED_M_MAX && random.nextDouble() < 0.9;
    double eaves = top;
    if (pitched) {
      double depth =
          Math.min(edge(outline, 0) + edge(outline, 2), edge(outline, 1) + edge(outline, 3)) / 2;
      eaves = top - Math.min(Math.min(RISE_M_MAX, PITCH * depth), heightM / 2);
    }
    for (int i = 0; i < outline.length; i += 2) {
      front(mesh, wall, outline, i, foot, eaves);
    }
    if (pitched) {
      gable(mesh, wall, outline, eaves, top);
    } else {
      flat(mesh, outline, top);
    }
  }

  private Colour pick(int[] from) {
    return Colour.ofRgb(from[random.nextInt(from.length)]);
  }

  private static double edge(double[] outline, int index) {
    int i = 2 * (index % 4);
    int j = 2 * ((index + 1) % 4);
    return Math.hypot(outline[j] - outline[i], outline[j + 1] - outline[i + 1]);
  }

  private static void front(
      Mesh.Builder mesh, Colour wall, double[] outline, int i, double foot, double top) {
    int j = (i + 2) % outline.length;
    double dx = outline[j] - outline[i];
    double dy = outline[j + 1] - outline[i + 1];
    double length = Math.hypot(dx, dy);
    if (length < 0.05) {
      return;
    }
    Surface.Line line =
        Surface.Line.of(
            new double[] {outline[i], outline[i + 1]},
            foot,
            new double[] {dx, dy},
            length,
            top - foot);
    Surface surface = Surface.along(Surface.Pattern.FRONT, Sun.on(wall, dy, -dx, 0), line);
    double bottom = foot - FOOTING_M;
    mesh.add(
        Mesh.Layer.SOLID,
        surface,
        outline[i],
        outline[i + 1],
        bottom,
        outline[j],
        outline[j + 1],
        bottom,
        outline[j],
        outline[j + 1],
        top,
        outline[i],
        outline[i + 1],
        top);
  }

  private void gable(Mesh.Builder mesh, Colour wall, double[] outline, double eaves, double ridge) {
    Colour tile = pick(TILES).times(0.9 + 0.2 * random.nextDouble());
    int turn = edge(outline, 0) + edge(outline, 2) >= edge(outline, 1) + edge(outline, 3) ? 0 : 1;
    double[][] c = new double[4][];
    for (int i = 0; i < 4; i++) {
      int k = 2 * ((i + turn) % 4);
      c[i] = new double[] {outline[k], outline[k + 1], eaves};
    }
    double[] right = {(c[1][0] + c[2][0]) / 2, (c[1][1] + c[2][1]) / 2, ridge};
    double[] left = {(c[3][0] + c[0][0]) / 2, (c[3][1] + c[0][1]) / 2, ridge};
    triangle(mesh, Surface.Pattern.TILES, tile, c[0], c[1], right);
    triangle(mesh, Surface.Pattern.TILES, tile, c[0], right, left);
    triangle(mesh, Surface.Pattern.TILES, tile, c[2], c[3], left);
    triangle(mesh, Surface.Pattern.TILES, tile, c[2], left, right);
    triangle(mesh, Surface.Pattern.PLAIN, wall, c[1], c[2], right);
    triangle(mesh, Surface.Pattern.PLAIN, wall, c[3], c[0], left);
  }

  private static void triangle(
      Mesh.Builder mesh,
      Surface.Pattern pattern,
      Colour colour,
      double[] a,
      double[] b,
      double[] c) {
    double ux = b[0] - a[0];
    double uy = b[1] - a[1];
    double uz = b[2] - a[2];
    double vx = c[0] - a[0];
    double vy = c[1] - a[1];
    double vz = c[2] - a[2];
    Colour lit = Sun.on(colour, uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx);
    mesh.add(
        Mesh.Layer.SOLID,
        Surface.of(pattern, lit),
        a[0],
        a[1],
        a[2],
        b[0],
        b[1],
        b[2],
        c[0],
        c[1],
        c[2]);
  }

  private void flat(Mesh.Builder mesh, double[] outline, double top) {
    Surface roof = Surface.of(Surface.Pattern.GRAIN, Sun.on(pick(FLATS), 0, 0, 1));
    List<double[]> pieces = Flat.pieces(outline);
    for (double[] piece : pieces) {
      double[] corners = new double[piece.length / 2 * 3];
      for (int i = 0; i < piece.length / 2; i++) {
        corners[3 * i] = piece[2 * i];
        corners[3 * i + 1] = piece[2 * i + 1];
        corners[3 * i + 2] = top;
      }
      mesh.add(Mesh.Layer.SOLID, roof, new double[] {0, 0, 1}, corners);
    }
  }
}
