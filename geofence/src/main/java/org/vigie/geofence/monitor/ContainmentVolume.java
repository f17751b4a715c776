package org.vigie.geofence.monitor;

import org.vigie.geofence.geo.GeoPolygon;

/**
 * What the aircraft is to stay in.
 *
 * @param flightHeightM top of the flight geography, metres above home
 * @param contingencyHeightM top of the contingency volume, metres above home
 * @param floorM bottom of the contingency volume, metres above home; negative infinity: the ground
 * @throws IllegalArgumentException if the heights are not in that order
 */
public record ContainmentVolume(
    GeoPolygon flightGeography,
    GeoPolygon contingencyVolume,
    double flightHeightM,
    double contingencyHeightM,
    double floorM) {
  public ContainmentVolume {
    if (!(flightHeightM > 0
        && contingencyHeightM >= flightHeightM
        && Double.isFinite(contingencyHeightM))) {
      throw new IllegalArgumentException(
          "tops out of order: " + flightHeightM + " m, " + contingencyHeightM + " m");
    }
    if (!(floorM < flightHeightM)) {
      throw new IllegalArgumentException(
          "the floor of " + floorM + " m is not below the top of " + flightHeightM + " m");
    }
  }

  /** A volume from the ground upwards. */
  public ContainmentVolume(
      GeoPolygon flightGeography,
      GeoPolygon contingencyVolume,
      double flightHeightM,
      double contingencyHeightM) {
    this(
        flightGeography,
        contingencyVolume,
        flightHeightM,
        contingencyHeightM,
        Double.NEGATIVE_INFINITY);
  }
}
