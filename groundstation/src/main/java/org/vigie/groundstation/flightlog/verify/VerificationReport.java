package org.vigie.groundstation.flightlog.verify;

import java.util.List;

/**
 * What the verifier found.
 *
 * @param station as the record says; empty if that cannot be read
 * @param flight as the record says; empty if that cannot be read
 * @param key vkey under which the record was verified; empty if there is none
 * @param entries entries read
 * @param telemetryBytes bytes of telemetry read
 * @param witnessed what the witnesses say whose keys were given, first the one that saw it first
 * @param results every check that was made: passed, or each thing that is wrong
 */
public record VerificationReport(
    Verdict verdict,
    String station,
    String flight,
    String key,
    long entries,
    long telemetryBytes,
    List<Witnessed> witnessed,
    List<CheckResult> results) {
  public VerificationReport {
    witnessed = List.copyOf(witnessed);
    results = List.copyOf(results);
  }

  public boolean passed() {
    return verdict != Verdict.DAMAGED;
  }

  /** What is wrong. */
  public List<CheckResult> faults() {
    return results.stream().filter(result -> !result.passed()).toList();
  }
}
