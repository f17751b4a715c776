package org.vigie.geofence.zone;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * Hours of some days of the week at which a zone applies, in UTC. A window that ends at or before
 * its start runs into the next day.
 *
 * @param days the days on which the window starts, never empty
 */
public record DailyWindow(Set<DayOfWeek> days, LocalTime start, LocalTime end) {
  public DailyWindow {
    days = Set.copyOf(days);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a daily window needs at least one day");
    }
  }

  /** Whether some instant from one to another, both included, lies in the window. */
  public boolean meets(Instant from, Instant until) {
    if (Duration.between(from, until).toDays() >= 8) {
      return true;
    }
    LocalDate last = until.atOffset(ZoneOffset.UTC).toLocalDate();
    // the window that meets `from` may have started the day before
    LocalDate day = from.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      if (days.contains(day.getDayOfWeek())) {
        Instant opens = day.atTime(start).toInstant(ZoneOffset.UTC);
        LocalDate endDay = end.isAfter(start) ? day : day.plusDays(1);
        Instant closes = endDay.atTime(end).toInstant(ZoneOffset.UTC);
        if (!opens.isAfter(until) && !closes.isBefore(from)) {
          return true;
        }
      }
    }
    return false;
  }
}
