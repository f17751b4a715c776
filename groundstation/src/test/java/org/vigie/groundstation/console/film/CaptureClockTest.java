package org.vigie.groundstation.console.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** When a picture was taken, by a clock that need not be the station's. */
class CaptureClockTest {
  private static final Instant START = Instant.parse("2026-11-24T13:00:00Z");
  private static final Duration AHEAD = Duration.ofMinutes(7);
  private final CaptureClock clock = new CaptureClock();

  private static long us(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  @Test
  void with_clocks_that_agree_any_lag_is_age() {
    clock.heard(us(START), START.plusMillis(200));
    clock.heard(us(START), START.plusSeconds(90));

    assertThat(clock.taken(us(START))).isEqualTo(START);
  }

  @Test
  void with_clocks_that_differ_the_fastest_frame_tells_by_how_much() {
    clock.status(us(START), START.plus(AHEAD).plusMillis(900));
    clock.status(us(START.plusSeconds(1)), START.plus(AHEAD).plusMillis(1_020));
    clock.status(us(START.plusSeconds(2)), START.plus(AHEAD).plusSeconds(40));

    assertThat(clock.taken(us(START.plusSeconds(2))))
        .isEqualTo(START.plus(AHEAD).plusMillis(2_020));
  }

  @Test
  void a_clock_that_is_behind_the_stations_makes_no_picture_of_the_future() {
    clock.status(us(START), START.minus(AHEAD));

    assertThat(clock.taken(us(START))).isEqualTo(START.minus(AHEAD));
  }

  @Test
  void before_the_stations_word_clocks_that_differ_tell_nothing() {
    assertThat(clock.taken(us(START))).isNull();
    clock.heard(us(START), START.plus(AHEAD));
    assertThat(clock.taken(us(START))).isNull();
    clock.status(us(START), START.plus(AHEAD));
    assertThat(clock.taken(us(START))).isNotNull();
    assertThat(clock.taken(0)).isNull();
    clock.forget();

    assertThat(clock.taken(us(START))).isNull();
  }
}
