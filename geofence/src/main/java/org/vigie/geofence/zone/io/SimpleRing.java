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

  /** So many edges in a row are passed over at once where a box around them is far away. */
  private static final int RUN = 8;

  private final int edges;
  private final double[] x;
  private final double[] y;

  /** West, south, east, north of each run of edges. */
  private final double[] boxes;

  private SimpleRing(List<LatLon> ring) {
    edges = ring.size();
    x = new double[edges + 1];
    y = new double[edges + 1];
    for (int i = 0; i <= edges; i++) {
      LatLon point = ring.get(i % edges);
      x[i] = point.lonDeg();
      y[i] = point.latDeg();
    }
    boxes = new double[4 * (edges / RUN + 1)];
    for (int run = 0; run * RUN < edges; run++) {
      double[] box = box(run * RUN, Math.min(edges, run * RUN + RUN));
      System.arraycopy(box, 0, boxes, 4 * run, 4);
    }
  }

  /** True only if no edge touches another, but at the corner that both share. */
  static boolean isSurely(List<LatLon> ring) {
    return ring.size() <= CORNERS_MAX && new SimpleRing(ring).isSurely();
  }

  private boolean isSurely() {
    for (int i = 0; i < edges; i++) {
      if (!turns(i, (i + 1) % edges)) {
        return false;
      }
      double[] box = box(i, i + 1);
      // the edge before the first follows the last
      int end = i == 0 ? edges - 1 : edges;
      for (int run = (i + 2) / RUN; run * RUN < end; run++) {
        if (apart(box, boxes, 4 * run)) {
          continue;
        }
        for (int j = Math.max(i + 2, run * RUN); j < Math.min(end, run * RUN + RUN); j++) {
          if (!apart(box, box(j, j + 1), 0) && !onOneSide(i, j) && !onOneSide(j, i)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The box of the edges between two corners. */
  private double[] box(int first, int last) {
    double[] box = {x[first], y[first], x[first], y[first]};
    for (int i = first + 1; i <= last; i++) {
      box[0] = Math.min(box[0], x[i]);
      box[1] = Math.min(box[1], y[i]);
      box[2] = Math.max(box[2], x[i]);
      box[3] = Math.max(box[3], y[i]);
    }
    return box;
  }

  private static boolean apart(double[] one, double[] others, int at) {
    return one[2] < others[at]
        || one[3] < others[at + 1]
        || one[0] > others[at + 2]
        || one[1] > others[at + 3];
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
