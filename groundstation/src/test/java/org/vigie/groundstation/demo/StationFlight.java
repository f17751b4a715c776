package org.vigie.groundstation.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.zone.ZoneSet;
import org.vigie.groundstation.compliance.decision.Decision;
import org.vigie.groundstation.flight.Clearance;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightInput;
import org.vigie.groundstation.flight.FlightOrder;
import org.vigie.groundstation.flight.FlightParts;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.flight.FlightSupervisor;
import org.vigie.groundstation.flight.HandJournal;
import org.vigie.groundstation.flight.PilotCommand;
import org.vigie.groundstation.flight.PilotPatience;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamSet;
import org.vigie.groundstation.traffic.Airspace;
import org.vigie.groundstation.vehicle.AutopilotProfile;
import org.vigie.groundstation.vehicle.SteppedVehicle;
import org.vigie.groundstation.vehicle.VehicleSettings;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.planner.MissionPlanner;
import org.vigie.planner.PlanOutcome;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Home;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofInputs;
import org.vigie.planner.proof.Prover;
import org.vigie.planner.replan.SceneMove;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.Battery;
import org.vigie.planner.request.Camera;
import org.vigie.planner.request.FlightLimits;
import org.vigie.planner.request.Incident;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.request.Site;
import org.vigie.planner.request.Wind;

/** A supervisor that flies an aircraft behind a socket, and the person who commands it. */
final class StationFlight {
  private static final Duration TICK = Duration.ofMillis(100);
  private static final double TO_SCENE_M = 180;

  /** MAV_PARAM_TYPE. */
  private static final int INT32 = 6;

  /** PX4 takes a moment to check a mission that was just uploaded. */
  private static final double CLEAR_AGAIN_S = 2;

  private static final int CLEARANCES_MAX = 10;

  final HandJournal journal = new HandJournal();
  final AutopilotProfile profile;
  private final AircraftOnSocket aircraft;
  private final String firmware;
  private final SteppedVehicle<FlightInput> vehicle;
  private final Deque<FlightInput> inbox = new ArrayDeque<>();
  private Instant nextTick;
  private int ticks;
  private int orders;
  private int setUps;
  FlightPlan plan = FlightParts.plan("none");

  StationFlight(AircraftOnSocket aircraft, int systemId, String firmware) {
    this.aircraft = aircraft;
    this.firmware = firmware;
    profile =
        AutopilotProfile.ofFirmware(firmware, System.getProperty("vigie.sitl.preRelease", ""));
    nextTick = aircraft.now();
    FlightSupervisor supervisor =
        new FlightSupervisor(
            profile,
            PilotPatience.WALL,
            new Airspace(),
            VehicleSnapshot.unheard("v1", systemId),
            journal,
            inbox::add);
    vehicle =
        new SteppedVehicle<>(
            VehicleSettings.of("v1", systemId, profile).with(aircraft.identity()),
            supervisor,
            aircraft::send);
  }

  /** Plans from where the aircraft stands, uploads, and clears as soon as that is asked for. */
  void takeOff() throws IOException {
    until("a position, home and healthy checks", 120, this::ready);
    // not from home: ArduCopter keeps the old one where it landed, until it is armed again
    VehicleSnapshot.Position at = vehicle.snapshot().findPosition().orElseThrow();
    FlightOrder order = order(Home.of(at.point(), at.altitude()));
    plan = order.plan();
    input(new FlightInput.Begin(order));
    until("clearance asked for", 200, () -> confirmed() == FlightState.AWAITING_CLEARANCE);
    clear(order);
    until("on the way", 90, () -> state() == FlightState.OUTBOUND);
  }

  /** The state, after the pilot has confirmed what of the aircraft is to be corrected. */
  private FlightState confirmed() {
    List<FlightEvent.SetUpDiffers> asked = journal.events(FlightEvent.SetUpDiffers.class);
    for (FlightEvent.SetUpDiffers one : asked.subList(setUps, asked.size())) {
      setUps++;
      input(new FlightInput.ConfirmSetUp("pilot-1", one.hash()));
    }
    return state();
  }

  /** As a person does: again when a check did not pass at that moment. */
  private void clear(FlightOrder order) throws IOException {
    Clearance clearance = new Clearance("pilot-1", plan.hash(), order.decision().hash(), 7);
    for (int i = 0; i < CLEARANCES_MAX && state() == FlightState.AWAITING_CLEARANCE; i++) {
      input(new FlightInput.Clear(clearance));
      run(CLEAR_AGAIN_S);
    }
  }

  private boolean ready() {
    VehicleSnapshot now = vehicle.snapshot();
    return now.position() != null && now.home() != null && now.prearmHealthy();
  }

  private FlightOrder order(Home home) {
    Terrain level = new Level(home.altitude());
    LatLon scene = Geodesics.destination(home.position(), 60, TO_SCENE_M);
    PlanRequest request = request(home, level, new Incident(scene, 10));
    PlanOutcome outcome = MissionPlanner.plan(request);
    if (!(outcome instanceof PlanOutcome.Planned planned)) {
      throw new AssertionError("no plan: " + outcome);
    }
    Proof proof =
        Prover.prove(
            planned.plan(),
            new ProofInputs(
                request.site(),
                request.aircraft(),
                request.zones(),
                request.authorisedZones(),
                level,
                request.wind(),
                request.limits(),
                List.of()));
    FlightPlan made = planned.plan();
    Decision decision =
        FlightParts.decision("F-1", made.hash(), proof.hash(), true, made.validUntil());
    return new FlightOrder("F-1", "v1", "sdis42", "42218", "pilot-1", made, proof, decision);
  }

  private PlanRequest request(Home home, Terrain level, Incident incident) {
    AircraftModel model =
        new AircraftModel(
            "quad-1",
            firmware,
            4.0,
            0.8,
            8,
            2.5,
            1.5,
            420,
            450,
            180,
            0.25,
            18,
            10,
            15,
            30,
            Optional.of(new Battery(16, 22.2)),
            Optional.of(new Camera(62, 37, 1920, -90, 20)),
            List.of());
    LatLon at = home.position();
    return new PlanRequest(
        "F-1",
        new Site("field", home, List.of(at)),
        model,
        incident,
        ZoneSet.of(List.of()),
        Set.of(),
        level,
        new Wind(300, 3),
        new FlightLimits(120, 50, 64),
        aircraft.now(),
        Duration.ofMinutes(30),
        20);
  }

  /** The same ground everywhere. */
  private record Level(AltitudeAmsl ground) implements Terrain {
    @Override
    public Optional<AltitudeAmsl> findGround(LatLon point) {
      return Optional.of(ground);
    }

    @Override
    public Optional<GroundRange> findRange(LatLon southWest, LatLon northEast) {
      return Optional.of(new GroundRange(ground, ground));
    }
  }

  /** Somebody sets PX4 to ask this station before it arms. */
  void asksToArm() {
    FrameWriter writer = new FrameWriter(200, 190);
    for (ParamSet set :
        List.of(
            new ParamSet(1, 1, "COM_ARM_AUTH_ID", Float.intBitsToFloat(255), INT32),
            new ParamSet(1, 1, "COM_ARM_AUTH_REQ", Float.intBitsToFloat(1), INT32))) {
      aircraft.send(writer.write(set).bytes());
    }
  }

  void pilot(PilotCommand command) {
    input(new FlightInput.Order("c" + ++orders, command, "pilot-1"));
  }

  void extendScene() {
    input(new FlightInput.ExtendScene("c" + ++orders, "pilot-1"));
  }

  /** Another place to look at; how it is found to be seen from the route. */
  SceneMove.Found moveScene(LatLon place) {
    VehicleSnapshot.Position at = vehicle.snapshot().findPosition().orElseThrow();
    PlanRequest request =
        request(plan.home(), new Level(plan.home().altitude()), new Incident(place, 10));
    SceneMove.Outcome outcome = SceneMove.find(plan, request, at.point(), at.height());
    if (!(outcome instanceof SceneMove.Found found)) {
      throw new AssertionError("not seen: " + outcome);
    }
    input(new FlightInput.MoveScene("c" + ++orders, "pilot-1", found, aircraft.now()));
    return found;
  }

  /**
   * Goes on until something is so; it must be within some seconds of its time, and there is nothing
   * to wait for once the flight is refused.
   */
  void until(String what, double limitS, BooleanSupplier so) throws IOException {
    Instant end = aircraft.now().plusMillis((long) (limitS * 1000));
    while (!so.getAsBoolean()) {
      if (aircraft.now().isAfter(end) || state() == FlightState.REFUSED) {
        throw new AssertionError(
            what + " did not happen: " + vehicle.snapshot() + " " + journal.events());
      }
      turn();
    }
  }

  void run(double seconds) throws IOException {
    Instant end = aircraft.now().plusMillis((long) (seconds * 1000));
    until("time", seconds + 5, () -> !aircraft.now().isBefore(end));
  }

  private void turn() throws IOException {
    aircraft.turn();
    byte[] bytes = aircraft.received();
    vehicle.bytes(bytes, bytes.length, aircraft.now());
    if (!aircraft.now().isBefore(nextTick)) {
      nextTick = nextTick.plus(TICK);
      if (ticks++ % 10 == 0) {
        input(new FlightInput.PilotSeen());
      }
      vehicle.tick(aircraft.now());
    }
    settle();
  }

  private void input(FlightInput input) {
    vehicle.input(input, aircraft.now());
    settle();
  }

  private void settle() {
    while (!inbox.isEmpty()) {
      vehicle.input(inbox.remove(), aircraft.now());
    }
  }

  VehicleSnapshot snapshot() {
    return vehicle.snapshot();
  }

  List<FlightState> states() {
    return journal.events(FlightEvent.StateChanged.class).stream()
        .map(FlightEvent.StateChanged::to)
        .toList();
  }

  FlightState state() {
    List<FlightState> states = states();
    return states.isEmpty() ? FlightState.PLANNING : states.get(states.size() - 1);
  }

  double fromHomeM() {
    return awayFromM(plan.home().position());
  }

  double awayFromM(LatLon place) {
    return snapshot()
        .findPosition()
        .map(at -> Geodesics.distanceM(at.point(), place))
        .orElse(Double.NaN);
  }

  double speedMps() {
    return snapshot()
        .findPosition()
        .map(at -> Math.hypot(at.velocity().northMps(), at.velocity().eastMps()))
        .orElse(Double.NaN);
  }

  int missionSeq() {
    return snapshot().findMission().map(VehicleSnapshot.MissionProgress::seq).orElse(0);
  }
}
