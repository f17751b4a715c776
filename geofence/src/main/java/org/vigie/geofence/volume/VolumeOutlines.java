package org.vigie.geofence.volume;

import org.vigie.geofence.geo.GeoPolygon;

/**
 * An operational volume without a fence: geometry, numbers, and with {@link VolumeTerms#explain}
 * why. Points are rounded to 1e-7 degrees; rings are simple and have at most {@link
 * VolumeBuilder#OUTLINE_VERTICES_MAX} vertices.
 *
 * @param flightGeography where the flight is meant to be: all points within the half width of the
 *     shape, and at most {@link VolumeBuilder#OVERSIZE_M} more
 * @param contingencyVolume all points within S_CV of the flight geography, and at most {@link
 *     VolumeBuilder#OVERSIZE_M} more
 * @param groundRiskBuffer all points within S_GRB of the contingency volume, and at most {@link
 *     VolumeBuilder#OVERSIZE_M} more
 * @param heights above home
 */
public record VolumeOutlines(
    GeoPolygon flightGeography,
    GeoPolygon contingencyVolume,
    GeoPolygon groundRiskBuffer,
    VolumeHeights heights,
    VolumeTerms terms) {
  OperationalVolume with(GeoPolygon fence) {
    return new OperationalVolume(
        flightGeography, fence, contingencyVolume, groundRiskBuffer, heights, terms);
  }
}
