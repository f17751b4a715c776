package org.vigie.planner.choice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.planner.Errand;
import org.vigie.planner.MissionPlanner;
import org.vigie.planner.PlanOutcome;
import org.vigie.planner.choice.Considered.Proven;
import org.vigie.planner.plan.Budget;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.Prover;

/**
 * The candidate with the earliest proven arrival, and what became of the others. Of arrivals at the
 * same instant the one that keeps more energy wins, then the order given. Exact: a candidate is
 * left unplanned only when even the straight way at full speed is later than what is proven.
 *
 * @param best the chosen one; empty when none has a proven plan
 * @param considered every candidate, in the order in which they were looked at
 */
public record AircraftChoice(Optional<Proven> best, List<Considered> considered) {
  /** More than any dispatch has aircraft: each costs a plan and a proof. */
  public static final int CANDIDATES_MAX = 100;

  public AircraftChoice {
    considered = List.copyOf(considered);
  }

  /**
   * Chooses.
   *
   * @throws IllegalArgumentException for more than {@link #CANDIDATES_MAX} candidates
   */
  public static AircraftChoice among(List<Candidate> candidates) {
    if (candidates.size() > CANDIDATES_MAX) {
      throw new IllegalArgumentException(candidates.size() + " candidates");
    }
    List<Candidate> nearestFirst = new ArrayList<>(candidates);
    nearestFirst.sort(Comparator.comparingDouble(Candidate::earliestS));
    List<Considered> considered = new ArrayList<>();
    Proven best = null;
    for (Candidate candidate : nearestFirst) {
      if (best != null && candidate.earliestS() > best.arrivalS()) {
        considered.add(new Considered.TooFar(candidate, candidate.earliestS()));
        continue;
      }
      Considered found = plan(candidate);
      considered.add(found);
      if (found instanceof Proven proven && sooner(proven, best, candidates)) {
        best = proven;
      }
    }
    return new AircraftChoice(Optional.ofNullable(best), considered);
  }

  private static Considered plan(Candidate candidate) {
    PlanOutcome outcome = MissionPlanner.plan(candidate.request(), Errand.SCENE);
    if (!(outcome instanceof PlanOutcome.Planned planned)) {
      return new Considered.NoPlan(candidate, (PlanOutcome.NoPlan) outcome);
    }
    Proof proof = Prover.prove(planned.plan(), candidate.inputs());
    return proof.holds()
        ? new Proven(
            candidate,
            planned.plan(),
            proof,
            candidate.readyInS() + planned.plan().budget().toSceneS())
        : new Considered.NotProven(candidate, planned.plan(), proof);
  }

  private static boolean sooner(Proven one, @Nullable Proven other, List<Candidate> given) {
    if (other == null || one.arrivalS() != other.arrivalS()) {
      return other == null || one.arrivalS() < other.arrivalS();
    }
    double moreWh = spareWh(one.plan().budget()) - spareWh(other.plan().budget());
    return moreWh != 0
        ? moreWh > 0
        : given.indexOf(one.candidate()) < given.indexOf(other.candidate());
  }

  private static double spareWh(Budget budget) {
    return budget.usableWh() - budget.energyWh();
  }
}
