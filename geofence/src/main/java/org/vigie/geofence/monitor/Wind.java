package org.vigie.geofence.monitor;

/**
 * Where the air goes.
 *
 * @param eastMps towards the east, metres per second
 * @param northMps towards the north, metres per second
 * @param errorMps how wrong that may be in any direction, gusts included, metres per second
 */
public record Wind(double eastMps, double northMps, double errorMps) {
  /** Still air. */
  static final Wind NONE = new Wind(0, 0, 0);

  boolean known() {
    return Double.isFinite(eastMps + northMps + errorMps) && errorMps >= 0;
  }

  double mpsMax() {
    return Math.hypot(eastMps, northMps) + errorMps;
  }
}
