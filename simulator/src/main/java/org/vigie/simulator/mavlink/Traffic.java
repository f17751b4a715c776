package org.vigie.simulator.mavlink;

import org.vigie.geofence.geo.LatLon;

/**
 * Another aircraft as a receiver hears it.
 *
 * @param icao 24-bit address
 * @param callsign at most eight characters
 * @param altitudeAmslM above mean sea level
 * @param headingDeg course over ground, degrees true
 */
public record Traffic(
    int icao,
    String callsign,
    LatLon place,
    double altitudeAmslM,
    double headingDeg,
    double speedMps) {}
