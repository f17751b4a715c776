package org.vigie.groundstation.flight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.groundstation.vehicle.LinkState;
import org.vigie.groundstation.vehicle.TakeOffStep;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.groundstation.vehicle.protocol.CommandResult;
import org.vigie.planner.plan.Home;
import org.vigie.planner.request.HomeError;

/**
 * From clearance to the first metre of climb: a mode that arms, arm with the warrant, home compared
 * with the planned one (the autopilot sets it at arming), mission mode, start. Each step waits for
 * the one before; a step that fails or takes too long aborts on the ground.
 *
 * @param stage what is under way
 * @param armedAt when the aircraft was first seen armed
 * @param failure why it is being aborted, empty while it is not
 * @param disarmEndedAt when the order to disarm ended, one way or another
 * @param refused how often the step under way was refused for the moment
 * @param againAt when it is ordered again
 */
record Departure(
    Stage stage,
    @Nullable Instant armedAt,
    String failure,
    @Nullable Instant disarmEndedAt,
    int refused,
    @Nullable Instant againAt) {
  private Departure(Stage stage, @Nullable Instant armedAt) {
    this(stage, armedAt, "", null, 0, null);
  }

  enum Stage {
    NOT_CLEARED,
    ARMABLE_MODE,
    ARM,
    HOME,
    MISSION_MODE,
    START,
    GONE,
    ABORTING
  }

  /** The autopilot's own idle disarm comes at 10 s; the station gives up on arming with it. */
  static final Duration TIME_MAX = Duration.ofSeconds(30);

  /** Two heartbeats: only then what they say of the motors is later than the order to stop them. */
  static final Duration DISARM_SHOWN = Duration.ofSeconds(2);

  /** And only then later than the order to start them. */
  private static final Duration ARMED_SHOWN = DISARM_SHOWN;

  /**
   * PX4 refuses its mission mode while it still checks a mission that was just uploaded; two
   * seconds later the same order works (recording p9b).
   */
  static final Duration REFUSED_PAUSE = Duration.ofSeconds(2);

  private static final int REFUSED_MAX = 3;

  private static final String FOR_THE_MOMENT =
      FlightMachine.rejected(CommandResult.TEMPORARILY_REJECTED);

  /** MAVLink common.xml #242. */
  private static final int HOME_POSITION = 242;

  /** What was proven holds for a home that is no further away. */
  private static final double HOME_M_MAX = HomeError.HORIZONTAL_M;

  /** Relative heights move with home: what was proven holds for so much. */
  private static final double HOME_HEIGHT_M_MAX = HomeError.VERTICAL_M;

  static Departure notCleared() {
    return new Departure(Stage.NOT_CLEARED, null);
  }

  static void begin(Turn turn, TakeoffWarrant warrant) {
    turn.event(
        new FlightEvent.Warranted(
            warrant.planHash(),
            warrant.proofHash(),
            warrant.decisionHash(),
            warrant.validUntil().toString()));
    turn.go(FlightState.ARMING, "cleared");
    turn.departing(new Departure(Stage.ARMABLE_MODE, null));
    turn.orderMode(id(turn, Stage.ARMABLE_MODE), "mode", "station", turn.profile().arming());
  }

  /** One of this departure's orders has ended. */
  static void onFinished(
      Turn turn, TakeoffWarrant warrant, String commandId, boolean done, String outcome) {
    Stage stage = turn.departure().stage;
    if (!commandId.equals(id(turn, stage))) {
      return;
    }
    if (stage == Stage.ABORTING) {
      Departure aborting = turn.departure();
      turn.departing(
          new Departure(Stage.ABORTING, aborting.armedAt, aborting.failure, turn.now(), 0, null));
      return;
    }
    if (!done && turn.departure().mayOrderAgain(outcome)) {
      turn.departing(turn.departure().again(turn.now()));
      return;
    }
    if (!done) {
      abort(turn, "departure-failed:" + stage.name() + ":" + outcome);
      return;
    }
    switch (stage) {
      case ARMABLE_MODE -> {
        turn.departing(new Departure(Stage.ARM, null));
        String id = id(turn, Stage.ARM);
        turn.order(id, "arm", turn.order().pilotId(), new VehicleAct.Arm(id, warrant));
      }
      case ARM -> {
        turn.departing(new Departure(Stage.HOME, turn.now()));
        turn.act(new VehicleAct.RequestMessage(HOME_POSITION));
      }
      case MISSION_MODE -> stepDone(turn, TakeOffStep.MISSION_MODE);
      case START -> stepDone(turn, TakeOffStep.START);
      case NOT_CLEARED, HOME, GONE, ABORTING -> {}
    }
  }

  /** The aircraft was looked at while ARMING. */
  static void onSnapshot(Turn turn, VehicleSnapshot vehicle) {
    Departure departure = turn.departure();
    if (departure.stage == Stage.ABORTING) {
      departure.aborted(turn, vehicle);
      return;
    }
    if (turn.inState().compareTo(TIME_MAX) > 0) {
      abort(turn, "departure-too-slow:" + departure.stage.name());
    } else if (departure.stopped(turn, vehicle)) {
      abort(turn, "disarmed");
    } else if (departure.stage == Stage.HOME && departure.armedAt != null) {
      Instant armedAt = departure.armedAt;
      vehicle
          .findHome()
          .filter(home -> !home.at().isBefore(armedAt))
          .ifPresent(home -> checkHome(turn, home));
    } else if (departure.againAt != null && !turn.now().isBefore(departure.againAt)) {
      order(
          turn,
          new Departure(departure.stage, departure.armedAt, "", null, departure.refused, null));
    }
  }

  /**
   * An autopilot that waits too long stops its motors by itself. PX4 would start them again for the
   * mission, with a home that nobody compared and no warrant.
   *
   * @source PX4 Commander.cpp, VEHICLE_CMD_MISSION_START; idle disarm after 10 s (ArduCopter) and
   *     11 s (PX4) in recordings a25 and p7
   */
  private boolean stopped(Turn turn, VehicleSnapshot vehicle) {
    return armedAt != null
        && vehicle.link() == LinkState.OK
        && !vehicle.armed()
        && !turn.now().isBefore(armedAt.plus(ARMED_SHOWN));
  }

  private boolean mayOrderAgain(String outcome) {
    boolean step = stage == Stage.MISSION_MODE || stage == Stage.START;
    return step && outcome.equals(FOR_THE_MOMENT) && refused < REFUSED_MAX;
  }

  private Departure again(Instant now) {
    return new Departure(stage, armedAt, "", null, refused + 1, now.plus(REFUSED_PAUSE));
  }

  private static void checkHome(Turn turn, VehicleSnapshot.HomeFix found) {
    Home planned = turn.order().plan().home();
    double distance = Geodesics.distanceM(found.point(), planned.position());
    double height = Math.abs(found.altitude().metres() - planned.altitude().metres());
    boolean passed = distance <= HOME_M_MAX && height <= HOME_HEIGHT_M_MAX;
    turn.event(new FlightEvent.HomeChecked(distance, height, HOME_M_MAX, passed));
    if (passed) {
      step(turn, turn.profile().takeOff().get(0));
    } else {
      abort(turn, "home-moved");
    }
  }

  private static void step(Turn turn, TakeOffStep step) {
    Stage stage = step == TakeOffStep.START ? Stage.START : Stage.MISSION_MODE;
    order(turn, new Departure(stage, turn.departure().armedAt));
  }

  private static void order(Turn turn, Departure departure) {
    turn.departing(departure);
    String id = id(turn, departure.stage);
    if (departure.stage == Stage.START) {
      turn.order(id, "take-off", turn.order().pilotId(), new VehicleAct.StartMission(id));
    } else {
      turn.orderMode(id, "mode", "station", turn.profile().mission());
    }
  }

  private static void stepDone(Turn turn, TakeOffStep step) {
    List<TakeOffStep> steps = turn.profile().takeOff();
    int next = steps.indexOf(step) + 1;
    if (next < steps.size()) {
      step(turn, steps.get(next));
    } else {
      turn.departing(new Departure(Stage.GONE, turn.departure().armedAt));
      turn.go(FlightState.TAKING_OFF, "mission-started");
    }
  }

  /** Stops the motors; {@link #aborted} sees what came of it. */
  static void abort(Turn turn, String reason) {
    if (turn.departure().stage == Stage.ABORTING) {
      return;
    }
    turn.departing(new Departure(Stage.ABORTING, turn.departure().armedAt, reason, null, 0, null));
    String id = id(turn, Stage.ABORTING);
    turn.order(id, "disarm", "station", new VehicleAct.Disarm(id));
  }

  /**
   * A flight is aborted on the ground when the aircraft shows that its motors stand. One that would
   * not stop them may be in the air, and is supervised as such.
   */
  private void aborted(Turn turn, VehicleSnapshot vehicle) {
    if (disarmEndedAt == null || turn.now().isBefore(disarmEndedAt.plus(DISARM_SHOWN))) {
      return;
    }
    if (vehicle.link() == LinkState.OK && !vehicle.armed()) {
      turn.go(FlightState.ABORTED, failure);
    } else if (vehicle.link() != LinkState.STALE) {
      turn.go(FlightState.TAKING_OFF, "not-disarmed");
      Airborne.observe(turn, vehicle);
    }
  }

  private static String id(Turn turn, Stage stage) {
    int refused = turn.departure().refused;
    return turn.order().flightId() + "-" + stage.name() + (refused == 0 ? "" : "-" + refused);
  }
}
