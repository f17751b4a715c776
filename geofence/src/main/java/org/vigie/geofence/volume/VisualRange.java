package org.vigie.geofence.volume;

import static org.vigie.geofence.volume.Requirement.require;

/**
 * How far a pilot can keep an aircraft in sight.
 *
 * @param attitudeM ALOS, where its attitude can still be told
 * @param detectionM DLOS, where other aircraft can still be seen in time
 * @source LBA guide to visual line of sight: ALOS = 327 CD + 20 (rotor), 490 CD + 30 (fixed wing);
 *     DLOS = 0.3 * visibility, at most 5 km of it
 */
public record VisualRange(double attitudeM, double detectionM) {
  private static final double VISIBILITY_M_MAX = 5_000;

  /** The ranges of an aircraft at a ground visibility. */
  public static VisualRange of(AircraftKind kind, double dimensionM, double visibilityM) {
    require(
        dimensionM > 0 && Double.isFinite(dimensionM) && visibilityM >= 0,
        "dimension and visibility must be positive");
    return new VisualRange(
        kind.hovers() ? 327 * dimensionM + 20 : 490 * dimensionM + 30,
        0.3 * Math.min(visibilityM, VISIBILITY_M_MAX));
  }

  /** VLOS, the smaller of the two. */
  public double rangeM() {
    return Math.min(attitudeM, detectionM);
  }
}
