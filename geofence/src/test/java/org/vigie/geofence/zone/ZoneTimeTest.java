package org.vigie.geofence.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ZoneTimeTest {
  /** 2026-11-20 is a Friday. */
  private static final DailyWindow FRIDAY_EVENING =
      new DailyWindow(Set.of(DayOfWeek.FRIDAY), LocalTime.of(18, 0), LocalTime.of(2, 0));

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  private static boolean meets(DailyWindow window, String from, String until) {
    return window.meets(at(from), at(until));
  }

  @Test
  void a_window_over_midnight_belongs_to_the_day_it_starts_on() {
    assertThat(meets(FRIDAY_EVENING, "2026-11-21T01:00:00Z", "2026-11-21T01:10:00Z")).isTrue();
    assertThat(meets(FRIDAY_EVENING, "2026-11-20T01:00:00Z", "2026-11-20T01:10:00Z")).isFalse();
    assertThat(meets(FRIDAY_EVENING, "2026-11-21T02:00:01Z", "2026-11-21T17:00:00Z")).isFalse();
  }

  @Test
  void touching_a_window_at_its_edge_counts_as_in_force() {
    assertThat(meets(FRIDAY_EVENING, "2026-11-20T17:00:00Z", "2026-11-20T18:00:00Z")).isTrue();
    assertThat(meets(FRIDAY_EVENING, "2026-11-21T02:00:00Z", "2026-11-21T03:00:00Z")).isTrue();
    assertThat(meets(FRIDAY_EVENING, "2026-11-20T17:00:00Z", "2026-11-20T17:59:59Z")).isFalse();
  }

  @Test
  void a_window_within_the_interval_counts() {
    assertThat(meets(FRIDAY_EVENING, "2026-11-20T10:00:00Z", "2026-11-21T10:00:00Z")).isTrue();
    assertThat(meets(FRIDAY_EVENING, "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z")).isTrue();
  }

  @Test
  void a_period_is_clipped_before_its_hours_are_asked() {
    Applicability novemberFridays =
        new Applicability(
            at("2026-11-21T00:30:00Z"), at("2026-11-30T00:00:00Z"), List.of(FRIDAY_EVENING));
    assertThat(novemberFridays.meets(at("2026-11-20T20:00:00Z"), at("2026-11-21T00:10:00Z")))
        .isFalse();
    assertThat(novemberFridays.meets(at("2026-11-20T20:00:00Z"), at("2026-11-21T00:40:00Z")))
        .isTrue();
    assertThat(Applicability.PERMANENT.meets(Instant.EPOCH, Instant.EPOCH)).isTrue();
  }

  @Test
  void random_windows_agree_with_asking_every_minute() {
    Random random = new Random(4);
    for (int round = 0; round < 300; round++) {
      Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
      days.add(DayOfWeek.of(1 + random.nextInt(7)));
      days.add(DayOfWeek.of(1 + random.nextInt(7)));
      LocalTime start = LocalTime.of(random.nextInt(24), random.nextInt(60));
      LocalTime end = LocalTime.of(random.nextInt(24), random.nextInt(60));
      DailyWindow window = new DailyWindow(days, start, end);
      Instant from = at("2026-11-16T00:00:00Z").plusSeconds(60L * random.nextInt(10_000));
      Instant until = from.plusSeconds(60L * random.nextInt(2_000));
      assertThat(window.meets(from, until))
          .as("%s from %s until %s", window, from, until)
          .isEqualTo(anyMinute(days, start, end, from, until));
    }
  }

  /** Asks each minute by weekday and clock alone. */
  private static boolean anyMinute(
      Set<DayOfWeek> days, LocalTime start, LocalTime end, Instant from, Instant until) {
    for (Instant t = from; !t.isAfter(until); t = t.plusSeconds(60)) {
      DayOfWeek today = t.atOffset(ZoneOffset.UTC).getDayOfWeek();
      LocalTime clock = t.atOffset(ZoneOffset.UTC).toLocalTime();
      boolean overnight = !end.isAfter(start);
      boolean afterStart = !clock.isBefore(start) && days.contains(today);
      boolean beforeEnd = !clock.isAfter(end);
      if (overnight
          ? afterStart || (beforeEnd && days.contains(today.minus(1)))
          : afterStart && beforeEnd) {
        return true;
      }
    }
    return false;
  }
}
