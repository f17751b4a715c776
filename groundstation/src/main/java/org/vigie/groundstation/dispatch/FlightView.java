package org.vigie.groundstation.dispatch;

import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.planner.canonical.ContentHash;

/**
 * A flight as screens show it. Plan, proof and decision are documents of the journal under these
 * hashes.
 *
 * @param verdict GO, GO_WITH_CONDITIONS or NO_GO, absent while it is being decided
 * @param reason code of why it came into this state, empty when nothing is to be said
 * @param recordPath where its closed record lies on the station, absent before
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
    @Nullable String recordPath) {

  FlightView in(FlightState next, String why) {
    return new FlightView(
        flightId,
        incidentId,
        vehicleId,
        siteId,
        serviceId,
        pilotId,
        next,
        why,
        verdict,
        planHash,
        proofHash,
        decisionHash,
        recordPath);
  }

  FlightView planned(ContentHash plan) {
    return new FlightView(
        flightId,
        incidentId,
        vehicleId,
        siteId,
        serviceId,
        pilotId,
        state,
        reason,
        verdict,
        plan,
        proofHash,
        decisionHash,
        recordPath);
  }

  FlightView proved(ContentHash proof) {
    return new FlightView(
        flightId,
        incidentId,
        vehicleId,
        siteId,
        serviceId,
        pilotId,
        state,
        reason,
        verdict,
        planHash,
        proof,
        decisionHash,
        recordPath);
  }

  FlightView decided(ContentHash decision, String how) {
    return new FlightView(
        flightId,
        incidentId,
        vehicleId,
        siteId,
        serviceId,
        pilotId,
        state,
        reason,
        how,
        planHash,
        proofHash,
        decision,
        recordPath);
  }

  FlightView recorded(String path) {
    return new FlightView(
        flightId,
        incidentId,
        vehicleId,
        siteId,
        serviceId,
        pilotId,
        state,
        reason,
        verdict,
        planHash,
        proofHash,
        decisionHash,
        path);
  }
}
