package org.vigie.geofence.terrain;

import org.vigie.geofence.geo.AltitudeAmsl;

/**
 * Altitudes between which all ground of some area lies.
 *
 * @param lowest no ground of the area is lower
 * @param highest no ground of the area is higher
 */
public record GroundRange(AltitudeAmsl lowest, AltitudeAmsl highest) {
  public GroundRange {
    if (lowest.metres() > highest.metres()) {
      throw new IllegalArgumentException("lowest ground " + lowest + " above highest " + highest);
    }
  }

  /** The range over both areas. */
  public GroundRange and(GroundRange other) {
    return new GroundRange(
        lowest.metres() <= other.lowest.metres() ? lowest : other.lowest,
        highest.metres() >= other.highest.metres() ? highest : other.highest);
  }
}
