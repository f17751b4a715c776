package org.vigie.groundstation.compliance.request;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;

/**
 * The whole question: may exactly this flight be made? Immutable. Absent facts are unknown.
 *
 * @param planHash the plan that is asked about
 * @param proofHash its proof
 * @param proofHolds whether every check of the proof passed
 * @param at the moment of asking and the earliest of the flight; the only clock of the decision
 * @param until the latest moment that the aircraft may be in the air under this plan
 * @param activities in the order of the enum
 * @param pilotId the remote pilot, absent when nobody is named
 * @param pilotPresent whether that pilot is at the controls
 */
public record DecisionRequest(
    ContentHash planHash,
    ContentHash proofHash,
    boolean proofHolds,
    String flightId,
    Instant at,
    Instant until,
    Operator operator,
    Purpose purpose,
    Set<Activity> activities,
    @Nullable String pilotId,
    @Nullable Boolean pilotPresent,
    AircraftFacts aircraft,
    FlightFacts flight) {
  public DecisionRequest {
    activities = Collections.unmodifiableSet(new TreeSet<>(activities));
    if (!until.isAfter(at)) {
      throw new IllegalArgumentException("the flight ends before it begins: " + until);
    }
  }

  /** Whether a picture may come of this flight: it says so, or cameras are or may be on board. */
  public boolean mayFilm() {
    Integer cameras = aircraft.cameras();
    return activities.contains(Activity.FILM_PUBLIC_SPACE)
        || activities.contains(Activity.FILM_TECHNICAL)
        || cameras == null
        || cameras > 0;
  }

  /** SHA-256 of this request's canonical JSON, the secret part of the operator number left out. */
  public ContentHash hash() {
    return CanonicalJson.hash(
        new DecisionRequest(
            planHash,
            proofHash,
            proofHolds,
            flightId,
            at,
            until,
            operator.withoutSecret(),
            purpose,
            activities,
            pilotId,
            pilotPresent,
            aircraft,
            flight));
  }
}
