package org.vigie.geofence.monitor;

import org.vigie.geofence.geo.GeoPolygon;

/**
 * What the aircraft is to stay in.
 *
 * @param flightHeightM top of the flight geography, metres above home
 * @param contingencyHeightM top of the contingency volume, metres above home
 * @param floorM bottom of the contingency volume, metres above home; negative infinity: the ground
 * @param flightFloorM bottom of the flight geography, metres above home; negative infinity: none
 * @throws IllegalArgumentException if the heights are not in that order
 */
public record ContainmentVolume(
    GeoPolygon flightGeography,
    GeoPolygon contingencyVolume,
    double flightHeightM,
    double contingencyHeightM,
    double floorM,
    double flightFloorM) {
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
    if (!(flightFloorM < flightHeightM)
        || (flightFloorM != Double.NEGATIVE_INFINITY && flightFloorM < floorM)) {
      throw new IllegalArgumentException(
          "the flight's floor of "
              + flightFloorM
              + " m is not between "
              + floorM
              + " m and "
              + flightHeightM
              + " m");
    }
  }

  /** A volume whose flight geography has no floor of its own. */
  public ContainmentVolume(
      GeoPolygon flightGeography,
      GeoPolygon contingencyVolume,
      double flightHeightM,
      double contingencyHeightM,
      double floorM) {
    this(
        flightGeography,
        contingencyVolume,
        flightHeightM,
        contingencyHeightM,
        floorM,
        Double.NEGATIVE_INFINITY);
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
