package org.vigie.groundstation.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;

/**
 * An incident of the live picture.
 *
 * @param type code, for example {@code explosion}
 * @param state REPORTED, UNDER_VERIFICATION, CONFIRMED, DISMISSED or CLOSED
 * @param uncertaintyM metres
 * @param alerts merged into it
 * @param summary in words, empty when there is none
 */
public record LiveIncident(
    String incidentId,
    String type,
    String state,
    @Nullable Instant occurredAt,
    @Nullable LatLon position,
    double uncertaintyM,
    int alerts,
    @Nullable String flightId,
    String summary) {
  static @Nullable LiveIncident of(Members body) {
    if (body.text("incidentId").isEmpty()) {
      return null;
    }
    return new LiveIncident(
        body.text("incidentId"),
        body.text("type", "other"),
        body.text("state"),
        body.instant("occurredAt"),
        body.point("latDeg", "lonDeg"),
        body.number("uncertaintyM", 0),
        body.whole("alerts"),
        body.textOrNull("flightId"),
        body.text("summary"));
  }
}
