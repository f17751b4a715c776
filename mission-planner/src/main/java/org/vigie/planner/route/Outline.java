package org.vigie.planner.route;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * The rings of an area, its inside on their left, and whether segments enter it. Decided by the
 * signs of determinants alone, which are exact: there is no tolerance. Points on the outline are
 * outside. Through a single point where two rings of one area touch there is no way. Immutable.
 */
final class Outline {
  private final double[] x;
  private final double[] y;
  private final int[] before;
  private final int[] after;
  private final BoxTree edges;
  private final double maxX;

  private Outline(List<Coordinate[]> rings) {
    int count = rings.stream().mapToInt(ring -> ring.length).sum();
    x = new double[count];
    y = new double[count];
    before = new int[count];
    after = new int[count];
    double[] bounds = new double[4 * count];
    int first = 0;
    double east = Double.NEGATIVE_INFINITY;
    for (Coordinate[] ring : rings) {
      for (int i = 0; i < ring.length; i++) {
        Coordinate to = ring[(i + 1) % ring.length];
        x[first + i] = ring[i].x;
        y[first + i] = ring[i].y;
        before[first + i] = first + (i + ring.length - 1) % ring.length;
        after[first + i] = first + (i + 1) % ring.length;
        bounds[4 * (first + i)] = Math.min(ring[i].x, to.x);
        bounds[4 * (first + i) + 1] = Math.min(ring[i].y, to.y);
        bounds[4 * (first + i) + 2] = Math.max(ring[i].x, to.x);
        bounds[4 * (first + i) + 3] = Math.max(ring[i].y, to.y);
        east = Math.max(east, ring[i].x);
      }
      first += ring.length;
    }
    edges = new BoxTree(bounds);
    maxX = east;
  }

  /** The outline of the polygons of a valid geometry; what else it holds has no inside. */
  static Outline of(Geometry area) {
    List<Coordinate[]> rings = new ArrayList<>();
    for (int i = 0; i < area.getNumGeometries(); i++) {
      if (area.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        rings.add(open(polygon.getExteriorRing(), true));
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          rings.add(open(polygon.getInteriorRingN(hole), false));
        }
      }
    }
    return new Outline(rings);
  }

  /** A ring without repeated points, with the area on its left. */
  private static Coordinate[] open(LinearRing ring, boolean shell) {
    List<Coordinate> points = new ArrayList<>();
    for (Coordinate point : ring.getCoordinates()) {
      if (points.isEmpty() || !points.get(points.size() - 1).equals2D(point)) {
        points.add(point);
      }
    }
    points.remove(points.size() - 1);
    if (Orientation.isCCW(ring.getCoordinates()) != shell) {
      Collections.reverse(points);
    }
    return points.toArray(Coordinate[]::new);
  }

  int size() {
    return x.length;
  }

  double x(int vertex) {
    return x[vertex];
  }

  double y(int vertex) {
    return y[vertex];
  }

  int before(int vertex) {
    return before[vertex];
  }

  int after(int vertex) {
    return after[vertex];
  }

  /** Whether the area sticks out there: the only places where a soonest way turns. */
  boolean isCorner(int vertex) {
    return side(before[vertex], vertex, x[after[vertex]], y[after[vertex]]) > 0;
  }

  /** Whether a point lies inside, not on the outline. */
  boolean holds(double px, double py) {
    RayCrossingCounter counter = new RayCrossingCounter(new Coordinate(px, py));
    edges.along(
        px,
        py,
        Math.max(px, maxX),
        py,
        i -> {
          counter.countSegment(
              new Coordinate(x[i], y[i]), new Coordinate(x[after[i]], y[after[i]]));
          return false;
        });
    return counter.getLocation() == Location.INTERIOR;
  }

  /**
   * Whether a segment between two different points that are not inside has a point inside. To touch
   * the outline or to follow it is not to enter.
   */
  boolean isEntered(double px, double py, double qx, double qy) {
    return edges.along(px, py, qx, qy, i -> isEnteredAt(i, px, py, qx, qy));
  }

  /** Whether the segment enters across an edge, or at its first vertex. */
  private boolean isEnteredAt(int from, double px, double py, double qx, double qy) {
    int to = after[from];
    int sideFrom = Outline.side(px, py, qx, qy, x[from], y[from]);
    int sideTo = Outline.side(px, py, qx, qy, x[to], y[to]);
    if (sideFrom == 0) {
      return isBetween(x[from], px, qx)
          && isBetween(y[from], py, qy)
          && (opensTo(from, px, py) || opensTo(from, qx, qy));
    }
    if (sideFrom * sideTo >= 0) {
      return false;
    }
    int sideP = side(from, to, px, py);
    int sideQ = side(from, to, qx, qy);
    // an end on the edge: the other end decides; else both are beyond each other's line
    return sideP * sideQ < 0 || (sideP == 0 && sideQ > 0) || (sideQ == 0 && sideP > 0);
  }

  private static boolean isBetween(double value, double one, double other) {
    return Math.min(one, other) <= value && value <= Math.max(one, other);
  }

  /** Whether the way from a vertex towards a point leads inside. */
  private boolean opensTo(int vertex, double toX, double toY) {
    if (toX == x[vertex] && toY == y[vertex]) {
      return false;
    }
    int turn = side(before[vertex], vertex, x[after[vertex]], y[after[vertex]]);
    boolean leftOfFirst = side(before[vertex], vertex, toX, toY) > 0;
    if (turn == 0) {
      return leftOfFirst;
    }
    boolean leftOfSecond = side(vertex, after[vertex], toX, toY) > 0;
    return turn > 0 ? leftOfFirst && leftOfSecond : leftOfFirst || leftOfSecond;
  }

  private int side(int from, int to, double px, double py) {
    return side(x[from], y[from], x[to], y[to], px, py);
  }

  /** 1 when a point lies left of the line from a to b, -1 when right of it, 0 on it. */
  static int side(double ax, double ay, double bx, double by, double px, double py) {
    return CGAlgorithmsDD.orientationIndex(ax, ay, bx, by, px, py);
  }
}
