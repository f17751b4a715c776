package org.vigie.geofence.lonlat;

import java.math.BigDecimal;

/**
 * On which side of a line a point lies, decided without error: in floating point where that is
 * certain, exactly otherwise.
 *
 * @source Shewchuk, Adaptive Precision Floating-Point Arithmetic (1997), ORIENT2D's first filter
 */
public final class Orientation {
  /** (3 + 16 u) u with u = 2^-53: what three roundings can amount to. */
  private static final double ERROR = 3.3306690738754716e-16;

  /** Below it products may underflow, which the filter does not account for. */
  private static final double UNDERFLOW = 1e-280;

  private Orientation() {}

  /** 1 when the point lies left of the line from a to b, -1 right of it, 0 exactly on it. */
  public static int of(double ax, double ay, double bx, double by, double px, double py) {
    double left = (ax - px) * (by - py);
    double right = (ay - py) * (bx - px);
    double sum = Math.abs(left) + Math.abs(right);
    double turn = left - right;
    if (sum > UNDERFLOW && Math.abs(turn) > ERROR * sum) {
      return turn > 0 ? 1 : -1;
    }
    if ((ax == px || by == py) && (ay == py || bx == px)) {
      return 0;
    }
    return exact(ax, ay, bx, by, px, py);
  }

  private static int exact(double ax, double ay, double bx, double by, double px, double py) {
    BigDecimal x = new BigDecimal(px);
    BigDecimal y = new BigDecimal(py);
    BigDecimal left = new BigDecimal(ax).subtract(x).multiply(new BigDecimal(by).subtract(y));
    BigDecimal right = new BigDecimal(ay).subtract(y).multiply(new BigDecimal(bx).subtract(x));
    return left.compareTo(right);
  }

  /** Whether two segments, ends included, have a point in common; a segment may be a point. */
  public static boolean crosses(
      double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
    if (Math.max(ax, bx) < Math.min(cx, dx)
        || Math.max(cx, dx) < Math.min(ax, bx)
        || Math.max(ay, by) < Math.min(cy, dy)
        || Math.max(cy, dy) < Math.min(ay, by)) {
      return false;
    }
    // segments whose boxes meet are apart only if one of the two lines parts them
    return of(ax, ay, bx, by, cx, cy) * of(ax, ay, bx, by, dx, dy) <= 0
        && of(cx, cy, dx, dy, ax, ay) * of(cx, cy, dx, dy, bx, by) <= 0;
  }
}
