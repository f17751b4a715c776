package org.vigie.planner.foreign;

import org.vigie.geofence.geo.LatLon;

/**
 * Where a flight is at some time.
 *
 * @param seq sequence number of the item that is flown to
 * @param heightM metres above home
 * @param timeS seconds since take-off
 */
public record FlightMoment(int seq, LatLon position, double heightM, double timeS) {}
