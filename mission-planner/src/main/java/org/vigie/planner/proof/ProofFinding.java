package org.vigie.planner.proof;

import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was checked, with both sides of the comparison, and where it is closest.
 *
 * @param check code of the check, for example {@code route-clear-of-zones}
 * @param branch code of the part of the flight, for example {@code outbound} or {@code return-path}
 * @param holds whether the check passed; missing data never passes
 * @param value what was found
 * @param limit what it had to keep
 * @param unit unit of both, for example {@code m}
 * @param subject what decided it, for example a zone's identifier; empty when nothing stands out
 * @param margin how much is left, in the same unit; negative when it fails, and for a residual risk
 * @param residual holds, but is a risk that remains and that whoever decides must be told of
 * @param at where the value lies, or where a stretch begins; null where it has no place
 * @param until where a stretch ends; null when it is no stretch
 */
public record ProofFinding(
    String check,
    String branch,
    boolean holds,
    double value,
    double limit,
    String unit,
    String subject,
    double margin,
    boolean residual,
    @Nullable ProofPlace at,
    @Nullable ProofPlace until) {
  /** A margin of this much is worth as much attention as one of the same part of its limit. */
  private static final Map<String, Double> SCALES =
      Map.of("m", 10.0, "m/s", 1.0, "Wh", 10.0, "s", 60.0, "mAh", 500.0);

  /**
   * Failed ones first, then risks that remain, then the smallest part of its limit that is left.
   */
  static final Comparator<ProofFinding> WORST_FIRST =
      Comparator.comparing(ProofFinding::holds)
          .thenComparing(finding -> !finding.residual())
          .thenComparingDouble(ProofFinding::relativeMargin)
          .thenComparing(ProofFinding::check)
          .thenComparing(ProofFinding::branch)
          .thenComparing(ProofFinding::subject)
          .thenComparingDouble(ProofFinding::value)
          .thenComparingDouble(finding -> finding.at() == null ? -1 : finding.at().fromS());

  /** Without place, its margin the plain difference. */
  public ProofFinding(
      String check,
      String branch,
      boolean holds,
      double value,
      double limit,
      String unit,
      String subject) {
    this(
        check,
        branch,
        holds,
        value,
        limit,
        unit,
        subject,
        holds ? Math.abs(value - limit) : -Math.abs(value - limit),
        false,
        null,
        null);
  }

  ProofFinding placed(@Nullable ProofPlace place) {
    return placed(place, null);
  }

  ProofFinding placed(@Nullable ProofPlace from, @Nullable ProofPlace to) {
    return new ProofFinding(
        check, branch, holds, value, limit, unit, subject, margin, residual, from, to);
  }

  /** This finding as a risk that remains: it holds, and its margin says how far it goes. */
  ProofFinding remaining() {
    return new ProofFinding(
        check, branch, true, value, limit, unit, subject, margin, true, at, until);
  }

  /** What is counted or compared for equality and holds is never close. */
  private double relativeMargin() {
    if (holds && unit.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    return margin / Math.max(Math.abs(limit), SCALES.getOrDefault(unit, 1.0));
  }
}
