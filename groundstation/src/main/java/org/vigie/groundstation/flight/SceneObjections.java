package org.vigie.groundstation.flight;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.groundstation.flight.watch.ConcernKind;
import org.vigie.groundstation.flight.watch.Sight;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Leg;
import org.vigie.planner.replan.SceneMove;

/** What stands against a change of the scene in flight: a code, or nothing. */
final class SceneObjections {
  /** It has drifted or flown on by more since the way was looked for. */
  private static final double MOVED_ON_M = 10;

  /** Slower than this it stands. */
  private static final double STANDING_MPS = 1;

  /** Looked for longer ago, the pilot has seen another situation since. */
  private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

  /** It flies at the height of its route. */
  private static final double HEIGHT_M = 5;

  /** Kept beyond what is reckoned: supervision warns from here on, per cent of the label. */
  private static final double KEPT_PERCENT = 4;

  /** Kept likewise, seconds. */
  private static final double KEPT_S = 60;

  private SceneObjections() {}

  /** To another round, all those included that were asked for before. */
  static String toExtending(Turn turn, VehicleSnapshot vehicle, Lap lap) {
    String against = against(turn, vehicle);
    if (!against.isEmpty()) {
      return against;
    } else if (turn.state() != FlightState.ON_SCENE) {
      return "not-on-scene";
    } else if (turn.scene().moved()) {
      return "scene-moved"; // it stays there until it is told otherwise
    } else if (turn.scene().laps() >= SceneFlight.LAPS_MAX) {
      return "enough-rounds";
    }
    int rounds = turn.scene().laps() + 1;
    FlightPlan plan = turn.order().plan();
    int seq = vehicle.findMission().map(VehicleSnapshot.MissionProgress::seq).orElse(0);
    double restWh = 0;
    double restS = 0;
    for (Leg leg : plan.legs()) {
      if (leg.toSeq() >= seq && leg.toSeq() <= plan.phases().sceneLast()) {
        restWh += leg.energyWh();
        restS += leg.durationS();
      }
    }
    return againstCost(
        turn, vehicle, restWh + rounds * lap.energyWh(), restS + rounds * lap.durationS());
  }

  /** To flying where another place is seen from. */
  static String toMoving(Turn turn, FlightInput.MoveScene order, VehicleSnapshot vehicle) {
    SceneMove.Found found = order.found();
    VehicleSnapshot.Position at = vehicle.position();
    String against = against(turn, vehicle);
    if (!against.isEmpty()) {
      return against;
    } else if (turn.state() != FlightState.ON_SCENE && turn.state() != FlightState.HOLDING) {
      return "not-on-scene";
    } else if (turn.since().isAfter(order.askedAt())
        || Duration.between(order.askedAt(), turn.now()).compareTo(ANSWER_MAX) > 0) {
      return "overtaken";
    } else if (turn.guided() == Flight.Guided.AVOID || turn.guided() == Flight.Guided.AVOIDING) {
      return "avoiding";
    } else if (at == null
        || Geodesics.distanceM(at.point(), found.from()) > MOVED_ON_M
        || Math.abs(at.height().metres() - found.height().metres()) > HEIGHT_M) {
      return "moved-on";
    } else if (turn.state() == FlightState.HOLDING
        && Avoidance.speedMps(at.velocity()) > STANDING_MPS) {
      return "still-moving";
    }
    return againstCost(turn, vehicle, found.travelWh(), found.travelS());
  }

  /** To the round that is due: what was enough when the pilot wished for it need not be by now. */
  static String toRound(Turn turn, VehicleSnapshot vehicle, Lap lap) {
    String against = against(turn, vehicle);
    return against.isEmpty()
        ? againstCost(turn, vehicle, lap.energyWh(), lap.durationS())
        : against;
  }

  /** What stands against any of it, the pilot's own setting aside of concerns included. */
  private static String against(Turn turn, VehicleSnapshot vehicle) {
    String against = PilotOrders.againstFlying(turn, vehicle);
    if (!against.isEmpty()) {
      return against;
    } else if (!turn.stationFlies(vehicle)) {
      return "flown-by-others";
    } else if (!turn.fliesAsAsked(vehicle)) {
      return "order-under-way"; // nothing takes the place of an order that has not shown yet
    }
    String asking =
        turn.supervised().concerned().stream()
            .map(ConcernKind::code)
            .sorted()
            .collect(Collectors.joining(","));
    return asking.isEmpty() ? "" : "concern:" + asking;
  }

  private static String againstCost(Turn turn, VehicleSnapshot vehicle, double wh, double s) {
    Sight sight = Supervision.sight(turn, vehicle);
    double keptWh = sight.plan().budget().labelWh() * KEPT_PERCENT / 100;
    OptionalDouble spareWh = sight.spareWh();
    if (spareWh.isEmpty()) {
      return "battery-unknown";
    } else if (spareWh.getAsDouble() < wh + keptWh) {
      return "energy";
    }
    return sight.spareS() < s + KEPT_S ? "expiry" : "";
  }
}
