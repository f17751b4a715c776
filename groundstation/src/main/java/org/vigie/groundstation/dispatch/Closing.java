package org.vigie.groundstation.dispatch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightState;

/**
 * Ends flights that are over: telemetry to its last byte, the last state change, then closing entry
 * and record. What fails is tried again at the next look.
 *
 * @threading confined to the Desk's loop
 */
final class Closing {
  private final DeskBook book;
  private final RecordKeeping records;
  private final Consumer<Runnable> notes;
  private final Set<String> underWay = new HashSet<>();
  private final Map<String, RecordKeeping.Telemetry> telemetry = new HashMap<>();

  Closing(DeskBook book, RecordKeeping records, Consumer<Runnable> notes) {
    this.book = book;
    this.records = records;
    this.notes = notes;
  }

  /** Looks for flights that have ended and have no record yet. */
  void look() {
    for (FlightView flight : book.flights()) {
      boolean over = flight.state().over() && flight.recordPath() == null;
      if (over && underWay.add(flight.flightId())) {
        RecordKeeping.Telemetry known = telemetry.get(flight.flightId());
        if (known != null) {
          ended(flight, known, null);
        } else {
          records
              .endTelemetry(flight)
              .whenComplete((end, failed) -> notes.accept(() -> ended(flight, end, failed)));
        }
      }
    }
  }

  private void ended(FlightView flight, RecordKeeping.Telemetry end, @Nullable Throwable failed) {
    if (failed != null) {
      underWay.remove(flight.flightId());
      return;
    }
    telemetry.put(flight.flightId(), end);
    try {
      close(flight);
    } catch (JournalUnavailableException e) {
      underWay.remove(flight.flightId());
      return;
    }
    records
        .write(flight, book.endState(flight.flightId()).name(), end)
        .whenComplete((path, bug) -> notes.accept(() -> written(flight, path, bug)));
  }

  private void close(FlightView flight) {
    if (flight.state() == FlightState.CLOSED) {
      return;
    }
    if (flight.state() == FlightState.LANDED) {
      book.closeIncident(flight.incidentId(), "flight-landed");
    }
    book.commit(
        flight,
        List.of(new FlightEvent.StateChanged(flight.state(), FlightState.CLOSED, "record-closed")));
  }

  private void written(FlightView flight, String path, @Nullable Throwable failed) {
    underWay.remove(flight.flightId());
    if (failed == null) {
      telemetry.remove(flight.flightId());
      book.recorded(flight.flightId(), path);
    }
  }
}
