package org.vigie.geofence.terrain;

import java.util.Optional;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;

/**
 * Knows the altitude of the bare ground, or says that it does not. Implementations are immutable.
 */
public interface Terrain {
  /** Altitude of the ground at a point, or empty where no source covers it. */
  Optional<AltitudeAmsl> findGround(LatLon point);
}
