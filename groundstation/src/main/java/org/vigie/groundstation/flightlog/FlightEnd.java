package org.vigie.groundstation.flightlog;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flightlog.basis.RecordInput;
import org.vigie.planner.canonical.ContentHash;

/**
 * How a flight ended and what it leaves behind. Documents and inputs are kept in the journal under
 * their hashes.
 *
 * @param incidentId the incident it was made for; empty if none
 * @param outcome code, for example {@code COMPLETED}, {@code REFUSED}, {@code ABORTED}
 * @param at the station's time
 * @param service the service that flew
 * @param commune INSEE code of the commune where, or empty
 * @param plan absent if none was made
 * @param proof absent if none was made
 * @param decision absent if none was made
 * @param inputs what they were made from
 * @param telemetry the finished {@code .tlog}, absent if the aircraft never sent anything
 * @param telemetryBytes its length, 0 without one
 * @param telemetryFrames records in it, 0 without one
 */
public record FlightEnd(
    String flightId,
    String incidentId,
    String outcome,
    Instant at,
    String service,
    String commune,
    @Nullable ContentHash plan,
    @Nullable ContentHash proof,
    @Nullable ContentHash decision,
    List<RecordInput> inputs,
    @Nullable Path telemetry,
    long telemetryBytes,
    long telemetryFrames) {
  public FlightEnd {
    inputs = List.copyOf(inputs);
  }
}
