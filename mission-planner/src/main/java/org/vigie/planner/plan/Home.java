package org.vigie.planner.plan;

import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;

/**
 * Where the flight starts and what its heights count from.
 *
 * @param latE7 latitude, degrees * 1e7
 * @param lonE7 longitude, degrees * 1e7
 * @param altitudeAmslCm altitude above mean sea level, centimetres
 */
public record Home(int latE7, int lonE7, int altitudeAmslCm) {
  public static Home of(LatLon position, AltitudeAmsl altitude) {
    return new Home(position.latE7(), position.lonE7(), (int) Math.round(altitude.metres() * 100));
  }

  public LatLon position() {
    return LatLon.ofE7(latE7, lonE7);
  }

  public AltitudeAmsl altitude() {
    return new AltitudeAmsl(altitudeAmslCm / 100.0);
  }
}
