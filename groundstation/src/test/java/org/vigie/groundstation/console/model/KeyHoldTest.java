package org.vigie.groundstation.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A key that acts only when it is held for a second. */
class KeyHoldTest {
  private static final Instant NOW = Pictured.NOW;
  private static final ConfirmedOrder SHOWN = new ConfirmedOrder.Clear("F-1", "p", "d");
  private final KeyHold<ConfirmedOrder> hold = new KeyHold<>(HeldKeys.CONFIRM);

  private static Instant at(long ms) {
    return NOW.plusMillis(ms);
  }

  private boolean press(long ms) {
    return hold.press(at(ms), at(ms), Optional.of(SHOWN)) == KeyHold.Press.BEGUN;
  }

  private void release(long ms) {
    hold.release(at(ms), at(ms));
  }

  /** Ticks as the console's timer does. */
  private void ticks(long fromMs, long untilMs) {
    for (long ms = fromMs; ms < untilMs; ms += 30) {
      hold.tick(at(ms));
    }
    hold.tick(at(untilMs));
  }

  @Test
  void fills_as_it_is_held_and_fires_once_for_what_was_shown() {
    assertThat(press(0)).isTrue();
    ticks(0, 500);
    assertThat(hold.progress()).isEqualTo(0.5);
    ticks(500, 999);
    assertThat(hold.due()).isFalse();
    ticks(999, 1_000);

    assertThat(hold.fire()).contains(SHOWN);
    assertThat(hold.fire()).isEmpty();
    ticks(1_000, 5_000);
    assertThat(hold.fire()).isEmpty();
    assertThat(hold.progress()).isEqualTo(1);
  }

  @Test
  void a_pause_of_more_than_a_tenth_of_a_second_between_ticks_ends_it() {
    press(0);
    ticks(0, 500);
    hold.tick(at(600));
    assertThat(hold.target()).isPresent();
    hold.tick(at(701));

    assertThat(hold.target()).isEmpty();
    assertThat(press(720)).isFalse();
    ticks(720, 3_000);
    assertThat(hold.due()).isFalse();
  }

  @Test
  void a_clock_that_is_set_back_ends_it() {
    press(0);
    ticks(0, 900);
    hold.tick(at(890));

    assertThat(hold.target()).isEmpty();
  }

  @Test
  void time_counts_from_when_the_press_was_handled() {
    hold.press(at(0), at(800), Optional.of(SHOWN));
    ticks(800, 1_700);
    assertThat(hold.due()).isFalse();
    ticks(1_700, 1_800);

    assertThat(hold.due()).isTrue();
  }

  @Test
  void a_repeat_of_the_system_goes_on_with_the_hold() {
    press(0);
    ticks(0, 500);
    for (int ms = 510; ms < 1_000; ms += 30) {
      release(ms);
      hold.tick(at(ms));
      press(ms + 1);
    }
    ticks(995, 1_000);

    assertThat(hold.due()).isTrue();
  }

  @Test
  void nothing_fires_between_a_release_and_what_may_be_its_repeat() {
    press(0);
    ticks(0, 990);
    release(990);
    hold.tick(at(1_010));
    assertThat(hold.due()).isFalse();
    hold.tick(at(1_031));

    assertThat(hold.target()).isEmpty();
    assertThat(hold.progress()).isZero();
  }

  @Test
  void a_repeat_is_told_by_the_events_own_times() {
    press(0);
    ticks(0, 500);
    release(500);
    hold.tick(at(560));
    assertThat(hold.press(at(501), at(570), Optional.of(SHOWN))).isEqualTo(KeyHold.Press.REPEATED);
    ticks(570, 3_000);

    assertThat(hold.due()).isFalse();
  }

  @Test
  void a_second_press_after_a_real_release_starts_from_nothing() {
    press(0);
    ticks(0, 900);
    release(900);
    ticks(900, 950);
    assertThat(press(950)).isTrue();
    ticks(950, 1_450);
    assertThat(hold.progress()).isEqualTo(0.5);
    ticks(1_450, 1_950);

    assertThat(hold.due()).isTrue();
  }

  @Test
  void after_a_cancel_only_a_real_release_lets_the_next_hold_begin() {
    press(0);
    hold.cancel();
    assertThat(press(100)).isFalse();
    release(200);
    assertThat(press(201)).isFalse();
    ticks(201, 3_000);
    assertThat(hold.due()).isFalse();
    release(3_000);

    assertThat(press(3_041)).isTrue();
  }

  @Test
  void a_key_that_went_down_on_nothing_has_to_be_let_go_first() {
    assertThat(hold.press(at(0), at(0), Optional.empty())).isEqualTo(KeyHold.Press.NOTHING);
    assertThat(press(100)).isFalse();
    ticks(100, 2_000);

    assertThat(hold.due()).isFalse();
  }
}
