package org.vigie.geofence.terrain;

import java.util.Optional;
import org.vigie.geofence.geo.LatLon;

/** Boxes whose western edge lies east of their eastern one: they are asked for in two parts. */
final class AcrossAntimeridian {
  private AcrossAntimeridian() {}

  static Optional<GroundRange> range(Terrain terrain, LatLon southWest, LatLon northEast) {
    Optional<GroundRange> west = terrain.findRange(southWest, new LatLon(northEast.latDeg(), 180));
    return west.flatMap(
        here -> terrain.findRange(new LatLon(southWest.latDeg(), -180), northEast).map(here::and));
  }
}
