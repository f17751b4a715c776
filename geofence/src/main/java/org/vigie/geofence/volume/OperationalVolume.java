package org.vigie.geofence.volume;

import org.vigie.geofence.geo.GeoPolygon;

/**
 * The operational volume of one flight, with its terms. Points are rounded to 1e-7 degrees; rings
 * are simple.
 *
 * @param flightGeography where the flight is meant to be
 * @param fence the polygon for the autopilot: around the flight geography, and {@link
 *     VolumeTerms#fenceSetbackM()} inside the contingency volume
 * @param contingencyVolume at least S_CV around the flight geography
 * @param groundRiskBuffer at least S_GRB around the contingency volume
 * @param heights above home
 */
public record OperationalVolume(
    GeoPolygon flightGeography,
    GeoPolygon fence,
    GeoPolygon contingencyVolume,
    GeoPolygon groundRiskBuffer,
    VolumeHeights heights,
    VolumeTerms terms) {}
