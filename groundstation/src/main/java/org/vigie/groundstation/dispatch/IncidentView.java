package org.vigie.groundstation.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.incident.AlertType;
import org.vigie.groundstation.incident.IncidentState;

/**
 * An incident as screens show it.
 *
 * @param latDeg degrees, WGS-84
 * @param lonDeg degrees, WGS-84
 * @param uncertaintyM metres
 * @param alerts number of alerts merged into it
 * @param flightId the flight that was made for it, if any
 */
public record IncidentView(
    String incidentId,
    AlertType type,
    IncidentState state,
    Instant occurredAt,
    double latDeg,
    double lonDeg,
    double uncertaintyM,
    int alerts,
    @Nullable String flightId) {}
