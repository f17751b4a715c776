package org.vigie.groundstation.flightlog;

import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.EventType;
import org.vigie.planner.canonical.ContentHash;

/**
 * The last entry of a flight's stream. It states what there is, so that whatever is withheld later
 * shows.
 *
 * @param outcome code of how the flight ended, for example {@code COMPLETED} or {@code REFUSED}
 * @param incidentId the incident it was made for; empty if none
 * @param entriesFlight entries of the flight's stream, this one included
 * @param entriesIncident entries of the incident's stream that the record holds, from the first
 * @param telemetryBytes length of the flight's telemetry
 * @param telemetryFrames records in it
 * @param planHash hash of the plan, absent if none was made
 * @param proofHash hash of the proof, absent if none was made
 * @param decisionHash hash of the decision, absent if none was made
 */
@EventType("flight.closed")
public record FlightClosed(
    String outcome,
    String incidentId,
    long entriesFlight,
    long entriesIncident,
    long telemetryBytes,
    long telemetryFrames,
    @Nullable ContentHash planHash,
    @Nullable ContentHash proofHash,
    @Nullable ContentHash decisionHash)
    implements Event {}
