package org.vigie.simulator.camera.picture;

import java.util.Arrays;

/**
 * Finds what each pixel sees: which surface, and how far. Keeps one over the depth, which is linear
 * across the picture. Confined to one thread.
 */
final class Rasteriser {
  /** Nearer than this nothing is drawn, metres. */
  private static final float NEAR_M = 0.25f;

  /** What lies in the ground's plane may miss it by this share: rounding. */
  private static final float COPLANAR = 1e-3f;

  /** A polygon seen edge on has no face. */
  private static final double EDGE_ON = 1e-5;

  /** Set on a surface that lies in the shadow. */
  static final int SHADED = 1 << 30;

  /** No polygon of ours has more corners, after clipping. */
  private static final int CORNERS_MAX = 64;

  final int width;
  final int height;
  final float[] nearness;
  final int[] seen;
  private final int[] leftEnd;
  private final int[] rightEnd;
  private final double[] corners = new double[3 * CORNERS_MAX];
  private final double[] screenX = new double[CORNERS_MAX];
  private final double[] screenY = new double[CORNERS_MAX];
  private double[] axes = new double[9];
  private double eastM;
  private double northM;
  private double upM;
  private double focal;
  private Surface[] surfaces = new Surface[1024];
  private int surfaceCount;

  Rasteriser(int width, int height) {
    this.width = width;
    this.height = height;
    nearness = new float[width * height];
    seen = new int[width * height];
    leftEnd = new int[height];
    rightEnd = new int[height];
  }

  /** Begins a picture. */
  void begin(Viewpoint from) {
    axes = from.axes();
    eastM = from.eastM();
    northM = from.northM();
    upM = from.upM();
    focal = from.focalPixels(width);
    surfaceCount = 1; // 0 is the sky
    Arrays.fill(nearness, 0);
    Arrays.fill(seen, 0);
  }

  /** The surface behind a number of {@link #seen}, without its flag; not for 0. */
  Surface surface(int number) {
    return surfaces[number];
  }

  /** Whether some of a mesh may be in the picture. */
  boolean mayShow(Mesh mesh) {
    double x = mesh.centreEast - eastM;
    double y = mesh.centreNorth - northM;
    double z = mesh.centreUp - upM;
    double ahead = along(6, x, y, z);
    if (ahead < -mesh.radius) {
      return false;
    }
    return within(Math.abs(along(0, x, y, z)), ahead, width / 2.0, mesh.radius)
        && within(Math.abs(along(3, x, y, z)), ahead, height / 2.0, mesh.radius);
  }

  private boolean within(double aside, double ahead, double half, double radius) {
    // distance from the side plane of the view
    return (aside * focal - ahead * half) / Math.hypot(focal, half) <= radius;
  }

  /** How far ahead of the camera a mesh's centre lies, metres. */
  double distanceM(Mesh mesh) {
    return Math.hypot(
        Math.hypot(mesh.centreEast - eastM, mesh.centreNorth - northM), mesh.centreUp - upM);
  }

  private double along(int axis, double x, double y, double z) {
    return axes[axis] * x + axes[axis + 1] * y + axes[axis + 2] * z;
  }

  /** Draws a mesh over what is there. */
  void draw(Mesh mesh) {
    if (surfaceCount + mesh.size() >= surfaces.length) {
      surfaces = Arrays.copyOf(surfaces, 2 * surfaces.length + mesh.size());
    }
    for (int i = 0; i < mesh.size(); i++) {
      double nx = mesh.planes[4 * i];
      double ny = mesh.planes[4 * i + 1];
      double nz = mesh.planes[4 * i + 2];
      // distance of the plane in front of the camera; behind its back it is not seen
      double through = mesh.planes[4 * i + 3] - nx * eastM - ny * northM - nz * upM;
      if (through < -EDGE_ON) {
        int count = project(mesh, i);
        if (count >= 3) {
          fill(
              count,
              along(0, nx, ny, nz),
              along(3, nx, ny, nz),
              along(6, nx, ny, nz),
              through,
              mesh.layers[i],
              mesh.surfaces[i]);
        }
      }
    }
  }

  /** Transforms, clips at the near plane and projects; gives the number of corners. */
  private int project(Mesh mesh, int polygon) {
    int from = mesh.first[polygon];
    int to = mesh.first[polygon + 1];
    int behind = 0;
    for (int k = from; k < to; k++) {
      int p = 3 * mesh.vertices[k];
      double x = mesh.points[p] - eastM;
      double y = mesh.points[p + 1] - northM;
      double z = mesh.points[p + 2] - upM;
      int c = 3 * (k - from);
      corners[c] = along(0, x, y, z);
      corners[c + 1] = along(3, x, y, z);
      corners[c + 2] = along(6, x, y, z);
      behind += corners[c + 2] < NEAR_M ? 1 : 0;
    }
    int count = to - from;
    if (behind == count) {
      return 0;
    }
    if (behind == 0) {
      for (int k = 0; k < count; k++) {
        screen(k, corners[3 * k], corners[3 * k + 1], corners[3 * k + 2]);
      }
      return count;
    }
    return clipped(count);
  }

  private int clipped(int count) {
    int kept = 0;
    for (int k = 0; k < count; k++) {
      int a = 3 * k;
      int b = 3 * ((k + 1) % count);
      double za = corners[a + 2];
      double zb = corners[b + 2];
      if (za >= NEAR_M) {
        screen(kept++, corners[a], corners[a + 1], za);
      }
      if ((za >= NEAR_M) != (zb >= NEAR_M)) {
        double t = (NEAR_M - za) / (zb - za);
        screen(
            kept++,
            corners[a] + t * (corners[b] - corners[a]),
            corners[a + 1] + t * (corners[b + 1] - corners[a + 1]),
            NEAR_M);
      }
    }
    return kept;
  }

  private void screen(int at, double x, double y, double z) {
    screenX[at] = width / 2.0 + focal * x / z;
    screenY[at] = height / 2.0 + focal * y / z;
  }

  private void fill(
      int count, double nx, double ny, double nz, double through, Mesh.Layer layer, Surface what) {
    double top = Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    double left = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    for (int k = 0; k < count; k++) {
      top = Math.min(top, screenY[k]);
      bottom = Math.max(bottom, screenY[k]);
      left = Math.min(left, screenX[k]);
      right = Math.max(right, screenX[k]);
    }
    int firstRow = (int) Math.max(0, Math.ceil(top - 0.5));
    int endRow = (int) Math.min(height, Math.ceil(bottom - 0.5));
    if (firstRow >= endRow || right < 0.5 || left > width) {
      return;
    }
    edges(count, firstRow, endRow);
    // one over the depth at a pixel's centre, from the plane
    double perX = nx / (focal * through);
    double perY = ny / (focal * through);
    double base = nz / through + perX * (0.5 - width / 2.0) + perY * (0.5 - height / 2.0);
    int number = layer == Mesh.Layer.SHADOW ? 0 : surfaceCount;
    boolean drawn = false;
    for (int row = firstRow; row < endRow; row++) {
      int from = leftEnd[row];
      int to = rightEnd[row];
      if (from < to) {
        drawn = true;
        span(row * width, from, to, (float) (base + perY * row), (float) perX, layer, number);
      }
    }
    if (drawn && number != 0) {
      surfaces[surfaceCount++] = what;
    }
  }

  private void edges(int count, int firstRow, int endRow) {
    Arrays.fill(leftEnd, firstRow, endRow, width);
    Arrays.fill(rightEnd, firstRow, endRow, 0);
    for (int k = 0; k < count; k++) {
      int m = k + 1 == count ? 0 : k + 1;
      double ax = screenX[k];
      double ay = screenY[k];
      double bx = screenX[m];
      double by = screenY[m];
      if (ay > by) {
        double t = ax;
        ax = bx;
        bx = t;
        t = ay;
        ay = by;
        by = t;
      }
      int from = (int) Math.max(firstRow, Math.ceil(ay - 0.5));
      int to = (int) Math.min(endRow, Math.ceil(by - 0.5));
      double slope = (bx - ax) / (by - ay);
      for (int row = from; row < to; row++) {
        double x = ax + (row + 0.5 - ay) * slope;
        int pixel = (int) Math.max(0, Math.min(width, Math.ceil(x - 0.5)));
        leftEnd[row] = Math.min(leftEnd[row], pixel);
        rightEnd[row] = Math.max(rightEnd[row], pixel);
      }
    }
  }

  private void span(
      int row, int from, int to, float base, float perX, Mesh.Layer layer, int number) {
    float[] near = nearness;
    int[] what = seen;
    if (layer == Mesh.Layer.SOLID) {
      for (int x = from; x < to; x++) {
        float value = base + perX * x;
        if (value > near[row + x]) {
          near[row + x] = value;
          what[row + x] = number;
        }
      }
    } else if (layer == Mesh.Layer.GROUND) {
      for (int x = from; x < to; x++) {
        float value = base + perX * x;
        if (value >= near[row + x] * (1 - COPLANAR)) {
          near[row + x] = value;
          what[row + x] = number;
        }
      }
    } else {
      for (int x = from; x < to; x++) {
        float value = base + perX * x;
        if (value >= near[row + x] * (1 - COPLANAR)) {
          what[row + x] |= SHADED;
        }
      }
    }
  }
}
