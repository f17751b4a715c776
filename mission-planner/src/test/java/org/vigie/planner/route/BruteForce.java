package org.vigie.planner.route;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * The least cost of a way by trying everything: all corners, all pairs, no idea of tangents, bounds
 * or indexes. Shares nothing with what it checks but the shapes.
 */
final class BruteForce {
  /** Whether a straight line stays out of all obstacles. */
  interface Lines {
    boolean isFree(Coordinate from, Coordinate to);
  }

  /** What a straight line costs. */
  interface Cost {
    double of(double east, double north);
  }

  private BruteForce() {}

  /** Dijkstra over all nodes; the way leads from the first to the second. */
  static double least(List<Coordinate> nodes, Lines lines, Cost cost) {
    int count = nodes.size();
    double[] least = new double[count];
    boolean[] done = new boolean[count];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    least[0] = 0;
    while (true) {
      int next = -1;
      for (int i = 0; i < count; i++) {
        if (!done[i] && least[i] < (next < 0 ? Double.POSITIVE_INFINITY : least[next])) {
          next = i;
        }
      }
      if (next < 0 || next == 1) {
        return least[1];
      }
      done[next] = true;
      Coordinate from = nodes.get(next);
      for (int i = 0; i < count; i++) {
        if (done[i]) {
          continue;
        }
        Coordinate to = nodes.get(i);
        double through = least[next] + cost.of(to.x - from.x, to.y - from.y);
        if (through < least[i] && lines.isFree(from, to)) {
          least[i] = through;
        }
      }
    }
  }

  /** Time by the ground speed that the wind triangle leaves. */
  static Cost windTriangle(double cruiseMps, double maxAirMps, double eastMps, double northMps) {
    return (east, north) -> {
      double length = Math.hypot(east, north);
      if (length == 0) {
        return 0;
      }
      double along = (eastMps * east + northMps * north) / length;
      double across = (eastMps * north - northMps * east) / length;
      return length
          / Math.min(cruiseMps, along + Math.sqrt(maxAirMps * maxAirMps - across * across));
    };
  }
}
