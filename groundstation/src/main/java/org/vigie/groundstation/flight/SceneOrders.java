package org.vigie.groundstation.flight;

import java.time.Duration;
import java.util.Optional;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.planner.replan.SceneMove;

/**
 * More time on scene, and another place to look at. Both leave all that the aircraft carries as it
 * was read back: a scene is extended by flying its last round again, and moved by flying along the
 * lines of the proven route to where the other place is seen from. The stored return stays what it
 * is, and leads home from each of those lines.
 */
final class SceneOrders {
  /** Orders of a place, as the journal writes them. */
  static final String MOVE = "scene";

  private static final String EXTEND = "extend";
  private static final String NEXT_LAP = "next-lap";

  /** Before the end of a round it is told to fly the next one: three seconds at scene speed. */
  private static final double NEAR_END_M = 20;

  /** A corner counts as reached within this. */
  private static final double REACHED_M = 3;

  /** An order to fly a round is over by then, whatever came of it. */
  private static final Duration LAP_ORDERED = Duration.ofSeconds(6);

  /** Within that time an aircraft that hovers again has come back from the item before. */
  private static final Duration LAP_BEGINS = Duration.ofSeconds(30);

  private SceneOrders() {}

  /** One more round, or the hover's time again. */
  static void extend(Turn turn, FlightInput.ExtendScene order, VehicleSnapshot vehicle) {
    turn.event(new FlightEvent.Commanded(order.commandId(), EXTEND, order.by()));
    Optional<Lap> lap = lap(turn);
    String against =
        lap.isEmpty() ? "no-scene" : SceneObjections.toExtending(turn, vehicle, lap.orElseThrow());
    if (!against.isEmpty()) {
      turn.event(new FlightEvent.CommandFinished(order.commandId(), "refused:" + against));
      return;
    }
    turn.event(new FlightEvent.SceneExtended(order.commandId(), order.by(), lap.get().durationS()));
    turn.event(new FlightEvent.CommandFinished(order.commandId(), "accepted"));
    if (lap.get().hover()) {
      fly(turn, lap.get());
    } else {
      turn.scene(turn.scene().withLaps(turn.scene().laps() + 1));
    }
  }

  /** An item that is begun anew when it is made the current one, which PX4 does not do. */
  private static Optional<Lap> lap(Turn turn) {
    return Lap.of(turn.order().plan(), !turn.profile().missionEndsInReturn());
  }

  /** To where another place is seen from. */
  static void move(Turn turn, FlightInput.MoveScene order, VehicleSnapshot vehicle) {
    String against = SceneObjections.toMoving(turn, order, vehicle);
    VehicleSnapshot.HomeFix home = vehicle.home();
    if (!against.isEmpty() || home == null) {
      turn.event(new FlightEvent.Commanded(order.commandId(), MOVE, order.by()));
      turn.event(
          new FlightEvent.CommandFinished(
              order.commandId(), "refused:" + (against.isEmpty() ? "home-unknown" : against)));
      return;
    }
    SceneMove.Found found = order.found();
    SceneFlight before = turn.scene();
    turn.pilotOrdered();
    turn.event(FlightEvent.SceneMoved.of(order.commandId(), order.by(), found));
    goTo(turn, order.commandId(), order.by(), found.way().get(0), found.height(), home);
    turn.scene(before.moving(found.way(), found.height()));
    SceneCamera.aim(turn, found.target(), found.targetHeight(), home);
  }

  /** Whether it may be on its way to the hover again, by an item before the scene. */
  static boolean laps(Turn turn) {
    return Duration.between(turn.scene().lappingSince(), turn.now()).compareTo(LAP_BEGINS) < 0;
  }

  /**
   * The order to go there did not end well. What was surely not taken has moved nothing; what may
   * have been taken counts as moved, and no further corner is flown to.
   *
   * @param untouched whether the aircraft refused it, or was never told
   */
  static void notTaken(Turn turn, VehicleSnapshot vehicle, boolean untouched) {
    if (!untouched) {
      turn.scene(turn.scene().stopped());
      return;
    }
    boolean there = Airborne.mode(vehicle).equals(turn.profile().guided().name());
    turn.scene(turn.scene().notMoved());
    if (turn.guided() == Flight.Guided.SCENE && !(there && turn.scene().moved())) {
      turn.guided(Flight.Guided.NOT);
    }
  }

  /** Somebody else, a failsafe or silence came between: nothing of the way is flown any more. */
  static void interrupted(Turn turn) {
    turn.scene(turn.scene().stopped());
  }

  /** What is due by now; asked at each look. Never into a reaction, nor without a pilot. */
  static void follow(Turn turn, VehicleSnapshot vehicle) {
    if (turn.state() != FlightState.ON_SCENE
        || vehicle.fenceBreached()
        || vehicle.inFailsafe()
        || !turn.fliesAsAsked(vehicle)) {
      return;
    }
    String mode = Airborne.mode(vehicle);
    if (mode.equals(turn.profile().mission().name())) {
      onMission(turn, vehicle);
    } else if (turn.guided() == Flight.Guided.SCENE
        && mode.equals(turn.profile().guided().name())) {
      onTheWay(turn, vehicle);
    }
  }

  private static void onMission(Turn turn, VehicleSnapshot vehicle) {
    if (turn.scene().aimAgain()) {
      SceneCamera.again(turn, vehicle);
    }
    int seq = vehicle.findMission().map(VehicleSnapshot.MissionProgress::seq).orElse(0);
    boolean last = seq == turn.order().plan().phases().sceneLast();
    if (turn.scene().laps() > 0 && last && !lapOrdered(turn)) {
      lap(turn).filter(lap -> nearEnd(vehicle, lap)).ifPresent(lap -> flyNext(turn, vehicle, lap));
    }
  }

  private static boolean nearEnd(VehicleSnapshot vehicle, Lap lap) {
    VehicleSnapshot.Position at = vehicle.position();
    return at != null && Geodesics.distanceM(at.point(), lap.end()) < NEAR_END_M;
  }

  private static boolean lapOrdered(Turn turn) {
    return Duration.between(turn.scene().lappingSince(), turn.now()).compareTo(LAP_ORDERED) < 0;
  }

  private static void flyNext(Turn turn, VehicleSnapshot vehicle, Lap lap) {
    String against = SceneObjections.toRound(turn, vehicle, lap);
    if (against.isEmpty()) {
      turn.scene(turn.scene().withLaps(turn.scene().laps() - 1));
      fly(turn, lap);
    } else {
      String id = id(turn, NEXT_LAP);
      turn.scene(turn.scene().withLaps(0));
      turn.event(new FlightEvent.Commanded(id, NEXT_LAP, "station"));
      turn.event(new FlightEvent.CommandFinished(id, "refused:" + against));
    }
  }

  private static void fly(Turn turn, Lap lap) {
    String id = id(turn, NEXT_LAP);
    turn.order(id, NEXT_LAP, "station", new VehicleAct.FlyItem(id, lap.from()));
    turn.scene(turn.scene().lapping(turn.now()));
  }

  private static void onTheWay(Turn turn, VehicleSnapshot vehicle) {
    SceneFlight scene = turn.scene();
    VehicleSnapshot.Position at = vehicle.position();
    VehicleSnapshot.HomeFix home = vehicle.home();
    if (scene.ahead().isEmpty() || at == null || home == null) {
      return;
    }
    if (Geodesics.distanceM(at.point(), scene.ahead().get(0)) <= REACHED_M) {
      turn.scene(scene.next());
      if (!turn.scene().ahead().isEmpty()) {
        goOn(turn, home);
      }
    }
  }

  private static void goOn(Turn turn, VehicleSnapshot.HomeFix home) {
    SceneFlight scene = turn.scene();
    goTo(turn, id(turn, MOVE), "station", scene.ahead().get(0), scene.height(), home);
    turn.scene(scene);
  }

  private static void goTo(
      Turn turn,
      String id,
      String by,
      LatLon place,
      HeightAboveHome height,
      VehicleSnapshot.HomeFix home) {
    turn.orderPlace(
        id,
        MOVE,
        by,
        Flight.Guided.SCENE,
        new VehicleAct.GoTo(id, place, height, home.altitude(), true));
  }

  static String id(Turn turn, String what) {
    return turn.order().flightId() + "-" + what + "-" + turn.now().toEpochMilli();
  }
}
