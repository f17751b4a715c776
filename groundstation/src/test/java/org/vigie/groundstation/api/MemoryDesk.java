package org.vigie.groundstation.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.dispatch.AlertReceipt;
import org.vigie.groundstation.dispatch.Desk;
import org.vigie.groundstation.dispatch.DeskAnswer;
import org.vigie.groundstation.dispatch.FlightView;
import org.vigie.groundstation.dispatch.IncidentView;
import org.vigie.groundstation.dispatch.VehicleView;
import org.vigie.groundstation.flight.CheckResult;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.flight.PilotCommand;
import org.vigie.groundstation.flight.watch.ConcernKind;
import org.vigie.groundstation.incident.Alert;
import org.vigie.groundstation.incident.Incident;
import org.vigie.groundstation.incident.IncidentInput;
import org.vigie.groundstation.incident.IncidentOutcome;
import org.vigie.groundstation.incident.Incidents;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.time.StationClock;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;

/** A Desk in memory: real incidents in a real journal; flights that wait, fly and land on order. */
final class MemoryDesk implements Desk {
  final List<String> scenes = new ArrayList<>();
  private final Journal journal;
  private final StationClock clock;
  private final Incidents incidents = new Incidents();
  private final Map<String, FlightView> flights = new LinkedHashMap<>();
  final List<String> presences = new CopyOnWriteArrayList<>();
  final List<Alert> alerts = new ArrayList<>();
  final List<String> orders = new ArrayList<>();

  /** When set, the Desk answers everything with this. */
  volatile @Nullable RuntimeException failure;

  volatile boolean silent;
  volatile boolean busy;

  MemoryDesk(Journal journal, StationClock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public synchronized CompletionStage<DeskAnswer<AlertReceipt>> report(Alert alert, Person by) {
    RuntimeException broken = failure;
    if (broken != null) {
      return CompletableFuture.failedFuture(broken);
    }
    if (busy) {
      return CompletableFuture.completedFuture(new DeskAnswer.Unavailable<>("queue-full"));
    }
    alerts.add(alert);
    IncidentOutcome outcome = incidents.receive(alert);
    if (outcome instanceof IncidentOutcome.Repeated repeated) {
      return CompletableFuture.completedFuture(
          new DeskAnswer.Done<>(
              new AlertReceipt(repeated.receipt().alertId(), repeated.receipt().incidentId()),
              false));
    }
    IncidentOutcome.Accepted accepted = (IncidentOutcome.Accepted) outcome;
    return commit(
        accepted,
        by,
        new AlertReceipt("A-" + alerts.stream().distinct().count(), accepted.incidentId()));
  }

  @Override
  public synchronized CompletionStage<DeskAnswer<IncidentView>> confirm(String id, Person by) {
    CompletionStage<DeskAnswer<IncidentView>> answer =
        handle(id, new IncidentInput.Confirmed(by.id()), by);
    if (incidents.find(id).isPresent() && flights.isEmpty()) {
      prepare("F-1", id);
    }
    return answer;
  }

  @Override
  public synchronized CompletionStage<DeskAnswer<IncidentView>> dismiss(
      String id, String reason, Person by) {
    return handle(id, new IncidentInput.Dismissed(by.id(), reason), by);
  }

  private CompletionStage<DeskAnswer<IncidentView>> handle(
      String id, IncidentInput input, Person by) {
    IncidentOutcome outcome = incidents.handle(id, input);
    if (outcome instanceof IncidentOutcome.Accepted accepted) {
      return commit(accepted, by, view(accepted.step().state()));
    }
    return CompletableFuture.completedFuture(
        outcome instanceof IncidentOutcome.Refused refused
            ? new DeskAnswer.Conflict<>(refused.code())
            : new DeskAnswer.Unknown<>(id));
  }

  private <T> CompletionStage<DeskAnswer<T>> commit(
      IncidentOutcome.Accepted accepted, Person by, T answer) {
    accepted.step().events().forEach(event -> incidents.apply(accepted.incidentId(), event));
    CompletableFuture<DeskAnswer<T>> done = new CompletableFuture<>();
    if (!silent) {
      journal.append(
          accepted.drafts(clock.now(), by.service(), by.commune()),
          outcome -> done.complete(new DeskAnswer.Done<>(answer, true)));
    }
    return done;
  }

  /** A flight that waits for its pilot. */
  synchronized void prepare(String flightId, String incidentId) {
    ContentHash plan = keep(Map.of("home", "site-1", "items", List.of(1, 2, 3)));
    ContentHash proof = keep(Map.of("plan", plan, "holds", true));
    ContentHash decision = keep(Map.of("plan", plan, "verdict", "GO", "law", "R. 242-9 – é"));
    flights.put(
        flightId,
        new FlightView(
            flightId,
            incidentId,
            "V-1",
            "site-1",
            "sdis42",
            "pilot-1",
            FlightState.AWAITING_CLEARANCE,
            "",
            "GO",
            plan,
            proof,
            decision,
            null,
            Instant.parse("2026-11-24T13:00:31Z"),
            new FlightView.PlanView(1485, 308, 104, 72, 80, 25, 22.5, 60.6),
            List.of(new CheckResult("battery", true, true, 98, 70, "%")),
            null,
            null,
            List.of(),
            null,
            null,
            null,
            List.of(),
            null,
            null));
  }

  /** A flight of which nothing is known yet. */
  synchronized void request(String flightId) {
    flights.put(
        flightId,
        new FlightView(
            flightId,
            "I-1",
            "V-1",
            "site-1",
            "sdis42",
            "pilot-1",
            FlightState.PLANNING,
            "",
            null,
            null,
            null,
            null,
            null,
            Instant.parse("2026-11-24T13:00:30Z"),
            null,
            List.of(),
            null,
            null,
            List.of(),
            null,
            null,
            null,
            List.of(),
            null,
            null));
  }

  private ContentHash keep(Object document) {
    return journal.keep(CanonicalJson.write(document).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public synchronized CompletionStage<DeskAnswer<FlightView>> clear(
      String id, ContentHash plan, ContentHash decision, Person by) {
    FlightView flight = flights.get(id);
    if (flight == null) {
      return CompletableFuture.completedFuture(new DeskAnswer.Unknown<>(id));
    }
    if (!by.id().equals(flight.pilotId())) {
      return CompletableFuture.completedFuture(new DeskAnswer.Forbidden<>("not-this-pilot"));
    }
    if (!plan.equals(flight.planHash()) || !decision.equals(flight.decisionHash())) {
      return CompletableFuture.completedFuture(new DeskAnswer.Conflict<>("stale-hashes"));
    }
    return CompletableFuture.completedFuture(move(flight, FlightState.ARMING, ""));
  }

  @Override
  public synchronized CompletionStage<DeskAnswer<FlightView>> confirmSetUp(
      String id, ContentHash hash, Person by) {
    FlightView flight = flights.get(id);
    if (flight == null) {
      return CompletableFuture.completedFuture(new DeskAnswer.Unknown<>(id));
    }
    FlightView.SetUpView asked = flight.setUp();
    return CompletableFuture.completedFuture(
        asked != null && hash.equals(asked.hash())
            ? move(flight, FlightState.UPLOADING, "")
            : new DeskAnswer.Conflict<>("stale-set-up"));
  }

  @Override
  public synchronized CompletionStage<DeskAnswer<FlightView>> refuse(
      String id, String reason, Person by) {
    FlightView flight = flights.get(id);
    return CompletableFuture.completedFuture(
        flight == null
            ? new DeskAnswer.Unknown<>(id)
            : move(flight, FlightState.REFUSED, "pilot-refused"));
  }

  /** Brings a flight into a state, as its vehicle would. */
  synchronized void become(String flightId, FlightState state) {
    FlightView flight = flights.get(flightId);
    if (flight == null) {
      throw new IllegalArgumentException("no flight " + flightId);
    }
    move(flight, state, "");
  }

  /** A flight that waits for its pilot to confirm differences of set-up. */
  synchronized void asking(String flightId, FlightEvent.SetUpDifference... differences) {
    prepare(flightId, "I-1");
    List<FlightEvent.SetUpDifference> all = List.of(differences);
    move(
        Objects.requireNonNull(flights.get(flightId)),
        FlightState.UPLOADING,
        "",
        new FlightView.SetUpView(CanonicalJson.hash(all), all));
  }

  private DeskAnswer<FlightView> move(FlightView old, FlightState state, String reason) {
    return move(old, state, reason, null);
  }

  private DeskAnswer<FlightView> move(
      FlightView old, FlightState state, String reason, FlightView.@Nullable SetUpView setUp) {
    FlightView moved =
        new FlightView(
            old.flightId(),
            old.incidentId(),
            old.vehicleId(),
            old.siteId(),
            old.serviceId(),
            old.pilotId(),
            state,
            reason,
            old.verdict(),
            old.planHash(),
            old.proofHash(),
            old.decisionHash(),
            "/var/lib/vigie/records/" + old.flightId(),
            old.stateSince().plusSeconds(1),
            old.plan(),
            old.checks(),
            null,
            null,
            old.considered(),
            null,
            null,
            null,
            List.of(),
            null,
            setUp);
    flights.put(old.flightId(), moved);
    return new DeskAnswer.Done<>(moved, true);
  }

  @Override
  public synchronized CompletionStage<DeskAnswer<String>> command(
      String id, PilotCommand command, Set<ConcernKind> overrules, String why, Person by) {
    FlightView flight = flights.get(id);
    if (flight == null) {
      return CompletableFuture.completedFuture(new DeskAnswer.Unknown<>(id));
    }
    if (flight.state() == FlightState.AWAITING_CLEARANCE) {
      return CompletableFuture.completedFuture(new DeskAnswer.Conflict<>("not-airborne"));
    }
    orders.add(command + " " + id + " " + by.id() + (why.isEmpty() ? "" : " " + why));
    return CompletableFuture.completedFuture(new DeskAnswer.Done<>("C-" + orders.size(), true));
  }

  @Override
  public CompletionStage<DeskAnswer<String>> extendScene(String flightId, Person by) {
    return scene(flightId, "extend", by);
  }

  @Override
  public CompletionStage<DeskAnswer<String>> moveScene(
      String flightId, double latDeg, double lonDeg, Person by) {
    return scene(flightId, "move " + latDeg + " " + lonDeg, by);
  }

  private synchronized CompletionStage<DeskAnswer<String>> scene(
      String flightId, String what, Person by) {
    if (!flights.containsKey(flightId)) {
      return CompletableFuture.completedFuture(new DeskAnswer.Unknown<>(flightId));
    }
    scenes.add(what + " by " + by.id());
    return CompletableFuture.completedFuture(
        new DeskAnswer.Done<>(flightId + "-scene-" + scenes.size(), true));
  }

  @Override
  public synchronized CompletionStage<DeskAnswer<FlightView>> offer(
      String vehicleId, String to, Person by) {
    orders.add("OFFER " + vehicleId + " " + by.id() + " " + to);
    return CompletableFuture.completedFuture(onVehicle(vehicleId));
  }

  @Override
  public synchronized CompletionStage<DeskAnswer<FlightView>> accept(String vehicleId, Person by) {
    orders.add("ACCEPT " + vehicleId + " " + by.id());
    return CompletableFuture.completedFuture(onVehicle(vehicleId));
  }

  private DeskAnswer<FlightView> onVehicle(String vehicleId) {
    return flights.values().stream()
        .filter(flight -> flight.vehicleId().equals(vehicleId))
        .findFirst()
        .<DeskAnswer<FlightView>>map(flight -> new DeskAnswer.Done<>(flight, true))
        .orElse(new DeskAnswer.Conflict<>("vehicle-on-no-flight"));
  }

  @Override
  public void present(Person pilot) {
    presences.add(pilot.id());
  }

  @Override
  public Optional<Instant> pilotSeen(String pilotId) {
    return presences.contains(pilotId)
        ? Optional.of(clock.now().minusSeconds(2))
        : Optional.empty();
  }

  @Override
  public synchronized List<IncidentView> incidents() {
    return incidents.all().stream().map(MemoryDesk::view).toList();
  }

  private static IncidentView view(Incident incident) {
    return new IncidentView(
        incident.incidentId(),
        incident.type(),
        incident.state(),
        incident.firstAt(),
        incident.position().latDeg(),
        incident.position().lonDeg(),
        incident.uncertaintyM(),
        incident.alerts(),
        null);
  }

  @Override
  public synchronized List<FlightView> flights() {
    return List.copyOf(flights.values());
  }

  @Override
  public synchronized Optional<FlightView> findFlight(String id) {
    return Optional.ofNullable(flights.get(id));
  }

  @Override
  public List<VehicleView> vehicles() {
    return List.of(
        new VehicleView(
            "V-1",
            "OK",
            0.2,
            true,
            "AUTO",
            45.4386,
            4.3775,
            62.0,
            591.0,
            8.2,
            90.0,
            41.0,
            22.4,
            null,
            60.0,
            0.1,
            0.4,
            new VehicleView.Containing("INSIDE", "NONE", 38.0, null),
            7,
            24,
            new VehicleView.Identified("ArduPilot", "4.6.3", "0123"),
            List.of(new VehicleView.WayView("udp:h:1 from v", "GOOD", true, 0.1, 1.5, null)),
            new VehicleView.HomeView(45.4386, 4.3766, 538.2),
            new VehicleView.RemoteIdView("AUTOPILOT", "FAIL", "missing OP_ID ", 0.4),
            new VehicleView.CameraView(100, "Vigie", "Wide", 1920, 1080),
            new VehicleView.GimbalView(1, -90.0, 20.0, null, null),
            List.of(
                new VehicleView.StreamView(
                    1, 100, "wide", "rtsp://10.0.0.7:8554/wide", "RTSP", "H264", ""),
                new VehicleView.StreamView(
                    2, 100, "down", "", "RTSP", "UNKNOWN", "stream-uri-cut"))),
        new VehicleView(
            "V-2",
            "NEVER",
            null,
            false,
            "",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            VehicleView.RemoteIdView.NONE,
            null,
            null,
            List.of()));
  }
}
