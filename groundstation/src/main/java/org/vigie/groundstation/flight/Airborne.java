package org.vigie.groundstation.flight;

import java.time.Duration;
import java.time.Instant;
import org.vigie.groundstation.vehicle.LandedState;
import org.vigie.groundstation.vehicle.LinkState;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.planner.plan.Phases;

/**
 * Where a flight stands, read from the aircraft: its mode, its mission item, whether it is armed.
 * Nothing is remembered that the aircraft can be asked, so a station that was away knows as much as
 * one that was there.
 */
final class Airborne {

  /** Beyond the plan's validity plus this no battery lasts: wherever it is, it is down. */
  static final Duration SILENT_MAX = Duration.ofHours(1);

  /** Heartbeats come at 1 Hz, and one may be lost. */
  private static final Duration MODE_SHOWN = Duration.ofMillis(2500);

  /**
   * No landing ends so fast: LAND_SPEED and MPC_LAND_SPEED are below 1 m/s, and what falls has this
   * speed after a third of a second.
   */
  private static final double FALLING_MPS = 3;

  /**
   * PX4 calls itself armed in its termination, whose motors stand, for as long as it does not see
   * that it lies. From 120 m a fall takes 5 s.
   */
  private static final Duration FALL_MAX = Duration.ofSeconds(6);

  /** Slower than this for so long after its motors stopped, it lies. */
  private static final double RESTING_MPS = 0.5;

  private Airborne() {}

  static void observe(Turn turn, VehicleSnapshot vehicle) {
    if (vehicle.link() == LinkState.LOST || vehicle.link() == LinkState.NEVER) {
      Avoidance.givenUp(turn);
      SceneOrders.interrupted(turn);
      silent(turn);
      return;
    }
    if (returnsByPlan(turn, vehicle)) {
      turn.wentBackByPlan();
    }
    turn.sawMode(mode(vehicle));
    if (!turn.stationFlies(vehicle)) {
      SceneOrders.interrupted(turn);
    }
    if (!vehicle.armed()) {
      stopped(turn, vehicle);
      return;
    }
    if (turn.terminated()
        && !vehicle.terminated()
        && !falls(vehicle)
        && turn.terminationFailed(FALL_MAX)) {
      turn.supervised(turn.supervised().reinstated());
    }
    if (vehicle.terminated() && turn.inState().compareTo(FALL_MAX) > 0 && rests(vehicle)) {
      turn.go(FlightState.ABORTED, "terminated");
      return;
    }
    Duration pilotAway = Duration.between(turn.pilotSeen(), turn.now());
    FlightState derived = derive(turn, vehicle);
    PilotPatience patience = turn.patience();
    if (pilotAway.compareTo(patience.lost()) > 0
        && derived != FlightState.RETURNING
        && derived != FlightState.LANDING) {
      turn.go(FlightState.PILOT_LOST, "pilot-absent");
      withoutPilot(turn, vehicle, pilotAway.compareTo(patience.lost().plus(patience.hold())) > 0);
      return;
    }
    turn.go(derived, reason(turn, vehicle));
  }

  /** Motors that stand end a flight; how they came to stand tells a landing from a fall. */
  private static void stopped(Turn turn, VehicleSnapshot vehicle) {
    if (turn.terminated() || vehicle.terminated()) {
      turn.go(FlightState.ABORTED, "terminated");
    } else if (falls(vehicle)) {
      turn.go(FlightState.ABORTED, "disarmed-in-the-air");
    } else {
      turn.go(turn.flown() ? FlightState.LANDED : FlightState.ABORTED, "disarmed");
    }
  }

  private static boolean rests(VehicleSnapshot vehicle) {
    return vehicle.landed() == LandedState.ON_GROUND
        || vehicle
            .findPosition()
            .filter(at -> Avoidance.speedMps(at.velocity()) < RESTING_MPS)
            .isPresent();
  }

  private static boolean falls(VehicleSnapshot vehicle) {
    return vehicle.findPosition().filter(at -> at.velocity().downMps() > FALLING_MPS).isPresent();
  }

  private static void silent(Turn turn) {
    turn.go(FlightState.LOST_LINK, "link-lost");
    Instant given = turn.order().plan().validUntil().plus(SILENT_MAX);
    if (turn.now().isAfter(given) && turn.inState().compareTo(SILENT_MAX) > 0) {
      turn.go(FlightState.ABORTED, "aircraft-lost");
    }
  }

  /** Not while the aircraft flies by somebody else's will, nor while its fence acts. */
  private static void withoutPilot(Turn turn, VehicleSnapshot vehicle, boolean longAway) {
    if (!turn.stationFlies(vehicle) || vehicle.fenceBreached() || vehicle.inFailsafe()) {
      return;
    }
    boolean guided =
        turn.guided() != Flight.Guided.NOT && mode(vehicle).equals(turn.profile().guided().name());
    boolean onMission = mode(vehicle).equals(turn.profile().mission().name());
    boolean holding = mode(vehicle).equals(turn.profile().hold().name());
    if (!onMission && !holding && !guided) {
      return;
    }
    if (longAway && !turn.homeAstray()) {
      turn.orderOwn("pilot-lost", "return", turn.profile().provenReturn());
    } else if (onMission || guided) {
      turn.orderOwn("pilot-lost", "hold", turn.profile().hold());
    }
  }

  /** The state that mode and mission item say. */
  private static FlightState derive(Turn turn, VehicleSnapshot vehicle) {
    String mode = mode(vehicle);
    if (turn.state() == FlightState.LANDING && beginsAnew(turn, vehicle)) {
      return FlightState.LANDING;
    }
    if (mode.equals(turn.profile().mission().name())) {
      return onMission(turn, vehicle);
    }
    if (mode.equals(turn.profile().provenReturn().name())) {
      return landsOnReturn(turn, vehicle) ? FlightState.LANDING : FlightState.RETURNING;
    }
    if (mode.equals(turn.profile().land().name()) || turn.terminated()) {
      return FlightState.LANDING;
    }
    if (turn.guided() != Flight.Guided.NOT && mode.equals(turn.profile().guided().name())) {
      return turn.guided() == Flight.Guided.SCENE ? FlightState.ON_SCENE : FlightState.HOLDING;
    }
    if (mode.equals(turn.profile().hold().name())) {
      return FlightState.HOLDING;
    }
    if (mode.equals(turn.profile().returnToLaunch().name())) {
      return FlightState.DIVERTED;
    }
    return mode.equals(turn.profile().arming().name()) && turn.state() == FlightState.TAKING_OFF
        ? FlightState.TAKING_OFF
        : FlightState.EXTERNAL_CONTROL;
  }

  /**
   * ArduCopter goes back to the first item when it disarms after a landing, and tells so before a
   * heartbeat tells that it is disarmed.
   */
  private static boolean beginsAnew(Turn turn, VehicleSnapshot vehicle) {
    LandedState landed = vehicle.landed();
    return (landed == LandedState.ON_GROUND || landed == LandedState.LANDING)
        && seq(vehicle) <= turn.order().plan().phases().takeoff();
  }

  private static FlightState onMission(Turn turn, VehicleSnapshot vehicle) {
    Phases phases = turn.order().plan().phases();
    int seq = seq(vehicle);
    if (seq >= phases.land()) {
      return turn.profile().missionEndsInReturn() ? FlightState.RETURNING : FlightState.LANDING;
    }
    if (seq > phases.sceneLast() || turnsBack(turn, phases, seq)) {
      return FlightState.RETURNING;
    }
    if (seq >= phases.sceneFirst()) {
      return FlightState.ON_SCENE;
    }
    return seq > phases.takeoff() ? FlightState.OUTBOUND : FlightState.TAKING_OFF;
  }

  /**
   * The items run backwards already, and no heartbeat has shown the return's mode yet. PX4 may tell
   * of the first of them without ever having told of the return.
   */
  private static boolean turnsBack(Turn turn, Phases phases, int seq) {
    if (!turn.profile().missionEndsInReturn()) {
      return false;
    }
    if (turn.state() == FlightState.ON_SCENE
        && seq < phases.sceneFirst()
        && !SceneOrders.laps(turn)) {
      turn.wentBackByPlan();
      return true;
    }
    return turn.state() == FlightState.RETURNING && turn.inState().compareTo(MODE_SHOWN) < 0;
  }

  /**
   * Where the mission ends in a return, its items run backwards and tell nothing of the landing.
   */
  private static boolean landsOnReturn(Turn turn, VehicleSnapshot vehicle) {
    return turn.profile().missionEndsInReturn()
        ? vehicle.landed() == LandedState.LANDING
        : seq(vehicle) >= turn.order().plan().phases().land();
  }

  /** The mission has come to its last item, the return: nobody else has changed the mode. */
  private static boolean returnsByPlan(Turn turn, VehicleSnapshot vehicle) {
    boolean scene = turn.state() == FlightState.ON_SCENE || turn.state() == FlightState.RETURNING;
    return turn.profile().missionEndsInReturn()
        && scene
        && mode(vehicle).equals(turn.profile().provenReturn().name())
        && seq(vehicle) >= turn.order().plan().phases().sceneLast();
  }

  /** The mode's name; empty before the first heartbeat. */
  static String mode(VehicleSnapshot vehicle) {
    return vehicle.mode() == null ? "" : vehicle.mode().name();
  }

  private static int seq(VehicleSnapshot vehicle) {
    return vehicle.findMission().map(VehicleSnapshot.MissionProgress::seq).orElse(0);
  }

  private static String reason(Turn turn, VehicleSnapshot vehicle) {
    return turn.stationFlies(vehicle) ? "mission" : "mode-" + mode(vehicle);
  }
}
