package org.vigie.planner.proof;

/**
 * One thing that was checked, with both sides of the comparison.
 *
 * @param check code of the check, for example {@code route-clear-of-zones}
 * @param branch code of the part of the flight, for example {@code outbound} or {@code return-path}
 * @param holds whether the check passed; missing data never passes
 * @param value what was found
 * @param limit what it had to keep
 * @param unit unit of both, for example {@code m}
 * @param subject what decided it, for example a zone's identifier; empty when nothing stands out
 */
public record ProofFinding(
    String check,
    String branch,
    boolean holds,
    double value,
    double limit,
    String unit,
    String subject) {}
