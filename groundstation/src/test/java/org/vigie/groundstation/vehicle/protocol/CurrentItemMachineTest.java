package org.vigie.groundstation.vehicle.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.mavlink.MissionMessage.MissionCurrent;
import org.vigie.groundstation.mavlink.MissionMessage.MissionSetCurrent;

class CurrentItemMachineTest {
  private static final Peer PEER = new Peer(1, 1, 255, 190);
  private static final Instant T0 = Instant.parse("2026-11-21T00:00:00Z");

  private final CurrentItemMachine machine = new CurrentItemMachine(PEER, 7, T0);

  private static MissionCurrent current(int seq) {
    return new MissionCurrent(seq, 20, 3, 1, 0, 0, 0);
  }

  @Test
  void an_item_is_asked_for_until_it_is_the_current_one() {
    assertThat(machine.start(T0).send()).containsExactly(new MissionSetCurrent(1, 1, 7));
    assertThat(machine.onTick(T0.plusMillis(400)).send()).isEmpty();
    assertThat(machine.onTick(T0.plusMillis(500)).send()).hasSize(1);
    assertThat(machine.onMessage(current(14), T0.plusMillis(600)).outcome()).isEmpty();
    assertThat(machine.onMessage(current(7), T0.plusMillis(700)).outcome())
        .contains(new CommandOutcome.Accepted());
    assertThat(machine.onTick(T0.plusSeconds(2)).send()).isEmpty();
    assertThat(machine.cancel().outcome()).isEmpty();
  }

  @Test
  void it_is_not_asked_for_any_more_two_seconds_after_the_order() {
    machine.start(T0);
    int sent = 1;
    for (int ms = 100; ms < 4400; ms += 100) {
      Advance<CommandOutcome> advance = machine.onTick(T0.plusMillis(ms));
      sent += advance.send().size();
      assertThat(advance.send().isEmpty() || ms < 2000).isTrue();
      assertThat(advance.outcome()).isEmpty();
    }
    assertThat(sent).isEqualTo(4);
    assertThat(machine.onTick(T0.plusMillis(4500)).outcome())
        .contains(new CommandOutcome.TimedOut(4));
  }

  @Test
  void an_order_that_waited_too_long_is_never_sent() {
    Advance<CommandOutcome> advance = machine.start(T0.plus(CommandMachine.EXPIRY));
    assertThat(advance.send()).isEmpty();
    assertThat(advance.outcome())
        .hasValueSatisfying(end -> assertThat(end).isInstanceOf(CommandOutcome.NotSent.class));
  }
}
