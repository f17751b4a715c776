package org.vigie.geofence.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.sun.SunEvent;

/** Windows whose start and end are told by different clocks, or by the sun far from Greenwich. */
class MixedClocksTest {
  private static final List<SunEvent> EVENTS = List.of(SunEvent.values());
  private static final GeoBox ALASKA = new GeoBox(61, -150, 61.01, -149.99);

  private static boolean inForce(DailyWindow window, Instant at, GeoBox where) {
    return new Applicability(Instant.MIN, Instant.MAX, List.of(window)).meets(at, at, where);
  }

  private static DayMark.At at(int hour, int offset) {
    return new DayMark.At(LocalTime.of(hour, 0), ZoneOffset.ofHours(offset));
  }

  @Test
  void an_end_before_the_sunset_of_its_day_is_one_of_a_later_day() {
    DailyWindow window =
        new DailyWindow(EnumSet.allOf(DayOfWeek.class), new DayMark.Event(SunEvent.SS), at(6, 0));
    assertThat(inForce(window, Instant.parse("2026-06-20T12:00:00Z"), ALASKA)).isTrue();
  }

  @Test
  void whatever_marks_a_window_its_hours_start_before_they_end_and_lie_within_their_bounds() {
    Random random = new Random(20261121);
    for (int i = 0; i < 20_000; i++) {
      DailyWindow window =
          new DailyWindow(EnumSet.of(DayOfWeek.MONDAY), mark(random), mark(random));
      double latDeg = random.nextDouble() * 178 - 89;
      double lonDeg = random.nextDouble() * 358 - 179;
      GeoBox where = new GeoBox(latDeg, lonDeg, latDeg + 0.5, lonDeg + 0.5);
      LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
      TimeSpan hours = WindowHours.of(window, day, where);
      TimeSpan bounds = WindowHours.bounds(window, day, where);
      assertThat(hours.from()).as("%s %s %s", window, day, where).isAfterOrEqualTo(bounds.from());
      assertThat(hours.until())
          .as("%s %s %s", window, day, where)
          .isBeforeOrEqualTo(bounds.until());
    }
  }

  @Test
  void fixed_hours_of_any_clocks_hold_each_hour_until_the_first_end_after_the_start() {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      DayMark.At start = at(random.nextInt(24), random.nextInt(37) - 18);
      DayMark.At end = at(random.nextInt(24), random.nextInt(37) - 18);
      DailyWindow window = new DailyWindow(EnumSet.allOf(DayOfWeek.class), start, end);
      LocalDate day = LocalDate.of(2026, 6, 20);
      Instant from = day.atTime(start.time()).toInstant(start.offset());
      Instant until = day.atTime(end.time()).toInstant(end.offset());
      while (!until.isAfter(from)) {
        until = until.plusSeconds(86_400);
      }
      for (Instant at = from; !at.isAfter(until); at = at.plusSeconds(3_600)) {
        assertThat(inForce(window, at, ALASKA)).as("%s at %s", window, at).isTrue();
      }
    }
  }

  private static DayMark mark(Random random) {
    return random.nextInt(3) == 0
        ? new DayMark.Event(EVENTS.get(random.nextInt(EVENTS.size())))
        : at(random.nextInt(24), random.nextInt(37) - 18);
  }
}
