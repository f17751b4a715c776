package org.vigie.groundstation.vehicle;

import java.time.Instant;
import java.util.function.Consumer;
import org.vigie.groundstation.mavlink.MavCmd;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.groundstation.vehicle.VehicleReport.CommandFinished;
import org.vigie.groundstation.vehicle.VehicleReport.ParametersFinished;
import org.vigie.groundstation.vehicle.VehicleReport.TransferFinished;
import org.vigie.groundstation.vehicle.protocol.Command;
import org.vigie.groundstation.vehicle.protocol.CommandOutcome;
import org.vigie.groundstation.vehicle.protocol.CommandRequest;
import org.vigie.groundstation.vehicle.protocol.DownloadMachine;
import org.vigie.groundstation.vehicle.protocol.ListKind;
import org.vigie.groundstation.vehicle.protocol.Machine;
import org.vigie.groundstation.vehicle.protocol.ParameterCoding;
import org.vigie.groundstation.vehicle.protocol.ParameterMachine;
import org.vigie.groundstation.vehicle.protocol.ParametersOutcome;
import org.vigie.groundstation.vehicle.protocol.Peer;
import org.vigie.groundstation.vehicle.protocol.TransferOutcome;
import org.vigie.groundstation.vehicle.protocol.UploadMachine;

/** Carries acts out by means of the protocol machines. Confined to the vehicle's loop. */
final class ActPerformer {
  /** Three lists up and three down, twice. */
  private static final int TRANSFERS_WAITING_MAX = 12;

  private static final int PARAMETERS_WAITING_MAX = 8;

  private final VehicleSettings settings;
  private final Peer peer;
  private final ParameterCoding coding;
  private final CommandExchange commands;
  private final Consumer<VehicleReport> report;
  private final SerialExchange<TransferOutcome> transfers;
  private final SerialExchange<ParametersOutcome> parameters;

  ActPerformer(
      VehicleSettings settings,
      CommandExchange commands,
      Transmitter transmitter,
      Consumer<VehicleReport> report) {
    this.settings = settings;
    this.peer = settings.peer();
    this.coding = settings.profile().parameterCoding();
    this.commands = commands;
    this.report = report;
    transfers = new SerialExchange<>(TRANSFERS_WAITING_MAX, transmitter);
    parameters = new SerialExchange<>(PARAMETERS_WAITING_MAX, transmitter);
  }

  void onMessage(VehicleMessage message, Instant now) {
    transfers.onMessage(message, now);
    parameters.onMessage(message, now);
  }

  void onTick(Instant now) {
    transfers.onTick(now);
    parameters.onTick(now);
  }

  void perform(VehicleAct act, Instant now) {
    if (act instanceof VehicleAct.SetMode set) {
      CommandRequest request = settings.profile().setMode(set.mode());
      commands.setMode(set.commandId(), set.mode(), request, now);
    } else if (act instanceof VehicleAct.GoTo to) {
      Command command = settings.profile().goTo(to.place(), to.height(), to.home());
      commands.goTo(to.commandId(), command, now);
    } else if (act instanceof VehicleAct.Arm arm) {
      arm(arm, now);
    } else if (act instanceof VehicleAct.Disarm disarm) {
      commands.command(
          disarm.commandId(), CommandRequest.of(MavCmd.COMPONENT_ARM_DISARM, 0, 0), now);
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
    if (act instanceof VehicleAct.Upload upload) {
      transfer(upload.kind(), true, new UploadMachine(peer, upload.kind(), upload.items()), now);
    } else if (act instanceof VehicleAct.Download download) {
      transfer(download.kind(), false, new DownloadMachine(peer, download.kind()), now);
    } else if (act instanceof VehicleAct.CancelTransfers) {
      transfers.cancelAll();
      parameters.cancelAll();
    } else if (act instanceof VehicleAct.WriteParameters write) {
      parameters(true, ParameterMachine.writing(peer, coding, write.settings()), now);
    } else if (act instanceof VehicleAct.ReadParameters read) {
      parameters(false, ParameterMachine.reading(peer, coding, read.names()), now);
    } else {
      throw new IllegalStateException("no way to perform " + act);
    }
  }

  private void arm(VehicleAct.Arm arm, Instant now) {
    if (arm.authority().permitsArming(settings.vehicleId(), now)) {
      commands.command(arm.commandId(), CommandRequest.of(MavCmd.COMPONENT_ARM_DISARM, 1, 0), now);
    } else {
      report.accept(
          new CommandFinished(
              arm.commandId(), new CommandOutcome.NotSent("the warrant does not permit it now")));
    }
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

  private void transfer(
      ListKind kind, boolean upload, Machine<TransferOutcome> machine, Instant now) {
    boolean taken =
        transfers.offer(
            machine,
            (outcome, sent) -> report.accept(new TransferFinished(kind, upload, outcome)),
            now);
    if (!taken) {
      report.accept(new TransferFinished(kind, upload, new TransferOutcome.Cancelled()));
    }
  }

  private void parameters(boolean written, Machine<ParametersOutcome> machine, Instant now) {
    boolean taken =
        parameters.offer(
            machine,
            (outcome, sent) -> report.accept(new ParametersFinished(written, outcome)),
            now);
    if (!taken) {
      report.accept(new ParametersFinished(written, new ParametersOutcome.Cancelled()));
    }
  }
}
