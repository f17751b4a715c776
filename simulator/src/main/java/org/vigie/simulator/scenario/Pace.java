package org.vigie.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * How fast simulated time runs.
 *
 * @param factor simulated seconds a second; infinite for as fast as the machine can
 */
public record Pace(double factor) {
  /** As fast as the machine can. */
  public static final Pace MAX = new Pace(Double.POSITIVE_INFINITY);

  /** As the wall clock. */
  public static final Pace REAL_TIME = new Pace(1);

  private static final String MAX_TEXT = "max";

  /** Beyond it a number says less than {@code max} does. */
  private static final double FACTOR_MAX = 1_000;

  public Pace {
    boolean number = factor > 0 && factor <= FACTOR_MAX;
    if (!number && factor != Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(wanted() + ", not " + factor);
    }
  }

  /**
   * Reads a number or {@code max}.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  public static Pace parse(String text) {
    if (text.equals(MAX_TEXT)) {
      return MAX;
    }
    double factor;
    try {
      factor = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(wanted() + ", not \"" + text + "\"", e);
    }
    if (Double.isInfinite(factor)) {
      throw new IllegalArgumentException(wanted() + ", not " + text);
    }
    return new Pace(factor);
  }

  @JsonCreator
  static Pace of(JsonNode node) {
    return parse(node.asText());
  }

  private static String wanted() {
    return "more than 0, at most " + (long) FACTOR_MAX + ", or " + MAX_TEXT;
  }

  /** Whether it is as fast as the machine can. */
  public boolean max() {
    return factor == Double.POSITIVE_INFINITY;
  }

  /** As it is written: {@code max}, or the number. */
  public String text() {
    if (max()) {
      return MAX_TEXT;
    }
    return factor == Math.rint(factor)
        ? Long.toString((long) factor)
        : String.format(Locale.ROOT, "%s", factor);
  }
}
