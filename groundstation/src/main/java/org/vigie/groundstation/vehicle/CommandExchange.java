package org.vigie.groundstation.vehicle;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.vigie.groundstation.mavlink.MavCmd;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.groundstation.vehicle.protocol.Command;
import org.vigie.groundstation.vehicle.protocol.CommandMachine;
import org.vigie.groundstation.vehicle.protocol.CommandOutcome;
import org.vigie.groundstation.vehicle.protocol.CommandRequest;
import org.vigie.groundstation.vehicle.protocol.CurrentItemMachine;
import org.vigie.groundstation.vehicle.protocol.Machine;
import org.vigie.groundstation.vehicle.protocol.Peer;

/**
 * The commands under way: at most one of each MAV_CMD, since answers name nothing else; different
 * ones run side by side, so that a hold never waits for a slow request. Confined to the vehicle's
 * loop.
 */
final class CommandExchange {
  /** Of one MAV_CMD; more than the message intervals that are asked for at first. */
  private static final int WAITING_MAX = 24;

  /** Different MAV_CMDs; the station itself uses five. */
  private static final int KINDS_MAX = 32;

  /** What a new mode makes meaningless. */
  private static final List<Integer> FLIGHT_COMMANDS =
      List.of(
          MavCmd.DO_SET_MODE,
          MavCmd.MISSION_START,
          MavCmd.DO_REPOSITION,
          MavCmd.DO_SET_MISSION_CURRENT,
          MavCmd.DO_FLIGHTTERMINATION,
          MavCmd.COMPONENT_ARM_DISARM);

  /** What stopped motors make meaningless; a mode that removes risk may still be on its way. */
  private static final List<Integer> TAKE_OFF_COMMANDS =
      List.of(MavCmd.MISSION_START, MavCmd.DO_REPOSITION, MavCmd.COMPONENT_ARM_DISARM);

  private final Peer peer;
  private final Transmitter transmitter;
  private final BiConsumer<String, CommandOutcome> whenFinished;
  private final Map<Integer, SerialExchange<CommandOutcome>> byCommand = new HashMap<>();

  CommandExchange(
      Peer peer, Transmitter transmitter, BiConsumer<String, CommandOutcome> whenFinished) {
    this.peer = peer;
    this.transmitter = transmitter;
    this.whenFinished = whenFinished;
  }

  /** Changes the mode. Older orders to fly end as cancelled: they were given before. */
  void setMode(String commandId, FlightMode mode, CommandRequest request, Instant now) {
    if (mode.removesRisk()) {
      FLIGHT_COMMANDS.forEach(this::cancel);
    } else {
      cancel(MavCmd.DO_SET_MODE);
      cancel(MavCmd.DO_REPOSITION);
    }
    offer(commandId, CommandMachine.forMode(peer, request, mode.customMode(), now), now);
  }

  /** Flies to a place, in the guided mode. Older orders to fly end as cancelled. */
  void goTo(String commandId, Command place, Instant now) {
    FLIGHT_COMMANDS.forEach(this::cancel);
    command(commandId, place, now);
  }

  void command(String commandId, Command request, Instant now) {
    offer(commandId, CommandMachine.forCommand(peer, request, now), now);
  }

  /** Makes another item of the mission the current one. */
  void flyItem(String commandId, int seq, Instant now) {
    offer(commandId, MavCmd.DO_SET_MISSION_CURRENT, new CurrentItemMachine(peer, seq, now), now);
  }

  /** Stops the motors. What would start them or take off ends as cancelled. */
  void disarm(String commandId, Instant now) {
    TAKE_OFF_COMMANDS.forEach(this::cancel);
    command(commandId, CommandRequest.of(MavCmd.COMPONENT_ARM_DISARM, 0, 0), now);
  }

  /** Stops the motors in the air. All older orders to fly end as cancelled. */
  void terminate(String commandId, CommandRequest request, Instant now) {
    FLIGHT_COMMANDS.forEach(this::cancel);
    command(commandId, request, now);
  }

  /** A request whose end nobody waits for. */
  void request(CommandRequest request, Instant now) {
    exchange(request.command())
        .offer(CommandMachine.forRequest(peer, request), (outcome, sent) -> {}, now);
  }

  boolean idle(int command) {
    SerialExchange<CommandOutcome> exchange = byCommand.get(command);
    return exchange == null || exchange.idle();
  }

  void onMessage(VehicleMessage message, Instant now) {
    byCommand.values().forEach(exchange -> exchange.onMessage(message, now));
  }

  void onTick(Instant now) {
    byCommand.values().forEach(exchange -> exchange.onTick(now));
  }

  private void cancel(int command) {
    SerialExchange<CommandOutcome> exchange = byCommand.get(command);
    if (exchange != null) {
      exchange.cancelAll();
    }
  }

  private void offer(String commandId, CommandMachine machine, Instant now) {
    offer(commandId, machine.command(), machine, now);
  }

  private void offer(String commandId, int command, Machine<CommandOutcome> machine, Instant now) {
    boolean taken =
        exchange(command)
            .offer(
                machine,
                (outcome, sent) -> whenFinished.accept(commandId, honest(outcome, sent)),
                now);
    if (!taken) {
      whenFinished.accept(
          commandId, new CommandOutcome.NotSent("too many commands of this kind wait"));
    }
  }

  private static CommandOutcome honest(CommandOutcome outcome, boolean sent) {
    return outcome instanceof CommandOutcome.TimedOut && !sent
        ? new CommandOutcome.NotSent("no link to the vehicle")
        : outcome;
  }

  private SerialExchange<CommandOutcome> exchange(int command) {
    if (byCommand.size() >= KINDS_MAX) {
      byCommand.values().removeIf(SerialExchange::idle);
    }
    return byCommand.computeIfAbsent(
        command, number -> new SerialExchange<>(WAITING_MAX, transmitter));
  }
}
