package org.vigie.geofence.monitor;

import org.jspecify.annotations.Nullable;

/**
 * What follows from one motion, before any judgement.
 *
 * @param surelyOutside whether it is outside even where it was measured, however old that is
 * @param stopsLater whether it still stops inside after the lead time of a warning
 * @param stopsMuchLater whether it does so with a moment to spare
 * @param approaching whether it goes out of the flight geography, or further from it
 */
record Measures(
    double geographyM,
    double volumeM,
    double geographyTopM,
    double topM,
    double floorM,
    @Nullable String keepOut,
    double keepOutM,
    double horizonM,
    double stoppingM,
    double breachS,
    @Nullable Surface breach,
    @Nullable String breachKeepOut,
    boolean surelyOutside,
    boolean stopsInside,
    boolean stopsLater,
    boolean stopsMuchLater,
    boolean approaching,
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
          false,
          false,
          false,
          false,
          false,
          false);

  /** Whether it moves, as far as anyone knows, and braking now would not end inside. */
  boolean mustHold() {
    return velocityKnown && !stopsInside;
  }
}
