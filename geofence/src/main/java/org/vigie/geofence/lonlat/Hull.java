package org.vigie.geofence.lonlat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The convex hull of points, exact: Andrew's monotone chain on exact orientations. */
final class Hull {
  private record Corner(double x, double y) {}

  private Hull() {}

  /**
   * A closed ring of x, y pairs; points on one line, or all in one place, give a ring there and
   * back.
   */
  static double[] of(double[] points) {
    List<Corner> corners = new ArrayList<>();
    for (int i = 0; i < points.length; i += 2) {
      corners.add(new Corner(points[i], points[i + 1]));
    }
    corners.sort(Comparator.comparingDouble(Corner::x).thenComparingDouble(Corner::y));
    List<Corner> hull = new ArrayList<>();
    chain(hull, corners, 0);
    int lower = hull.size() - 1;
    for (int i = 0, j = corners.size() - 1; i < j; i++, j--) {
      Corner swapped = corners.get(i);
      corners.set(i, corners.get(j));
      corners.set(j, swapped);
    }
    chain(hull, corners, lower);
    if (hull.size() == 1) {
      hull.add(hull.get(0));
    }
    double[] ring = new double[2 * hull.size()];
    for (int i = 0; i < hull.size(); i++) {
      ring[2 * i] = hull.get(i).x;
      ring[2 * i + 1] = hull.get(i).y;
    }
    return ring;
  }

  private static void chain(List<Corner> hull, List<Corner> corners, int kept) {
    for (Corner corner : corners) {
      while (hull.size() >= kept + 2 && !turnsLeft(hull, corner)) {
        hull.remove(hull.size() - 1);
      }
      if (hull.isEmpty() || !hull.get(hull.size() - 1).equals(corner)) {
        hull.add(corner);
      }
    }
  }

  private static boolean turnsLeft(List<Corner> hull, Corner corner) {
    Corner a = hull.get(hull.size() - 2);
    Corner b = hull.get(hull.size() - 1);
    return Orientation.of(a.x, a.y, b.x, b.y, corner.x, corner.y) > 0;
  }
}
