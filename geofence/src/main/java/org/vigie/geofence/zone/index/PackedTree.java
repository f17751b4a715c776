package org.vigie.geofence.zone.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Boxes packed into a tree of full nodes, level upon level in one array. Immutable; each caller
 * walks it with a cursor of its own.
 *
 * @source Leutenegger, Lopez, Edgington: STR, a simple and efficient algorithm for R-tree packing
 *     (1997)
 */
final class PackedTree {
  /** Boxes of a node: 512 bytes, eight cache lines. */
  private static final int WIDTH = 16;

  private static final int LEVEL_SHIFT = 28;
  private static final int INDEX_MASK = (1 << LEVEL_SHIFT) - 1;

  /** West, south, east, north; the leaves first, in the order given. */
  private final double[] boxes;

  private final int[] starts;
  private final int leaves;

  /** A tree over boxes that {@link #order} has brought into order. */
  PackedTree(List<Box> ordered) {
    leaves = ordered.size();
    List<Box> all = new ArrayList<>(ordered);
    List<Integer> levels = new ArrayList<>(List.of(0));
    List<Box> level = ordered;
    while (level.size() > 1) {
      List<Box> above = new ArrayList<>();
      for (int i = 0; i < level.size(); i += WIDTH) {
        above.add(
            level.subList(i, Math.min(i + WIDTH, level.size())).stream()
                .reduce(Box::and)
                .orElseThrow());
      }
      levels.add(all.size());
      all.addAll(above);
      level = above;
    }
    levels.add(all.size());
    starts = levels.stream().mapToInt(Integer::intValue).toArray();
    boxes = new double[4 * all.size()];
    for (int i = 0; i < all.size(); i++) {
      Box box = all.get(i);
      boxes[4 * i] = box.west();
      boxes[4 * i + 1] = box.south();
      boxes[4 * i + 2] = box.east();
      boxes[4 * i + 3] = box.north();
    }
  }

  /** The order in which boxes that lie near one another follow one another. */
  static int[] order(List<Box> boxes) {
    int count = boxes.size();
    if (count > INDEX_MASK) {
      throw new IllegalArgumentException(count + " solids are too many for one index");
    }
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> boxes.get(i).middleLon()));
    int nodes = (count + WIDTH - 1) / WIDTH;
    int slice = WIDTH * (int) Math.ceil(Math.sqrt(nodes));
    for (int from = 0; from < count; from += slice) {
      Arrays.sort(
          order,
          from,
          Math.min(from + slice, count),
          Comparator.comparingDouble(i -> boxes.get(i).middleLat()));
    }
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  double south(int leaf) {
    return boxes[4 * leaf + 1];
  }

  double north(int leaf) {
    return boxes[4 * leaf + 3];
  }

  Cursor cursor() {
    return new Cursor();
  }

  /** One walk at a time; keeps its memory between walks. */
  final class Cursor {
    /** A level leaves at most all but one child of a node behind, whatever the boxes. */
    private final int[] stack = new int[WIDTH * starts.length + 1];

    private int[] found = new int[64];

    /**
     * Finds the leaves whose boxes have a point in common with a box, edges included.
     *
     * @return how many; {@link #leaf} names them
     */
    int find(double west, double south, double east, double north) {
      if (leaves == 0) {
        return 0;
      }
      int count = 0;
      int depth = 0;
      int top = starts.length - 2;
      stack[depth++] = top << LEVEL_SHIFT;
      if (!meets(starts[top], west, south, east, north)) {
        return 0;
      }
      while (depth > 0) {
        int node = stack[--depth];
        int level = node >>> LEVEL_SHIFT;
        int index = node & INDEX_MASK;
        if (level == 0) {
          // a tree of a single leaf
          count = add(index, count);
          continue;
        }
        int base = starts[level - 1];
        int first = index * WIDTH;
        int end = Math.min(first + WIDTH, starts[level] - base);
        for (int i = first; i < end; i++) {
          if (meets(base + i, west, south, east, north)) {
            if (level == 1) {
              count = add(i, count);
            } else {
              stack[depth++] = (level - 1) << LEVEL_SHIFT | i;
            }
          }
        }
      }
      return count;
    }

    int leaf(int i) {
      return found[i];
    }

    private int add(int leaf, int count) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count] = leaf;
      return count + 1;
    }

    private boolean meets(int box, double west, double south, double east, double north) {
      int at = 4 * box;
      return boxes[at] <= east
          && boxes[at + 1] <= north
          && boxes[at + 2] >= west
          && boxes[at + 3] >= south;
    }
  }
}
