package org.vigie.geofence.sun;

import java.time.Duration;
import java.time.Instant;
import org.vigie.geofence.geo.LatLon;

/**
 * The sun's elevation by another way: right ascension and sidereal time instead of the equation of
 * time, 0.01 degrees between 1950 and 2050.
 *
 * @source The Astronomical Almanac, section C, "Low precision formulas for the Sun's coordinates";
 *     US Naval Observatory, Approximate Sidereal Time
 */
public final class AlmanacSun {
  private AlmanacSun() {}

  /** Degrees above the level horizon, without refraction. */
  public static double elevationDeg(Instant time, LatLon place) {
    Instant j2000 = Instant.parse("2000-01-01T12:00:00Z");
    double days = Duration.between(j2000, time).toMillis() / 86_400_000.0;
    double meanLongitude = 280.460 + 0.9856474 * days;
    double anomaly = Math.toRadians(357.528 + 0.9856003 * days);
    double longitude =
        Math.toRadians(meanLongitude + 1.915 * Math.sin(anomaly) + 0.020 * Math.sin(2 * anomaly));
    double obliquity = Math.toRadians(23.439 - 0.0000004 * days);
    double rightAscension =
        Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude));
    double declination = Math.asin(Math.sin(obliquity) * Math.sin(longitude));
    double siderealHours = 18.697374558 + 24.06570982441908 * days;
    double hourAngle = Math.toRadians(siderealHours * 15 + place.lonDeg()) - rightAscension;
    double latitude = Math.toRadians(place.latDeg());
    return Math.toDegrees(
        Math.asin(
            Math.sin(latitude) * Math.sin(declination)
                + Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle)));
  }
}
