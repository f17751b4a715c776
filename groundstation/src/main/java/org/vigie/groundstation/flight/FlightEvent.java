package org.vigie.groundstation.flight;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flight.watch.Concern;
import org.vigie.groundstation.flight.watch.ConcernKind;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.EventType;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.replan.SceneMove;

/** What can happen to a flight. Codes and numbers only; screens and reports find the words. */
public sealed interface FlightEvent extends Event {

  /** A flight was asked for; it is PLANNING from here on. */
  @EventType("flight.requested")
  record Requested(
      String flightId,
      String incidentId,
      String vehicleId,
      String siteId,
      String aircraftId,
      String serviceId,
      String pilotId)
      implements FlightEvent {}

  /**
   * Which of several aircraft goes, and what became of the others.
   *
   * @param considered every aircraft of the service, the chosen one first
   */
  @EventType("flight.aircraft-chosen")
  record AircraftChosen(List<AircraftConsidered> considered) implements FlightEvent {}

  /**
   * An aircraft that could have gone.
   *
   * @param reason code of why it did not go, for example of why there is no plan; empty when the
   *     outcome says it all
   * @param subject what decided it, for example a zone; may be empty
   * @param values numbers behind the reason, named with their unit
   * @param arrivalS seconds from the choice to the begin of its scene, of one that is too far the
   *     least that it could be; absent when unknown
   */
  record AircraftConsidered(
      String vehicleId,
      String siteId,
      ChoiceOutcome outcome,
      String reason,
      String subject,
      Map<String, Double> values,
      @Nullable Double arrivalS) {
    public AircraftConsidered {
      values = Map.copyOf(values);
    }
  }

  /**
   * The planner found a route. Distances in metres, times in seconds, energy in watt-hours.
   *
   * @param batteryUsePercent by how much the flight lowers what the autopilot shows; absent in
   *     journals of earlier versions
   * @param batteryReservePercent what the autopilot shows when only the reserve is left; absent
   *     likewise
   */
  @EventType("flight.planned")
  record Planned(
      ContentHash planHash,
      double distanceM,
      double durationS,
      double toSceneS,
      double onSceneS,
      double energyWh,
      int items,
      List<String> zonesRespected,
      @Nullable Double batteryUsePercent,
      @Nullable Double batteryReservePercent)
      implements FlightEvent {}

  /**
   * The planner found none.
   *
   * @param subject what stands in the way, for example a zone; may be empty
   * @param values numbers behind the code, named with their unit
   * @param advice what people could do, each of it tried, best first
   */
  @EventType("flight.not-planned")
  record NotPlanned(String code, String subject, Map<String, Double> values, List<Possible> advice)
      implements FlightEvent {
    /** Journals of earlier versions have neither numbers nor advice. */
    public NotPlanned {
      values = values == null ? Map.of() : Map.copyOf(values);
      advice = advice == null ? List.of() : List.copyOf(advice);
    }

    public NotPlanned(String code, String subject) {
      this(code, subject, Map.of(), List.of());
    }
  }

  /**
   * What people could do so that there is a flight.
   *
   * @param code of the planner's advice, for example {@code wait}
   * @param subject what it is about, for example a zone; may be empty
   * @param at from when on, absent where it is not about time
   * @param latDeg of where, degrees, absent where it is not about a place
   * @param lonDeg of where, degrees, absent where it is not about a place
   * @param values numbers behind it, named with their unit
   */
  record Possible(
      String code,
      String subject,
      @Nullable Instant at,
      @Nullable Double latDeg,
      @Nullable Double lonDeg,
      Map<String, Double> values) {
    public Possible {
      values = Map.copyOf(values);
    }
  }

  /** The proof was made. */
  @EventType("flight.proved")
  record Proved(ContentHash proofHash, ContentHash planHash, boolean holds, int checks, int failed)
      implements FlightEvent {}

  /**
   * The regulatory decision was made.
   *
   * @param basisHash what proof and decision were worked out from; absent in journals of earlier
   *     versions
   */
  @EventType("flight.decided")
  record Decided(
      ContentHash decisionHash,
      ContentHash planHash,
      ContentHash proofHash,
      String verdict,
      String decidingRule,
      List<DecidedFinding> findings,
      List<String> conditions,
      @Nullable ContentHash basisHash)
      implements FlightEvent {}

  /** One finding of the decision, in brief; the whole stands in the decision document. */
  record DecidedFinding(
      String rule,
      String outcome,
      String reason,
      String legalRef,
      List<String> evidence,
      List<String> compared) {}

  /** The flight went from one state to another. */
  @EventType("flight.state-changed")
  record StateChanged(FlightState from, FlightState to, String reason) implements FlightEvent {}

  /** A list or the parameters were sent to the aircraft. */
  @EventType("flight.uploaded")
  record Uploaded(String kind, int items) implements FlightEvent {}

  /** What the aircraft carries was read back and compared with the plan. */
  @EventType("flight.read-back")
  record ReadBack(
      String kind, int items, ContentHash planHash, boolean equal, List<String> differences)
      implements FlightEvent {}

  /**
   * The aircraft is not set up as the proof assumes, by values that this station did not put there:
   * nothing is written before the pilot has confirmed exactly these differences.
   *
   * @param hash SHA-256 of the canonical JSON of the differences
   */
  @EventType("flight.set-up-differs")
  record SetUpDiffers(ContentHash hash, List<SetUpDifference> differences) implements FlightEvent {
    public SetUpDiffers {
      differences = List.copyOf(differences);
    }
  }

  /**
   * A parameter that is not as the proof assumes.
   *
   * @param found absent when it is no number
   */
  record SetUpDifference(String name, @Nullable Double found, double needed) {}

  /** The pilot confirmed that the station may correct the aircraft's set-up. */
  @EventType("flight.set-up-confirmed")
  record SetUpConfirmed(String by, ContentHash hash) implements FlightEvent {}

  /**
   * The aircraft was not set up as the proof assumes, and is now: shown before anyone clears.
   *
   * @param changes name, new value, value that was found
   */
  @EventType("flight.set-up-changed")
  record SetUpChanged(List<String> changes) implements FlightEvent {}

  /** The new plan does not stay in the aircraft: what was there before is written again. */
  @EventType("flight.putting-back")
  record PuttingBack(String reason) implements FlightEvent {}

  /**
   * What the aircraft carries after it was to be given the plan, all of it read back: NEW is the
   * plan, OLD what was there before, MIXED neither; UNKNOWN could not be read. Only after NEW can
   * it be armed.
   *
   * @param reason a code, empty for NEW
   * @param differences from the plan, the first few
   */
  @EventType("flight.transfer-ended")
  record TransferEnded(String outcome, String reason, List<String> differences)
      implements FlightEvent {
    /** The outcome of an aircraft that carries the plan. */
    public static final String NEW = "NEW";
  }

  /** The checks before clearance were made. */
  @EventType("flight.checked")
  record Checked(boolean passed, List<CheckResult> checks) implements FlightEvent {}

  /** The pilot cleared take-off of exactly this plan under exactly this decision. */
  @EventType("flight.cleared")
  record Cleared(String by, ContentHash planHash, ContentHash decisionHash)
      implements FlightEvent {}

  /** The pilot in command offers the aircraft to another pilot. */
  @EventType("flight.authority-offered")
  record AuthorityOffered(String by, String to) implements FlightEvent {}

  /**
   * Another pilot is in command from here on.
   *
   * @param from who was before
   * @param why {@code offered}, or {@code pilot-lost} when the one before was not heard any more
   */
  @EventType("flight.authority-taken")
  record AuthorityTaken(String by, String from, String why) implements FlightEvent {}

  /** The pilot refused take-off. */
  @EventType("flight.refused")
  record RefusedByPilot(String by) implements FlightEvent {}

  /** All parts agreed: the aircraft may be armed, until then. */
  @EventType("flight.warranted")
  record Warranted(
      ContentHash planHash, ContentHash proofHash, ContentHash decisionHash, String until)
      implements FlightEvent {}

  /** Home, which the autopilot sets at arming, was compared with the planned one. Metres. */
  @EventType("flight.home-checked")
  record HomeChecked(double distanceM, double heightDifferenceM, double limitM, boolean passed)
      implements FlightEvent {}

  /**
   * Someone, or the station, ordered the aircraft.
   *
   * @param why code of why a person did, absent when they did not say, for the station's own orders
   *     and in journals of earlier versions
   */
  @EventType("flight.commanded")
  record Commanded(String commandId, String command, String by, @Nullable String why)
      implements FlightEvent {
    public Commanded(String commandId, String command, String by) {
      this(commandId, command, by, null);
    }
  }

  /** How an order ended. */
  @EventType("flight.command-finished")
  record CommandFinished(String commandId, String outcome) implements FlightEvent {}

  /**
   * The aircraft asked this station whether it may arm.
   *
   * @param answer granted, not-arming or expired
   */
  @EventType("flight.arm-authorisation")
  record ArmAuthorisationAnswered(String answer) implements FlightEvent {}

  /**
   * The autopilot would not do what it was ordered.
   *
   * @param remaining codes of the pilot's commands that remain possible
   */
  @EventType("flight.order-refused")
  record OrderRefused(String commandId, String command, String outcome, List<String> remaining)
      implements FlightEvent {}

  /**
   * A pilot's order took the place of a reaction of the autopilot's own.
   *
   * @param mode in which the autopilot reacted
   * @param containmentLost the aircraft is outside its fence, which acts no more until it is back
   *     inside
   */
  @EventType("flight.reaction-overridden")
  record ReactionOverridden(String commandId, String mode, boolean containmentLost)
      implements FlightEvent {}

  /** The containment monitor changed its mind. Metres and seconds; absent when not foreseeable. */
  @EventType("flight.containment")
  record Containment(String state, String reaction, double marginM, @Nullable Double timeToBreachS)
      implements FlightEvent {}

  /**
   * Supervision sees something that is not as it should be, or sees it otherwise than before.
   *
   * @param concern {@link ConcernKind#code}
   * @param reaction what it asks for: WARN, HOLD or PROCEDURE
   * @param value what was found, in the unit
   * @param limit what it was compared with
   */
  @EventType("flight.concern")
  record ConcernRaised(
      String concern, String reaction, double value, double limit, String unit, String subject)
      implements FlightEvent {
    static ConcernRaised of(Concern seen) {
      return new ConcernRaised(
          seen.kind().code(),
          seen.reaction().name(),
          seen.value(),
          seen.limit(),
          seen.unit(),
          seen.subject());
    }
  }

  /** A concern is over. */
  @EventType("flight.concern-over")
  record ConcernOver(String concern) implements FlightEvent {}

  /** The pilot's order set aside what supervision asked for. */
  @EventType("flight.concerns-overruled")
  record ConcernsOverruled(String commandId, String by, List<String> concerns)
      implements FlightEvent {}

  /**
   * A pilot wants more time on scene.
   *
   * @param byS seconds, at most
   */
  @EventType("flight.scene-extended")
  record SceneExtended(String commandId, String by, double byS) implements FlightEvent {}

  /**
   * A pilot wants to look at another place, which is seen from the proven route. Seconds and
   * watt-hours to where it is seen from, at most; the share of it that is seen, 0 to 1.
   */
  @EventType("flight.scene-moved")
  record SceneMoved(
      String commandId,
      String by,
      double latDeg,
      double lonDeg,
      double travelS,
      double travelWh,
      double visibleShare)
      implements FlightEvent {
    static SceneMoved of(String commandId, String by, SceneMove.Found found) {
      return new SceneMoved(
          commandId,
          by,
          found.target().latDeg(),
          found.target().lonDeg(),
          found.travelS(),
          found.travelWh(),
          found.visibleShare());
    }
  }

  /** The autopilot said something. */
  @EventType("flight.text")
  record AutopilotText(int severity, String text) implements FlightEvent {}

  /**
   * A log of the aircraft's own card was fetched whole; stands with the vehicle.
   *
   * @param by who asked for it
   * @param sha256 of its bytes
   */
  @EventType("vehicle.log-fetched")
  record LogFetched(String vehicleId, int logId, long bytes, ContentHash sha256, String by)
      implements FlightEvent {}

  /** The station took a flight up again after a restart, as it found it. */
  @EventType("flight.resumed")
  record Resumed(FlightState journalled, String mode, boolean armed) implements FlightEvent {}

  /** Every kind of flight event, for the journal's codec. */
  static List<Class<? extends Event>> types() {
    return List.of(
        Requested.class,
        AircraftChosen.class,
        Planned.class,
        NotPlanned.class,
        Proved.class,
        Decided.class,
        StateChanged.class,
        Uploaded.class,
        ReadBack.class,
        SetUpDiffers.class,
        SetUpConfirmed.class,
        SetUpChanged.class,
        PuttingBack.class,
        TransferEnded.class,
        Checked.class,
        Cleared.class,
        RefusedByPilot.class,
        AuthorityOffered.class,
        AuthorityTaken.class,
        Warranted.class,
        HomeChecked.class,
        Commanded.class,
        CommandFinished.class,
        ArmAuthorisationAnswered.class,
        OrderRefused.class,
        ReactionOverridden.class,
        Containment.class,
        ConcernRaised.class,
        ConcernOver.class,
        ConcernsOverruled.class,
        SceneExtended.class,
        SceneMoved.class,
        AutopilotText.class,
        LogFetched.class,
        Resumed.class);
  }
}
