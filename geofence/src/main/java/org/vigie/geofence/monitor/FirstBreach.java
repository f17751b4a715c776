package org.vigie.geofence.monitor;

import org.jspecify.annotations.Nullable;

/** Finds the surface that is come through first. Confined to one step. */
final class FirstBreach {
  double inS = Double.POSITIVE_INFINITY;
  @Nullable Surface surface;
  @Nullable String keepOut;

  /** One surface: only one that is come through earlier than all before counts. */
  void at(@Nullable Surface candidate, @Nullable String key, double seconds) {
    if (seconds < inS) {
      inS = Math.max(0, seconds);
      surface = candidate;
      keepOut = key;
    }
  }
}
