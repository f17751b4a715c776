package org.vigie.groundstation.flight;

/**
 * One check before take-off, with both sides of the comparison.
 *
 * @param check code, for example {@code battery}
 * @param value what was found, NaN never: unknown is not passed and carries the limit's opposite
 * @param known false when nothing was known, and so not passed
 * @param limit what it had to keep
 * @param unit unit of both
 */
public record CheckResult(
    String check, boolean passed, boolean known, double value, double limit, String unit) {}
