package org.vigie.geofence.terrain;

import java.util.Optional;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;

/**
 * Knows the altitude of the bare ground, or says that it does not. Implementations are immutable or
 * lock themselves: any thread may ask, and the same question has the same answer.
 */
public interface Terrain {
  /** How closely ground is sampled where a source cannot do better, metres. */
  double SAMPLE_STEP_M = 10;

  /** Altitude of the ground at a point, or empty where no source covers it. */
  Optional<AltitudeAmsl> findGround(LatLon point);

  /**
   * Lowest and highest ground in the box between two corners, or empty when any of it is unknown. A
   * box whose south-western corner lies east of its north-eastern one spans the antimeridian. This
   * default samples every {@link #SAMPLE_STEP_M}, boxes of up to 4 km by 4 km, and knows nothing of
   * larger ones; a grid answers exactly or wider.
   */
  default Optional<GroundRange> findRange(LatLon southWest, LatLon northEast) {
    return SampledRange.over(this, southWest, northEast);
  }
}
