package org.vigie.geofence.zone.io;

import java.util.List;
import org.vigie.geofence.geo.LatLon;

/**
 * A quick look at a ring that may spare a slow one: nearly all rings of a publication are plainly
 * simple, and to see it takes a few comparisons for each pair of edges.
 */
final class SimpleRing {
  /** Every edge is held against every other: beyond this a sweep is faster. */
  private static final int CORNERS_MAX = 400;

  /**
   * A sum of two products of differences has its sign if it is larger than this part of the
   * products' sizes: some times what three roundings of 2^-53 each can do.
   *
   * @source J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric
   *     Predicates, 1997: (3 + 16 e) e = 3.3e-16 for orientation
   */
  private static final double ROUNDING = 1e-15;

  private final double[] x;
  private final double[] y;

  private SimpleRing(List<LatLon> ring) {
    int n = ring.size();
    x = new double[n + 1];
    y = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      LatLon point = ring.get(i % n);
      x[i] = point.lonDeg();
      y[i] = point.latDeg();
    }
  }

  /** True only if no edge touches another, but at the corner that both share. */
  static boolean isSurely(List<LatLon> ring) {
    return ring.size() <= CORNERS_MAX && new SimpleRing(ring).isSurely();
  }

  private boolean isSurely() {
    int n = x.length - 1;
    for (int i = 0; i < n; i++) {
      if (!turns(i, (i + 1) % n)) {
        return false;
      }
      double west = Math.min(x[i], x[i + 1]);
      double east = Math.max(x[i], x[i + 1]);
      double south = Math.min(y[i], y[i + 1]);
      double north = Math.max(y[i], y[i + 1]);
      // the edge before the first follows the last
      int end = i == 0 ? n - 1 : n;
      for (int j = i + 2; j < end; j++) {
        boolean apart =
            (x[j] < west && x[j + 1] < west)
                || (x[j] > east && x[j + 1] > east)
                || (y[j] < south && y[j + 1] < south)
                || (y[j] > north && y[j + 1] > north);
        if (!apart && !onOneSide(i, j) && !onOneSide(j, i)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether an edge surely does not run back along the one before it. */
  private boolean turns(int edge, int next) {
    double dx = x[edge + 1] - x[edge];
    double dy = y[edge + 1] - y[edge];
    double nextDx = x[next + 1] - x[next];
    double nextDy = y[next + 1] - y[next];
    double along = dx * nextDx;
    double across = dy * nextDy;
    return sign(dx * nextDy, -dy * nextDx) != 0 || sign(along, across) > 0;
  }

  /** Whether both ends of an edge surely lie on one side of another's line. */
  private boolean onOneSide(int line, int edge) {
    int from = side(line, edge);
    return from != 0 && from == side(line, edge + 1);
  }

  private int side(int line, int point) {
    double left = (x[line] - x[point]) * (y[line + 1] - y[point]);
    double right = (y[line] - y[point]) * (x[line + 1] - x[point]);
    return sign(left, -right);
  }

  /** The sign of a sum of two products; zero when rounding may have made it. */
  private static int sign(double one, double other) {
    double sum = one + other;
    double error = ROUNDING * (Math.abs(one) + Math.abs(other));
    return sum > error ? 1 : sum < -error ? -1 : 0;
  }
}
