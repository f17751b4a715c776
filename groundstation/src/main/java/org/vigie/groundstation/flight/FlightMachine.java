package org.vigie.groundstation.flight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.monitor.ContainmentState;
import org.vigie.groundstation.flight.watch.ZonesAgainst;
import org.vigie.groundstation.journal.Step;
import org.vigie.groundstation.vehicle.AutopilotProfile;
import org.vigie.groundstation.vehicle.LinkState;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleReport;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.groundstation.vehicle.protocol.CarryOutcome;
import org.vigie.groundstation.vehicle.protocol.CommandOutcome;
import org.vigie.groundstation.vehicle.protocol.CommandResult;

/**
 * One flight, from upload to landing; see {@link FlightState} for the diagram. Pure: input and time
 * in, step out. What the aircraft does is read from the aircraft; what the station orders is only
 * what the proof covered or the pilot said.
 *
 * @threading immutable
 */
final class FlightMachine {
  /** Estimators need some time after power-up; longer means that something is wrong. */
  static final Duration CHECKING_MAX = Duration.ofSeconds(90);

  /** How long a restarted station waits for the aircraft before it calls the link lost. */
  static final Duration FOUND_MAX = Duration.ofSeconds(20);

  /** MAVLink common.xml #148; asked for again, since its one answer may have been lost. */
  private static final int AUTOPILOT_VERSION = 148;

  /** STATUSTEXT severities up to WARNING are journalled (MAV_SEVERITY). */
  private static final int SEVERITY_MAX = 4;

  private final AutopilotProfile profile;
  private final PilotPatience patience;

  FlightMachine(AutopilotProfile profile, PilotPatience patience) {
    this.profile = profile;
    this.patience = patience;
  }

  /**
   * A flight that begins now. What an earlier flight may have left under way in the aircraft is
   * ended first, so that its answers are not taken for this one's.
   */
  Step<Flight, VehicleAct> begin(FlightInput.Begin begin, VehicleSnapshot vehicle, Instant now) {
    FlightOrder order = begin.order();
    Turn turn = new Turn(fresh(order, FlightState.UPLOADING, now), profile, patience, now);
    if (vehicle.armed()) {
      turn.go(FlightState.REFUSED, "aircraft-armed");
      return turn.done();
    }
    CheckResult firmware = Preflight.firmware(order, profile, vehicle);
    if (firmware.known() && !firmware.passed()) {
      // its names are not this table's: minutes of asking, and half of its set-up written
      turn.event(new FlightEvent.Checked(false, List.of(firmware)));
      turn.go(FlightState.REFUSED, "check-failed:" + firmware.check());
      return turn.done();
    }
    turn.act(new VehicleAct.CancelTransfers());
    Preparation.begin(turn, begin.left());
    return turn.done();
  }

  /** The vehicle is on another flight: this one is refused, that one goes on. */
  Step<Flight, VehicleAct> busy(FlightOrder order, Instant now) {
    Turn turn = new Turn(fresh(order, FlightState.UPLOADING, now), profile, patience, now);
    turn.go(FlightState.REFUSED, "vehicle-busy");
    return turn.done();
  }

  /**
   * A flight that an earlier life of the station began. Nothing is sent: the aircraft is looked at.
   */
  Flight resume(
      FlightOrder order, FlightState journalled, String guidedFor, boolean moved, Instant now) {
    Turn turn = new Turn(fresh(order, journalled, now), profile, patience, now);
    Flight.Guided guided = Flight.Guided.by(guidedFor);
    turn.guided(guided);
    turn.scene(SceneFlight.found(moved || guided == Flight.Guided.SCENE));
    turn.awaitPilot(now.plus(patience.restart()));
    if (journalled == FlightState.EXTERNAL_CONTROL) {
      turn.flownByOthers();
    }
    return turn.done().state();
  }

  private static Flight fresh(FlightOrder order, FlightState state, Instant now) {
    return new Flight(
        order,
        state,
        now,
        Preparation.of(order.plan(), now),
        Departure.notCleared(),
        now,
        Map.of(),
        AskedMode.NOTHING,
        null,
        state.airborne(),
        ContainmentWatch.monitor(order.plan().volume()),
        ContainmentState.START,
        Supervised.NOTHING,
        List.of(),
        Flight.Guided.NOT,
        SceneFlight.AS_PLANNED,
        null);
  }

  /** What a resumed flight makes of the first look at its aircraft. */
  Step<Flight, VehicleAct> found(Flight flight, VehicleSnapshot vehicle, Instant now) {
    Turn turn = new Turn(flight, profile, patience, now);
    turn.event(new FlightEvent.Resumed(flight.state(), Airborne.mode(vehicle), vehicle.armed()));
    boolean known = vehicle.link() != LinkState.NEVER;
    if (flight.state().airborne()) {
      Airborne.observe(turn, vehicle);
    } else if (flight.state() == FlightState.ARMING && (!known || vehicle.armed())) {
      turn.go(FlightState.TAKING_OFF, "found-armed");
      Airborne.observe(turn, vehicle);
    } else if (flight.state() == FlightState.ARMING) {
      turn.go(FlightState.ABORTED, "station-restarted");
    } else {
      if (flight.state() == FlightState.UPLOADING) {
        turn.event(Preparation.ended(new CarryOutcome.Unknown("station-restarted")));
      }
      turn.go(FlightState.REFUSED, "station-restarted");
    }
    return turn.done();
  }

  /** Takes one input in. */
  Step<Flight, VehicleAct> on(
      Flight flight,
      FlightInput input,
      VehicleSnapshot vehicle,
      @Nullable TakeoffWarrant warrant,
      Instant now) {
    if (flight.state().over()) {
      return Step.same(flight); // its stream is being closed: not another word
    }
    Turn turn = new Turn(flight, profile, patience, now);
    if (input instanceof FlightInput.News news) {
      onNews(turn, news.report(), vehicle, warrant);
    } else if (input instanceof FlightInput.Order order) {
      onOrder(turn, order, vehicle);
    } else if (input instanceof FlightInput.PilotSeen) {
      turn.sawPilot();
    } else if (input instanceof FlightInput.Around around) {
      turn.others(around.others());
    } else if (input instanceof FlightInput.ExtendScene extend) {
      turn.sawPilot();
      SceneOrders.extend(turn, extend, vehicle);
    } else if (input instanceof FlightInput.MoveScene move) {
      turn.sawPilot();
      SceneOrders.move(turn, move, vehicle);
    } else if (input instanceof FlightInput.ZonesJudged judged) {
      onZones(turn, judged);
    } else if (input instanceof FlightInput.ConfirmSetUp confirmed) {
      Preparation.confirmed(turn, confirmed.hash());
    } else if (input instanceof FlightInput.Refuse refuse) {
      onRefuse(turn, refuse);
    } else if (input instanceof FlightInput.JournalFailed failed) {
      onJournalFailed(turn, failed.reason());
    }
    return turn.done();
  }

  /** The pilot's clearance, with the warrant that it made possible or why it did not. */
  Step<Flight, VehicleAct> cleared(Flight flight, TakeoffWarrant warrant, Instant now) {
    Turn turn = new Turn(flight, profile, patience, now);
    Departure.begin(turn, warrant);
    return turn.done();
  }

  /** The checks do not pass at this moment: said, and the pilot may clear again. */
  Step<Flight, VehicleAct> notNow(Flight flight, Preflight preflight, Instant now) {
    Turn turn = new Turn(flight, profile, patience, now);
    turn.event(new FlightEvent.Checked(false, preflight.checks()));
    return turn.done();
  }

  /** The parts of the warrant did not agree. */
  Step<Flight, VehicleAct> notCleared(Flight flight, String code, Instant now) {
    Turn turn = new Turn(flight, profile, patience, now);
    turn.go(FlightState.REFUSED, "no-warrant:" + code);
    return turn.done();
  }

  private void onNews(
      Turn turn, VehicleReport report, VehicleSnapshot vehicle, @Nullable TakeoffWarrant warrant) {
    if (report instanceof VehicleReport.CommandFinished finished) {
      onFinished(turn, finished, vehicle, warrant);
    } else if (report instanceof VehicleReport.TextReceived text) {
      if (text.severity() <= SEVERITY_MAX) {
        turn.event(new FlightEvent.AutopilotText(text.severity(), text.text()));
      }
    } else if (report instanceof VehicleReport.ArmAuthorisationAsked asked) {
      String answer = asked.answer().name().toLowerCase(Locale.ROOT).replace('_', '-');
      turn.event(new FlightEvent.ArmAuthorisationAnswered(answer));
    } else {
      onState(turn, report, vehicle);
    }
  }

  private static void onFinished(
      Turn turn,
      VehicleReport.CommandFinished finished,
      VehicleSnapshot vehicle,
      @Nullable TakeoffWarrant warrant) {
    CommandOutcome ended = finished.outcome();
    String outcome = outcome(ended);
    boolean rejected = ended instanceof CommandOutcome.Rejected;
    boolean untouched = rejected || ended instanceof CommandOutcome.NotSent;
    String command = turn.finished(finished.commandId(), outcome, untouched);
    if (command == null) {
      return;
    }
    if (!ended.accepted() && !(ended instanceof CommandOutcome.Cancelled)) {
      withoutEffect(turn, command, vehicle, untouched);
    }
    if (turn.state() == FlightState.ARMING && warrant != null) {
      Departure.onFinished(turn, warrant, finished.commandId(), ended.accepted(), outcome);
    } else if (turn.state().airborne() && (rejected || ended instanceof CommandOutcome.NotShown)) {
      PilotOrders.refused(turn, finished.commandId(), command, outcome, vehicle);
    }
  }

  /** How the journal writes that an autopilot refused. */
  static String rejected(CommandResult result) {
    return "rejected:" + result;
  }

  /** An order of the pilot that the aircraft did not take sets nothing aside. */
  private static void withoutEffect(
      Turn turn, String command, VehicleSnapshot vehicle, boolean untouched) {
    if (command.equals(SceneOrders.MOVE)) {
      SceneOrders.notTaken(turn, vehicle, untouched);
    }
    if (PilotCommand.find(command).isPresent()) {
      turn.supervised(turn.supervised().reinstated());
      Avoidance.givenUp(turn);
    }
  }

  private static String outcome(CommandOutcome outcome) {
    return outcome instanceof CommandOutcome.Rejected rejected
        ? rejected(rejected.result())
        : outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static void onState(Turn turn, VehicleReport report, VehicleSnapshot vehicle) {
    switch (turn.state()) {
      case UPLOADING -> uploading(turn, report, vehicle);
      case CHECKING -> checking(turn, vehicle);
      case AWAITING_CLEARANCE -> awaiting(turn, vehicle);
      case ARMING -> Departure.onSnapshot(turn, vehicle);
      case TAKING_OFF, OUTBOUND, ON_SCENE, RETURNING, LANDING -> flying(turn, vehicle);
      case HOLDING, DIVERTED, LOST_LINK, PILOT_LOST, EXTERNAL_CONTROL -> flying(turn, vehicle);
      case PLANNING, REFUSED, LANDED, CLOSED, ABORTED -> {}
    }
  }

  private static void uploading(Turn turn, VehicleReport report, VehicleSnapshot vehicle) {
    if (vehicle.armed()) {
      turn.go(FlightState.REFUSED, "aircraft-armed");
    } else {
      Preparation.on(turn, report);
      if (turn.state() == FlightState.UPLOADING && turn.preparation().waits()) {
        awaiting(turn, vehicle);
      }
    }
    if (turn.state() == FlightState.REFUSED) {
      turn.act(new VehicleAct.AbandonCarry());
    } else if (turn.state() == FlightState.CHECKING) {
      turn.act(new VehicleAct.RequestMessage(AUTOPILOT_VERSION));
    }
  }

  private static void checking(Turn turn, VehicleSnapshot vehicle) {
    Preflight preflight =
        Preflight.of(
            turn.order(), turn.profile(), vehicle, turn.pilotSeen(), turn.patience(), turn.now());
    if (vehicle.armed()) {
      turn.go(FlightState.REFUSED, "aircraft-armed");
    } else if (preflight.passed()) {
      turn.event(new FlightEvent.Checked(true, preflight.checks()));
      turn.go(FlightState.AWAITING_CLEARANCE, "checks-passed");
    } else if (turn.inState().compareTo(CHECKING_MAX) > 0) {
      turn.event(new FlightEvent.Checked(false, preflight.checks()));
      turn.go(FlightState.REFUSED, "check-failed:" + preflight.firstFailed());
    }
  }

  private static void awaiting(Turn turn, VehicleSnapshot vehicle) {
    if (vehicle.armed()) {
      turn.go(FlightState.REFUSED, "armed-by-somebody-else");
    } else if (!turn.now().isBefore(turn.order().decision().validUntil())) {
      turn.go(FlightState.REFUSED, "decision-expired");
    } else if (!turn.now().isBefore(turn.order().plan().validUntil())) {
      turn.go(FlightState.REFUSED, "plan-expired");
    } else if (vehicle.link() == LinkState.LOST) {
      // it may come back as another aircraft, or with another mission: what was read back is void
      turn.go(FlightState.REFUSED, "link-lost");
    }
  }

  private static void flying(Turn turn, VehicleSnapshot vehicle) {
    Airborne.observe(turn, vehicle);
    if (turn.state().airborne() && turn.state() != FlightState.LOST_LINK) {
      Avoidance.watch(turn, vehicle);
      Supervision.watch(turn, vehicle);
      SceneOrders.follow(turn, vehicle); // after supervision: what that orders goes before
    }
  }

  private static void onOrder(Turn turn, FlightInput.Order order, VehicleSnapshot vehicle) {
    turn.pilotOrdered();
    String against =
        order.command().addsRisk() ? PilotOrders.againstResuming(turn, order, vehicle) : "";
    if (against.isEmpty()) {
      Supervision.overruled(turn, order);
      PilotOrders.send(turn, order, vehicle);
    } else {
      turn.event(order.commanded());
      turn.event(new FlightEvent.CommandFinished(order.commandId(), "refused:" + against));
    }
  }

  /** On the ground such a flight does not begin; in the air supervision answers. */
  private static void onZones(Turn turn, FlightInput.ZonesJudged judged) {
    if (!judged.planHash().equals(turn.order().plan().hash())) {
      return;
    }
    turn.zones(judged.against());
    ZonesAgainst against = judged.against();
    if (against != null) {
      switch (turn.state()) {
        case UPLOADING, CHECKING, AWAITING_CLEARANCE -> {
          turn.go(FlightState.REFUSED, "zones-changed:" + against.subject());
          turn.act(new VehicleAct.AbandonCarry());
        }
        case ARMING -> Departure.abort(turn, "zones-changed:" + against.subject());
        default -> {}
      }
    }
  }

  private static void onRefuse(Turn turn, FlightInput.Refuse refuse) {
    switch (turn.state()) {
      case UPLOADING, CHECKING, AWAITING_CLEARANCE -> {
        turn.event(new FlightEvent.RefusedByPilot(refuse.by()));
        turn.go(FlightState.REFUSED, "refused-by-pilot:" + refuse.reason());
        turn.act(new VehicleAct.AbandonCarry());
      }
      default -> {}
    }
  }

  private static void onJournalFailed(Turn turn, String reason) {
    switch (turn.state()) {
      case UPLOADING, CHECKING, AWAITING_CLEARANCE -> turn.go(FlightState.REFUSED, reason);
      case ARMING -> Departure.abort(turn, reason);
      default -> {}
    }
  }
}
