package org.vigie.geofence.monitor;

import java.time.Instant;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;

/**
 * What is known about the aircraft.
 *
 * @param positionAt when the position was measured, on the clock of {@code now}
 * @param eastMps velocity over ground, metres per second
 * @param northMps velocity over ground, metres per second
 * @param upMps velocity over ground, metres per second, positive up
 * @throws IllegalArgumentException if a velocity is not finite
 */
public record ContainmentInput(
    Instant positionAt,
    LatLon position,
    HeightAboveHome height,
    double eastMps,
    double northMps,
    double upMps) {
  public ContainmentInput {
    if (!Double.isFinite(eastMps + northMps + upMps)) {
      throw new IllegalArgumentException("the velocity is not finite");
    }
  }

  double horizontalMps() {
    return Math.hypot(eastMps, northMps);
  }
}
