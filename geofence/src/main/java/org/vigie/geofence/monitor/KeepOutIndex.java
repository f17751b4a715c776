package org.vigie.geofence.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.geofence.volume.KeepOut;
import org.vigie.geofence.zone.HorizontalProjection;

/**
 * Keep-outs in a local frame: boxes of the parts side by side, and within each part boxes of its
 * edges. Immutable.
 */
final class KeepOutIndex {
  /** More edges than any flight has around it: 200 keep-outs of 200 corners have 40,000. */
  private static final int EDGES_MAX = 2_000_000;

  private final KeepOut[] keepOuts;
  private final Outline[] outlines;
  private final double[] boxes;

  KeepOutIndex(Outlines frame, List<KeepOut> all) {
    List<KeepOut> parts = new ArrayList<>();
    List<Outline> drawn = new ArrayList<>();
    int edges = 0;
    for (KeepOut keepOut : all) {
      for (HorizontalProjection area : keepOut.areas()) {
        for (Outline outline : frame.near(area)) {
          parts.add(keepOut);
          drawn.add(outline);
          edges += outline.edges();
          if (edges > EDGES_MAX) {
            throw new IllegalArgumentException(
                "more than " + EDGES_MAX + " edges of keep-outs, reached at " + keepOut.key());
          }
        }
      }
    }
    keepOuts = parts.toArray(KeepOut[]::new);
    outlines = drawn.toArray(Outline[]::new);
    boxes = new double[4 * outlines.length];
    for (int i = 0; i < outlines.length; i++) {
      outlines[i].writeBounds(boxes, 4 * i);
    }
  }

  /** Parts in force at some time between two, within a distance of a place. */
  int[] near(double x, double y, double reachM, Instant from, Instant until) {
    int[] near = new int[outlines.length];
    int count = 0;
    for (int i = 0; i < outlines.length; i++) {
      int box = 4 * i;
      if (boxes[box] <= x + reachM
          && boxes[box + 2] >= x - reachM
          && boxes[box + 1] <= y + reachM
          && boxes[box + 3] >= y - reachM
          && boxDistance2(i, x, y) <= reachM * reachM
          && keepOuts[i].inForceWithin(from, until)) {
        near[count++] = i;
      }
    }
    return count == near.length ? near : Arrays.copyOf(near, count);
  }

  double boxDistanceM(int part, double x, double y) {
    return Math.sqrt(boxDistance2(part, x, y));
  }

  private double boxDistance2(int part, double x, double y) {
    int box = 4 * part;
    double dx = Math.max(0, Math.max(boxes[box] - x, x - boxes[box + 2]));
    double dy = Math.max(0, Math.max(boxes[box + 1] - y, y - boxes[box + 3]));
    return dx * dx + dy * dy;
  }

  KeepOut keepOut(int part) {
    return keepOuts[part];
  }

  Outline outline(int part) {
    return outlines[part];
  }
}
