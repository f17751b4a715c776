package org.vigie.groundstation.demo.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * What there is to compare with: obstacles grown and united by the library before the search, and
 * A* over all lines between all their corners, each asked of the library.
 */
public final class EagerRoute {
  /** How deep a line may lie in an obstacle and still count as touching it, metres. */
  private static final double TOUCH_M = 1e-3;

  private EagerRoute() {}

  private record Reached(int node, double boundM) {}

  /** The length of the shortest way; infinite when there is none. */
  public static double lengthM(
      List<Geometry> shapes, double marginM, Coordinate from, Coordinate to) {
    Geometry union =
        UnaryUnionOp.union(shapes.stream().map(shape -> shape.buffer(marginM, 6)).toList());
    PreparedGeometry inside = PreparedGeometryFactory.prepare(union.buffer(-TOUCH_M));
    List<Coordinate> nodes = new ArrayList<>(List.of(from, to));
    nodes.addAll(Arrays.asList(union.getCoordinates()));
    double[] length = new double[nodes.size()];
    boolean[] done = new boolean[nodes.size()];
    Arrays.fill(length, Double.POSITIVE_INFINITY);
    length[0] = 0;
    PriorityQueue<Reached> queue =
        new PriorityQueue<>((one, other) -> Double.compare(one.boundM, other.boundM));
    queue.add(new Reached(0, from.distance(to)));
    while (!queue.isEmpty()) {
      int node = queue.remove().node();
      if (node == 1) {
        break;
      }
      if (done[node]) {
        continue;
      }
      done[node] = true;
      for (int next = 0; next < nodes.size(); next++) {
        double through = length[node] + nodes.get(node).distance(nodes.get(next));
        if (!done[next]
            && through < length[next]
            && isFree(union, inside, nodes.get(node), nodes.get(next))) {
          length[next] = through;
          queue.add(new Reached(next, through + nodes.get(next).distance(to)));
        }
      }
    }
    return length[1];
  }

  private static boolean isFree(
      Geometry union, PreparedGeometry inside, Coordinate from, Coordinate to) {
    return !inside.intersects(union.getFactory().createLineString(new Coordinate[] {from, to}));
  }
}
