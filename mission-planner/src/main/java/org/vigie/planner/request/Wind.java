package org.vigie.planner.request;

import org.vigie.geofence.geo.Enu;

/**
 * Wind at flight height.
 *
 * @param fromDeg direction that it blows from, degrees clockwise from true north
 * @param speedMps metres per second
 * @throws IllegalArgumentException if a value is out of range
 */
public record Wind(double fromDeg, double speedMps) {
  public Wind {
    if (!(fromDeg >= 0 && fromDeg <= 360 && speedMps >= 0 && Double.isFinite(speedMps))) {
      throw new IllegalArgumentException("wind from " + fromDeg + " deg at " + speedMps + " m/s");
    }
  }

  /** Where the air moves to: metres per second east and north. */
  public Enu velocityMps() {
    double radians = Math.toRadians(fromDeg);
    return new Enu(-speedMps * Math.sin(radians), -speedMps * Math.cos(radians));
  }
}
