package org.vigie.groundstation.compliance.predicate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.vigie.geofence.geo.LatLon;

/**
 * From a sunrise to the following sunset at sea level, to about a minute between the polar circles.
 *
 * @source NOAA Global Monitoring Laboratory, solar calculator (after Meeus, Astronomical
 *     Algorithms, ch. 25 and 28); sunrise at 90.833 degrees from the zenith
 */
record Daylight(Instant sunrise, Instant sunset) {
  private static final double ZENITH_DEG = 90.833;
  private static final double J2000_EPOCH_S = 946_728_000;
  private static final double CENTURY_S = 36_525 * 86_400.0;

  /** The sun moves enough in half a day to shift its setting by a minute: asked again there. */
  private static final int REFINEMENTS = 3;

  /** The day whose noon is nearest to an instant. */
  static Daylight nearest(Instant instant, LatLon place) {
    long solarShiftS = Math.round(place.lonDeg() * 240);
    LocalDate solarDay = LocalDate.ofInstant(instant.plusSeconds(solarShiftS), ZoneOffset.UTC);
    return on(solarDay, place);
  }

  /**
   * The day of a date of local solar time.
   *
   * @throws IllegalArgumentException if the sun does not rise and set there on that day
   */
  static Daylight on(LocalDate solarDay, LatLon place) {
    double midnightS = solarDay.atStartOfDay(ZoneOffset.UTC).toEpochSecond() - place.lonDeg() * 240;
    return new Daylight(crossing(midnightS, place, -1), crossing(midnightS, place, 1));
  }

  /** A longer day: earlier in the morning and later in the evening. */
  Daylight widened(Duration margin) {
    return new Daylight(sunrise.minus(margin), sunset.plus(margin));
  }

  private static Instant crossing(double midnightS, LatLon place, int side) {
    double epochS = midnightS + 43_200;
    for (int i = 0; i < REFINEMENTS; i++) {
      Sun sun = Sun.at(epochS);
      double noonS = midnightS + 43_200 - sun.equationOfTimeMin() * 60;
      epochS = noonS + side * hourAngleDeg(place.latDeg(), sun.declinationRad()) * 240;
    }
    return Instant.ofEpochSecond(Math.round(epochS));
  }

  private static double hourAngleDeg(double latDeg, double declinationRad) {
    double latRad = Math.toRadians(latDeg);
    double cosine =
        Math.cos(Math.toRadians(ZENITH_DEG)) / (Math.cos(latRad) * Math.cos(declinationRad))
            - Math.tan(latRad) * Math.tan(declinationRad);
    if (!(Math.abs(cosine) <= 1)) {
      throw new IllegalArgumentException("the sun does not rise and set at latitude " + latDeg);
    }
    return Math.toDegrees(Math.acos(cosine));
  }

  /**
   * The sun's apparent place.
   *
   * @param equationOfTimeMin apparent minus mean solar time, minutes
   */
  record Sun(double declinationRad, double equationOfTimeMin) {
    /** Its place at a time since 1970, UTC. */
    static Sun at(double epochS) {
      double t = (epochS - J2000_EPOCH_S) / CENTURY_S;
      double meanLongitude = Math.toRadians(280.46646 + t * (36000.76983 + t * 0.0003032));
      double anomaly = Math.toRadians(357.52911 + t * (35999.05029 - 0.0001537 * t));
      double eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
      double centreDeg =
          Math.sin(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t))
              + Math.sin(2 * anomaly) * (0.019993 - 0.000101 * t)
              + Math.sin(3 * anomaly) * 0.000289;
      double node = Math.toRadians(125.04 - 1934.136 * t);
      double longitude =
          meanLongitude + Math.toRadians(centreDeg - 0.00569 - 0.00478 * Math.sin(node));
      double obliquityDeg =
          23 + (26 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60;
      double obliquity = Math.toRadians(obliquityDeg + 0.00256 * Math.cos(node));
      double y = Math.pow(Math.tan(obliquity / 2), 2);
      double equation =
          y * Math.sin(2 * meanLongitude)
              - 2 * eccentricity * Math.sin(anomaly)
              + 4 * eccentricity * y * Math.sin(anomaly) * Math.cos(2 * meanLongitude)
              - 0.5 * y * y * Math.sin(4 * meanLongitude)
              - 1.25 * eccentricity * eccentricity * Math.sin(2 * anomaly);
      return new Sun(
          Math.asin(Math.sin(obliquity) * Math.sin(longitude)), 4 * Math.toDegrees(equation));
    }
  }
}
