package org.vigie.groundstation.compliance.predicate;

import java.math.BigDecimal;

/**
 * Two values that were held against each other.
 *
 * @param name code of what was compared, for example {@code height-above-ground}
 * @param found what was found, {@code unknown} when it is missing
 * @param required what it had to be, for example {@code <= 120}
 * @param unit unit of both, empty when they have none
 */
public record Comparison(String name, String found, String required, String unit) {
  static final String MISSING = "unknown";

  /** A comparison of values without a unit. */
  public static Comparison of(String name, Object found, Object required) {
    return new Comparison(name, found.toString(), required.toString(), "");
  }

  static Comparison atMost(String name, double found, double limit, String unit) {
    return new Comparison(name, number(found), "<= " + number(limit), unit);
  }

  static Comparison atLeast(String name, double found, double limit, String unit) {
    return new Comparison(name, number(found), ">= " + number(limit), unit);
  }

  static Comparison missing(String name) {
    return new Comparison(name, MISSING, "known", "");
  }

  /** The shortest decimal that is this double, without exponent: the same on every machine. */
  static String number(double value) {
    BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
    return decimal.toPlainString();
  }
}
