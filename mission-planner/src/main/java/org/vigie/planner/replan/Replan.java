package org.vigie.planner.replan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.planner.Errand;
import org.vigie.planner.MissionPlanner;
import org.vigie.planner.PlanOutcome;
import org.vigie.planner.PlanOutcome.NoPlan;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofInputs;
import org.vigie.planner.proof.Prover;
import org.vigie.planner.request.PlanRequest;

/**
 * A new plan for an aircraft in the air: to an incident that moved, round a zone that has just
 * appeared, or home. It holds where it is while this is made, carried and read back: a mission is
 * never changed under a flight that flies it. What is proven is what counts; a plan that does not
 * hold is told, not given.
 *
 * @param best proven, soonest on scene and then soonest home; empty when there is none
 * @param tried every way that was tried, with its proof or why there is no plan
 */
public record Replan(Optional<Proven> best, List<Tried> tried) {
  public Replan {
    tried = List.copyOf(tried);
  }

  /** A plan that its proof holds for. */
  public record Proven(FlightPlan plan, Proof proof) {}

  /** What became of a way. */
  public sealed interface Tried {
    Errand errand();
  }

  /** A plan and its proof, which may not hold. */
  public record Planned(Errand errand, FlightPlan plan, Proof proof) implements Tried {}

  /** No plan, and why. */
  public record Impossible(Errand errand, NoPlan why) implements Tried {}

  /**
   * On to the incident of a request and home from there by whichever way is proven and shorter.
   *
   * @throws IllegalArgumentException if the request does not begin in the air
   */
  public static Replan toScene(PlanRequest request, ProofInputs inputs) {
    return among(request, inputs, List.of(Errand.SCENE_OTHER_WAY_BACK, Errand.SCENE));
  }

  /**
   * Home from where it is.
   *
   * @throws IllegalArgumentException if the request does not begin in the air
   */
  public static Replan home(PlanRequest request, ProofInputs inputs) {
    return among(request, inputs, List.of(Errand.HOME));
  }

  private static Replan among(PlanRequest request, ProofInputs inputs, List<Errand> errands) {
    if (!request.start().airborne()) {
      throw new IllegalArgumentException("an aircraft on the ground has nothing to re-plan");
    }
    List<Tried> tried = new ArrayList<>();
    List<Proven> proven = new ArrayList<>();
    for (Errand errand : errands) {
      PlanOutcome outcome = MissionPlanner.plan(request, errand);
      if (outcome instanceof NoPlan none) {
        tried.add(new Impossible(errand, none));
      } else if (outcome instanceof PlanOutcome.Planned planned) {
        Proof proof = Prover.prove(planned.plan(), inputs);
        tried.add(new Planned(errand, planned.plan(), proof));
        if (proof.holds()) {
          proven.add(new Proven(planned.plan(), proof));
        }
      }
    }
    return new Replan(
        proven.stream()
            .min(
                Comparator.comparingDouble((Proven one) -> one.plan().budget().toSceneS())
                    .thenComparingDouble(one -> homeS(one.plan()))),
        tried);
  }

  private static double homeS(FlightPlan plan) {
    return plan.budget().durationS() - plan.budget().toSceneS() - plan.budget().onSceneS();
  }
}
