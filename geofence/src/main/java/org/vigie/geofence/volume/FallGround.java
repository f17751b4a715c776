package org.vigie.geofence.volume;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.AreaRange;
import org.vigie.geofence.terrain.Terrain;

/**
 * Finds the ground that a fall ends on. What leaves the contingency volume over the rim of a
 * plateau falls into the valley beside it, further out the deeper that is: so the ground risk
 * buffer follows from the lowest ground below itself.
 */
public final class FallGround {
  /** So much beyond the buffer counts too: rounds come to an end, and no ground is left out. */
  private static final double BEYOND_M = 5;

  /**
   * On a slope of three in four all around, a buffer of 300 m settles in ten rounds by the 1:1
   * rule. Where the ground falls away as steeply as that rule further than so many rounds reach,
   * there is no answer.
   */
  private static final int ROUNDS_MAX = 20;

  private FallGround() {}

  /**
   * Terms of which the ground risk buffer counts from the lowest ground below the contingency
   * volume and below that buffer itself.
   *
   * @param contingency in metres of the plane
   * @param terms of the volume, whatever ground they know
   * @return empty if some of that ground is unknown, or it falls away without an end
   * @throws IllegalArgumentException if a scenario's height above ground is less than that of the
   *     flight above the lowest ground, see {@link VolumeParameters}
   */
  public static Optional<VolumeTerms> settle(
      Terrain terrain, Plane plane, Geometry contingency, AltitudeAmsl home, VolumeTerms terms) {
    Geometry looked = contingency;
    double lookedM = 0;
    for (int round = 0; round < ROUNDS_MAX; round++) {
      Optional<AltitudeAmsl> lowest = AreaRange.lowest(terrain, plane, looked);
      if (lowest.isEmpty()) {
        return Optional.empty();
      }
      VolumeTerms settled =
          VolumeTerms.of(terms.parameters().above(home.metres() - lowest.get().metres()));
      if (settled.groundRiskM() <= lookedM) {
        return Optional.of(settled);
      }
      lookedM = settled.groundRiskM() + BEYOND_M;
      looked = Tube.grown(contingency, lookedM);
    }
    return Optional.empty();
  }
}
