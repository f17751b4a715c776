package org.vigie.groundstation.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.picture.PictureState;
import org.vigie.groundstation.picture.VideoCodec;
import org.vigie.groundstation.picture.VideoView;

/**
 * The live picture of one second.
 *
 * @param time the station's clock
 * @param wall the wall clock of the station's machine, absent from stations that do not say
 * @param videos sources of live video, none where there are none
 */
public record Snapshot(
    @Nullable Instant time,
    @Nullable Instant wall,
    List<LiveVehicle> vehicles,
    List<LiveFlight> flights,
    List<LiveIncident> incidents,
    List<VideoView> videos) {
  static Snapshot of(Members body) {
    return new Snapshot(
        body.instant("time"),
        body.instant("wall"),
        body.list("vehicles", LiveVehicle::of),
        body.list("flights", LiveFlight::of),
        body.list("incidents", LiveIncident::of),
        body.list("videos", Snapshot::video));
  }

  static @Nullable VideoView video(Members body) {
    if (body.text("source").isEmpty()) {
      return null;
    }
    return new VideoView(
        body.text("source"),
        name(PictureState.values(), body.text("state")).orElse(PictureState.NONE),
        body.numberOrNull("ageS"),
        name(VideoCodec.values(), body.text("codec")).orElse(null),
        body.whole("width"),
        body.whole("height"),
        body.number("framesPerSecond", 0),
        body.number("kilobitsPerSecond", 0),
        body.whole("viewers"),
        body.flag("recording"));
  }

  private static <E extends Enum<E>> Optional<E> name(E[] all, String name) {
    for (E one : all) {
      if (one.name().equals(name)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  public Optional<LiveFlight> findFlight(@Nullable String id) {
    return flights.stream().filter(flight -> flight.flightId().equals(id)).findFirst();
  }

  public Optional<LiveVehicle> findVehicle(@Nullable String id) {
    return vehicles.stream().filter(vehicle -> vehicle.vehicleId().equals(id)).findFirst();
  }

  public Optional<LiveIncident> findIncident(@Nullable String id) {
    return incidents.stream().filter(incident -> incident.incidentId().equals(id)).findFirst();
  }

  public Optional<VideoView> findVideo(@Nullable String source) {
    return videos.stream().filter(video -> video.source().equals(source)).findFirst();
  }
}
