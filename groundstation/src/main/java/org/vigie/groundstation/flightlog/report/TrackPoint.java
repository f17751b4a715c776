package org.vigie.groundstation.flightlog.report;

import java.time.Instant;
import org.vigie.geofence.geo.LatLon;

/**
 * Where the aircraft said it was.
 *
 * @param at by the station's clock
 * @param altitudeAmslM metres above mean sea level
 * @param heightM metres above home
 * @param speedMps over ground
 * @source MAVLink standard.xml #33 GLOBAL_POSITION_INT
 */
public record TrackPoint(
    Instant at, LatLon position, double altitudeAmslM, double heightM, double speedMps) {}
