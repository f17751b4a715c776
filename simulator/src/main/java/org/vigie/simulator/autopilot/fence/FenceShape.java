package org.vigie.simulator.autopilot.fence;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.physics.Vec3;

/**
 * The stored polygons and circles in metres. Several inclusions are intersected, or united when
 * FENCE_OPTIONS says so. Immutable.
 *
 * @source AC_PolyFence_loader::breached, FENCE_OPTIONS bit 1
 */
public final class FenceShape {
  private static final class Ring {
    final boolean inclusion;
    final double[] east;
    final double[] north;

    Ring(boolean inclusion, int vertices) {
      this.inclusion = inclusion;
      this.east = new double[vertices];
      this.north = new double[vertices];
    }
  }

  private record Circle(boolean inclusion, Enu centre, double radiusM) {}

  private final List<Ring> rings = new ArrayList<>();
  private final List<Circle> circles = new ArrayList<>();
  private final boolean union;

  /**
   * The shapes of a list of fence items whose vertices follow each other.
   *
   * @param union whether one inclusion is enough to be inside
   */
  public FenceShape(List<Item> items, LocalFrame frame, boolean union) {
    this.union = union;
    int index = 0;
    while (index < items.size()) {
      Item item = items.get(index);
      boolean inclusion =
          item.command() == Commands.FENCE_POLYGON_INCLUSION
              || item.command() == Commands.FENCE_CIRCLE_INCLUSION;
      switch (item.command()) {
        case Commands.FENCE_POLYGON_INCLUSION, Commands.FENCE_POLYGON_EXCLUSION -> {
          int count = (int) item.param1();
          Ring ring = new Ring(inclusion, count);
          for (int i = 0; i < count; i++) {
            Enu at = frame.toward(items.get(index + i).place());
            ring.east[i] = at.eastM();
            ring.north[i] = at.northM();
          }
          rings.add(ring);
          index += count;
        }
        case Commands.FENCE_CIRCLE_INCLUSION, Commands.FENCE_CIRCLE_EXCLUSION -> {
          circles.add(new Circle(inclusion, frame.toward(item.place()), item.param1()));
          index++;
        }
        default -> index++;
      }
    }
  }

  /** Whether there is nothing to keep in or out of. */
  public boolean isEmpty() {
    return rings.isEmpty() && circles.isEmpty();
  }

  /** How far outside what is allowed, metres; 0 when allowed. */
  public double breachM(Vec3 position) {
    double excluded = 0;
    double nearest = Double.POSITIVE_INFINITY;
    double furthest = 0;
    boolean inclusions = false;
    for (Ring ring : rings) {
      boolean wrong = inside(ring, position) != ring.inclusion;
      double over = wrong ? Math.max(1e-3, edgeM(ring, position)) : 0;
      if (ring.inclusion) {
        inclusions = true;
        nearest = Math.min(nearest, over);
        furthest = Math.max(furthest, over);
      } else {
        excluded = Math.max(excluded, over);
      }
    }
    for (Circle circle : circles) {
      double over = Math.max(0, beyond(circle, position));
      if (circle.inclusion()) {
        inclusions = true;
        nearest = Math.min(nearest, over);
        furthest = Math.max(furthest, over);
      } else {
        excluded = Math.max(excluded, over);
      }
    }
    double included = !inclusions ? 0 : union ? nearest : furthest;
    return Math.max(excluded, included);
  }

  private static double beyond(Circle circle, Vec3 position) {
    double fromCentre =
        Math.hypot(
            position.east() - circle.centre().eastM(), position.north() - circle.centre().northM());
    return circle.inclusion() ? fromCentre - circle.radiusM() : circle.radiusM() - fromCentre;
  }

  /** Metres to the nearest edge, 0 outside; infinite when there is none. */
  public double insideM(Vec3 position) {
    if (breachM(position) > 0) {
      return 0;
    }
    double nearest = Double.POSITIVE_INFINITY;
    for (Ring ring : rings) {
      nearest = Math.min(nearest, edgeM(ring, position));
    }
    for (Circle circle : circles) {
      nearest = Math.min(nearest, Math.abs(beyond(circle, position)));
    }
    return nearest;
  }

  /** Even-odd rule. */
  private static boolean inside(Ring ring, Vec3 p) {
    boolean inside = false;
    int n = ring.east.length;
    for (int i = 0, j = n - 1; i < n; j = i++) {
      double north = ring.north[i];
      double before = ring.north[j];
      boolean crosses = (north > p.north()) != (before > p.north());
      if (crosses
          && p.east()
              < (ring.east[j] - ring.east[i]) * (p.north() - north) / (before - north)
                  + ring.east[i]) {
        inside = !inside;
      }
    }
    return inside;
  }

  private static double edgeM(Ring ring, Vec3 p) {
    double best = Double.MAX_VALUE;
    int n = ring.east.length;
    for (int i = 0, j = n - 1; i < n; j = i++) {
      double east = ring.east[i] - ring.east[j];
      double north = ring.north[i] - ring.north[j];
      double squared = east * east + north * north;
      double along =
          squared == 0
              ? 0
              : ((p.east() - ring.east[j]) * east + (p.north() - ring.north[j]) * north) / squared;
      along = Math.max(0, Math.min(1, along));
      best =
          Math.min(
              best,
              Math.hypot(
                  p.east() - ring.east[j] - along * east,
                  p.north() - ring.north[j] - along * north));
    }
    return best;
  }
}
