package org.vigie.planner.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The length of a shortest path by trying everything: all corners, all pairs, crossing tests
 * written out, Bellman-Ford. Shares nothing with what it checks but the shapes.
 */
final class BruteForce {
  private BruteForce() {}

  static double lengthM(Geometry obstacles, Coordinate from, Coordinate to) {
    List<Coordinate[]> rings = rings(obstacles);
    List<Coordinate> nodes = new ArrayList<>(List.of(from, to));
    rings.forEach(ring -> nodes.addAll(Arrays.asList(ring).subList(0, ring.length - 1)));
    double[] length = new double[nodes.size()];
    Arrays.fill(length, Double.POSITIVE_INFINITY);
    length[0] = 0;
    double[][] edge = new double[nodes.size()][nodes.size()];
    for (int i = 0; i < nodes.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean free = free(nodes.get(i), nodes.get(j), rings);
        edge[i][j] = free ? nodes.get(i).distance(nodes.get(j)) : Double.POSITIVE_INFINITY;
        edge[j][i] = edge[i][j];
      }
    }
    for (int pass = 0; pass < nodes.size(); pass++) {
      for (int i = 0; i < nodes.size(); i++) {
        for (int j = 0; j < nodes.size(); j++) {
          length[j] = i == j ? length[j] : Math.min(length[j], length[i] + edge[i][j]);
        }
      }
    }
    return length[1];
  }

  /** Free when no sampled point lies deeper than a hair inside. */
  private static boolean free(Coordinate a, Coordinate b, List<Coordinate[]> rings) {
    for (Coordinate[] ring : rings) {
      for (int i = 0; i + 1 < ring.length; i++) {
        if (properlyCross(a, b, ring[i], ring[i + 1])) {
          return false;
        }
      }
    }
    int samples = 200;
    for (int k = 0; k <= samples; k++) {
      double x = a.x + (b.x - a.x) * k / samples;
      double y = a.y + (b.y - a.y) * k / samples;
      if (deepInside(x, y, rings)) {
        return false;
      }
    }
    return true;
  }

  private static boolean properlyCross(Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
    double eps = 1e-6 * Math.max(1, a.distance(b)) * Math.max(1, c.distance(d));
    return side(a, b, c) * side(a, b, d) < 0
        && side(c, d, a) * side(c, d, b) < 0
        && Math.abs(side(a, b, c)) > eps
        && Math.abs(side(a, b, d)) > eps
        && Math.abs(side(c, d, a)) > eps
        && Math.abs(side(c, d, b)) > eps;
  }

  private static double side(Coordinate a, Coordinate b, Coordinate p) {
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
  }

  private static boolean deepInside(double x, double y, List<Coordinate[]> rings) {
    boolean inside = false;
    double nearest = Double.POSITIVE_INFINITY;
    for (Coordinate[] ring : rings) {
      for (int i = 0; i + 1 < ring.length; i++) {
        Coordinate p = ring[i];
        Coordinate q = ring[i + 1];
        if ((p.y > y) != (q.y > y) && x < (q.x - p.x) * (y - p.y) / (q.y - p.y) + p.x) {
          inside = !inside;
        }
        double ex = q.x - p.x;
        double ey = q.y - p.y;
        double t =
            Math.max(0, Math.min(1, ((x - p.x) * ex + (y - p.y) * ey) / (ex * ex + ey * ey)));
        nearest = Math.min(nearest, Math.hypot(x - p.x - t * ex, y - p.y - t * ey));
      }
    }
    return inside && nearest > 1e-3;
  }

  private static List<Coordinate[]> rings(Geometry geometry) {
    List<Coordinate[]> rings = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry boundary = geometry.getGeometryN(i).getBoundary();
      for (int k = 0; k < boundary.getNumGeometries(); k++) {
        rings.add(boundary.getGeometryN(k).getCoordinates());
      }
    }
    return rings;
  }
}
