package org.vigie.groundstation.plans;

import java.util.List;
import java.util.Optional;
import org.vigie.planner.PlanOutcome;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.request.PlanRequest;

/**
 * What became of a request.
 *
 * @param proof empty when there is no plan
 * @param findings what is wrong in files that could be read all the same
 */
public record PlanAnswer(
    PlanRequest request, PlanOutcome outcome, Optional<Proof> proof, List<String> findings) {
  public PlanAnswer {
    findings = List.copyOf(findings);
  }

  /** The plan, if there is one. */
  public Optional<FlightPlan> plan() {
    return outcome instanceof PlanOutcome.Planned planned
        ? Optional.of(planned.plan())
        : Optional.empty();
  }

  /** Whether there is a plan and its proof holds. */
  public boolean holds() {
    return proof.isPresent() && proof.get().holds();
  }
}
