package org.vigie.geofence.volume;

import java.util.Locale;

/**
 * One term of an operational volume and where it comes from, in symbols and numbers that need no
 * translation.
 *
 * @param symbol as the source names it, for example {@code S_CM}
 * @param formula the formula and the numbers put in; empty for what was given
 * @param value in the unit; not a number when nobody knows it
 * @param unit for example {@code m}; empty for a pure number
 * @param source of the formula or value
 */
public record VolumeTerm(String symbol, String formula, double value, String unit, String source) {
  /** This term as a line: {@code S_RZ = V0 * t_RZ = 10.00 * 1.00 = 10.00 m}. */
  public String line() {
    return symbol
        + " = "
        + (formula.isEmpty() ? "" : formula + " = ")
        + (Double.isNaN(value) ? "?" : number(value) + (unit.isEmpty() ? "" : " " + unit));
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
