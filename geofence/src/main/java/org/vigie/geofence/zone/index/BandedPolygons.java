package org.vigie.geofence.zone.index;

import java.util.List;
import org.vigie.geofence.lonlat.LonLatRings;
import org.vigie.geofence.lonlat.Orientation;

/**
 * Polygons in the plane of longitude and latitude. Each knows which of its edges reach into which
 * of some bands of latitude, so that a point is compared with the edges of its band alone.
 * Immutable.
 */
final class BandedPolygons {
  /** About so many edges start in a band. */
  private static final int EDGES_PER_BAND = 4;

  /**
   * Lists may hold so many times the edges: saw teeth that all reach from top to bottom would
   * otherwise be listed in every band.
   */
  private static final int LISTED_PER_EDGE_MAX = 8;

  /** Longitude and latitude in turn, ring after ring, each closed. */
  private final double[] points;

  /** First point of each polygon, and the end. */
  private final int[] pointStarts;

  private final double[] south;
  private final double[] bandsPerDeg;

  /** First entry of each polygon in the lists' starts, and the end. */
  private final int[] bandStarts;

  /** Where each band's list begins; its end is where the next begins. */
  private final int[] listStarts;

  /** Edges, by the index of their first point. */
  private final int[] lists;

  private final CellMaps maps;

  BandedPolygons(List<LonLatRings> polygons) {
    int count = polygons.size();
    Growing allPoints = new Growing();
    GrowingInts allLists = new GrowingInts();
    GrowingInts allListStarts = new GrowingInts();
    pointStarts = new int[count + 1];
    bandStarts = new int[count + 1];
    south = new double[count];
    bandsPerDeg = new double[count];
    for (int i = 0; i < count; i++) {
      LonLatRings polygon = polygons.get(i);
      int[] edges = append(polygon, allPoints);
      pointStarts[i + 1] = allPoints.size() / 2;
      south[i] = polygon.southDeg();
      double heightDeg = polygon.northDeg() - polygon.southDeg();
      int bands = bands(edges, allPoints.values(), south[i], heightDeg);
      bandsPerDeg[i] = perDeg(bands, heightDeg);
      list(edges, allPoints.values(), i, bands, allLists, allListStarts);
      bandStarts[i + 1] = allListStarts.size();
    }
    allListStarts.add(allLists.size());
    points = allPoints.toArray();
    lists = allLists.toArray();
    listStarts = allListStarts.toArray();
    maps = new CellMaps(count);
    for (int i = 0; i < count; i++) {
      LonLatRings polygon = polygons.get(i);
      maps.fill(
          i, this, polygon.westDeg(), polygon.southDeg(), polygon.eastDeg(), polygon.northDeg());
    }
  }

  /** The edges' first points. */
  private static int[] append(LonLatRings polygon, Growing points) {
    GrowingInts edges = new GrowingInts();
    for (int r = 0; r < polygon.size(); r++) {
      double[] ring = polygon.ring(r);
      for (int i = 0; i < ring.length; i += 2) {
        if (i + 2 < ring.length) {
          edges.add(points.size() / 2);
        }
        points.add(ring[i]);
        points.add(ring[i + 1]);
      }
    }
    return edges.toArray();
  }

  private static double perDeg(int bands, double heightDeg) {
    double perDeg = bands / heightDeg;
    return Double.isFinite(perDeg) ? perDeg : 0;
  }

  /** As many bands as keep the lists short. */
  private static int bands(int[] edges, double[] points, double south, double heightDeg) {
    int bands = Math.max(1, edges.length / EDGES_PER_BAND);
    while (bands > 1) {
      double perDeg = perDeg(bands, heightDeg);
      long listed = 0;
      for (int edge : edges) {
        double one = points[2 * edge + 1];
        double other = points[2 * edge + 3];
        listed +=
            1
                + band(Math.max(one, other), south, perDeg, bands)
                - band(Math.min(one, other), south, perDeg, bands);
      }
      if (listed <= (long) LISTED_PER_EDGE_MAX * edges.length) {
        break;
      }
      bands /= 2;
    }
    return bands;
  }

  private void list(
      int[] edges,
      double[] points,
      int polygon,
      int bands,
      GrowingInts lists,
      GrowingInts listStarts) {
    int[] ends = new int[bands + 1];
    for (int edge : edges) {
      int last = upper(points, edge, polygon, bands);
      for (int b = lower(points, edge, polygon, bands); b <= last; b++) {
        ends[b + 1]++;
      }
    }
    for (int b = 0; b < bands; b++) {
      listStarts.add(lists.size() + ends[b]);
      ends[b + 1] += ends[b];
    }
    int[] listed = new int[ends[bands]];
    for (int edge : edges) {
      int last = upper(points, edge, polygon, bands);
      for (int b = lower(points, edge, polygon, bands); b <= last; b++) {
        listed[ends[b]++] = edge;
      }
    }
    lists.addAll(listed);
  }

  private int lower(double[] points, int edge, int polygon, int bands) {
    double latDeg = Math.min(points[2 * edge + 1], points[2 * edge + 3]);
    return band(latDeg, south[polygon], bandsPerDeg[polygon], bands);
  }

  private int upper(double[] points, int edge, int polygon, int bands) {
    double latDeg = Math.max(points[2 * edge + 1], points[2 * edge + 3]);
    return band(latDeg, south[polygon], bandsPerDeg[polygon], bands);
  }

  /** Never falls as latitude rises, so that an edge is listed wherever it reaches. */
  private static int band(double latDeg, double south, double perDeg, int bands) {
    int band = (int) ((latDeg - south) * perDeg);
    return band < 0 ? 0 : Math.min(band, bands - 1);
  }

  /** Whether a point in a polygon's box lies in it or on an edge, also a hole's: exact. */
  boolean contains(int polygon, double x, double y) {
    int mark = maps.mark(polygon, x, y);
    return mark == CellMaps.INSIDE || (mark == CellMaps.MIXED && crossed(polygon, x, y));
  }

  /** As {@link #contains}, wherever the point is, by the edges alone. */
  boolean crossed(int polygon, double x, double y) {
    int from = bandStarts[polygon];
    int bands = bandStarts[polygon + 1] - from;
    int band = from + band(y, south[polygon], bandsPerDeg[polygon], bands);
    int end = listStarts[band + 1];
    boolean inside = false;
    for (int i = listStarts[band]; i < end; i++) {
      int edge = 2 * lists[i];
      double ay = points[edge + 1];
      double by = points[edge + 3];
      boolean above = ay > y;
      if (above == by > y && ay != y && by != y) {
        continue;
      }
      double ax = points[edge];
      double bx = points[edge + 2];
      if (ax < x && bx < x) {
        continue;
      }
      if (ay == y && by == y) {
        if (Math.min(ax, bx) <= x) {
          return true;
        }
      } else if (above == by > y) {
        // the edge only touches the parallel, with an end
        if (ay == y ? ax == x : bx == x) {
          return true;
        }
      } else if (ax > x && bx > x) {
        inside = !inside;
      } else {
        int side = Orientation.of(ax, ay, bx, by, x, y);
        if (side == 0) {
          return true;
        }
        // the parallel meets the edge east of the point
        if (side > 0 == by > ay) {
          inside = !inside;
        }
      }
    }
    return inside;
  }

  /** Calls back for the edges that may reach into latitudes, some of them more than once. */
  boolean anyEdge(int polygon, double southDeg, double northDeg, EdgeTest test) {
    int from = bandStarts[polygon];
    int bands = bandStarts[polygon + 1] - from;
    int first = band(southDeg, south[polygon], bandsPerDeg[polygon], bands);
    int last = band(northDeg, south[polygon], bandsPerDeg[polygon], bands);
    for (int i = listStarts[from + first]; i < listStarts[from + last + 1]; i++) {
      int edge = 2 * lists[i];
      if (test.holds(points[edge], points[edge + 1], points[edge + 2], points[edge + 3])) {
        return true;
      }
    }
    return false;
  }

  /** Longitude of the outer ring's first point. */
  double firstLonDeg(int polygon) {
    return points[2 * pointStarts[polygon]];
  }

  /** Latitude of the outer ring's first point. */
  double firstLatDeg(int polygon) {
    return points[2 * pointStarts[polygon] + 1];
  }

  /** Something asked of an edge. */
  @FunctionalInterface
  interface EdgeTest {
    boolean holds(double ax, double ay, double bx, double by);
  }
}
