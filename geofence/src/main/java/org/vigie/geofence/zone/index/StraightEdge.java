package org.vigie.geofence.zone.index;

import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.lonlat.LatitudeBand;
import org.vigie.geofence.lonlat.Longitudes;

/** A line straight in longitude and latitude, in degrees; the parameter runs from 0 to 1. */
record StraightEdge(double ax, double ay, double bx, double by) implements Curve {
  @Override
  public LatLon at(double parameter) {
    return Longitudes.place(
        Math.max(-90, Math.min(90, ay + parameter * (by - ay))), ax + parameter * (bx - ax));
  }

  @Override
  public double mostM(double from, double to) {
    LatitudeBand band = new LatitudeBand(ay + from * (by - ay), ay + to * (by - ay));
    return band.mostM((to - from) * (by - ay), (to - from) * (bx - ax));
  }
}
