package org.vigie.planner.plan;

import org.vigie.geofence.geo.LatLon;

/**
 * Where a plan begins: on the ground at home, or in the air where the aircraft holds.
 *
 * @param latE7 latitude, degrees * 1e7
 * @param lonE7 longitude, degrees * 1e7
 * @param heightM above home, metres; 0 on the ground
 * @param radiusM how far from there it may really hold, metres
 * @param spentWh drawn from the battery before the plan begins, watt-hours
 * @throws IllegalArgumentException if a number is negative or not finite
 */
public record Start(int latE7, int lonE7, double heightM, double radiusM, double spentWh) {
  public Start {
    for (double value : new double[] {heightM, radiusM, spentWh}) {
      if (!(value >= 0 && Double.isFinite(value))) {
        throw new IllegalArgumentException("start: " + value + " is negative or not finite");
      }
    }
  }

  /** With a full battery, where the aircraft stands. */
  public static Start onGround(Home home) {
    return new Start(home.latE7(), home.lonE7(), 0, 0, 0);
  }

  public LatLon position() {
    return LatLon.ofE7(latE7, lonE7);
  }

  public boolean airborne() {
    return heightM > 0;
  }
}
