package org.vigie.planner.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Shortest paths round polygons, exact in the plane: A* over the visibility graph, whose edges are
 * looked for only from points that the search reaches. A path may touch an obstacle's edge.
 * Confined to one search area; not thread-safe.
 */
public final class RouteFinder {
  /** A search looks at most at the square of this many segments: about a second. */
  public static final int VERTICES_MAX = 1500;

  /** How deep a segment may lie in an obstacle and still count as touching its edge. */
  private static final double TOUCH_M = 1e-3;

  private final GeometryFactory factory;
  private final List<Coordinate> corners = new ArrayList<>();
  private final PreparedGeometry inside;

  /**
   * @param obstacles union of all obstacles
   * @throws TooComplexException if it has more than {@link #VERTICES_MAX} corners
   */
  public RouteFinder(Geometry obstacles) throws TooComplexException {
    this.factory = obstacles.getFactory();
    for (int i = 0; i < obstacles.getNumGeometries(); i++) {
      if (obstacles.getGeometryN(i) instanceof Polygon polygon) {
        addCorners(polygon.getExteriorRing(), true);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          addCorners(polygon.getInteriorRingN(hole), false);
        }
      }
    }
    if (corners.size() > VERTICES_MAX) {
      throw new TooComplexException(corners.size());
    }
    this.inside = PreparedGeometryFactory.prepare(obstacles.buffer(-TOUCH_M));
  }

  /** True when the straight line between two points stays out of every obstacle. */
  public boolean isFree(Coordinate from, Coordinate to) {
    return !inside.intersects(factory.createLineString(new Coordinate[] {from, to}));
  }

  /** The shortest path, both ends included; empty when there is none. */
  public Optional<List<Coordinate>> shortest(Coordinate from, Coordinate to) {
    List<Coordinate> nodes = new ArrayList<>(corners);
    int start = nodes.size();
    nodes.add(from);
    int goal = nodes.size();
    nodes.add(to);
    double[] length = new double[nodes.size()];
    int[] previous = new int[nodes.size()];
    boolean[] done = new boolean[nodes.size()];
    Arrays.fill(length, Double.POSITIVE_INFINITY);
    length[start] = 0;
    previous[start] = start;
    PriorityQueue<Candidate> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble(Candidate::boundM).thenComparingInt(Candidate::node));
    queue.add(new Candidate(start, from.distance(to)));
    while (!queue.isEmpty()) {
      int node = queue.remove().node();
      if (done[node]) {
        continue;
      }
      done[node] = true;
      if (node == goal) {
        return Optional.of(trace(nodes, previous, start, goal));
      }
      for (int next = 0; next < nodes.size(); next++) {
        double through = length[node] + nodes.get(node).distance(nodes.get(next));
        if (!done[next] && through < length[next] && isFree(nodes.get(node), nodes.get(next))) {
          length[next] = through;
          previous[next] = node;
          queue.add(new Candidate(next, through + nodes.get(next).distance(to)));
        }
      }
    }
    return Optional.empty();
  }

  private record Candidate(int node, double boundM) {}

  private static List<Coordinate> trace(
      List<Coordinate> nodes, int[] previous, int start, int goal) {
    List<Coordinate> path = new ArrayList<>();
    for (int node = goal; node != start; node = previous[node]) {
      path.add(nodes.get(node));
    }
    path.add(nodes.get(start));
    Collections.reverse(path);
    return path;
  }

  /** A shortest path turns only where an obstacle sticks out. */
  private void addCorners(LinearRing ring, boolean obstacleInside) {
    Coordinate[] c = ring.getCoordinates();
    int outward =
        Orientation.isCCW(c) == obstacleInside
            ? Orientation.COUNTERCLOCKWISE
            : Orientation.CLOCKWISE;
    for (int i = 0; i < c.length - 1; i++) {
      Coordinate before = c[i == 0 ? c.length - 2 : i - 1];
      if (Orientation.index(before, c[i], c[i + 1]) == outward) {
        corners.add(c[i]);
      }
    }
  }
}
