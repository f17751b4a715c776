package org.vigie.planner.route;

import java.util.Arrays;

/**
 * Boxes in an order in which neighbours lie near each other, and which of them a segment may meet:
 * never one too few. Immutable.
 */
final class BoxTree {
  /** Says whether the walk may end. */
  @FunctionalInterface
  interface Visitor {
    boolean endsAt(int item);
  }

  /** Items below one leaf: fewer would only be more boxes to test. */
  private static final int LEAF = 4;

  /** More than rounding can do to a cross product of metres, in parts of its terms. */
  private static final double ROUNDING = 1e-12;

  private final int items;
  private final int leaves;

  /** Least x, least y, greatest x, greatest y of each node; node 1 is the root. */
  private final double[] boxes;

  /**
   * @param bounds least x, least y, greatest x and greatest y of each item
   */
  BoxTree(double[] bounds) {
    items = bounds.length / 4;
    leaves = Integer.highestOneBit(Math.max(1, 2 * ((items + LEAF - 1) / LEAF) - 1));
    boxes = new double[8 * leaves];
    for (int node = 1; node < 2 * leaves; node++) {
      Arrays.fill(boxes, 4 * node, 4 * node + 2, Double.POSITIVE_INFINITY);
      Arrays.fill(boxes, 4 * node + 2, 4 * node + 4, Double.NEGATIVE_INFINITY);
    }
    for (int i = 0; i < items; i++) {
      include(leaves + i / LEAF, bounds, 4 * i);
    }
    for (int node = leaves - 1; node >= 1; node--) {
      include(node, boxes, 8 * node);
      include(node, boxes, 8 * node + 4);
    }
  }

  private void include(int node, double[] from, int at) {
    boxes[4 * node] = Math.min(boxes[4 * node], from[at]);
    boxes[4 * node + 1] = Math.min(boxes[4 * node + 1], from[at + 1]);
    boxes[4 * node + 2] = Math.max(boxes[4 * node + 2], from[at + 2]);
    boxes[4 * node + 3] = Math.max(boxes[4 * node + 3], from[at + 3]);
  }

  /** True as soon as the visitor ends the walk over the items that a segment may meet. */
  boolean along(double px, double py, double qx, double qy, Visitor visitor) {
    double minX = Math.min(px, qx);
    double maxX = Math.max(px, qx);
    double minY = Math.min(py, qy);
    double maxY = Math.max(py, qy);
    int node = 1;
    while (node > 0) {
      int at = 4 * node;
      boolean meets =
          boxes[at] <= maxX
              && boxes[at + 1] <= maxY
              && boxes[at + 2] >= minX
              && boxes[at + 3] >= minY
              && isOnLine(at, px, py, qx, qy);
      if (meets && node < leaves) {
        node = 2 * node;
        continue;
      }
      if (meets && visitLeaf(node, visitor)) {
        return true;
      }
      node = next(node);
    }
    return false;
  }

  /** The node beside this one or beside the nearest ancestor that has one; 0 at the end. */
  private static int next(int node) {
    int up = node;
    while ((up & 1) == 1) {
      up >>= 1;
    }
    return up == 0 ? 0 : up + 1;
  }

  private boolean visitLeaf(int node, Visitor visitor) {
    int first = (node - leaves) * LEAF;
    int end = Math.min(items, first + LEAF);
    for (int i = first; i < end; i++) {
      if (visitor.endsAt(i)) {
        return true;
      }
    }
    return false;
  }

  /** False when the box lies wholly beside the line, by more than rounding can do. */
  private boolean isOnLine(int at, double px, double py, double qx, double qy) {
    double halfX = (boxes[at + 2] - boxes[at]) / 2;
    double halfY = (boxes[at + 3] - boxes[at + 1]) / 2;
    double x = boxes[at] + halfX - px;
    double y = boxes[at + 1] + halfY - py;
    double dx = qx - px;
    double dy = qy - py;
    double reach = Math.abs(dx) * halfY + Math.abs(dy) * halfX;
    double size = Math.abs(dx * y) + Math.abs(dy * x) + reach;
    return Math.abs(dx * y - dy * x) <= reach + ROUNDING * size;
  }
}
