package org.vigie.geofence.zone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.sun.Sun;
import org.vigie.geofence.sun.SunEvent;

/**
 * When the sun does something over a box: the earliest and the latest instant over it. Along a
 * parallel that is at the box's ends; along a meridian it may be in between (near the equinoxes),
 * so latitudes are asked at least each degree, which misses less than a second of what {@link
 * Sun#uncertainty} widens. Towards the poles, where refraction decides whether the sun rises at
 * all, a degree more on either side is asked: it shifts the sun by more than refraction does.
 */
final class SunRange {
  private static final double STEP_DEG = 1;
  private static final double HIGH_LATITUDE_DEG = 60;

  private SunRange() {}

  /** Empty when the event does not happen on that solar day somewhere in the box. */
  static Optional<WindowHours.Range> of(SunEvent event, LocalDate solarDay, GeoBox where) {
    boolean high = where.northDeg() > HIGH_LATITUDE_DEG || where.southDeg() < -HIGH_LATITUDE_DEG;
    double south = Math.max(-90, where.southDeg() - (high ? STEP_DEG : 0));
    double north = Math.min(90, where.northDeg() + (high ? STEP_DEG : 0));
    int steps = Math.max(1, (int) Math.ceil((north - south) / STEP_DEG));
    Instant earliest = Instant.MAX;
    Instant latest = Instant.MIN;
    for (int i = 0; i <= steps; i++) {
      double latDeg = i == steps ? north : south + (north - south) * i / steps;
      for (double lonDeg : new double[] {where.westDeg(), where.eastDeg()}) {
        LatLon place = new LatLon(latDeg, lonDeg);
        Optional<Instant> instant = Sun.find(event, solarDay, place);
        if (instant.isEmpty()) {
          return Optional.empty();
        }
        Instant first = instant.get().minus(Sun.uncertainty(place));
        Instant last = instant.get().plus(Sun.uncertainty(place));
        earliest = first.isBefore(earliest) ? first : earliest;
        latest = last.isAfter(latest) ? last : latest;
      }
    }
    return Optional.of(new WindowHours.Range(earliest, latest));
  }
}
