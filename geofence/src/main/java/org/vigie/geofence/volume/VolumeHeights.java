package org.vigie.geofence.volume;

import static org.vigie.geofence.volume.Requirement.require;

/**
 * Tops and floors of a volume, metres above home.
 *
 * @param flightTopM H_FG
 * @param contingencyTopM H_CV
 * @param flightFloorM where the flight geography begins; negative infinity: from the surface
 * @param contingencyFloorM where the contingency volume begins, as far below the flight geography
 *     as its top is above; negative infinity: from the surface
 * @throws IllegalArgumentException if they are not in order
 */
public record VolumeHeights(
    double flightTopM, double contingencyTopM, double flightFloorM, double contingencyFloorM) {
  public VolumeHeights {
    require(
        flightFloorM < flightTopM
            && flightTopM <= contingencyTopM
            && contingencyFloorM <= flightFloorM
            && Double.isFinite(flightTopM + contingencyTopM),
        "heights out of order: %s, %s, %s, %s m"
            .formatted(contingencyFloorM, flightFloorM, flightTopM, contingencyTopM));
  }

  /** The heights that terms give above a floor. */
  static VolumeHeights of(VolumeTerms terms, double flightFloorM) {
    double flightTopM = terms.parameters().flightHeightM();
    double topM = terms.contingencyHeightM();
    return new VolumeHeights(flightTopM, topM, flightFloorM, flightFloorM - (topM - flightTopM));
  }
}
