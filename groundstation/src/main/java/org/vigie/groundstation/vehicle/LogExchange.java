package org.vigie.groundstation.vehicle;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.groundstation.vehicle.protocol.LogFetchMachine;
import org.vigie.groundstation.vehicle.protocol.LogFetched;
import org.vigie.groundstation.vehicle.protocol.LogList;
import org.vigie.groundstation.vehicle.protocol.LogListMachine;
import org.vigie.groundstation.vehicle.protocol.Peer;

/**
 * Logs of a vehicle's card, one question at a time: a vehicle serves one, and gives the other up.
 * Confined to the vehicle's loop.
 */
final class LogExchange {
  private final Peer peer;
  private final Consumer<VehicleReport> report;
  private final SerialExchange<LogList> lists;
  private final SerialExchange<LogFetched> logs;

  /** As the last heartbeat said: a vehicle whose motors run is asked for nothing. */
  private boolean armed;

  LogExchange(Peer peer, Transmitter transmitter, Consumer<VehicleReport> report) {
    this.peer = peer;
    this.report = report;
    lists = new SerialExchange<>(1, transmitter);
    logs = new SerialExchange<>(1, transmitter);
  }

  void onMessage(VehicleMessage message, Instant now) {
    if (message instanceof Heartbeat heartbeat) {
      armed = heartbeat.armed();
    }
    lists.onMessage(message, now);
    logs.onMessage(message, now);
  }

  void onTick(Instant now) {
    lists.onTick(now);
    logs.onTick(now);
  }

  void cancelAll() {
    lists.cancelAll();
    logs.cancelAll();
  }

  void list(Instant now) {
    if (armed || busy()) {
      report.accept(new VehicleReport.LogsListed(new LogList(false, List.of())));
      return;
    }
    lists.offer(
        new LogListMachine(peer),
        (list, sent) -> report.accept(new VehicleReport.LogsListed(list)),
        now);
  }

  void fetch(VehicleAct.FetchLog fetch, Instant now) {
    int id = fetch.id();
    if (armed || busy()) {
      LogFetched refused = new LogFetched(id, fetch.sizeBytes(), armed ? "armed" : "busy");
      report.accept(new VehicleReport.LogFinished(refused));
      return;
    }
    logs.offer(
        new LogFetchMachine(
            peer,
            id,
            fetch.sizeBytes(),
            part -> report.accept(new VehicleReport.LogPart(id, part))),
        (end, sent) -> report.accept(new VehicleReport.LogFinished(end)),
        now);
  }

  private boolean busy() {
    return !lists.idle() || !logs.idle();
  }
}
