package org.vigie.planner.route;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Lines among polygons in general position, in plain doubles: the middle of each piece between two
 * edges lies deeper inside a polygon than rounding, or it does not.
 *
 * @param polygons each a list of closed rings
 */
record PlainLines(List<List<Coordinate[]>> polygons) implements BruteForce.Lines {
  private static final double DEPTH_M = 1e-7;

  @Override
  public boolean isFree(Coordinate p, Coordinate q) {
    return polygons.stream().noneMatch(rings -> enters(p, q, rings));
  }

  private static boolean enters(Coordinate p, Coordinate q, List<Coordinate[]> rings) {
    double dx = q.x - p.x;
    double dy = q.y - p.y;
    List<Double> cuts = new ArrayList<>(List.of(0.0, 1.0));
    for (Coordinate[] ring : rings) {
      for (int i = 0; i + 1 < ring.length; i++) {
        double ex = ring[i + 1].x - ring[i].x;
        double ey = ring[i + 1].y - ring[i].y;
        double slope = dx * ey - dy * ex;
        double ax = ring[i].x - p.x;
        double ay = ring[i].y - p.y;
        double onEdge = (ax * dy - ay * dx) / slope;
        double onLine = (ax * ey - ay * ex) / slope;
        if (onEdge > -1e-6 && onEdge < 1 + 1e-6 && onLine > 0 && onLine < 1) {
          cuts.add(onLine);
        }
      }
    }
    Collections.sort(cuts);
    for (int i = 0; i + 1 < cuts.size(); i++) {
      double part = (cuts.get(i) + cuts.get(i + 1)) / 2;
      if (isDeep(p.x + part * dx, p.y + part * dy, rings)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDeep(double x, double y, List<Coordinate[]> rings) {
    boolean inside = false;
    double nearest = Double.POSITIVE_INFINITY;
    for (Coordinate[] ring : rings) {
      for (int i = 0; i + 1 < ring.length; i++) {
        Coordinate a = ring[i];
        Coordinate b = ring[i + 1];
        if ((a.y > y) != (b.y > y) && x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x) {
          inside = !inside;
        }
        double ex = b.x - a.x;
        double ey = b.y - a.y;
        double t = ((x - a.x) * ex + (y - a.y) * ey) / (ex * ex + ey * ey);
        double on = Math.max(0, Math.min(1, t));
        nearest = Math.min(nearest, Math.hypot(x - a.x - on * ex, y - a.y - on * ey));
      }
    }
    return inside && nearest > DEPTH_M;
  }
}
