package org.vigie.groundstation.app;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.dispatch.FlightView;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.video.VideoStation;
import org.vigie.groundstation.video.record.RecordingOwner;
import org.vigie.groundstation.viewing.Viewing;

/**
 * The pictures of flights: recorded while the aircraft is in the air, watched by those who may, and
 * both at an end before the flight's last entry. Thread-safe.
 */
final class FlightPictures {
  private static final Logger LOG = LoggerFactory.getLogger(FlightPictures.class);

  private final Viewing viewing;
  private final VideoStation video;
  private final Supplier<List<FlightView>> flights;
  private final String commune;

  /** Flights whose pictures have ended: one name a flight of this process's life. */
  private final Set<String> ended = ConcurrentHashMap.newKeySet();

  private volatile boolean recovered;

  FlightPictures(
      Viewing viewing, VideoStation video, Supplier<List<FlightView>> flights, String commune) {
    this.viewing = viewing;
    this.video = video;
    this.flights = flights;
    this.commune = commune;
  }

  /**
   * Takes up what an earlier life of the station recorded and did not close. Reads whole segments,
   * so it is done beside the station's start; until then nothing new is recorded. A file that
   * cannot be read keeps nobody from flying.
   */
  void recover() {
    try {
      video.recover(
          flightId ->
              flights.get().stream()
                  .filter(flight -> flight.flightId().equals(flightId))
                  .filter(flight -> flight.state() != FlightState.CLOSED)
                  .map(this::owner)
                  .findFirst());
    } catch (IOException | RuntimeException e) {
      LOG.error("recordings of an earlier life could not be taken up", e);
    } finally {
      recovered = true;
    }
  }

  /** Records what flies; asked again and again, so that a restarted station goes on. */
  void look() {
    if (!recovered) {
      return;
    }
    for (FlightView flight : flights.get()) {
      if (flight.state().airborne()
          && !ended.contains(flight.flightId())
          && video.findView(flight.vehicleId()).isPresent()) {
        try {
          video.startRecording(flight.flightId(), flight.serviceId(), commune, flight.vehicleId());
        } catch (IllegalStateException e) {
          LOG.warn("{} is not recorded: {}", flight.flightId(), e.getMessage());
        }
      }
    }
  }

  private RecordingOwner owner(FlightView flight) {
    return new RecordingOwner(flight.flightId(), flight.serviceId(), commune);
  }

  /** Ends a flight's pictures; complete when nothing more will be journalled about them. */
  CompletionStage<@Nullable Void> end(String flightId) {
    ended.add(flightId);
    return viewing.endFlight(flightId).thenCompose(cut -> video.endRecording(flightId));
  }
}
