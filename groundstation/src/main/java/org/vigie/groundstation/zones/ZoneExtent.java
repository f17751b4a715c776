package org.vigie.groundstation.zones;

import java.util.List;
import java.util.Optional;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.zone.UasZone;

/** The box around zones. */
final class ZoneExtent {
  private ZoneExtent() {}

  /**
   * The box around all of them; empty when there are none. A box across the antimeridian, or
   * several on both its sides, makes one round the Earth.
   */
  static Optional<GeoBox> of(List<UasZone> zones) {
    return zones.stream().map(UasZone::box).reduce(ZoneExtent::around);
  }

  private static GeoBox around(GeoBox one, GeoBox other) {
    boolean across = one.westDeg() > one.eastDeg() || other.westDeg() > other.eastDeg();
    return new GeoBox(
        Math.min(one.southDeg(), other.southDeg()),
        across ? -180 : Math.min(one.westDeg(), other.westDeg()),
        Math.max(one.northDeg(), other.northDeg()),
        across ? 180 : Math.max(one.eastDeg(), other.eastDeg()));
  }
}
