package org.vigie.geofence.zone;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.sun.SunEvent;

/**
 * The hours of one window on one day: from the earliest start to the latest end over a place. Where
 * the sun does not do what marks the window, the window lasts that whole solar day, and the next
 * one too if it may run into it. Where it cannot be told whether the end comes after the start, the
 * window runs into the next day, or the first one on which it can.
 */
final class WindowHours {
  private static final int SECONDS_PER_DEGREE = 240;

  /** The true sun runs up to 16.5 minutes from the mean one (equation of time). */
  private static final Duration SUNDIAL = Duration.ofMinutes(20);

  /** Twilight, and the sun's slow turn near a pole, reach this far beyond a solar midnight. */
  private static final Duration SOLAR_DAY_SLACK = Duration.ofHours(7);

  /** Clocks up to 18 hours off UTC, one at either end, move an end so many days beyond a start. */
  private static final int DAYS_LATER_MAX = 3;

  private WindowHours() {}

  /** Between which instants a mark falls. */
  record Range(Instant earliest, Instant latest) {}

  static TimeSpan of(DailyWindow window, LocalDate day, GeoBox where) {
    Optional<Range> start = range(window.start(), day, where);
    Optional<Range> end = range(window.end(), day, where);
    LocalDate last = inOrder(window) ? day : day.plusDays(1);
    if (start.isEmpty() || end.isEmpty()) {
      return wholeDays(day, last, where, start, end);
    }
    Range begins = start.get();
    boolean sameDay = inOrder(window) || end.get().earliest().isAfter(begins.latest());
    for (int later = sameDay ? 0 : 1; later <= DAYS_LATER_MAX; later++) {
      end = range(window.end(), day.plusDays(later), where);
      last = day.plusDays(later);
      if (end.isEmpty()) {
        break;
      }
      boolean ends = later == 0 || end.get().earliest().isAfter(begins.latest());
      if (ends && !end.get().latest().isBefore(begins.earliest())) {
        return new TimeSpan(begins.earliest(), end.get().latest());
      }
    }
    return wholeDays(day, last, where, start, end);
  }

  /** Instants that the window of a day never leaves, found without asking the sun. */
  static TimeSpan bounds(DailyWindow window, LocalDate day, GeoBox where) {
    Instant from =
        window.start() instanceof DayMark.At at
            ? day.atTime(at.time()).toInstant(at.offset())
            : solarMidnight(day, east(where)).minus(SOLAR_DAY_SLACK);
    LocalDate last = day.plusDays(1 + DAYS_LATER_MAX);
    Instant until =
        window.end() instanceof DayMark.At at
            ? last.minusDays(1).atTime(at.time()).toInstant(at.offset())
            : solarMidnight(last, west(where)).plus(SOLAR_DAY_SLACK);
    if (window.start() instanceof DayMark.Event || window.end() instanceof DayMark.Event) {
      // a missing event stretches the window to whole solar days
      from = earlier(from, solarMidnight(day, east(where)).minus(SUNDIAL));
      until = later(until, solarMidnight(last, west(where)).plus(SUNDIAL));
    }
    return new TimeSpan(from, until);
  }

  private static TimeSpan wholeDays(
      LocalDate day, LocalDate last, GeoBox where, Optional<Range> start, Optional<Range> end) {
    Instant from = solarMidnight(day, east(where)).minus(SUNDIAL);
    Instant until = solarMidnight(last.plusDays(1), west(where)).plus(SUNDIAL);
    return new TimeSpan(
        start.isPresent() ? earlier(from, start.get().earliest()) : from,
        end.isPresent() ? later(until, end.get().latest()) : until);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** The meridian where a day begins first; a box across the antimeridian has both ends of it. */
  private static double east(GeoBox where) {
    return where.westDeg() <= where.eastDeg() ? where.eastDeg() : 180;
  }

  private static double west(GeoBox where) {
    return where.westDeg() <= where.eastDeg() ? where.westDeg() : -180;
  }

  /** Whether the sun itself puts the start before the end, on every day. */
  private static boolean inOrder(DailyWindow window) {
    return window.start() instanceof DayMark.Event start
        && window.end() instanceof DayMark.Event end
        && start.event().compareTo(end.event()) < 0;
  }

  private static Instant solarMidnight(LocalDate day, double lonDeg) {
    return day.atStartOfDay()
        .toInstant(ZoneOffset.UTC)
        .minusSeconds(Math.round(lonDeg * SECONDS_PER_DEGREE));
  }

  private static Optional<Range> range(DayMark mark, LocalDate day, GeoBox where) {
    if (mark instanceof DayMark.At at) {
      Instant instant = day.atTime(at.time()).toInstant(at.offset());
      return Optional.of(new Range(instant, instant));
    }
    SunEvent event = ((DayMark.Event) mark).event();
    return SunRange.of(event, day, where);
  }
}
