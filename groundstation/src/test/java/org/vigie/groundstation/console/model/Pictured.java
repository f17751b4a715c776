package org.vigie.groundstation.console.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.client.DecisionDocument;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.LiveIncident;
import org.vigie.groundstation.client.LiveStatus;
import org.vigie.groundstation.client.LiveVehicle;
import org.vigie.groundstation.client.PlanDocument;
import org.vigie.groundstation.client.Snapshot;
import org.vigie.groundstation.client.Who;
import org.vigie.groundstation.picture.PictureState;
import org.vigie.groundstation.picture.VideoView;

/** Snapshots made by hand, and the words that documents are held by. */
final class Pictured {
  static final Instant NOW = Instant.parse("2026-11-21T14:03:00Z");
  static final LatLon PLACE = new LatLon(45.4386, 4.3766);
  static final String PLAN = "p".repeat(64);
  static final String DECISION = "d".repeat(64);

  private final List<LiveVehicle> vehicles = new ArrayList<>();
  private final List<LiveFlight> flights = new ArrayList<>();
  private List<LiveFlight.Concern> concerns = List.of();
  private LiveFlight.@Nullable Offer offer;
  private LiveFlight.@Nullable SetUp setUp;
  private LiveFlight.@Nullable Scene scene;
  private LiveVehicle.@Nullable Home home;
  private LiveVehicle.@Nullable RemoteId remoteId;
  private LiveVehicle.@Nullable Camera camera;
  private LiveVehicle.@Nullable Gimbal gimbal;
  private List<LiveVehicle.Stream> streams = List.of();
  private final List<LiveIncident> incidents = new ArrayList<>();
  private final List<VideoView> videos = new ArrayList<>();

  Pictured vehicle(String id, String link, @Nullable String containment, double battery) {
    vehicles.add(
        new LiveVehicle(
            id,
            link,
            0.2,
            0.3,
            true,
            "AUTO",
            PLACE,
            58.0,
            591.0,
            62.0,
            8.2,
            0.0,
            90.0,
            battery,
            22.4,
            null,
            containment == null ? null : new LiveVehicle.Containing(containment, "NONE", 38.0, 6.0),
            9,
            24,
            null,
            List.of(),
            home,
            remoteId,
            camera,
            gimbal,
            streams));
    return this;
  }

  Pictured vehicle(String id) {
    return vehicle(id, "OK", "INSIDE", 80);
  }

  /** What supervision is concerned about in the flights that follow. */
  Pictured concerned(LiveFlight.Concern... about) {
    concerns = List.of(about);
    return this;
  }

  /** To whom the flights that follow are offered, so many seconds ago. */
  Pictured offered(String to, long agoS) {
    offer = new LiveFlight.Offer(to, NOW.minusSeconds(agoS));
    return this;
  }

  /** What the flights that follow would have corrected. */
  Pictured differing(String hash, LiveFlight.Difference... differences) {
    setUp = new LiveFlight.SetUp(hash, List.of(differences));
    return this;
  }

  /** What the flights that follow look at. */
  Pictured looking(LiveFlight.Scene at) {
    scene = at;
    return this;
  }

  /** What the vehicles that follow told of themselves. */
  Pictured equipped(
      LiveVehicle.Home at,
      LiveVehicle.RemoteId id,
      LiveVehicle.Camera with,
      LiveVehicle.Gimbal turning,
      LiveVehicle.Stream... sending) {
    home = at;
    remoteId = id;
    camera = with;
    gimbal = turning;
    streams = List.of(sending);
    return this;
  }

  Pictured flight(String id, String vehicle, String state) {
    return flight(id, vehicle, state, null);
  }

  Pictured flight(
      String id, String vehicle, String state, LiveFlight.@Nullable LastOrder lastOrder) {
    flights.add(
        new LiveFlight(
            id,
            "I-1",
            vehicle,
            "couriot",
            "sdis42",
            "pilot-1",
            state,
            "",
            "GO",
            PLAN,
            null,
            DECISION,
            NOW,
            new LiveFlight.PlanFigures(1_480, 300, 100, 60, 57, 25, null, null),
            List.of(),
            States.active(state) ? NOW : null,
            null,
            lastOrder,
            List.of(),
            null,
            concerns,
            offer,
            setUp,
            scene));
    return this;
  }

  Pictured incident(String id, String state, Instant at) {
    incidents.add(new LiveIncident(id, "explosion", state, at, PLACE, 21, 2, null, ""));
    return this;
  }

  Pictured video(String source, PictureState state) {
    videos.add(new VideoView(source, state, 0.1, null, 1280, 720, 25, 2_000, 1, true));
    return this;
  }

  Snapshot taken() {
    return new Snapshot(NOW, NOW, vehicles, flights, incidents, videos);
  }

  static LiveStatus connected() {
    return new LiveStatus(true, NOW, "", 0);
  }

  static Who pilot(String id) {
    return new Who(
        id,
        id,
        List.of("PILOT"),
        "sdis42",
        "SDIS 42",
        List.of("COMMAND_FLIGHT"),
        "station",
        "station",
        "fr");
  }

  /** Plan and decision of a flight, under the hashes of {@link #flight}. */
  static Documents documents() {
    return Documents.NONE
        .withPlan(
            PLAN,
            new PlanDocument(
                PLACE,
                538.2,
                List.of(),
                9,
                18,
                24,
                List.of(),
                PLACE,
                List.of(),
                46,
                55,
                1,
                new PlanDocument.PlanVolume(List.of(), List.of(), List.of(), 58, 69),
                new PlanDocument.PlanBudget(300, 100, 60, 57, 200, 355.2, 60),
                List.of(),
                NOW))
        .withDecision(
            DECISION, new DecisionDocument("GO", List.of(), List.of(), List.of(), NOW, NOW));
  }
}
