package org.vigie.geofence.zone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.geofence.geo.GeoBox;

/**
 * A period in which a zone applies. Its instants and those of its windows all belong to it, the
 * last ones too.
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

  /** A window comes at least once a week; a sun's day is shifted by less than one. */
  private static final Duration SURELY_MET = Duration.ofDays(9);

  public Applicability {
    windows = List.copyOf(windows);
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("the period ends before it begins");
    }
  }

  /**
   * The spans of time in which the period may be in force, clipped to two instants, in order,
   * touching ones merged. Daily windows are told for {@link DailySpans#DAYS_MAX} days; what is
   * asked beyond is answered as in force.
   *
   * @param where the zone's place, for the sun: a span covers every point of it
   * @throws IllegalArgumentException if {@code end} is before {@code start}
   */
  public List<TimeSpan> periods(Instant start, Instant end, GeoBox where) {
    TimeSpan asked = new TimeSpan(start, end);
    if (start.isAfter(until) || end.isBefore(from)) {
      return List.of();
    }
    TimeSpan clipped = asked.clippedTo(new TimeSpan(from, until));
    return windows.isEmpty() ? List.of(clipped) : DailySpans.within(windows, clipped, where);
  }

  /** Whether some instant between two, both included, may lie in the period. */
  public boolean meets(Instant start, Instant end, GeoBox where) {
    if (start.isAfter(until) || end.isBefore(from)) {
      return false;
    }
    if (windows.isEmpty()) {
      return true;
    }
    TimeSpan clipped = new TimeSpan(start, end).clippedTo(new TimeSpan(from, until));
    return Duration.between(clipped.from(), clipped.until()).compareTo(SURELY_MET) >= 0
        || !DailySpans.within(windows, clipped, where).isEmpty();
  }
}
