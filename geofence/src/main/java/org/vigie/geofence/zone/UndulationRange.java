package org.vigie.geofence.zone;

/**
 * How far the geoid lies above the ellipsoid over some area: from one value to another.
 *
 * @param lowestM nowhere less, metres, positive where the geoid is above
 * @param highestM nowhere more, metres
 * @throws IllegalArgumentException if a value is not finite, or lowest lies above highest
 */
public record UndulationRange(double lowestM, double highestM) {
  public UndulationRange {
    if (!Double.isFinite(lowestM) || !Double.isFinite(highestM) || lowestM > highestM) {
      throw new IllegalArgumentException(
          "undulation must be a finite range, not " + lowestM + " to " + highestM + " m");
    }
  }

  /** The range of one place. */
  public static UndulationRange of(double undulationM) {
    return new UndulationRange(undulationM, undulationM);
  }
}
