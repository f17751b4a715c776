package org.vigie.geofence.volume;

import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;

/** Ground that an autopilot keeps out of, at every height and always. It covers its zone's part. */
public sealed interface FenceExclusion {
  /** What names the zone. */
  String zone();

  /** A polygon, points rounded to 1e-7 degrees. */
  record Polygon(String zone, GeoPolygon outline) implements FenceExclusion {}

  /** A circle, its centre rounded to 1e-7 degrees. */
  record Circle(String zone, LatLon centre, double radiusM) implements FenceExclusion {}
}
