package org.vigie.planner.foreign;

import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that was checked of a foreign plan.
 *
 * @param holds whether the check passed; what is unknown never passes
 * @param value what was found; NaN when unknown
 * @param limit what it had to keep
 * @param margin how much better than the limit, in the check's unit; negative when worse, NaN when
 *     unknown
 * @param subject what decided it: a zone's key, an item; empty when nothing stands out
 * @param at where and when; empty when it concerns the whole flight
 */
public record ForeignFinding(
    ForeignCheck check,
    boolean holds,
    double value,
    double limit,
    double margin,
    String subject,
    Optional<FlightMoment> at) {
  /**
   * Worst first: what does not hold before what does, graver checks before others, least margin.
   */
  public static final Comparator<ForeignFinding> WORST_FIRST =
      Comparator.comparing(ForeignFinding::holds)
          .thenComparing(ForeignFinding::check)
          .thenComparing(f -> Double.isNaN(f.margin()) ? Double.NEGATIVE_INFINITY : f.margin())
          .thenComparing(ForeignFinding::subject);

  static ForeignFinding atLeast(
      ForeignCheck check, double value, double limit, String subject, Optional<FlightMoment> at) {
    return new ForeignFinding(check, value >= limit, value, limit, value - limit, subject, at);
  }

  static ForeignFinding atMost(
      ForeignCheck check, double value, double limit, String subject, Optional<FlightMoment> at) {
    return new ForeignFinding(check, value <= limit, value, limit, limit - value, subject, at);
  }

  /** A finding of yes or no. */
  static ForeignFinding of(
      ForeignCheck check, boolean holds, String subject, Optional<FlightMoment> at) {
    return new ForeignFinding(check, holds, holds ? 0 : 1, 0, holds ? 0 : -1, subject, at);
  }
}
