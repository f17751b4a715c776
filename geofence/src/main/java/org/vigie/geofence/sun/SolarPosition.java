package org.vigie.geofence.sun;

/**
 * Where the sun stands in the sky of the whole Earth: declination and equation of time, by Meeus's
 * low-accuracy theory (0.01 degrees), as NOAA's solar calculator uses it.
 *
 * @param declinationRad declination of the apparent sun, radians
 * @param equationOfTimeDeg how far the true sun is ahead of the mean one, degrees of hour angle
 * @source Meeus, Astronomical Algorithms, 2nd ed., chapters 25 (sun's position, 25.2 to 25.8), 22
 *     (obliquity) and 28 (equation of time, 28.3); NOAA ESRL, Solar Calculation Details
 */
record SolarPosition(double declinationRad, double equationOfTimeDeg) {
  /** Julian day of 1970-01-01T00:00Z. */
  private static final double EPOCH_JULIAN_DAY = 2_440_587.5;

  private static final double J2000_JULIAN_DAY = 2_451_545.0;
  private static final double DAYS_PER_CENTURY = 36_525.0;

  /** The position so many days (of 24 hours, UTC) after 1970-01-01T00:00Z. */
  static SolarPosition at(double epochDays) {
    double t = (epochDays + EPOCH_JULIAN_DAY - J2000_JULIAN_DAY) / DAYS_PER_CENTURY;
    double meanLongitudeDeg = (280.46646 + t * (36_000.76983 + t * 0.0003032)) % 360;
    double anomaly = Math.toRadians((357.52911 + t * (35_999.05029 - t * 0.0001537)) % 360);
    double eccentricity = 0.016708634 - t * (0.000042037 + t * 0.0000001267);
    double centreDeg =
        StrictMath.sin(anomaly) * (1.914602 - t * (0.004817 + t * 0.000014))
            + StrictMath.sin(2 * anomaly) * (0.019993 - t * 0.000101)
            + StrictMath.sin(3 * anomaly) * 0.000289;
    double moonNode = Math.toRadians((125.04 - 1934.136 * t) % 360);
    double apparentLongitude =
        Math.toRadians(meanLongitudeDeg + centreDeg - 0.00569 - 0.00478 * StrictMath.sin(moonNode));
    double obliquity =
        Math.toRadians(
            23
                + (26 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60
                + 0.00256 * StrictMath.cos(moonNode));
    double declination =
        StrictMath.asin(StrictMath.sin(obliquity) * StrictMath.sin(apparentLongitude));
    return new SolarPosition(
        declination,
        equationOfTimeDeg(Math.toRadians(meanLongitudeDeg), anomaly, eccentricity, obliquity));
  }

  private static double equationOfTimeDeg(
      double meanLongitude, double anomaly, double eccentricity, double obliquity) {
    double tangent = StrictMath.tan(obliquity / 2);
    double y = tangent * tangent;
    double e = eccentricity;
    double sinAnomaly = StrictMath.sin(anomaly);
    return Math.toDegrees(
        y * StrictMath.sin(2 * meanLongitude)
            - 2 * e * sinAnomaly
            + 4 * e * y * sinAnomaly * StrictMath.cos(2 * meanLongitude)
            - 0.5 * y * y * StrictMath.sin(4 * meanLongitude)
            - 1.25 * e * e * StrictMath.sin(2 * anomaly));
  }
}
