package org.vigie.groundstation.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.text.Texts;

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
        new LiveFlight.LastOrder("C-1", "land", "rejected:DENIED", true, "", List.of("return"));

    assertThat(after("land", "ON_SCENE", 1, refused)).isEqualTo(SentOrder.Status.REFUSED);
    assertThat(log.newest("F-1").orElseThrow().refusal()).isEqualTo(refused);
  }

  @Test
  void what_the_aircraft_says_after_its_refusal_is_told_too_and_makes_it_no_newer() {
    LiveFlight.LastOrder first =
        new LiveFlight.LastOrder("C-1", "land", "rejected:FAILED", true, "", List.of("return"));
    LiveFlight.LastOrder then =
        new LiveFlight.LastOrder(
            "C-1", "land", "rejected:FAILED", true, "requires position", List.of("return"));
    after("land", "ON_SCENE", 1, first);
    log.observe(new Pictured().flight("F-1", "V1", "ON_SCENE", then).taken(), NOW.plusSeconds(3));
    SentOrder order = log.newest("F-1").orElseThrow();

    assertThat(order.at()).isEqualTo(NOW.plusSeconds(1));
    assertThat(new OrderWords(Texts.in(Language.EN)).say(order))
        .isEqualTo(
            "land: refused. the aircraft has tried and failed \u00b7 the aircraft says: requires"
                + " position \u00b7 still possible: return");
  }

  @Test
  void a_refusal_of_another_order_is_not_this_ones() {
    LiveFlight.LastOrder other =
        new LiveFlight.LastOrder("C-0", "land", "rejected:DENIED", true, "", List.of());

    assertThat(after("land", "ON_SCENE", 1, other)).isEqualTo(SentOrder.Status.ACCEPTED);
  }
}
