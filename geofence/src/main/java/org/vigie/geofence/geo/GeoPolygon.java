package org.vigie.geofence.geo;

import java.util.List;

/**
 * A simple polygon without holes on the WGS-84 ellipsoid. The ring is not closed: its last point
 * joins its first.
 *
 * @param ring at least three points, in order, either direction
 */
public record GeoPolygon(List<LatLon> ring) {
  public GeoPolygon {
    ring = List.copyOf(ring);
    if (ring.size() < 3) {
      throw new IllegalArgumentException("a polygon needs 3 points, not " + ring.size());
    }
  }
}
