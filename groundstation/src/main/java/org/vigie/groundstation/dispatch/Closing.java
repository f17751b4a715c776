package org.vigie.groundstation.dispatch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.flightlog.FlightClosed;
import org.vigie.groundstation.journal.StreamId;

/**
 * Ends flights that are over: telemetry to its last byte, the closing entry that counts everything, the
 * record.
 *
 * @threading confined to the Desk's loop
 */
final class Closing {
  private final DeskBook book;
  private final RecordKeeping records;
  private final Consumer<Runnable> notes;
  private final Set<String> underWay = new HashSet<>();

  Closing(DeskBook book, RecordKeeping records, Consumer<Runnable> notes) {
    this.book = book;
    this.records = records;
    this.notes = notes;
  }

  /** Looks for flights that have ended and closes them, each once. */
  void look() {
    for (FlightView flight : book.flights()) {
      boolean over =
          switch (flight.state()) {
            case LANDED, REFUSED, ABORTED -> true;
            case CLOSED -> flight.recordPath() == null;
            default -> false;
          };
      if (over && underWay.add(flight.flightId())) {
        records
            .endTelemetry(flight.flightId(), flight.vehicleId())
            .whenComplete((end, bug) -> notes.accept(() -> ended(flight, end, bug)));
      }
    }
  }

  private void ended(
      FlightView flight, RecordKeeping.Telemetry end, @org.jspecify.annotations.Nullable Throwable bug) {
    if (bug != null) {
      underWay.remove(flight.flightId());
      return;
    }
    try {
      if (flight.state() != FlightState.CLOSED) {
        close(flight, end);
      }
    } catch (JournalUnavailableException e) {
      underWay.remove(flight.flightId());
      return;
    }
    records
        .write(flight.flightId(), flight.incidentId())
        .whenComplete((path, failed) -> notes.accept(() -> written(flight, path, failed)));
  }

  private void close(FlightView flight, RecordKeeping.Telemetry end) {
    if (flight.state() == FlightState.LANDED) {
      book.closeIncident(flight.incidentId(), "flight-landed");
    }
    long flightEntries = book.entries(StreamId.flight(flight.flightId()));
    long incidentEntries = book.entries(StreamId.incident(flight.incidentId()));
    book.commit(
        flight,
        List.of(
            new FlightEvent.StateChanged(flight.state(), FlightState.CLOSED, "record-closed"),
            new FlightClosed(
                flight.state().name(),
                flightEntries + 2,
                incidentEntries,
                end.bytes(),
                end.frames())));
  }

  private void written(
      FlightView flight, String path, @org.jspecify.annotations.Nullable Throwable failed) {
    if (failed == null) {
      book.recorded(flight.flightId(), path);
    } else {
      underWay.remove(flight.flightId());
    }
  }
}
