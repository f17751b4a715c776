package org.vigie.geofence.zone;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.vigie.geofence.geo.GeoBox;

/** Lays daily windows out over a span of time. */
final class DailySpans {
  /** Longer than any season; a question of years must not loop over every day of them. */
  static final int DAYS_MAX = 400;

  /** Calendars of four-digit years: what lies beyond is an open end, not a date. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

  /** A window of a day may end four solar days later, and a clock may lie 18 hours off UTC. */
  private static final int DAYS_BEFORE = 6;

  private static final int DAYS_AFTER = 2;

  private DailySpans() {}

  /**
   * The spans within one, merged and in order. What lies more than {@link #DAYS_MAX} days after its
   * start, or outside the calendar, is in force.
   */
  static List<TimeSpan> within(List<DailyWindow> windows, TimeSpan span, GeoBox where) {
    if (span.until().isBefore(FIRST) || span.from().isAfter(LAST)) {
      return List.of(span);
    }
    List<TimeSpan> spans = new ArrayList<>();
    Instant from = span.from();
    if (from.isBefore(FIRST)) {
      spans.add(new TimeSpan(from, FIRST));
      from = FIRST;
    }
    Instant until = from.plus(Duration.ofDays(DAYS_MAX));
    until = until.isAfter(LAST) ? LAST : until;
    if (span.until().isAfter(until)) {
      spans.add(new TimeSpan(until, span.until()));
    } else {
      until = span.until();
    }
    TimeSpan told = new TimeSpan(from, until);
    LocalDate last = date(until).plusDays(DAYS_AFTER);
    for (DailyWindow window : windows) {
      for (LocalDate day = date(from).minusDays(DAYS_BEFORE);
          !day.isAfter(last);
          day = day.plusDays(1)) {
        if (window.days().contains(day.getDayOfWeek())
            && WindowHours.bounds(window, day, where).meets(told)) {
          TimeSpan hours = WindowHours.of(window, day, where);
          if (hours.meets(told)) {
            spans.add(hours.clippedTo(told));
          }
        }
      }
    }
    return TimeSpan.merged(spans);
  }

  private static LocalDate date(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
