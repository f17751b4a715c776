package org.vigie.groundstation.flightlog.basis;

import java.util.List;
import java.util.Set;
import org.vigie.groundstation.compliance.decision.Decision;
import org.vigie.groundstation.compliance.decision.DecisionEngine;
import org.vigie.groundstation.compliance.request.DecisionRequest;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofInputs;
import org.vigie.planner.proof.Prover;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.FlightLimits;
import org.vigie.planner.request.Obstacles;
import org.vigie.planner.request.Site;
import org.vigie.planner.request.Wind;

/**
 * The questions that a proof and a decision answer, as {@code basis.json}: values here, files by
 * their hashes. Immutable.
 *
 * @param method {@link #METHOD} of the station that worked it out
 * @param authorisedZones keys (country/identifier) of zones whose authority has said yes, in order
 * @param decision the question to the rules; the operator's number without its secret part
 * @param files every file that either rests on, in the order in which they were read
 */
public record FlightBasis(
    int method,
    Site site,
    AircraftModel aircraft,
    List<String> authorisedZones,
    Wind wind,
    FlightLimits limits,
    DecisionRequest decision,
    List<RecordInput> files) {
  /** Its name in a record. */
  public static final String PART = "basis.json";

  /**
   * Raised whenever a proof or a decision of the same basis comes out otherwise than before, be it
   * by a word: who verifies by another method can compare, but not demand that all is the same.
   */
  public static final int METHOD = 1;

  public FlightBasis {
    authorisedZones = List.copyOf(authorisedZones);
    files = List.copyOf(files);
  }

  /**
   * The basis of a proof and a decision that were made.
   *
   * @throws IllegalArgumentException if the proof rests on obstacles, which no station file holds
   */
  public static FlightBasis of(
      ProofInputs given, DecisionRequest decision, List<RecordInput> files) {
    if (!given.obstacles().equals(Obstacles.NONE)) {
      throw new IllegalArgumentException("obstacles are in no file of a basis");
    }
    return new FlightBasis(
        METHOD,
        given.site(),
        given.aircraft(),
        given.authorisedZones().stream().sorted().toList(),
        given.wind(),
        given.limits(),
        decision,
        files);
  }

  /** The proof again. */
  public Proof prove(FlightPlan plan, BasisFiles read) {
    return Prover.prove(plan, given(read));
  }

  private ProofInputs given(BasisFiles read) {
    return new ProofInputs(
        site,
        aircraft,
        read.zones(),
        Set.copyOf(authorisedZones),
        read.terrain(),
        wind,
        limits,
        read.proofFiles());
  }

  /** The decision again. */
  public Decision decide(BasisFiles read) {
    return DecisionEngine.decide(decision, read.packs(), read.evidence());
  }
}
