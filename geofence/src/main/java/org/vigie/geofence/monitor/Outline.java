package org.vigie.geofence.monitor;

import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * The boundary of an area in a local frame, as plain numbers: closed rings, or a circle as a point
 * with a reach. Edges are kept in boxes of a few, so that most of them need no look. Immutable.
 */
final class Outline {
  /** Neighbouring edges that share a box: few enough to be near each other. */
  private static final int EDGES_PER_BOX = 8;

  /** Rays are this thick at least: one through a corner must not slip between two edges. */
  private static final double RAY_M = 1e-6;

  /** Shorter than a nanometre an edge is a point. */
  private static final double LENGTH2_MIN = 1e-18;

  private final int edges;
  private final double[] x;
  private final double[] y;
  private final double[] ex;
  private final double[] ey;
  private final double[] length;
  private final double[] inverseLength2;
  private final double[] boxes;
  private final int whole;
  private final double reachM;

  /**
   * @param rings closed: the last point repeats the first
   * @param reachM how far the area goes beyond its edges; not 0 for circles only
   */
  private Outline(List<Coordinate[]> rings, double reachM) {
    this.edges = rings.stream().mapToInt(ring -> ring.length - 1).sum();
    this.reachM = reachM;
    x = new double[edges];
    y = new double[edges];
    ex = new double[edges];
    ey = new double[edges];
    length = new double[edges];
    inverseLength2 = new double[edges];
    int i = 0;
    for (Coordinate[] ring : rings) {
      for (int k = 1; k < ring.length; k++, i++) {
        x[i] = ring[k - 1].x;
        y[i] = ring[k - 1].y;
        ex[i] = ring[k].x - x[i];
        ey[i] = ring[k].y - y[i];
        length[i] = Math.hypot(ex[i], ey[i]);
        double length2 = ex[i] * ex[i] + ey[i] * ey[i];
        inverseLength2[i] = length2 < LENGTH2_MIN ? 0 : 1 / length2;
      }
    }
    whole = 4 * ((edges + EDGES_PER_BOX - 1) / EDGES_PER_BOX);
    boxes = new double[whole + 4];
    System.arraycopy(emptyBox(), 0, boxes, whole, 4);
    fillBoxes();
  }

  static Outline of(List<Coordinate[]> rings) {
    return new Outline(rings, 0);
  }

  static Outline circle(Coordinate centre, double radiusM) {
    return new Outline(Collections.singletonList(new Coordinate[] {centre, centre}), radiusM);
  }

  private static double[] emptyBox() {
    return new double[] {
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
  }

  private void fillBoxes() {
    for (int i = 0; i < edges; i++) {
      int at = i / EDGES_PER_BOX * 4;
      if (i % EDGES_PER_BOX == 0) {
        System.arraycopy(emptyBox(), 0, boxes, at, 4);
      }
      for (int end = 0; end < 2; end++) {
        grow(boxes, at, x[i] + end * ex[i], y[i] + end * ey[i]);
        grow(boxes, whole, x[i] + end * ex[i], y[i] + end * ey[i]);
      }
    }
  }

  private static void grow(double[] box, int at, double px, double py) {
    box[at] = Math.min(box[at], px);
    box[at + 1] = Math.min(box[at + 1], py);
    box[at + 2] = Math.max(box[at + 2], px);
    box[at + 3] = Math.max(box[at + 3], py);
  }

  int edges() {
    return edges;
  }

  /** Writes the bounding box, reach included: least x and y, greatest x and y. */
  void writeBounds(double[] into, int at) {
    into[at] = boxes[whole] - reachM;
    into[at + 1] = boxes[whole + 1] - reachM;
    into[at + 2] = boxes[whole + 2] + reachM;
    into[at + 3] = boxes[whole + 3] + reachM;
  }

  /** Distance to the boundary: positive inside, negative outside, 0 on it. */
  double marginM(double px, double py) {
    double nearest2 = Double.POSITIVE_INFINITY;
    boolean inside = false;
    for (int box = 0, from = 0; from < edges; box += 4, from += EDGES_PER_BOX) {
      int until = Math.min(edges, from + EDGES_PER_BOX);
      if (py >= boxes[box + 1] && py <= boxes[box + 3] && px <= boxes[box + 2]) {
        for (int i = from; i < until; i++) {
          double y1 = y[i] + ey[i];
          if ((y[i] > py) != (y1 > py) && px < x[i] + ex[i] * (py - y[i]) / ey[i]) {
            inside = !inside;
          }
        }
      }
      if (boxDistance2(box, px, py) < nearest2) {
        for (int i = from; i < until; i++) {
          nearest2 = Math.min(nearest2, distance2(i, px, py));
        }
      }
    }
    double distanceM = Math.sqrt(nearest2);
    return reachM > 0 ? reachM - distanceM : inside ? distanceM : -distanceM;
  }

  private double boxDistance2(int box, double px, double py) {
    double dx = px < boxes[box] ? boxes[box] - px : px > boxes[box + 2] ? px - boxes[box + 2] : 0;
    double dy =
        py < boxes[box + 1] ? boxes[box + 1] - py : py > boxes[box + 3] ? py - boxes[box + 3] : 0;
    return dx * dx + dy * dy;
  }

  private double distance2(int i, double px, double py) {
    double wx = px - x[i];
    double wy = py - y[i];
    double along = (wx * ex[i] + wy * ey[i]) * inverseLength2[i];
    double clamped = along <= 0 ? 0 : along >= 1 ? 1 : along;
    double dx = wx - clamped * ex[i];
    double dy = wy - clamped * ey[i];
    return dx * dx + dy * dy;
  }

  /**
   * First time, from one to another, at which a moving point is within a distance of the boundary;
   * infinite when it never is. A point inside a circle is.
   *
   * @param px where the point is at time 0
   * @param vx how fast it goes, metres per second
   */
  double firstNearS(
      double px, double py, double vx, double vy, double nearM, double fromS, double untilS) {
    double r = Math.max(RAY_M, nearM) + reachM;
    double speed = Math.hypot(vx, vy);
    double first = Double.POSITIVE_INFINITY;
    double until = untilS;
    double ax = px + vx * fromS;
    double ay = py + vy * fromS;
    if (missesBox(whole, ax, ay, vx, vy, speed, r, until - fromS)) {
      return first;
    }
    for (int box = 0, from = 0; from < edges; box += 4, from += EDGES_PER_BOX) {
      if (missesBox(box, ax, ay, vx, vy, speed, r, until - fromS)) {
        continue;
      }
      for (int i = from; i < Math.min(edges, from + EDGES_PER_BOX); i++) {
        double t = fromS + edgeNearS(i, ax, ay, vx, vy, r);
        if (t <= until) {
          first = t;
          until = t;
        }
      }
    }
    return first;
  }

  private boolean missesBox(
      int box, double ax, double ay, double vx, double vy, double speed, double r, double s) {
    double hx = (boxes[box + 2] - boxes[box]) / 2;
    double hy = (boxes[box + 3] - boxes[box + 1]) / 2;
    double cx = boxes[box] + hx - ax;
    double cy = boxes[box + 1] + hy - ay;
    double alongMax = speed * speed * s;
    double along = cx * vx + cy * vy;
    double alongHalf = Math.abs(vx) * hx + Math.abs(vy) * hy + r * speed;
    return Math.abs(cx * vy - cy * vx) > Math.abs(vy) * hx + Math.abs(vx) * hy + r * speed
        || along + alongHalf < 0
        || along - alongHalf > alongMax
        || (speed == 0 && (Math.abs(cx) > hx + r || Math.abs(cy) > hy + r));
  }

  /** First time from now on at which a moving point is within r of an edge. */
  private double edgeNearS(int i, double ax, double ay, double vx, double vy, double r) {
    if (distance2(i, ax, ay) <= r * r) {
      return 0;
    }
    double first =
        Math.min(
            discS(ax - x[i], ay - y[i], vx, vy, r),
            discS(ax - x[i] - ex[i], ay - y[i] - ey[i], vx, vy, r));
    if (length[i] > 0) {
      double ux = ex[i] / length[i];
      double uy = ey[i] / length[i];
      double beside = (ay - y[i]) * ux - (ax - x[i]) * uy;
      double closing = (vy * ux - vx * uy) * Math.signum(beside);
      if (Math.abs(beside) > r && closing < 0) {
        double t = (r - Math.abs(beside)) / closing;
        double along = (ax + vx * t - x[i]) * ux + (ay + vy * t - y[i]) * uy;
        if (along >= 0 && along <= length[i]) {
          first = Math.min(first, t);
        }
      }
    }
    return first;
  }

  /** When a point that is outside a disc around the origin comes into it. */
  private static double discS(double wx, double wy, double vx, double vy, double r) {
    double v2 = vx * vx + vy * vy;
    double closing = wx * vx + wy * vy;
    double discriminant = closing * closing - v2 * (wx * wx + wy * wy - r * r);
    return closing >= 0 || discriminant < 0
        ? Double.POSITIVE_INFINITY
        : Math.max(0, (-closing - Math.sqrt(discriminant)) / v2);
  }
}
