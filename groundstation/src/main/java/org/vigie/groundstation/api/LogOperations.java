package org.vigie.groundstation.api;

import java.util.List;
import java.util.Map;
import org.vigie.groundstation.access.Permission;

/** Logs on vehicles' own cards. */
final class LogOperations {
  /** MAVLink counts logs in 16 bits. */
  private static final int LOG_ID_MAX = 0xFFFF;

  private final VehicleLogs logs;

  LogOperations(VehicleLogs logs) {
    this.logs = logs;
  }

  List<Operation> all() {
    return List.of(
        Operation.get("/api/vehicles/{id}/logs", Permission.READ_VEHICLES, this::list),
        Operation.post(
            "/api/vehicles/{id}/logs/{log}/fetch", Permission.COMMAND_FLIGHT, this::fetch),
        Operation.get("/api/vehicles/{id}/logs/{log}", Permission.READ_RECORDS, this::file));
  }

  private void list(Call call) {
    call.send(200, logs.list(call.id()).orElseThrow(Problem.of(404, "not-found")::refusal));
  }

  private void fetch(Call call) {
    call.expectNothing();
    int log = log(call);
    String refused = logs.fetch(call.id(), log, call.person().id());
    if (refused.equals("not-found")) {
      throw Problem.of(404, "not-found").refusal();
    }
    if (!refused.isEmpty()) {
      throw Problem.because(409, "conflict", "logs-" + refused).refusal();
    }
    call.send(202, Map.of("log", log));
  }

  private void file(Call call) {
    int log = log(call);
    String vehicle = call.id();
    Download.send(
        call,
        () -> logs.open(vehicle, log),
        "application/octet-stream",
        vehicle + "-" + log + ".log");
  }

  private static int log(Call call) {
    try {
      int log = Integer.parseInt(call.id("log"));
      if (log >= 0 && log <= LOG_ID_MAX) {
        return log;
      }
    } catch (NumberFormatException e) {
      // told below, like a number that no log can have
    }
    throw Problem.of(404, "not-found").refusal();
  }
}
