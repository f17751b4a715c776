package org.vigie.groundstation.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.client.FlightOrder;

/** The keys are where the guide says. */
class ConsoleKeyTest {
  @Test
  void the_three_keys_of_safety_are_f5_f6_f7() {
    assertThat(ConsoleKey.HOLD.key()).isEqualTo("F5");
    assertThat(ConsoleKey.HOLD.order()).contains(FlightOrder.HOLD);
    assertThat(ConsoleKey.RETURN.key()).isEqualTo("F6");
    assertThat(ConsoleKey.RETURN.order()).contains(FlightOrder.RETURN);
    assertThat(ConsoleKey.LAND.key()).isEqualTo("F7");
    assertThat(ConsoleKey.LAND.order()).contains(FlightOrder.LAND);
  }

  @Test
  void no_two_actions_share_a_key() {
    assertThat(Arrays.stream(ConsoleKey.values()).map(ConsoleKey::key)).doesNotHaveDuplicates();
  }

  @Test
  void clearing_is_no_order_that_one_press_gives() {
    assertThat(ConsoleKey.CLEAR.order()).isEmpty();
  }
}
