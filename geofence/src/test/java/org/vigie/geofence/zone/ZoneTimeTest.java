package org.vigie.geofence.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.GeoBox;

class ZoneTimeTest {
  /** 2026-11-20 is a Friday. */
  private static final DailyWindow FRIDAY_EVENING =
      DailyWindow.utc(Set.of(DayOfWeek.FRIDAY), LocalTime.of(18, 0), LocalTime.of(2, 0));

  private static final GeoBox HERE = new GeoBox(45.4, 4.3, 45.5, 4.4);

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  private static boolean meets(DailyWindow window, String from, String until) {
    return meets(window, at(from), at(until));
  }

  private static boolean meets(DailyWindow window, Instant from, Instant until) {
    return new Applicability(Instant.MIN, Instant.MAX, List.of(window)).meets(from, until, HERE);
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
    assertThat(novemberFridays.meets(at("2026-11-20T20:00:00Z"), at("2026-11-21T00:10:00Z"), HERE))
        .isFalse();
    assertThat(novemberFridays.meets(at("2026-11-20T20:00:00Z"), at("2026-11-21T00:40:00Z"), HERE))
        .isTrue();
    assertThat(Applicability.PERMANENT.meets(Instant.EPOCH, Instant.EPOCH, HERE)).isTrue();
  }

  @Test
  void the_days_of_a_window_stand_in_the_order_of_the_week_since_proofs_hash_them() {
    assertThat(
            DailyWindow.utc(
                    Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.FRIDAY, DayOfWeek.TUESDAY),
                    LocalTime.NOON,
                    LocalTime.MIDNIGHT)
                .days())
        .containsExactly(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.FRIDAY, DayOfWeek.SUNDAY);
  }
}
