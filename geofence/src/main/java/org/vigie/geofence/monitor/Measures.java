package org.vigie.geofence.monitor;

import org.jspecify.annotations.Nullable;

/**
 * What follows from one motion, before any judgement.
 *
 * @param geographyHeightM to the flight geography's top or floor, whichever is nearer
 * @param measuredM the least margin where it was measured, however old that is
 * @param stopsSoon whether it still stops inside after a moment
 * @param stopsLater whether it still stops inside after the lead time of a warning
 * @param stopsMuchLater whether it does so with a moment to spare
 * @param outwardMps how fast it goes out of the flight geography, or further from it; 0 far inside
 */
record Measures(
    double geographyM,
    double volumeM,
    double geographyHeightM,
    double topM,
    double floorM,
    @Nullable String keepOut,
    double keepOutM,
    double horizonM,
    double stoppingM,
    double breachS,
    @Nullable Surface breach,
    @Nullable String breachKeepOut,
    double measuredM,
    boolean stopsInside,
    boolean stopsSoon,
    boolean stopsLater,
    boolean stopsMuchLater,
    double outwardMps,
    boolean velocityKnown) {
  /** Without a position nothing is certain. */
  static final Measures NOTHING =
      new Measures(
          Double.NEGATIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          null,
          Double.NEGATIVE_INFINITY,
          0,
          0,
          0,
          null,
          null,
          Double.POSITIVE_INFINITY,
          false,
          false,
          false,
          false,
          0,
          false);
}
