package org.vigie.geofence.zone.index;

/**
 * A curve through the plane that keeps neighbours together.
 *
 * @source Morton, A computer oriented geodetic data base and a new technique in file sequencing
 *     (1966)
 */
final class Morton {
  private static final double STEPS = (1 << 16) - 1;

  private Morton() {}

  /** Where a place between -180 and 180, -90 and 90 degrees lies on the curve. */
  static long code(double lonDeg, double latDeg) {
    long x = (long) ((lonDeg + 180) / 360 * STEPS);
    long y = (long) ((latDeg + 90) / 180 * STEPS);
    return spread(x) | spread(y) << 1;
  }

  /** A zero before every bit. */
  private static long spread(long bits) {
    long spread = bits;
    spread = (spread | spread << 8) & 0x00ff00ffL;
    spread = (spread | spread << 4) & 0x0f0f0f0fL;
    spread = (spread | spread << 2) & 0x33333333L;
    return (spread | spread << 1) & 0x55555555L;
  }
}
