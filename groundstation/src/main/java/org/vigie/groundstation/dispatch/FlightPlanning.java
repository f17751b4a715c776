package org.vigie.groundstation.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.compliance.decision.Decision;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightEvent.NotPlanned;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.replan.SceneMove;

/**
 * Plans, proves and decides, on a bounded pool. What comes back carries the hashes that it answers.
 * Thread-safe.
 */
public interface FlightPlanning {
  /** Works a flight out; completes on the pool's thread, exceptionally only for a bug. */
  CompletionStage<Outcome> prepare(Question question);

  /**
   * Finds the aircraft that is proven to be on scene first and may be flown; completes like {@link
   * #prepare}. Nothing is kept of it: the chosen aircraft's flight is planned in its own right.
   *
   * @param questions one for each aircraft that is ready, of the same incident
   */
  CompletionStage<Choice> choose(List<Question> questions);

  /** Finds from where on its route a flight in the air sees another place. */
  CompletionStage<SceneMove.Outcome> moveScene(SceneQuestion question);

  /**
   * Another place to look at.
   *
   * @param place what is to be looked at
   * @param uncertaintyM radius within which it is, metres
   * @param from where the aircraft is
   * @param height at which it is
   */
  record SceneQuestion(
      FlightEvent.Requested flight,
      FlightPlan plan,
      LatLon place,
      double uncertaintyM,
      LatLon from,
      HeightAboveHome height,
      Instant at) {}

  /**
   * Which aircraft is to go.
   *
   * @param vehicleId the chosen one; where none could go, the one whose refusal says most
   * @param considered every one that was asked about, that one first
   */
  record Choice(String vehicleId, List<FlightEvent.AircraftConsidered> considered) {
    public Choice {
      considered = List.copyOf(considered);
    }
  }

  /**
   * What is asked.
   *
   * @param latDeg of the incident, degrees
   * @param lonDeg of the incident, degrees
   * @param sources whose alerts made the incident
   */
  record Question(
      FlightEvent.Requested flight,
      double latDeg,
      double lonDeg,
      double uncertaintyM,
      String commune,
      Set<String> sources,
      boolean pilotPresent,
      Instant at) {}

  /**
   * What came of it: without a plan there is no proof and no decision. The documents are kept by
   * the journal before this is returned.
   *
   * @param basis hash of what proof and decision were worked out from
   * @param none why there is no plan, absent when there is one
   */
  record Outcome(
      @Nullable FlightPlan plan,
      @Nullable Proof proof,
      @Nullable Decision decision,
      @Nullable ContentHash basis,
      @Nullable NotPlanned none) {
    /** Without a plan. */
    public static Outcome without(NotPlanned why) {
      return new Outcome(null, null, null, null, why);
    }
  }
}
