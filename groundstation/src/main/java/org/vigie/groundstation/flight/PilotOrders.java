package org.vigie.groundstation.flight;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.vigie.groundstation.flight.watch.ConcernKind;
import org.vigie.groundstation.vehicle.AutopilotProfile;
import org.vigie.groundstation.vehicle.FlightMode;
import org.vigie.groundstation.vehicle.LinkState;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleSnapshot;

/**
 * The pilot always wins: what removes risk goes out at once in any state, and is journalled beside
 * it. Only going on with the mission is asked after, since it adds risk.
 */
final class PilotOrders {
  private PilotOrders() {}

  /** The mode that a pilot's command asks for. */
  static FlightMode mode(PilotCommand command, AutopilotProfile profile) {
    return switch (command) {
      case HOLD, AVOID -> profile.hold();
      case RESUME -> profile.mission();
      case RETURN, ABORT -> profile.provenReturn();
      case LAND -> profile.land();
      case TERMINATE -> throw new IllegalArgumentException("no mode stops the motors");
    };
  }

  /** What a pilot's order asks of an aircraft that is on no flight. */
  static VehicleAct act(FlightInput.Order order, AutopilotProfile profile) {
    return order.command() == PilotCommand.TERMINATE
        ? new VehicleAct.Terminate(order.commandId())
        : new VehicleAct.SetMode(order.commandId(), mode(order.command(), profile));
  }

  static void send(Turn turn, FlightInput.Order order, VehicleSnapshot vehicle) {
    boolean reacting = turn.state().airborne() && autopilotReacts(turn, vehicle);
    if (reacting) {
      turn.event(
          new FlightEvent.ReactionOverridden(
              order.commandId(), Airborne.mode(vehicle), vehicle.fenceBreached()));
    }
    if (order.command() == PilotCommand.TERMINATE) {
      turn.orderTermination(order.commanded());
    } else if (order.command() == PilotCommand.AVOID && turn.state().airborne()) {
      Avoidance.begin(turn, order);
    } else {
      turn.orderMode(order.commanded(), mode(order.command(), turn.profile()));
      turn.scene(turn.scene().aiming(order.command() == PilotCommand.RESUME));
    }
    if (turn.state() == FlightState.ARMING) {
      Departure.abort(turn, "pilot:" + order.command().code());
    }
  }

  /** Outside its fence, or in a mode that nobody at the station asked for. */
  private static boolean autopilotReacts(Turn turn, VehicleSnapshot vehicle) {
    AutopilotProfile profile = turn.profile();
    boolean reaction =
        Stream.of(profile.hold(), profile.provenReturn(), profile.returnToLaunch(), profile.land())
            .anyMatch(mode -> mode.name().equals(Airborne.mode(vehicle)));
    return vehicle.fenceBreached() || (reaction && !turn.stationFlies(vehicle));
  }

  /** Why nothing that adds risk may be ordered now; empty when it may. */
  static String againstFlying(Turn turn, VehicleSnapshot vehicle) {
    FlightOrder order = turn.order();
    if (!turn.state().airborne()) {
      return "not-in-the-air";
    } else if (vehicle.link() != LinkState.OK) {
      return "link-" + vehicle.link().name().toLowerCase(Locale.ROOT);
    } else if (vehicle.fenceBreached()) {
      return "fence-breached";
    } else if (vehicle.inFailsafe()) {
      return "failsafe-acts";
    } else if (!turn.now().isBefore(order.plan().validUntil())) {
      return "plan-expired";
    } else if (!turn.now().isBefore(order.decision().validUntil())) {
      return "decision-expired";
    }
    return "";
  }

  /** Why the mission must not be gone on with now; empty when it may. */
  static String againstResuming(Turn turn, FlightInput.Order resume, VehicleSnapshot vehicle) {
    String against = againstFlying(turn, vehicle);
    if (!against.isEmpty()) {
      return against;
    } else if (!Airborne.mode(vehicle).equals(turn.profile().hold().name())) {
      return "not-holding";
    } else if (turn.scene().moved()) {
      return "scene-moved"; // from there its mission would cut across what nobody proved
    }
    List<String> asking =
        turn.supervised().concerned().stream()
            .filter(kind -> !resume.overrules().contains(kind))
            .map(ConcernKind::code)
            .sorted()
            .toList();
    return asking.isEmpty() ? "" : "concern:" + String.join(",", asking);
  }

  /**
   * The autopilot refused an order: says so, with what remains possible. The station does not fall
   * back to the autopilot's straight return: no proof covers that.
   */
  static void refused(
      Turn turn, String commandId, String command, String outcome, VehicleSnapshot vehicle) {
    List<String> remaining =
        Stream.of(PilotCommand.HOLD, PilotCommand.RETURN, PilotCommand.LAND)
            .filter(other -> !other.code().equals(command))
            .filter(
                other -> other != PilotCommand.RETURN || !command.equals(PilotCommand.ABORT.code()))
            .filter(other -> !mode(other, turn.profile()).name().equals(Airborne.mode(vehicle)))
            .map(PilotCommand::code)
            .toList();
    turn.event(new FlightEvent.OrderRefused(commandId, command, outcome, remaining));
  }
}
