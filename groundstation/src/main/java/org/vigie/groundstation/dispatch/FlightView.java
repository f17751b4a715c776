package org.vigie.groundstation.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flight.CheckResult;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightEvent.NotPlanned;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.planner.canonical.ContentHash;

/**
 * A flight as screens show it. Plan, proof and decision are documents of the journal under these
 * hashes.
 *
 * @param verdict GO, GO_WITH_CONDITIONS or NO_GO, absent while it is being decided
 * @param reason code of why it came into this state, empty when nothing is to be said
 * @param recordPath where its closed record lies on the station, absent before
 * @param stateSince when it came into this state, station time
 * @param plan what was planned, absent before
 * @param checks the checks before take-off as they were last made, none before
 * @param airborneSince when it took off, absent before
 * @param sceneSince when it first came on scene, absent before
 * @param considered the aircraft that could have gone, the one that does first; none when there was
 *     nothing to choose
 * @param notPlanned why there is no plan, and what people could do; absent when there is one
 * @param lastOrder how the newest order to the aircraft is going, absent before the first
 * @param pilotId the pilot in command
 * @param offer to whom the aircraft is offered, absent when to nobody
 * @param concerns what supervision is concerned about
 * @param scene what may be made of the scene, absent on the ground
 * @param setUp how the aircraft is not set up as proven, while the flight waits for the pilot to
 *     confirm that the station may correct it; absent otherwise
 */
public record FlightView(
    String flightId,
    String incidentId,
    String vehicleId,
    String siteId,
    String serviceId,
    String pilotId,
    FlightState state,
    String reason,
    @Nullable String verdict,
    @Nullable ContentHash planHash,
    @Nullable ContentHash proofHash,
    @Nullable ContentHash decisionHash,
    @Nullable String recordPath,
    Instant stateSince,
    @Nullable PlanView plan,
    List<CheckResult> checks,
    @Nullable Instant airborneSince,
    @Nullable Instant sceneSince,
    List<FlightEvent.AircraftConsidered> considered,
    @Nullable NotPlanned notPlanned,
    @Nullable OrderView lastOrder,
    @Nullable Offer offer,
    List<ConcernView> concerns,
    @Nullable SceneView scene,
    @Nullable SetUpView setUp) {
  public FlightView {
    checks = List.copyOf(checks);
    considered = List.copyOf(considered);
    concerns = List.copyOf(concerns);
  }

  /**
   * The scene in flight.
   *
   * @param lat where it was moved to, degrees; absent while it is where it was planned
   * @param lon likewise
   * @param extendedS by how much it was extended, seconds, at most
   * @param why code of why neither can be done, empty when one can
   */
  public record SceneView(
      @Nullable Double lat,
      @Nullable Double lon,
      double extendedS,
      boolean moved,
      boolean canExtend,
      boolean canMove,
      String why) {}

  /**
   * Differences of set-up that the pilot has to confirm.
   *
   * @param hash SHA-256 of the canonical JSON of the differences: what the confirmation names
   */
  public record SetUpView(ContentHash hash, List<FlightEvent.SetUpDifference> differences) {
    public SetUpView {
      differences = List.copyOf(differences);
    }
  }

  /** An offer of authority, and when it was made. */
  public record Offer(String to, Instant at) {}

  /**
   * A concern of supervision.
   *
   * @param concern code
   * @param reaction WARN, HOLD or PROCEDURE
   * @param value what was found, in the unit
   * @param limit what it was compared with
   * @param setAside whether a pilot has decided in its knowledge
   */
  public record ConcernView(
      String concern,
      String reaction,
      double value,
      double limit,
      String unit,
      String subject,
      Instant since,
      boolean setAside) {
    static ConcernView of(FlightEvent.ConcernRaised raised, Instant at) {
      return new ConcernView(
          raised.concern(),
          raised.reaction(),
          raised.value(),
          raised.limit(),
          raised.unit(),
          raised.subject(),
          at,
          false);
    }

    ConcernView overruled() {
      return new ConcernView(concern, reaction, value, limit, unit, subject, since, true);
    }
  }

  /**
   * An order, from the pilot or the station itself.
   *
   * @param by who gave it, or the station's reason, for example {@code containment}
   * @param outcome code of how it ended, for example {@code rejected:DENIED}; empty while it is
   *     under way
   * @param refused by the aircraft, or by the station on the aircraft's behalf
   * @param said what the autopilot said around its refusal, empty when it said nothing
   * @param remaining codes of the orders that are still possible after a refusal
   */
  public record OrderView(
      String commandId,
      String command,
      String by,
      String outcome,
      boolean refused,
      String said,
      List<String> remaining) {
    public OrderView {
      remaining = List.copyOf(remaining);
    }
  }

  /**
   * The plan in figures; the whole is a document of the journal.
   *
   * @param distanceM metres
   * @param durationS seconds from take-off to landing
   * @param toSceneS seconds from take-off to the scene
   * @param onSceneS seconds on scene
   * @param energyWh watt-hours from take-off to landing
   * @param items mission items
   * @param batteryUsePercent by how much the flight lowers what the autopilot shows, absent when
   *     unknown
   * @param batteryReservePercent what the autopilot shows when only the reserve is left, absent
   *     when unknown
   */
  public record PlanView(
      double distanceM,
      double durationS,
      double toSceneS,
      double onSceneS,
      double energyWh,
      int items,
      @Nullable Double batteryUsePercent,
      @Nullable Double batteryReservePercent) {}
}
