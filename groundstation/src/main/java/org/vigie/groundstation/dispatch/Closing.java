package org.vigie.groundstation.dispatch;

import java.time.Duration;
import java.time.Instant;
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
  /** A full disk or a dead vehicle loop does not get better within milliseconds. */
  static final Duration RETRY = Duration.ofSeconds(5);

  private final DeskBook book;
  private final RecordKeeping records;
  private final Consumer<Runnable> notes;
  private final Set<String> underWay = new HashSet<>();
  private final Map<String, Instant> failedAt = new HashMap<>();
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
      if (over && isTime(flight.flightId()) && underWay.add(flight.flightId())) {
        RecordKeeping.Telemetry known = telemetry.get(flight.flightId());
        try {
          if (known != null) {
            ended(flight.flightId(), known, null);
          } else {
            records
                .endStreams(flight)
                .whenComplete(
                    (end, failed) -> notes.accept(() -> ended(flight.flightId(), end, failed)));
          }
        } catch (RuntimeException failed) {
          later(flight.flightId());
          throw failed;
        }
      }
    }
  }

  private boolean isTime(String flightId) {
    Instant failed = failedAt.get(flightId);
    return failed == null || !book.now().isBefore(failed.plus(RETRY));
  }

  private void later(String flightId) {
    failedAt.put(flightId, book.now());
    underWay.remove(flightId);
  }

  private void ended(
      String flightId, RecordKeeping.@Nullable Telemetry end, @Nullable Throwable failed) {
    if (failed != null || end == null) {
      later(flightId);
      return;
    }
    telemetry.put(flightId, end);
    try {
      book.settle();
      close(book.findFlight(flightId).orElseThrow());
      records
          .write(book.findFlight(flightId).orElseThrow(), book.endState(flightId).name(), end)
          .whenComplete((path, bug) -> notes.accept(() -> written(flightId, path, bug)));
    } catch (JournalUnavailableException e) {
      later(flightId);
    } catch (RuntimeException bug) {
      later(flightId);
      throw bug;
    }
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

  private void written(String flightId, @Nullable String path, @Nullable Throwable failed) {
    if (failed != null || path == null) {
      later(flightId);
      return;
    }
    underWay.remove(flightId);
    failedAt.remove(flightId);
    telemetry.remove(flightId);
    book.recorded(flightId, path);
  }
}
