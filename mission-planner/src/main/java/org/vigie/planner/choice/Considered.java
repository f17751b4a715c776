package org.vigie.planner.choice;

import org.vigie.planner.PlanOutcome;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.proof.Proof;

/** What became of a candidate. */
public sealed interface Considered {
  Candidate candidate();

  /**
   * Its plan is proven.
   *
   * @param arrivalS seconds from now to the begin of its scene
   */
  record Proven(Candidate candidate, FlightPlan plan, Proof proof, double arrivalS)
      implements Considered {}

  /** Its plan does not hold. */
  record NotProven(Candidate candidate, FlightPlan plan, Proof proof) implements Considered {}

  /** It has none. */
  record NoPlan(Candidate candidate, PlanOutcome.NoPlan why) implements Considered {}

  /**
   * It was not planned for: even straight there it comes later than the chosen one.
   *
   * @param earliestS seconds from now
   */
  record TooFar(Candidate candidate, double earliestS) implements Considered {}
}
