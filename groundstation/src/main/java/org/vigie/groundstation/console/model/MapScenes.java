package org.vigie.groundstation.console.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.LiveIncident;
import org.vigie.groundstation.client.LiveVehicle;
import org.vigie.groundstation.client.MapDocument;
import org.vigie.groundstation.client.Profile;
import org.vigie.groundstation.client.Snapshot;
import org.vigie.groundstation.text.Texts;

/** What lies on the map and in the profile. Stateless. */
final class MapScenes {
  /** The vector ahead of an aircraft. */
  private static final double AHEAD_S = 10;

  /** Slower than this it stands, and has no vector. */
  private static final double STANDS_MPS = 0.5;

  private final Texts texts;
  private final Quantities quantities;
  private final Moments moments;

  MapScenes(Texts texts, Quantities quantities, Moments moments) {
    this.texts = texts;
    this.quantities = quantities;
    this.moments = moments;
  }

  MapScene map(
      Situation situation,
      @Nullable MapDocument map,
      boolean absent,
      @Nullable String flightId,
      @Nullable String incidentId,
      List<Condition> wrong,
      Tracks tracks,
      Optional<LatLon> aimed) {
    List<MapScene.Craft> craft = new ArrayList<>();
    List<MapScene.Spot> spots = new ArrayList<>();
    Snapshot snapshot = situation.snapshot();
    if (snapshot != null) {
      for (LiveVehicle vehicle : snapshot.vehicles()) {
        craft(snapshot, vehicle, flightId, wrong).ifPresent(craft::add);
      }
      for (LiveIncident incident : snapshot.incidents()) {
        boolean selected = incident.incidentId().equals(incidentId);
        boolean open = !incident.state().equals("DISMISSED") && !incident.state().equals("CLOSED");
        if (incident.position() != null && (open || selected)) {
          spots.add(
              new MapScene.Spot(
                  incident.incidentId(),
                  texts.name("type", incident.type()),
                  incident.position(),
                  incident.uncertaintyM(),
                  open,
                  selected));
        }
      }
    }
    return new MapScene(
        map,
        absent,
        flightId == null ? null : situation.documents(flightId).plan(),
        List.copyOf(craft),
        flightId == null ? List.of() : tracks.of(flightId),
        List.copyOf(spots),
        aimed.map(place -> aim(situation, flightId, place)).orElse(null),
        notice(map, absent),
        situation.fresh());
  }

  private MapScene.Aim aim(Situation situation, @Nullable String flightId, LatLon place) {
    LatLon from =
        situation
            .findFlight(flightId)
            .map(flight -> QuestionWriter.looksAt(situation, flight))
            .orElse(null);
    return new MapScene.Aim(place, from, texts.get("console.scene.aim"));
  }

  private String notice(@Nullable MapDocument map, boolean absent) {
    if (map == null) {
      return texts.get(absent ? "console.map.absent" : "console.map.loading");
    }
    return map.zonesAsOf() == null
        ? texts.get("console.map.zones.undated")
        : texts.get("console.map.zones", moments.day(map.zonesAsOf()));
  }

  private Optional<MapScene.Craft> craft(
      Snapshot snapshot, LiveVehicle vehicle, @Nullable String selected, List<Condition> wrong) {
    LatLon position = vehicle.position();
    if (position == null) {
      return Optional.empty();
    }
    Optional<LiveFlight> flight =
        snapshot.flights().stream()
            .filter(f -> f.vehicleId().equals(vehicle.vehicleId()) && !States.over(f.state()))
            .findFirst();
    String flightId = flight.map(LiveFlight::flightId).orElse("");
    boolean active = flight.map(f -> States.active(f.state())).orElse(false);
    Level level = Level.NORMAL;
    for (Condition condition : wrong) {
      level = condition.subject().equals(flightId) ? level.or(condition.kind().level()) : level;
    }
    Double speed = vehicle.groundSpeedMps();
    double heading = vehicle.headingDeg() == null ? 0 : vehicle.headingDeg();
    LatLon ahead =
        active && speed != null && speed > STANDS_MPS && vehicle.headingDeg() != null
            ? Geodesics.destination(position, heading, speed * AHEAD_S)
            : null;
    return Optional.of(
        new MapScene.Craft(
            flightId,
            vehicle.vehicleId(),
            active ? quantities.heightAgl(vehicle.heightAglM()) : "",
            position,
            heading,
            ahead,
            !flightId.isEmpty() && flightId.equals(selected),
            active,
            level));
  }

  ProfileScene profile(Situation situation, @Nullable LiveFlight flight) {
    if (flight == null) {
      return new ProfileScene(
          null, texts.get("console.profile.no-flight"), null, null, "", situation.fresh());
    }
    Documents documents = situation.documents(flight.flightId());
    Profile profile = documents.profile();
    if (profile == null || profile.points().isEmpty()) {
      String key = documents.profileAbsent() ? "console.profile.absent" : "console.profile.loading";
      return new ProfileScene(null, texts.get(key), null, null, "", situation.fresh());
    }
    LiveVehicle vehicle = situation.vehicleOf(flight).orElse(null);
    LatLon position = vehicle == null ? null : vehicle.position();
    boolean flying = position != null && States.active(flight.state());
    return new ProfileScene(
        profile,
        "",
        flying && position != null ? along(profile, position, flight.state()) : null,
        vehicle == null ? null : vehicle.altitudeAmslM(),
        vehicle == null ? "" : quantities.altitudeAmsl(vehicle.altitudeAmslM()),
        situation.fresh());
  }

  /** How far along the route the nearest place is; a route that comes back is told apart by leg. */
  private static @Nullable Double along(Profile profile, LatLon position, String state) {
    String leg =
        switch (state) {
          case "RETURNING", "LANDING" -> "return";
          case "ON_SCENE" -> "scene";
          case "OUTBOUND", "TAKING_OFF" -> "outbound";
          default -> "";
        };
    Double best = null;
    double nearest = Double.MAX_VALUE;
    for (Profile.Point point : profile.points()) {
      if (point.place() != null && (leg.isEmpty() || point.leg().equals(leg))) {
        double distance = Geodesics.distanceM(point.place(), position);
        if (distance < nearest) {
          nearest = distance;
          best = point.distanceM();
        }
      }
    }
    return best;
  }
}
