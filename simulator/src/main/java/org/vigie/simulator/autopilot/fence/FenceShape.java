package org.vigie.simulator.autopilot.fence;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.physics.Vec3;

/** The stored polygons and circles in metres; several inclusions are intersected. Immutable. */
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

  /** The shapes of a list of fence items whose vertices follow each other. */
  public FenceShape(List<Item> items, LocalFrame frame) {
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
    double worst = 0;
    for (Ring ring : rings) {
      if (inside(ring, position) != ring.inclusion) {
        worst = Math.max(worst, Math.max(1e-3, edgeM(ring, position)));
      }
    }
    for (Circle circle : circles) {
      double fromCentre =
          Math.hypot(
              position.east() - circle.centre().eastM(),
              position.north() - circle.centre().northM());
      double over =
          circle.inclusion() ? fromCentre - circle.radiusM() : circle.radiusM() - fromCentre;
      worst = Math.max(worst, over);
    }
    return worst;
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
