package org.vigie.geofence.geo;

/**
 * A horizontal position in a {@link LocalFrame}.
 *
 * @param eastM metres east of the frame's origin
 * @param northM metres north of the frame's origin
 */
public record Enu(double eastM, double northM) {
  /** Horizontal distance to another position of the same frame, metres. */
  public double distanceM(Enu other) {
    return Math.hypot(other.eastM - eastM, other.northM - northM);
  }
}
