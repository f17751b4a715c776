package org.vigie.groundstation.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.vigie.groundstation.dispatch.FlightView;
import org.vigie.groundstation.dispatch.StationDesk;
import org.vigie.groundstation.flight.FlightInput;
import org.vigie.groundstation.flight.PilotCommand;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.time.StationClock;

/**
 * A station that is up, until it is stopped in order.
 *
 * @threading confined to the thread that stops it
 */
final class Station implements AutoCloseable {
  /** How long a stopping station waits to see its aircraft in their return, station time. */
  private static final Duration RETURN_SEEN_MAX = Duration.ofSeconds(5);

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final String host;
  private final int port;
  private final VehicleFleet fleet;
  private final StationDesk desk;
  private final Journal journal;
  private final StationClock clock;
  private final StationLog log;
  private final Closer closer;
  private List<String> returning = List.of();

  Station(
      String host,
      int port,
      VehicleFleet fleet,
      StationDesk desk,
      Journal journal,
      StationClock clock,
      StationLog log,
      Closer closer) {
    this.host = host;
    this.port = port;
    this.fleet = fleet;
    this.desk = desk;
    this.journal = journal;
    this.clock = clock;
    this.log = log;
    this.closer = closer;
  }

  StationDesk desk() {
    return desk;
  }

  Journal journal() {
    return journal;
  }

  StationClock clock() {
    return clock;
  }

  String host() {
    return host;
  }

  int port() {
    return port;
  }

  /** Orders every aircraft in the air to return, and waits a little to see it; their flights. */
  List<String> returnAll() {
    List<FlightView> flying =
        desk.flights().stream().filter(flight -> flight.state().airborne()).toList();
    for (FlightView flight : flying) {
      String id = flight.flightId() + "-station-stops";
      fleet.offerSafety(
          flight.vehicleId(), new FlightInput.Order(id, PilotCommand.RETURN, "station"));
    }
    Instant deadline = clock.now().plus(RETURN_SEEN_MAX);
    while (clock.now().isBefore(deadline) && flying.stream().anyMatch(f -> !returning(f))) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    returning = flying.stream().map(FlightView::flightId).toList();
    return returning;
  }

  private boolean returning(FlightView flight) {
    return fleet.find(flight.vehicleId()).map(VehicleUnit::returning).orElse(true);
  }

  @Override
  public void close() {
    log.stopped(returning);
    closer.close();
  }
}
