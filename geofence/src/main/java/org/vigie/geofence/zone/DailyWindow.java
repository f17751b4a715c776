package org.vigie.geofence.zone;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Hours of some days of the week at which a zone applies. A window that ends at or before its start
 * runs into the next day. Start and end may be marked differently: from a time to sunset, say.
 *
 * @param days the days on which the window starts, never empty; the day is that of the clock or the
 *     sun that marks the start
 * @throws IllegalArgumentException if no day is given
 */
public record DailyWindow(Set<DayOfWeek> days, DayMark start, DayMark end) {
  public DailyWindow {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a daily window needs at least one day");
    }
    // in the week's order: proofs hash what they are told of a zone
    days = Collections.unmodifiableSet(EnumSet.copyOf(days));
  }

  /** A window between two times in UTC. */
  public static DailyWindow utc(Set<DayOfWeek> days, LocalTime start, LocalTime end) {
    return new DailyWindow(
        days, new DayMark.At(start, ZoneOffset.UTC), new DayMark.At(end, ZoneOffset.UTC));
  }
}
