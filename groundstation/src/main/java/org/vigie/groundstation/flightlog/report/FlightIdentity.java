package org.vigie.groundstation.flightlog.report;

import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;

/**
 * Which flight it was, as the record says. Empty and absent: the record does not say.
 *
 * @param outcome code of how it ended
 * @param incidentType code of what had been reported
 * @param place of the incident, as its alerts say together
 * @param placeUncertaintyM metres around it
 * @param purpose code of what the flight was decided for
 * @param operatorType code of what the service is, as it was decided for
 * @param commune INSEE code of where
 * @param home where it took off, or would have
 */
public record FlightIdentity(
    String station,
    String flight,
    String outcome,
    String created,
    String incident,
    String incidentType,
    @Nullable LatLon place,
    @Nullable Double placeUncertaintyM,
    String vehicle,
    String site,
    String aircraft,
    String service,
    String pilot,
    String purpose,
    String operatorType,
    String commune,
    @Nullable LatLon home) {}
