package org.vigie.geofence.sun;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.vigie.geofence.geo.LatLon;

/**
 * Sunrise, sunset and civil twilight at a place, for a level horizon at the observer's own height.
 * The sun's position is taken at the event itself. Computed times agree with NOAA's calculator and
 * with almanacs to a minute up to 72 degrees of latitude, for the years 1900 to 2100; accuracy is
 * lost slowly beyond.
 *
 * @source NOAA ESRL Global Monitoring Laboratory, Solar Calculation Details (zenith 90.833 degrees
 *     at sunrise and sunset, 96 degrees at civil twilight), after Meeus, Astronomical Algorithms
 */
public final class Sun {
  /**
   * How far a computed time may be from what somebody on the spot sees or from another office's
   * table, up to {@link #POLAR_LATITUDE_DEG}: tables round to a minute and differ by another, and
   * the 34 minutes of arc (0.57 degrees) that are assumed for refraction at the horizon vary with
   * the air. Twice their standard deviation, 0.35 degrees, is what the sun sinks in 4.6 minutes at
   * 60 degrees of latitude on the longest day, when it sinks most slowly there (15 degrees an hour
   * by the cosines of latitude and declination and the sine of the hour angle: 4.5). Hills that
   * hide the horizon are not counted: no law does.
   *
   * @source Sampson et al., Variability in the Astronomical Refraction of the Rising and Setting
   *     Sun, PASP 115 (2003) 1256: 379 events at Edmonton, mean 0.669 degrees, standard deviation
   *     0.175, from 0.402 to 2.081
   */
  public static final Duration UNCERTAINTY = Duration.ofMinutes(5);

  /**
   * The same beyond {@link #POLAR_LATITUDE_DEG}, where the sun moves along the horizon. Within a
   * few days of the beginning and end of polar day and night even that is too little, and whether
   * the event occurs at all is open.
   *
   * @source NOAA: "within 10 minutes outside of" plus and minus 72 degrees
   */
  public static final Duration UNCERTAINTY_POLAR = Duration.ofMinutes(10);

  /** From this latitude on, {@link #UNCERTAINTY_POLAR} counts. */
  public static final double POLAR_LATITUDE_DEG = 72;

  /** Refraction of 34 minutes of arc and the sun's half diameter of 16. */
  private static final double HORIZON_ELEVATION_DEG = -0.833;

  private static final double CIVIL_ELEVATION_DEG = -6;
  private static final double MILLIS_PER_DAY = 86_400_000.0;

  /** 12 hours to half a second, by steps that keep 0.618 of an interval. */
  private static final int EXTREME_STEPS = 25;

  /** At most 24 hours to a millisecond, by halves. */
  private static final int CROSSING_STEPS = 28;

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private Sun() {}

  /**
   * When an event of a day happens, or empty when it does not happen on that day (polar day or
   * night).
   *
   * <p>A rising event belongs to the noon after it, a setting event to the noon before it, whatever
   * date UTC shows at that moment. Every rising and every setting belongs to exactly one date.
   *
   * @param solarDate the day whose mean solar noon at the place (12:00 UTC less an hour for every
   *     15 degrees of eastern longitude) bears this date: the local calendar's day wherever clocks
   *     are within half a day of the sun
   */
  public static Optional<Instant> find(SunEvent event, LocalDate solarDate, LatLon place) {
    double noon = solarDate.toEpochDay() + 0.5 - place.lonDeg() / 360;
    boolean rising = event == SunEvent.BMCT || event == SunEvent.SR;
    double thresholdDeg =
        event == SunEvent.SR || event == SunEvent.SS ? HORIZON_ELEVATION_DEG : CIVIL_ELEVATION_DEG;
    DoubleUnaryOperator height = days -> elevationDeg(days, place) - thresholdDeg;
    double highest = extreme(height, noon, 1);
    double lowest = extreme(height, rising ? noon - 0.5 : noon + 0.5, -1);
    if (!(height.applyAsDouble(lowest) < 0 && height.applyAsDouble(highest) >= 0)) {
      return Optional.empty();
    }
    double days = crossing(height, lowest, highest);
    return Optional.of(Instant.ofEpochMilli(Math.round(days * MILLIS_PER_DAY)));
  }

  /** The uncertainty that counts at a place: {@link #UNCERTAINTY} or {@link #UNCERTAINTY_POLAR}. */
  public static Duration uncertainty(LatLon place) {
    return Math.abs(place.latDeg()) < POLAR_LATITUDE_DEG ? UNCERTAINTY : UNCERTAINTY_POLAR;
  }

  /**
   * Elevation of the sun's centre above the level horizon, degrees, without refraction. Errs by
   * less than 0.02 degrees (parallax of 0.002 degrees included).
   */
  public static double elevationDeg(Instant time, LatLon place) {
    return elevationDeg(epochDays(time), place);
  }

  private static double elevationDeg(double epochDays, LatLon place) {
    SolarPosition sun = SolarPosition.at(epochDays);
    double dayPart = epochDays - Math.floor(epochDays);
    double hourAngle =
        Math.toRadians(dayPart * 360 - 180 + place.lonDeg() + sun.equationOfTimeDeg());
    double latitude = Math.toRadians(place.latDeg());
    double sine =
        StrictMath.sin(latitude) * StrictMath.sin(sun.declinationRad())
            + StrictMath.cos(latitude)
                * StrictMath.cos(sun.declinationRad())
                * StrictMath.cos(hourAngle);
    return Math.toDegrees(StrictMath.asin(Math.max(-1, Math.min(1, sine))));
  }

  private static double epochDays(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay()
        + time.atOffset(ZoneOffset.UTC).toLocalTime().toNanoOfDay() / (MILLIS_PER_DAY * 1e6);
  }

  /**
   * When the sun stands highest (sign 1) or lowest (-1) within six hours of a moment. Not at its
   * transit exactly, for it climbs and falls with the season as well; beside a pole that is all it
   * does, and the end of the six hours is the answer.
   */
  private static double extreme(DoubleUnaryOperator height, double middle, int sign) {
    double from = middle - 0.25;
    double to = middle + 0.25;
    double left = to - GOLDEN * (to - from);
    double right = from + GOLDEN * (to - from);
    double atLeft = sign * height.applyAsDouble(left);
    double atRight = sign * height.applyAsDouble(right);
    for (int i = 0; i < EXTREME_STEPS; i++) {
      if (atLeft >= atRight) {
        to = right;
        right = left;
        atRight = atLeft;
        left = to - GOLDEN * (to - from);
        atLeft = sign * height.applyAsDouble(left);
      } else {
        from = left;
        left = right;
        atLeft = atRight;
        right = from + GOLDEN * (to - from);
        atRight = sign * height.applyAsDouble(right);
      }
    }
    return (from + to) / 2;
  }

  /** When the sun passes the threshold between a moment below and one above it. */
  private static double crossing(DoubleUnaryOperator height, double below, double above) {
    double low = below;
    double high = above;
    for (int i = 0; i < CROSSING_STEPS; i++) {
      double middle = (low + high) / 2;
      if (height.applyAsDouble(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
