package org.vigie.groundstation.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A key that acts only when it is held for a second. */
class ClearHoldTest {
  private static final Instant NOW = Pictured.NOW;
  private final ClearHold hold = new ClearHold();

  private static Instant at(long ms) {
    return NOW.plusMillis(ms);
  }

  @Test
  void fills_as_it_is_held_and_fires_once() {
    hold.press(at(0));

    assertThat(hold.progress(at(500))).isEqualTo(0.5);
    assertThat(hold.completes(at(999))).isFalse();
    assertThat(hold.completes(at(1_000))).isTrue();
    assertThat(hold.completes(at(1_030))).isFalse();
    assertThat(hold.progress(at(1_500))).isEqualTo(1);
  }

  @Test
  void a_repeat_of_the_system_goes_on_with_the_hold() {
    hold.press(at(0));
    for (int ms = 500; ms < 1_000; ms += 30) {
      hold.release(at(ms));
      hold.press(at(ms + 1));
    }

    assertThat(hold.completes(at(1_000))).isTrue();
  }

  @Test
  void nothing_fires_between_a_release_and_what_may_be_its_repeat() {
    hold.press(at(0));
    hold.release(at(990));

    assertThat(hold.completes(at(1_010))).isFalse();
    assertThat(hold.progress(at(1_010))).isEqualTo(0.99);
    assertThat(hold.completes(at(1_031))).isFalse();
    assertThat(hold.progress(at(1_031))).isZero();
  }

  @Test
  void a_second_press_after_a_real_release_starts_from_nothing() {
    hold.press(at(0));
    hold.release(at(900));
    hold.press(at(950));

    assertThat(hold.completes(at(1_100))).isFalse();
    assertThat(hold.progress(at(1_450))).isEqualTo(0.5);
    assertThat(hold.completes(at(1_950))).isTrue();
  }

  @Test
  void a_cancelled_hold_is_forgotten() {
    hold.press(at(0));
    hold.cancel();

    assertThat(hold.completes(at(2_000))).isFalse();
    assertThat(hold.progress(at(2_000))).isZero();
  }
}
