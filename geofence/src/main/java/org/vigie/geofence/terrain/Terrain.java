package org.vigie.geofence.terrain;

import java.util.Optional;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;

/**
 * Knows the altitude of the bare ground, or says that it does not. Implementations are immutable or
 * lock themselves: any thread may ask, and the same question has the same answer.
 */
public interface Terrain {
  /** Altitude of the ground at a point, or empty where no source covers it. */
  Optional<AltitudeAmsl> findGround(LatLon point);

  /**
   * Lowest and highest ground in the box between two corners, or empty when any of it is unknown. A
   * box whose south-western corner lies east of its north-eastern one spans the antimeridian. No
   * ground of the box is outside of the range, which may be wider.
   *
   * <p>This default knows of no box: whoever answers points alone cannot say what lies between
   * them, however closely they are asked for.
   */
  default Optional<GroundRange> findRange(LatLon southWest, LatLon northEast) {
    return Optional.empty();
  }
}
