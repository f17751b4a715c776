package org.vigie.geofence.zone;

import java.time.Instant;
import java.util.List;

/**
 * A period in which a zone applies.
 *
 * @param from {@link Instant#MIN} when it has always begun
 * @param until {@link Instant#MAX} when it never ends
 * @param windows hours within the period; empty: all of it
 * @throws IllegalArgumentException if the period ends before it begins
 */
public record Applicability(Instant from, Instant until, List<DailyWindow> windows) {
  /** Always. */
  public static final Applicability PERMANENT =
      new Applicability(Instant.MIN, Instant.MAX, List.of());

  public Applicability {
    windows = List.copyOf(windows);
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("the period ends before it begins");
    }
  }

  /** Whether some instant between two, both included, may lie in the period. */
  public boolean meets(Instant start, Instant end) {
    if (start.isAfter(until) || end.isBefore(from)) {
      return false;
    }
    Instant first = start.isAfter(from) ? start : from;
    Instant last = end.isBefore(until) ? end : until;
    return windows.isEmpty() || windows.stream().anyMatch(window -> window.meets(first, last));
  }
}
