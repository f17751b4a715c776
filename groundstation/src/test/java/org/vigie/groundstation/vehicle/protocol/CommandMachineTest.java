package org.vigie.groundstation.vehicle.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.groundstation.mavlink.CommandMessage.CommandAck;
import org.vigie.groundstation.mavlink.CommandMessage.CommandLong;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;

class CommandMachineTest {
  private static final Peer PEER = new Peer(1, 1, 255, 190);
  private static final Instant T0 = Instant.parse("2026-11-21T00:00:00Z");
  private static final CommandRequest ARM = CommandRequest.of(400, 1, 0);
  private static final CommandRequest BRAKE = CommandRequest.of(176, 1, 17);

  private static CommandAck ack(int command, int result) {
    return new CommandAck(command, result, 0, 0, 255, 190);
  }

  private static Heartbeat inMode(long customMode) {
    return new Heartbeat(customMode, 2, 3, 0x81, 4, 3);
  }

  @Test
  void a_command_is_sent_again_with_its_confirmation_counted_and_expires_after_two_seconds() {
    CommandMachine machine = CommandMachine.forCommand(PEER, ARM, T0);
    Instant now = T0;
    CommandLong first = (CommandLong) machine.start(now).send().get(0);
    assertThat(first.confirmation()).isZero();
    for (int i = 1; i < CommandMachine.ATTEMPTS_MAX; i++) {
      now = now.plus(CommandMachine.ACK_TIMEOUT);
      CommandLong again = (CommandLong) machine.onTick(now).send().get(0);
      assertThat(again.confirmation()).isEqualTo(i);
    }
    Advance<CommandOutcome> end = machine.onTick(T0.plusSeconds(2));
    assertThat(end.send()).isEmpty();
    assertThat(end.outcome()).contains(new CommandOutcome.TimedOut(4));
    assertThat(machine.onMessage(ack(400, 0), now).outcome()).isEmpty();
  }

  @Test
  void an_order_that_waited_for_another_is_not_sent_two_seconds_after_it_was_given() {
    CommandMachine late = CommandMachine.forCommand(PEER, ARM, T0);
    Advance<CommandOutcome> advance = late.start(T0.plus(CommandMachine.EXPIRY));
    assertThat(advance.send()).isEmpty();
    assertThat(advance.outcome())
        .hasValueSatisfying(
            outcome -> assertThat(outcome).isInstanceOf(CommandOutcome.NotSent.class));

    CommandMachine waited = CommandMachine.forCommand(PEER, ARM, T0);
    Instant now = T0.plusMillis(1200);
    assertThat(waited.start(now).send()).hasSize(1);
    assertThat(waited.onTick(now.plusMillis(500)).send()).hasSize(1);
    assertThat(waited.onTick(now.plusMillis(1000)).send()).as("2.2 s after the order").isEmpty();
    CommandMachine mode = CommandMachine.forMode(PEER, BRAKE, 17, T0);
    mode.start(now);
    mode.onMessage(ack(176, 0), now);
    assertThat(mode.onTick(now.plusMillis(1300)).send()).isEmpty();
  }

  @Test
  void a_request_that_changes_nothing_may_wait() {
    CommandMachine request = CommandMachine.forRequest(PEER, CommandRequest.message(148));
    assertThat(request.start(T0.plusSeconds(60)).send()).hasSize(1);
  }

  @Test
  void answers_to_other_commands_and_to_other_stations_are_not_ours() {
    CommandMachine machine = CommandMachine.forCommand(PEER, ARM, T0);
    machine.start(T0);
    assertThat(machine.onMessage(ack(176, 0), T0).outcome()).isEmpty();
    assertThat(machine.onMessage(new CommandAck(400, 0, 0, 0, 254, 190), T0).outcome()).isEmpty();
    assertThat(machine.onMessage(new CommandAck(400, 4, 0, 0, 0, 0), T0).outcome())
        .contains(new CommandOutcome.Rejected(CommandResult.FAILED));
  }

  @Test
  void progress_extends_the_wait_and_stops_the_repeating() {
    CommandMachine machine = CommandMachine.forCommand(PEER, CommandRequest.of(241, 1, 0), T0);
    machine.start(T0);
    machine.onMessage(ack(241, 5), T0.plusMillis(100));
    assertThat(machine.onTick(T0.plusSeconds(4)).send()).isEmpty();
    assertThat(machine.onMessage(ack(241, 0), T0.plusSeconds(4)).outcome())
        .contains(new CommandOutcome.Accepted());
  }

  @Test
  void a_mode_is_believed_when_the_heartbeat_shows_it() {
    CommandMachine machine = CommandMachine.forMode(PEER, BRAKE, 17, T0);
    machine.start(T0);
    assertThat(machine.onMessage(ack(176, 0), T0.plusMillis(50)).outcome()).isEmpty();
    assertThat(machine.onMessage(inMode(3), T0.plusMillis(60)).outcome()).isEmpty();
    assertThat(machine.onMessage(inMode(17), T0.plusMillis(70)).outcome())
        .contains(new CommandOutcome.Accepted());
  }

  /** Recorded: PX4 says ACCEPTED, and milliseconds later TEMPORARILY_REJECTED. */
  @Test
  void the_second_acknowledgement_of_px4_is_the_one_that_counts() {
    CommandMachine machine = CommandMachine.forMode(PEER, BRAKE, 17, T0);
    machine.start(T0);
    machine.onMessage(ack(176, 0), T0.plusMillis(10));
    assertThat(machine.onMessage(ack(176, 1), T0.plusMillis(15)).outcome())
        .contains(new CommandOutcome.Rejected(CommandResult.TEMPORARILY_REJECTED));
  }

  @Test
  void a_mode_that_is_acknowledged_but_never_shown_is_not_done() {
    CommandMachine machine = CommandMachine.forMode(PEER, BRAKE, 17, T0);
    machine.start(T0);
    machine.onMessage(ack(176, 0), T0);
    assertThat(machine.onTick(T0.plusMillis(1300)).send()).hasSize(1);
    assertThat(machine.onTick(T0.plusSeconds(2)).send()).isEmpty();
    assertThat(machine.onTick(T0.plus(CommandMachine.MODE_TIMEOUT)).outcome())
        .contains(new CommandOutcome.NotShown());
  }

  @Test
  void a_heartbeat_of_the_time_before_does_not_prove_a_mode() {
    CommandMachine machine = CommandMachine.forMode(PEER, CommandRequest.of(176, 1, 3), 3, T0);
    machine.start(T0);
    assertThat(machine.onMessage(inMode(3), T0.plusMillis(10)).outcome()).isEmpty();
    assertThat(machine.onMessage(inMode(3), T0.plusMillis(1100)).outcome())
        .contains(new CommandOutcome.Accepted());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.10, 0.20})
  void over_a_bad_link_a_mode_change_ends_once_and_accepted_means_shown(double loss) {
    int accepted = 0;
    int seeds = 200;
    for (long seed = 0; seed < seeds; seed++) {
      ScriptedVehicle vehicle = new ScriptedVehicle(PEER);
      LossyTwin<CommandOutcome> twin = new LossyTwin<>(seed, loss, vehicle);
      List<CommandOutcome> outcomes =
          twin.run(CommandMachine.forMode(PEER, BRAKE, 17, T0), Duration.ofMinutes(1));
      assertThat(outcomes).as("seed %d", seed).hasSize(1);
      if (outcomes.get(0).accepted()) {
        assertThat(vehicle.customMode).isEqualTo(17);
        accepted++;
      }
    }
    assertThat(accepted).isGreaterThanOrEqualTo((int) (seeds * 0.97));
  }
}
