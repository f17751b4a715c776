package org.vigie.simulator.camera.picture;

import java.util.Arrays;

/**
 * Flat convex polygons near each other. Immutable once built; {@link Builder} builds it.
 *
 * <p>Positions are metres east, north and up in the scene's frame. Each polygon has a plane of its
 * own, so that pieces of one ground lie exactly in one plane however small they were cut.
 */
final class Mesh {
  /** How a polygon enters the picture. */
  enum Layer {
    /** Lies on the ground: later ones cover earlier ones. */
    GROUND,
    /** Darkens the ground that it lies on. */
    SHADOW,
    /** Stands: the nearest is seen. */
    SOLID
  }

  final float[] points;
  final int[] first;
  final int[] vertices;
  final float[] planes;
  final Surface[] surfaces;
  final Layer[] layers;
  final float centreEast;
  final float centreNorth;
  final float centreUp;
  final float radius;

  private Mesh(Builder from) {
    points = Arrays.copyOf(from.points, 3 * from.pointCount);
    first = Arrays.copyOf(from.first, from.count + 1);
    first[from.count] = from.vertexCount;
    vertices = Arrays.copyOf(from.vertices, from.vertexCount);
    planes = Arrays.copyOf(from.planes, 4 * from.count);
    surfaces = Arrays.copyOf(from.surfaces, from.count);
    layers = Arrays.copyOf(from.layers, from.count);
    float[] low = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE};
    float[] high = {-Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
    for (int i = 0; i < points.length; i++) {
      low[i % 3] = Math.min(low[i % 3], points[i]);
      high[i % 3] = Math.max(high[i % 3], points[i]);
    }
    boolean empty = points.length == 0;
    centreEast = empty ? 0 : (low[0] + high[0]) / 2;
    centreNorth = empty ? 0 : (low[1] + high[1]) / 2;
    centreUp = empty ? 0 : (low[2] + high[2]) / 2;
    double across = empty ? 0 : Math.hypot(high[0] - low[0], high[1] - low[1]);
    radius = empty ? 0 : (float) (Math.hypot(across, high[2] - low[2]) / 2);
  }

  int size() {
    return surfaces.length;
  }

  /** Collects polygons. */
  static final class Builder {
    private float[] points = new float[3 * 64];
    private int[] first = new int[32];
    private int[] vertices = new int[128];
    private float[] planes = new float[4 * 32];
    private Surface[] surfaces = new Surface[32];
    private Layer[] layers = new Layer[32];
    private int pointCount;
    private int vertexCount;
    private int count;

    boolean isEmpty() {
      return count == 0;
    }

    /**
     * Adds a polygon in its own plane, seen from where it runs against the clock.
     *
     * @param corners east, north, up of each
     */
    void add(Layer layer, Surface surface, double... corners) {
      double ux = corners[3] - corners[0];
      double uy = corners[4] - corners[1];
      double uz = corners[5] - corners[2];
      int last = corners.length - 3;
      double vx = corners[last] - corners[0];
      double vy = corners[last + 1] - corners[1];
      double vz = corners[last + 2] - corners[2];
      add(
          layer,
          surface,
          new double[] {uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx},
          corners);
    }

    /**
     * Adds a polygon in a given plane through its first corner.
     *
     * @param normal towards the side from which it is seen, of any length
     */
    void add(Layer layer, Surface surface, double[] normal, double[] corners) {
      double length =
          Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
      if (length < 1e-12) {
        return;
      }
      reserve(corners.length / 3);
      double through = 0;
      for (int i = 0; i < 3; i++) {
        planes[4 * count + i] = (float) (normal[i] / length);
        through += normal[i] / length * corners[i];
      }
      planes[4 * count + 3] = (float) through;
      first[count] = vertexCount;
      surfaces[count] = surface;
      layers[count] = layer;
      count++;
      for (int i = 0; i < corners.length; i += 3) {
        vertices[vertexCount++] = pointCount;
        points[3 * pointCount] = (float) corners[i];
        points[3 * pointCount + 1] = (float) corners[i + 1];
        points[3 * pointCount + 2] = (float) corners[i + 2];
        pointCount++;
      }
    }

    private void reserve(int corners) {
      if (3 * (pointCount + corners) > points.length) {
        points = Arrays.copyOf(points, 2 * points.length + 3 * corners);
      }
      if (vertexCount + corners > vertices.length) {
        vertices = Arrays.copyOf(vertices, 2 * vertices.length + corners);
      }
      if (count + 1 >= first.length) {
        first = Arrays.copyOf(first, 2 * first.length);
        planes = Arrays.copyOf(planes, 2 * planes.length);
        surfaces = Arrays.copyOf(surfaces, 2 * surfaces.length);
        layers = Arrays.copyOf(layers, 2 * layers.length);
      }
    }

    Mesh build() {
      return new Mesh(this);
    }
  }
}
