package org.vigie.groundstation.app;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.vigie.groundstation.flight.watch.ZonesAgainst;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofCheck;
import org.vigie.planner.proof.ProofFinding;
import org.vigie.planner.proof.ProofInputs;
import org.vigie.planner.proof.Prover;

/** Holds a plan that was proven by older zones against those of now. Stateless. */
final class ZonesAgain {
  private static final Set<String> ABOUT_ZONES =
      Set.of(
          ProofCheck.ROUTE_CLEAR_OF_ZONES.code(),
          ProofCheck.VOLUME_CLEAR_OF_ZONES.code(),
          ProofCheck.RETURN_CLEAR_OF_ZONES.code());

  private ZonesAgain() {}

  /** What stands against the rest of a flight; empty when nothing does, or it is over anyway. */
  static Optional<ZonesAgainst> against(FlightPlan plan, ProofInputs inputs, Instant now) {
    if (!now.isBefore(plan.validUntil())) {
      return Optional.empty();
    }
    Proof proof = Prover.prove(fromNow(plan, now), inputs);
    Optional<ProofFinding> worst =
        proof.findings().stream()
            .filter(finding -> ABOUT_ZONES.contains(finding.check()) && !finding.holds())
            .min(Comparator.comparingDouble(ProofFinding::margin));
    if (worst.isPresent()) {
      return worst.map(
          finding -> new ZonesAgainst(finding.subject(), Math.min(0, finding.margin()), true));
    }
    return proof.findings().stream()
        .filter(finding -> finding.check().equals(ProofCheck.ZONES_KNOWN.code()))
        .filter(finding -> !finding.holds())
        .findFirst()
        .map(finding -> new ZonesAgainst(finding.subject(), 0, false));
  }

  /** Zones that were in force only before now are of no concern any more. */
  private static FlightPlan fromNow(FlightPlan plan, Instant now) {
    Instant from = now.isAfter(plan.validFrom()) ? now : plan.validFrom();
    return new FlightPlan(
        plan.flightId(),
        plan.siteId(),
        plan.aircraftId(),
        plan.firmware(),
        from,
        plan.validUntil(),
        plan.home(),
        plan.start(),
        plan.mission(),
        plan.fence(),
        plan.rally(),
        plan.parameters(),
        plan.phases(),
        plan.scene(),
        plan.volume(),
        plan.legs(),
        plan.budget(),
        plan.zonesRespected());
  }
}
