package org.vigie.planner.route;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Lines among polygons on a grid of whole numbers, decided in whole numbers: a line is cut wherever
 * it meets an edge, and the middle of each piece is asked for. Exact up to coordinates of 400.
 *
 * @param polygons each a list of closed rings; inside is where a ray crosses an odd number of edges
 * @param areas likewise; a line stays in it
 */
record IntegerLines(List<List<long[][]>> polygons, List<List<long[][]>> areas)
    implements BruteForce.Lines {
  private static final long LIMIT = 400;

  @Override
  public boolean isFree(Coordinate from, Coordinate to) {
    long[] p = whole(from);
    long[] q = whole(to);
    return polygons.stream().noneMatch(polygon -> pieces(p, q, polygon, 1))
        && areas.stream().noneMatch(area -> pieces(p, q, area, -1));
  }

  private static long[] whole(Coordinate point) {
    long[] whole = {Math.round(point.x), Math.round(point.y)};
    if (whole[0] != point.x || whole[1] != point.y || Math.abs(whole[0]) > LIMIT) {
      throw new AssertionError("not on the grid: " + point);
    }
    return whole;
  }

  /** Whether some piece's middle lies inside (1) or outside (-1). */
  private static boolean pieces(long[] p, long[] q, List<long[][]> rings, int wanted) {
    long dx = q[0] - p[0];
    long dy = q[1] - p[1];
    List<long[]> cuts = new ArrayList<>(List.of(new long[] {0, 1}, new long[] {1, 1}));
    for (long[][] ring : rings) {
      for (int i = 0; i + 1 < ring.length; i++) {
        long ax = ring[i][0] - p[0];
        long ay = ring[i][1] - p[1];
        long ex = ring[i + 1][0] - ring[i][0];
        long ey = ring[i + 1][1] - ring[i][1];
        long slope = dx * ey - dy * ex;
        if (slope == 0) {
          cut(cuts, ax * dx + ay * dy, dx * dx + dy * dy);
        } else {
          long onEdge = ax * dy - ay * dx;
          boolean hits =
              slope > 0 ? onEdge >= 0 && onEdge <= slope : onEdge <= 0 && onEdge >= slope;
          if (hits) {
            cut(cuts, slope > 0 ? ax * ey - ay * ex : ay * ex - ax * ey, Math.abs(slope));
          }
        }
      }
    }
    cuts.sort((one, other) -> Long.compare(one[0] * other[1], other[0] * one[1]));
    for (int i = 0; i + 1 < cuts.size(); i++) {
      long[] one = cuts.get(i);
      long[] other = cuts.get(i + 1);
      if (one[0] * other[1] != other[0] * one[1]) {
        long scale = 2 * one[1] * other[1];
        long part = one[0] * other[1] + other[0] * one[1];
        if (place(p[0] * scale + dx * part, p[1] * scale + dy * part, scale, rings) == wanted) {
          return true;
        }
      }
    }
    return false;
  }

  private static void cut(List<long[]> cuts, long over, long under) {
    if (over > 0 && over < under) {
      cuts.add(new long[] {over, under});
    }
  }

  /** 1 inside, 0 on an edge, -1 outside. */
  private static int place(long x, long y, long scale, List<long[][]> rings) {
    boolean inside = false;
    for (long[][] ring : rings) {
      for (int i = 0; i + 1 < ring.length; i++) {
        long ax = ring[i][0] * scale;
        long ay = ring[i][1] * scale;
        long bx = ring[i + 1][0] * scale;
        long by = ring[i + 1][1] * scale;
        long ex = ring[i + 1][0] - ring[i][0];
        long ey = ring[i + 1][1] - ring[i][1];
        long turn =
            Math.subtractExact(Math.multiplyExact(ex, y - ay), Math.multiplyExact(ey, x - ax));
        if (turn == 0
            && x >= Math.min(ax, bx)
            && x <= Math.max(ax, bx)
            && y >= Math.min(ay, by)
            && y <= Math.max(ay, by)) {
          return 0;
        }
        if ((ay > y) != (by > y) && (turn > 0) == (ey > 0)) {
          inside = !inside;
        }
      }
    }
    return inside ? 1 : -1;
  }
}
