package org.vigie.groundstation.flight;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigie.geofence.monitor.Reaction;
import org.vigie.groundstation.flight.watch.Concern;
import org.vigie.groundstation.flight.watch.ConcernKind;
import org.vigie.groundstation.flight.watch.Sight;
import org.vigie.groundstation.flight.watch.Watch;
import org.vigie.groundstation.vehicle.VehicleSnapshot;

/**
 * Looks at a flight in the air ten times a second and answers what it sees: tells the pilot, holds,
 * or flies the return that the proof covered. It never invents a destination; while the autopilot's
 * own fence or failsafe acts, or somebody else flies, it only tells; and what the pilot has set
 * aside stays so until it gets worse.
 */
final class Supervision {
  private static final List<Watch> WATCHES = Watch.all();

  private Supervision() {}

  static void watch(Turn turn, VehicleSnapshot vehicle) {
    List<Concern> seen = new ArrayList<>();
    ContainmentWatch.look(turn, vehicle).ifPresent(seen::add);
    Sight sight = sight(turn, vehicle);
    WATCHES.forEach(watch -> watch.look(sight).ifPresent(seen::add));
    Supervised.Change change = turn.supervised().seeing(seen, turn.now());
    turn.supervised(change.after());
    change.told().forEach(concern -> turn.event(FlightEvent.ConcernRaised.of(concern)));
    new TreeSet<>(change.over())
        .forEach(kind -> turn.event(new FlightEvent.ConcernOver(kind.code())));
    change.after().strongest().ifPresent(concern -> react(turn, vehicle, concern));
  }

  static Sight sight(Turn turn, VehicleSnapshot vehicle) {
    Sight.Way way =
        switch (turn.state()) {
          case TAKING_OFF, OUTBOUND -> Sight.Way.OUT;
          case RETURNING, LANDING, DIVERTED -> Sight.Way.HOME;
          default -> Sight.Way.THERE;
        };
    return new Sight(
        turn.order().plan(),
        turn.order().decision().validUntil(),
        vehicle,
        way,
        turn.inState(),
        turn.others(),
        turn.zones(),
        turn.now());
  }

  /** Asked at each look: an order that got lost is given again, one that had its effect is not. */
  private static void react(Turn turn, VehicleSnapshot vehicle, Concern concern) {
    if (!turn.stationFlies(vehicle) || vehicle.fenceBreached() || vehicle.inFailsafe()) {
      return;
    }
    String mode = Airborne.mode(vehicle);
    boolean onMission =
        mode.equals(turn.profile().mission().name()) && turn.state() != FlightState.LANDING;
    boolean holding = mode.equals(turn.profile().hold().name());
    boolean homeward = onMission && turn.state() == FlightState.RETURNING;
    boolean guided =
        turn.guided() != Flight.Guided.NOT && mode.equals(turn.profile().guided().name());
    boolean astray = turn.homeAstray();
    boolean hold = concern.reaction() == Reaction.HOLD || astray; // no return is proven
    if (hold && (onMission || guided)) {
      turn.orderOwn(concern.kind().code(), "hold", turn.profile().hold());
    } else if (concern.reaction() == Reaction.PROCEDURE
        && !astray
        && (onMission || holding || guided)
        && !homeward) {
      turn.orderOwn(concern.kind().code(), "return", turn.profile().provenReturn());
    }
  }

  /**
   * The pilot has ordered: what asks for something now is set aside, and the journal says so where
   * supervision acts or would have acted.
   */
  static void overruled(Turn turn, FlightInput.Order order) {
    Set<ConcernKind> acting = turn.supervised().acting();
    if (!acting.isEmpty()) {
      turn.event(
          new FlightEvent.ConcernsOverruled(
              order.commandId(),
              order.by(),
              acting.stream().map(ConcernKind::code).sorted().collect(Collectors.toList())));
      turn.supervised(turn.supervised().overruling(acting));
    }
  }
}
