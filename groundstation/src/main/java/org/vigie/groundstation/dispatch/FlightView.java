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
    @Nullable String recordPath) {}
