package org.vigie.planner.checker;

/** A closed ring in metres; a disc is a ring of one corner with a radius. */
final class Ring {
  private final double[] x;
  private final double[] y;
  private final double radiusM;

  Ring(double[] x, double[] y, double radiusM) {
    this.x = x.clone();
    this.y = y.clone();
    this.radiusM = radiusM;
  }

  int corners() {
    return x.length;
  }

  double x(int corner) {
    return x[corner];
  }

  double y(int corner) {
    return y[corner];
  }

  double radiusM() {
    return radiusM;
  }

  static Ring disc(double x, double y, double radiusM) {
    return new Ring(new double[] {x}, new double[] {y}, radiusM);
  }

  /** Metres from a point to the area: 0 inside. */
  double distanceM(double px, double py) {
    return x.length == 1
        ? Math.max(0, Math.hypot(px - x[0], py - y[0]) - radiusM)
        : holds(px, py) ? 0 : edgeM(px, py);
  }

  boolean holds(double px, double py) {
    boolean inside = false;
    for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
      boolean between = y[i] > py != y[j] > py;
      if (between && px < (x[j] - x[i]) * (py - y[i]) / (y[j] - y[i]) + x[i]) {
        inside = !inside;
      }
    }
    return inside;
  }

  /** Metres from a point to the nearest edge. */
  double edgeM(double px, double py) {
    double leastM = Double.POSITIVE_INFINITY;
    for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
      double ux = x[i] - x[j];
      double uy = y[i] - y[j];
      double length2 = ux * ux + uy * uy;
      double t = length2 == 0 ? 0 : ((px - x[j]) * ux + (py - y[j]) * uy) / length2;
      double c = Math.max(0, Math.min(1, t));
      leastM = Math.min(leastM, Math.hypot(px - x[j] - c * ux, py - y[j] - c * uy));
    }
    return leastM;
  }
}
