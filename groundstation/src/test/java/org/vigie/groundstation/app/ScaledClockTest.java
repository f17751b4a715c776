package org.vigie.groundstation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaledClockTest {
  private static final Instant START = Instant.parse("2026-11-24T13:00:00Z");

  @Test
  void station_time_is_start_plus_rate_times_the_wall_time_since() {
    Instant before = Instant.now();
    ScaledClock clock = ScaledClock.parse(START + "," + before.minusSeconds(100) + ",8");
    Instant now = clock.now();
    Duration wall = Duration.between(before.minusSeconds(100), Instant.now());
    assertThat(now).isBetween(START.plusSeconds(800), START.plus(wall.multipliedBy(8)));
  }

  @Test
  void a_second_life_goes_on_where_the_first_would_be() {
    String argument = START + "," + Instant.now().minusSeconds(10) + ",5";
    Instant first = ScaledClock.parse(argument).now();
    Instant second = ScaledClock.parse(argument).now();
    assertThat(second).isBetween(first, first.plusSeconds(60));
  }

  @Test
  void time_never_goes_back() {
    ScaledClock clock = ScaledClock.wall();
    Instant last = clock.now();
    for (int i = 0; i < 1000; i++) {
      Instant now = clock.now();
      assertThat(now).isAfterOrEqualTo(last);
      last = now;
    }
  }

  @Test
  void a_span_of_station_time_is_shorter_on_the_wall() {
    ScaledClock clock = ScaledClock.parse(START + "," + START + ",10");
    assertThat(clock.toWall(Duration.ofSeconds(5))).isEqualTo(Duration.ofMillis(500));
    assertThat(ScaledClock.wall().toWall(Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      now                                            | --clock needs START,WALL0,N, not now
      a,2026-11-24T13:00:00Z,1                       | no instant: a
      2026-11-24T13:00:00Z,b,1                       | no instant: b
      2026-11-24T13:00:00Z,2026-11-24T13:00:00Z,c    | no number: c
      2026-11-24T13:00:00Z,2026-11-24T13:00:00Z,0    | at most 10, not 0
      2026-11-24T13:00:00Z,2026-11-24T13:00:00Z,11   | at most 10, not 11
      2026-11-24T13:00:00Z,2026-11-24T13:00:00Z,NaN  | at most 10, not NaN
      """)
  void a_clock_that_makes_no_sense_is_refused(String text, String message) {
    assertThatThrownBy(() -> ScaledClock.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
