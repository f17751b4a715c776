package org.vigie.simulator.world;

/**
 * The wind over a world.
 *
 * @param fromDeg where it comes from, degrees true
 * @param speedMps mean
 * @param gustMps peak, not below the mean
 */
public record Weather(double fromDeg, double speedMps, double gustMps) {
  /** Still air. */
  public static final Weather CALM = new Weather(0, 0, 0);

  public Weather {
    boolean good =
        fromDeg >= 0
            && fromDeg <= 360
            && speedMps >= 0
            && gustMps >= speedMps
            && gustMps < Double.POSITIVE_INFINITY;
    if (!good) {
      throw new IllegalArgumentException(
          "no such wind: from " + fromDeg + " deg, " + speedMps + " m/s, gusts " + gustMps);
    }
  }
}
