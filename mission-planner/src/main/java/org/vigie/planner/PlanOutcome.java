package org.vigie.planner;

import java.util.Map;
import org.vigie.planner.plan.FlightPlan;

/** What planning ended in. */
public sealed interface PlanOutcome {
  /** A plan. It is not proven yet. */
  record Planned(FlightPlan plan) implements PlanOutcome {}

  /**
   * No plan, and what stands in the way.
   *
   * @param code reason, one of {@link NoPlanCode}
   * @param subject what decided it, for example identifiers of zones joined by a comma; may be
   *     empty
   * @param values numbers behind it, named with their unit, for example {@code neededWh}
   */
  record NoPlan(NoPlanCode code, String subject, Map<String, Double> values)
      implements PlanOutcome {
    public NoPlan {
      values = Map.copyOf(values);
    }
  }
}
