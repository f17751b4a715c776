package org.vigie.planner.io;

import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;

/** One part of a fence as a file holds it. */
public sealed interface FenceShape {
  /** Whether the aircraft must stay in; else it must stay out. */
  boolean inclusion();

  /** A polygon. */
  record Polygon(boolean inclusion, GeoPolygon ring) implements FenceShape {}

  /** A circle of a radius in metres. */
  record Circle(boolean inclusion, LatLon centre, double radiusM) implements FenceShape {}
}
