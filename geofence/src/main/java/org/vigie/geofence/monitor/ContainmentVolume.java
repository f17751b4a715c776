package org.vigie.geofence.monitor;

import org.vigie.geofence.geo.GeoPolygon;

/**
 * What the aircraft is to stay in.
 *
 * @param flightHeightM top of the flight geography, metres above home
 * @param contingencyHeightM top of the contingency volume, metres above home
 * @throws IllegalArgumentException if the tops are not in that order
 */
public record ContainmentVolume(
    GeoPolygon flightGeography,
    GeoPolygon contingencyVolume,
    double flightHeightM,
    double contingencyHeightM) {
  public ContainmentVolume {
    if (!(flightHeightM > 0 && contingencyHeightM >= flightHeightM)) {
      throw new IllegalArgumentException(
          "tops out of order: " + flightHeightM + " m, " + contingencyHeightM + " m");
    }
  }
}
