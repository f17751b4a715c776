package org.vigie.geofence.monitor;

import java.util.List;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;

/** A polygon in a local frame, as plain numbers. Immutable. */
final class Outline {
  private final double[] x;
  private final double[] y;

  Outline(LocalFrame frame, List<LatLon> ring) {
    x = new double[ring.size()];
    y = new double[ring.size()];
    for (int i = 0; i < x.length; i++) {
      Enu local = frame.toLocal(ring.get(i));
      x[i] = local.eastM();
      y[i] = local.northM();
    }
  }

  /** Distance to the edge: positive inside, negative outside. */
  double marginM(double px, double py) {
    boolean inside = false;
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
      if ((y[i] > py) != (y[j] > py) && px < (x[j] - x[i]) * (py - y[i]) / (y[j] - y[i]) + x[i]) {
        inside = !inside;
      }
      nearest = Math.min(nearest, segmentDistanceM(px, py, i, j));
    }
    return inside ? nearest : -nearest;
  }

  /** Distance along a unit direction to the first crossing of the edge; infinite without one. */
  double rayM(double px, double py, double dx, double dy) {
    double first = Double.POSITIVE_INFINITY;
    for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
      double ex = x[j] - x[i];
      double ey = y[j] - y[i];
      double cross = dx * ey - dy * ex;
      if (cross == 0) {
        continue;
      }
      double along = ((x[i] - px) * ey - (y[i] - py) * ex) / cross;
      double edge = ((x[i] - px) * dy - (y[i] - py) * dx) / cross;
      if (along >= 0 && edge >= 0 && edge <= 1) {
        first = Math.min(first, along);
      }
    }
    return first;
  }

  private double segmentDistanceM(double px, double py, int i, int j) {
    double ex = x[j] - x[i];
    double ey = y[j] - y[i];
    double length2 = ex * ex + ey * ey;
    double t = length2 == 0 ? 0 : ((px - x[i]) * ex + (py - y[i]) * ey) / length2;
    double clamped = Math.max(0, Math.min(1, t));
    return Math.hypot(px - x[i] - clamped * ex, py - y[i] - clamped * ey);
  }
}
