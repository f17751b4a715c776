package org.vigie.groundstation.flightlog.basis;

import java.util.List;
import java.util.Set;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofCheck;
import org.vigie.planner.proof.ProofFinding;

/** The zones that a flight enters by leave, as the proof found them and not as anybody says. */
public final class ZonesEntered {
  private static final Set<String> CHECKS =
      Set.of(ProofCheck.ZONE_CONDITIONS.code(), ProofCheck.ZONE_AUTHORISED.code());

  private ZonesEntered() {}

  /** Keys of the zones, in order. */
  public static List<String> of(Proof proof) {
    return proof.findings().stream()
        .filter(finding -> CHECKS.contains(finding.check()))
        .map(ProofFinding::subject)
        .distinct()
        .sorted()
        .toList();
  }
}
