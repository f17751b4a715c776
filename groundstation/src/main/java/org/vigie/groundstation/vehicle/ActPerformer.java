package org.vigie.groundstation.vehicle;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.mavlink.MavCmd;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.groundstation.vehicle.VehicleReport.CarryFinished;
import org.vigie.groundstation.vehicle.VehicleReport.CommandFinished;
import org.vigie.groundstation.vehicle.VehicleReport.ParametersFinished;
import org.vigie.groundstation.vehicle.protocol.ArmAuthorisation;
import org.vigie.groundstation.vehicle.protocol.CarryMachine;
import org.vigie.groundstation.vehicle.protocol.CarryOutcome;
import org.vigie.groundstation.vehicle.protocol.Command;
import org.vigie.groundstation.vehicle.protocol.CommandOutcome;
import org.vigie.groundstation.vehicle.protocol.CommandRequest;
import org.vigie.groundstation.vehicle.protocol.Load;
import org.vigie.groundstation.vehicle.protocol.Machine;
import org.vigie.groundstation.vehicle.protocol.ParameterCoding;
import org.vigie.groundstation.vehicle.protocol.ParameterList;
import org.vigie.groundstation.vehicle.protocol.ParameterListMachine;
import org.vigie.groundstation.vehicle.protocol.ParameterMachine;
import org.vigie.groundstation.vehicle.protocol.ParametersOutcome;
import org.vigie.groundstation.vehicle.protocol.Peer;

/** Carries acts out by means of the protocol machines. Confined to the vehicle's loop. */
final class ActPerformer {
  /** A second load while one is under way is refused: whose it then carries would be chance. */
  private static final int CARRIES_WAITING_MAX = 1;

  private static final int PARAMETERS_WAITING_MAX = 8;

  private final VehicleSettings settings;
  private final Peer peer;
  private final ParameterCoding coding;
  private final CommandExchange commands;
  private final Transmitter transmitter;
  private final Consumer<VehicleReport> report;
  private final SerialExchange<CarryOutcome> carries;
  private final SerialExchange<ParametersOutcome> parameters;
  private final SerialExchange<ParameterList> listings;
  private final LogExchange logs;
  private ParameterList known = ParameterList.NOTHING;
  private @Nullable CarryMachine carrying;

  /**
   * Whether this life of the station has read back what it gave last, all as planned. A mix, what
   * could not be read, and what an earlier life left behind do not arm.
   */
  private boolean dropped;

  private boolean armable;

  /** By what the vehicle is being armed; looked at only while the order to arm is under way. */
  private @Nullable ArmAuthority arming;

  ActPerformer(
      VehicleSettings settings,
      CommandExchange commands,
      Transmitter transmitter,
      Consumer<VehicleReport> report) {
    this.settings = settings;
    this.peer = settings.peer();
    this.coding = settings.profile().parameterCoding();
    this.commands = commands;
    this.transmitter = transmitter;
    this.report = report;
    carries = new SerialExchange<>(CARRIES_WAITING_MAX, transmitter);
    parameters = new SerialExchange<>(PARAMETERS_WAITING_MAX, transmitter);
    listings = new SerialExchange<>(PARAMETERS_WAITING_MAX, transmitter);
    logs = new LogExchange(peer, transmitter, report);
  }

  void onMessage(VehicleMessage message, Instant now) {
    if (ArmAuthorisation.asks(peer, message)) {
      authorise(now);
      return;
    }
    carries.onMessage(message, now);
    parameters.onMessage(message, now);
    listings.onMessage(message, now);
    logs.onMessage(message, now);
  }

  void onTick(Instant now) {
    carries.onTick(now);
    parameters.onTick(now);
    listings.onTick(now);
    logs.onTick(now);
  }

  void perform(VehicleAct act, Instant now) {
    if (act instanceof VehicleAct.SetMode set) {
      CommandRequest request = settings.profile().setMode(set.mode());
      commands.setMode(set.commandId(), set.mode(), request, now);
    } else if (act instanceof VehicleAct.GoTo to) {
      Command command = settings.profile().goTo(to.place(), to.height(), to.home());
      commands.goTo(to.commandId(), command, now);
    } else if (act instanceof VehicleAct.Halt halt) {
      commands.command(halt.commandId(), settings.profile().halt(), now);
    } else if (act instanceof VehicleAct.FlyItem item) {
      commands.flyItem(item.commandId(), item.seq(), now);
    } else if (act instanceof VehicleAct.Arm arm) {
      arm(arm, now);
    } else if (act instanceof VehicleAct.Disarm disarm) {
      arming = null;
      commands.disarm(disarm.commandId(), now);
    } else if (act instanceof VehicleAct.Terminate terminate) {
      commands.terminate(terminate.commandId(), settings.profile().terminate(), now);
    } else if (act instanceof VehicleAct.StartMission start) {
      commands.command(start.commandId(), CommandRequest.of(MavCmd.MISSION_START, 0, 0), now);
    } else if (act instanceof VehicleAct.SendCommand send) {
      send(send, now);
    } else if (act instanceof VehicleAct.RequestMessage request) {
      commands.request(CommandRequest.message(request.messageId()), now);
    } else {
      performTransfer(act, now);
    }
  }

  private void performTransfer(VehicleAct act, Instant now) {
    if (act instanceof VehicleAct.Carry carry) {
      carry(carry.load(), now);
    } else if (act instanceof VehicleAct.AbandonCarry) {
      CarryMachine current = carrying;
      if (current != null) {
        carries.inject(current, current.abandon(now), now);
      }
    } else if (act instanceof VehicleAct.CancelTransfers) {
      dropped = true;
      carries.cancelAll();
      dropped = false;
      parameters.cancelAll();
      listings.cancelAll();
      logs.cancelAll();
    } else if (act instanceof VehicleAct.ListParameters) {
      list(now);
    } else if (act instanceof VehicleAct.WriteParameters write) {
      parameters(true, ParameterMachine.writing(peer, coding, write.settings()), now);
    } else if (act instanceof VehicleAct.ReadParameters read) {
      parameters(false, ParameterMachine.reading(peer, coding, read.names()), now);
    } else if (act instanceof VehicleAct.ListLogs) {
      logs.list(now);
    } else if (act instanceof VehicleAct.FetchLog fetch) {
      logs.fetch(fetch, now);
    } else {
      throw new IllegalStateException("no way to perform " + act);
    }
  }

  private void arm(VehicleAct.Arm arm, Instant now) {
    if (!armable) {
      report.accept(
          new CommandFinished(
              arm.commandId(),
              new CommandOutcome.NotSent("what the vehicle carries was not read back as planned")));
    } else if (!arm.authority().permitsArming(settings.vehicleId(), now)) {
      report.accept(
          new CommandFinished(
              arm.commandId(), new CommandOutcome.NotSent("the warrant does not permit it now")));
    } else {
      arming = arm.authority();
      commands.command(arm.commandId(), CommandRequest.of(MavCmd.COMPONENT_ARM_DISARM, 1, 0), now);
    }
  }

  /** Yes only while this station's own warrant is arming exactly this vehicle. */
  private void authorise(Instant now) {
    ArmAuthority authority = commands.idle(MavCmd.COMPONENT_ARM_DISARM) ? null : arming;
    ArmAuthorisation answer =
        authority == null || !armable
            ? ArmAuthorisation.NOT_ARMING
            : authority.permitsArming(settings.vehicleId(), now)
                ? ArmAuthorisation.GRANTED
                : ArmAuthorisation.EXPIRED;
    transmitter.transmit(answer.to(peer));
    report.accept(new VehicleReport.ArmAuthorisationAsked(answer));
  }

  private void send(VehicleAct.SendCommand send, Instant now) {
    if (settings.profile().understands(send.request().command())) {
      commands.command(send.commandId(), send.request(), now);
    } else {
      report.accept(
          new CommandFinished(
              send.commandId(),
              new CommandOutcome.NotSent("the autopilot does not know this command")));
    }
  }

  private void carry(Load load, Instant now) {
    armable = false;
    CarryMachine machine =
        new CarryMachine(
            peer,
            settings.profile().habits(),
            load,
            progress -> report.accept(new VehicleReport.CarryProgressed(progress)));
    boolean free = carries.idle();
    carrying = free ? machine : carrying;
    if (!free || !carries.offer(machine, (outcome, sent) -> carried(outcome), now)) {
      report.accept(new CarryFinished(new CarryOutcome.Unknown("another-transfer")));
    }
  }

  private void carried(CarryOutcome outcome) {
    carrying = null;
    armable = outcome instanceof CarryOutcome.New;
    if (!dropped) { // nobody waits for it: it was an earlier flight's
      report.accept(new CarryFinished(outcome));
    }
  }

  private void list(Instant now) {
    boolean taken =
        listings.offer(
            new ParameterListMachine(peer, coding, known), (list, sent) -> listed(list), now);
    if (!taken) {
      report.accept(new VehicleReport.ParametersListed(ParameterList.NOTHING));
    }
  }

  private void listed(ParameterList list) {
    known = list.whole() ? list : known;
    report.accept(new VehicleReport.ParametersListed(list));
  }

  private void parameters(boolean written, Machine<ParametersOutcome> machine, Instant now) {
    boolean taken =
        parameters.offer(
            machine,
            (outcome, sent) -> report.accept(new ParametersFinished(written, outcome)),
            now);
    if (!taken) {
      report.accept(
          new ParametersFinished(written, new ParametersOutcome.Cancelled(List.of(), List.of())));
    }
  }
}
