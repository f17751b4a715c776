package org.vigie.groundstation.console.model;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.text.Texts;

/**
 * Numbers for people: each with its unit, each height with what it counts from. An unknown number
 * is a dash, with its unit and reference all the same. The three kinds of height have three methods
 * and no common one.
 */
public final class Quantities {
  private static final String UNKNOWN = "\u2014";
  private static final String NBSP = "\u00a0";
  private static final long SECONDS_MAX = 120;
  private static final double TENTHS_MAX_S = 10;

  private final Locale locale;
  private final Texts texts;

  public Quantities(Texts texts) {
    this.texts = texts;
    this.locale = texts.locale();
  }

  /** Above the ground below. */
  public String heightAgl(@Nullable Double metres) {
    return whole(metres) + NBSP + "m" + NBSP + "AGL";
  }

  /** Above mean sea level. */
  public String altitudeAmsl(@Nullable Double metres) {
    return whole(metres) + NBSP + "m" + NBSP + "AMSL";
  }

  /** Above the place where the flight started. */
  public String heightAboveHome(@Nullable Double metres) {
    return texts.get("console.height.home", whole(metres));
  }

  public String speed(@Nullable Double mps) {
    return tenths(mps) + NBSP + "m/s";
  }

  /** With its sign: up is positive. */
  public String climb(@Nullable Double mps) {
    if (mps == null) {
      return UNKNOWN + NBSP + "m/s";
    }
    double shown = Math.round(mps * 10) / 10.0;
    String sign = shown > 0 ? "+" : shown < 0 ? "\u2212" : "\u00b1";
    return sign + String.format(locale, "%.1f", Math.abs(shown)) + NBSP + "m/s";
  }

  public String metres(@Nullable Double metres) {
    return whole(metres) + NBSP + "m";
  }

  public String percent(@Nullable Double percent) {
    return whole(percent) + NBSP + "%";
  }

  public String volts(@Nullable Double volts) {
    return tenths(volts) + NBSP + "V";
  }

  public String seconds(@Nullable Double seconds) {
    return whole(seconds) + NBSP + "s";
  }

  /** How old something is: tenths at first, then seconds, then minutes. */
  public String age(Duration age) {
    double seconds = Math.max(0, age.toMillis() / 1000.0);
    if (seconds < TENTHS_MAX_S) {
      return tenths(seconds) + NBSP + "s";
    }
    return seconds < SECONDS_MAX
        ? Math.round(seconds) + NBSP + "s"
        : age.toMinutes() + NBSP + "min";
  }

  /** Minutes and seconds, for example {@code 6:10}. */
  public String clock(Duration span) {
    long seconds = Math.max(0, span.toSeconds());
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  /** Latitude and longitude, decimal degrees, to about a metre. */
  public String place(LatLon place) {
    return String.format(Locale.ROOT, "%.5f, %.5f", place.latDeg(), place.lonDeg());
  }

  /** A number as short as it can be said. */
  public String number(double value) {
    boolean whole = value == Math.rint(value);
    return String.format(locale, whole ? "%.0f" : Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
  }

  private String whole(@Nullable Double value) {
    return value == null ? UNKNOWN : Long.toString(Math.round(value)).replace('-', '\u2212');
  }

  private String tenths(@Nullable Double value) {
    return value == null ? UNKNOWN : String.format(locale, "%.1f", value).replace('-', '\u2212');
  }
}
