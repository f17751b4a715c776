package org.vigie.groundstation.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.client.LiveFlight;

/** What became of an order, from what the flight is seen to do. */
class OrderLogTest {
  private static final Instant NOW = Pictured.NOW;
  private final OrderLog log = new OrderLog();

  private SentOrder.Status after(
      String deed, String state, long seconds, LiveFlight.@Nullable LastOrder last) {
    log.accepted(log.sent("F-1", deed, NOW), "C-1", NOW);
    log.observe(new Pictured().flight("F-1", "V1", state, last).taken(), NOW.plusSeconds(seconds));
    return log.newest("F-1").orElseThrow().status();
  }

  @Test
  void each_order_is_done_when_its_state_is_seen() {
    assertThat(after("hold", "HOLDING", 1, null)).isEqualTo(SentOrder.Status.DONE);
    assertThat(after("return", "RETURNING", 1, null)).isEqualTo(SentOrder.Status.DONE);
    assertThat(after("land", "LANDING", 1, null)).isEqualTo(SentOrder.Status.DONE);
    assertThat(after("resume", "OUTBOUND", 1, null)).isEqualTo(SentOrder.Status.DONE);
    assertThat(after("abort", "RETURNING", 1, null)).isEqualTo(SentOrder.Status.DONE);
    assertThat(after("clear", "ARMING", 1, null)).isEqualTo(SentOrder.Status.DONE);
    assertThat(after("refuse", "REFUSED", 1, null)).isEqualTo(SentOrder.Status.DONE);
  }

  @Test
  void another_state_is_not_taken_for_it() {
    assertThat(after("land", "RETURNING", 1, null)).isEqualTo(SentOrder.Status.ACCEPTED);
    assertThat(after("resume", "HOLDING", 1, null)).isEqualTo(SentOrder.Status.ACCEPTED);
  }

  @Test
  void an_order_without_effect_after_eight_seconds_says_so_and_may_still_come() {
    assertThat(after("hold", "ON_SCENE", 9, null)).isEqualTo(SentOrder.Status.NO_EFFECT);
    log.observe(new Pictured().flight("F-1", "V1", "HOLDING").taken(), NOW.plusSeconds(12));
    assertThat(log.newest("F-1").orElseThrow().status()).isEqualTo(SentOrder.Status.DONE);
  }

  @Test
  void a_refusal_of_the_aircraft_is_told_with_its_outcome() {
    LiveFlight.LastOrder refused =
        new LiveFlight.LastOrder("C-1", "land", "DENIED", true, List.of("return"));

    assertThat(after("land", "ON_SCENE", 1, refused)).isEqualTo(SentOrder.Status.REFUSED);
    assertThat(log.newest("F-1").orElseThrow().words()).isEqualTo("DENIED");
  }

  @Test
  void a_refusal_of_another_order_is_not_this_ones() {
    LiveFlight.LastOrder other = new LiveFlight.LastOrder("C-0", "land", "DENIED", true, List.of());

    assertThat(after("land", "ON_SCENE", 1, other)).isEqualTo(SentOrder.Status.ACCEPTED);
  }
}
