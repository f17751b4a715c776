package org.vigie.groundstation.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.dispatch.FlightView;
import org.vigie.groundstation.dispatch.RecordKeeping;
import org.vigie.groundstation.flightlog.CloseOutcome;
import org.vigie.groundstation.flightlog.FlightEnd;
import org.vigie.groundstation.flightlog.FlightLog;
import org.vigie.groundstation.flightlog.basis.RecordInput;
import org.vigie.groundstation.time.StationClock;

/** Closes flights into records. Thread-safe. */
final class FlightRecords implements RecordKeeping {
  private final VehicleFleet fleet;
  private final FlightPictures pictures;
  private final FlightLog log;
  private final Supplier<List<RecordInput>> inputs;
  private final String commune;
  private final StationClock clock;

  FlightRecords(
      VehicleFleet fleet,
      FlightPictures pictures,
      FlightLog log,
      Supplier<List<RecordInput>> inputs,
      String commune,
      StationClock clock) {
    this.fleet = fleet;
    this.pictures = pictures;
    this.log = log;
    this.inputs = inputs;
    this.commune = commune;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Telemetry> endStreams(FlightView flight) {
    return pictures.end(flight.flightId()).thenCompose(over -> endTelemetry(flight));
  }

  private CompletionStage<Telemetry> endTelemetry(FlightView flight) {
    return fleet
        .find(flight.vehicleId())
        .map(unit -> unit.endTelemetry(flight.flightId(), flight.serviceId(), commune))
        .orElseGet(() -> CompletableFuture.completedFuture(new Telemetry(0, 0)));
  }

  @Override
  public CompletionStage<String> write(FlightView flight, String outcome, Telemetry telemetry) {
    FlightEnd end =
        new FlightEnd(
            flight.flightId(),
            flight.incidentId(),
            outcome,
            clock.now(),
            flight.serviceId(),
            commune,
            flight.planHash(),
            flight.proofHash(),
            flight.decisionHash(),
            inputs.get(),
            tlog(flight),
            telemetry.bytes(),
            telemetry.frames());
    return log.close(end).thenCompose(FlightRecords::path);
  }

  private @Nullable Path tlog(FlightView flight) {
    return fleet
        .find(flight.vehicleId())
        .map(unit -> unit.tlog(flight.flightId()))
        .filter(Files::exists)
        .orElse(null);
  }

  private static CompletionStage<String> path(CloseOutcome outcome) {
    if (outcome instanceof CloseOutcome.Written written) {
      return CompletableFuture.completedFuture(written.record().toString());
    }
    String reason = ((CloseOutcome.NotWritten) outcome).reason();
    return CompletableFuture.failedFuture(new IOException(reason));
  }
}
