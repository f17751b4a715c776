package org.vigie.geofence.zone.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Boxes sorted into buckets of the plane by a tree that halves it again and again, along longitude
 * or latitude. A box is listed in every bucket that it touches, so that a point is looked up on one
 * path, without turning back. Immutable.
 *
 * @source Bentley, Multidimensional binary search trees used for associative searching (1975); here
 *     over boxes
 */
final class BoxTree {
  /** Fewer boxes are compared faster than halved. */
  private static final int BUCKET = 6;

  /** Halves may hold so many times the boxes of the whole: else they all overlap. */
  private static final double LISTED_MAX = 1.7;

  /** Deeper than any tree that halves well; bounds the walk. */
  private static final int DEPTH_MAX = 48;

  /** Where each node parts the plane. */
  private final double[] splits;

  /** Twice a node's first child, and one if it parts latitudes; or the complement of a bucket. */
  private final int[] nodes;

  /** Each bucket: how many, then the boxes. */
  private final int[] buckets;

  private final Box[] boxes;

  BoxTree(List<Box> boxes) {
    this.boxes = boxes.toArray(Box[]::new);
    Building building = new Building(this.boxes);
    int[] all = new int[this.boxes.length];
    Arrays.setAll(all, i -> i);
    building.addNode();
    building.fill(0, all, 0);
    splits = building.splits.stream().mapToDouble(Double::doubleValue).toArray();
    nodes = building.nodes.stream().mapToInt(Integer::intValue).toArray();
    buckets = building.buckets.toArray();
  }

  private static final class Building {
    private final Box[] boxes;
    private final List<Double> splits = new ArrayList<>();
    private final List<Integer> nodes = new ArrayList<>();
    private final GrowingInts buckets = new GrowingInts();

    Building(Box[] boxes) {
      this.boxes = boxes;
    }

    void addNode() {
      splits.add(0.0);
      nodes.add(0);
    }

    void fill(int node, int[] members, int depth) {
      if (members.length > BUCKET && depth < DEPTH_MAX) {
        double lon = middle(members, false);
        double lat = middle(members, true);
        int byLon = listed(members, false, lon);
        int byLat = listed(members, true, lat);
        boolean isLat = byLat < byLon || (byLat == byLon && depth % 2 == 1);
        if (Math.min(byLon, byLat) <= LISTED_MAX * members.length) {
          part(node, members, depth, isLat, isLat ? lat : lon);
          return;
        }
      }
      nodes.set(node, ~buckets.size());
      buckets.add(members.length);
      buckets.addAll(members);
    }

    private void part(int node, int[] members, int depth, boolean isLat, double split) {
      int child = nodes.size();
      addNode();
      addNode();
      splits.set(node, split);
      nodes.set(node, 2 * child + (isLat ? 1 : 0));
      fill(child, side(members, isLat, split, true), depth + 1);
      fill(child + 1, side(members, isLat, split, false), depth + 1);
    }

    private double middle(int[] members, boolean isLat) {
      double[] middles =
          Arrays.stream(members)
              .mapToDouble(i -> isLat ? boxes[i].middleLat() : boxes[i].middleLon())
              .toArray();
      Arrays.sort(middles);
      return middles[middles.length / 2];
    }

    private int listed(int[] members, boolean isLat, double split) {
      return side(members, isLat, split, true).length + side(members, isLat, split, false).length;
    }

    /** A box that touches the split is on both sides. */
    private int[] side(int[] members, boolean isLat, double split, boolean low) {
      return Arrays.stream(members)
          .filter(
              i -> {
                Box box = boxes[i];
                return low
                    ? (isLat ? box.south() : box.west()) <= split
                    : (isLat ? box.north() : box.east()) >= split;
              })
          .toArray();
    }
  }

  Box box(int index) {
    return boxes[index];
  }

  /**
   * The bucket of a point: a place among {@link #member}s, the first of which says how many more
   * follow; some of those boxes may not hold the point.
   */
  int bucket(double lon, double lat) {
    int node = 0;
    int info = nodes[0];
    while (info >= 0) {
      double value = (info & 1) == 0 ? lon : lat;
      node = (info >> 1) + (value > splits[node] ? 1 : 0);
      info = nodes[node];
    }
    return ~info;
  }

  int member(int place) {
    return buckets[place];
  }

  /** The boxes that have a point in common with a box, edges included. */
  BitSet find(double west, double south, double east, double north) {
    BitSet found = new BitSet(boxes.length);
    int[] stack = new int[DEPTH_MAX + 2];
    int depth = 0;
    stack[depth++] = 0;
    while (depth > 0) {
      int node = stack[--depth];
      int info = nodes[node];
      if (info < 0) {
        int first = ~info + 1;
        for (int i = first; i < first + buckets[first - 1]; i++) {
          Box box = boxes[buckets[i]];
          if (box.west() <= east
              && box.east() >= west
              && box.south() <= north
              && box.north() >= south) {
            found.set(buckets[i]);
          }
        }
        continue;
      }
      boolean isLat = (info & 1) == 1;
      if ((isLat ? north : east) >= splits[node]) {
        stack[depth++] = (info >> 1) + 1;
      }
      if ((isLat ? south : west) <= splits[node]) {
        stack[depth++] = info >> 1;
      }
    }
    return found;
  }
}
