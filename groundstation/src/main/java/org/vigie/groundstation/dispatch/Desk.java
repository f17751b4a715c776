package org.vigie.groundstation.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.flight.PilotCommand;
import org.vigie.groundstation.flight.watch.ConcernKind;
import org.vigie.groundstation.incident.Alert;
import org.vigie.planner.canonical.ContentHash;

/**
 * The one place where incidents, dispatch, reservations and clearance are decided. Thread-safe:
 * calls are put into the Desk's queue and answered when what they did is on disk; views are
 * immutable snapshots that any thread may read.
 */
public interface Desk {
  /** Takes an alert in. The same source and sourceId again gets the first answer. */
  CompletionStage<DeskAnswer<AlertReceipt>> report(Alert alert, Person by);

  /** A person has seen that the incident is real: a flight is planned. */
  CompletionStage<DeskAnswer<IncidentView>> confirm(String incidentId, Person by);

  /** A person has seen that there is nothing. */
  CompletionStage<DeskAnswer<IncidentView>> dismiss(String incidentId, String reason, Person by);

  /** The pilot clears take-off of exactly this plan under exactly this decision. */
  CompletionStage<DeskAnswer<FlightView>> clear(
      String flightId, ContentHash planHash, ContentHash decisionHash, Person by);

  /**
   * The pilot confirms that the station may correct the aircraft's set-up.
   *
   * @param hash of exactly the differences that were shown
   */
  CompletionStage<DeskAnswer<FlightView>> confirmSetUp(
      String flightId, ContentHash hash, Person by);

  /** The pilot refuses take-off. */
  CompletionStage<DeskAnswer<FlightView>> refuse(String flightId, String reason, Person by);

  /**
   * The pilot orders a flight in the air; the answer carries the command's id.
   *
   * @param overrules what supervision asks for and the pilot sets aside; only resuming needs it
   * @param why in the pilot's words or a code, empty when they did not say
   */
  CompletionStage<DeskAnswer<String>> command(
      String flightId, PilotCommand command, Set<ConcernKind> overrules, String why, Person by);

  /** The pilot in command wants more time on scene; the answer carries the command's id. */
  CompletionStage<DeskAnswer<String>> extendScene(String flightId, Person by);

  /**
   * The pilot in command wants to look at another place; a conflict names why it is not seen from
   * the proven route.
   */
  CompletionStage<DeskAnswer<String>> moveScene(
      String flightId, double latDeg, double lonDeg, Person by);

  /** The pilot in command offers their aircraft to another pilot. */
  CompletionStage<DeskAnswer<FlightView>> offer(String vehicleId, String to, Person by);

  /** A pilot accepts an aircraft that was offered to them, or that its pilot was lost for. */
  CompletionStage<DeskAnswer<FlightView>> accept(String vehicleId, Person by);

  /** The pilot's console is there; expected each second. Never blocks. */
  void present(Person pilot);

  /** When a pilot's console was last heard, absent when it was not since the start. */
  Optional<Instant> pilotSeen(String pilotId);

  List<IncidentView> incidents();

  List<FlightView> flights();

  Optional<FlightView> findFlight(String flightId);

  List<VehicleView> vehicles();
}
