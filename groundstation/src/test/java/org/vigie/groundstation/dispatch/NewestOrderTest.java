package org.vigie.groundstation.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.flight.FlightEvent;

/** A refusal reaches the pilot with what the autopilot said about it. */
class NewestOrderTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String WHY = "Mode change to GUIDED failed: requires position";

  private final NewestOrder orders = new NewestOrder();

  private FlightView.OrderView newest() {
    return Objects.requireNonNull(orders.newest());
  }

  private void given(String id) {
    orders.apply(new FlightEvent.Commanded(id, "hold", "pilot-1"), NOW);
  }

  private void refused(String id, double atS) {
    orders.apply(new FlightEvent.CommandFinished(id, "rejected:FAILED"), at(atS));
    orders.apply(
        new FlightEvent.OrderRefused(id, "hold", "rejected:FAILED", List.of("return", "land")),
        at(atS));
  }

  private static Instant at(double seconds) {
    return NOW.plusMillis((long) (seconds * 1000));
  }

  @Test
  void what_was_said_just_before_or_after_belongs_to_the_refusal() {
    given("C-1");
    orders.apply(new FlightEvent.AutopilotText(4, WHY), at(0.4));
    refused("C-1", 0.5);
    assertThat(newest())
        .isEqualTo(
            new FlightView.OrderView(
                "C-1", "hold", "pilot-1", "rejected:FAILED", true, WHY, List.of("return", "land")));

    given("C-2");
    refused("C-2", 10);
    assertThat(newest().said()).isEmpty();
    assertThat(orders.apply(new FlightEvent.AutopilotText(4, WHY), at(10.2))).isTrue();
    assertThat(newest().said()).isEqualTo(WHY);
  }

  @Test
  void what_was_said_long_before_or_of_an_order_that_was_taken_is_no_reason() {
    orders.apply(new FlightEvent.AutopilotText(4, "Battery low"), NOW);
    given("C-1");
    refused("C-1", 3);
    assertThat(newest().said()).isEmpty();
    assertThat(orders.apply(new FlightEvent.AutopilotText(4, "late"), at(6))).isFalse();

    given("C-2");
    orders.apply(new FlightEvent.CommandFinished("C-2", "accepted"), at(7));
    orders.apply(new FlightEvent.AutopilotText(4, "hello"), at(7.1));
    assertThat(newest().refused()).isFalse();
    assertThat(newest().said()).isEmpty();
  }

  @Test
  void the_stations_own_refusal_counts_and_the_end_of_an_older_order_does_not() {
    given("C-1");
    given("C-2");
    refused("C-1", 1);
    assertThat(newest().refused()).isFalse();
    orders.apply(new FlightEvent.CommandFinished("C-2", "refused:not-holding"), at(1));
    assertThat(newest().refused()).isTrue();
    assertThat(newest().outcome()).isEqualTo("refused:not-holding");
  }
}
