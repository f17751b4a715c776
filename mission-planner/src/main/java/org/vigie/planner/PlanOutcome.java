package org.vigie.planner;

import java.util.List;
import java.util.Map;
import org.vigie.planner.plan.FlightPlan;

/** What planning ended in. */
public sealed interface PlanOutcome {
  /** What could be done for a flight, or for a shorter one, best first. */
  List<Advice> advice();

  /** The same with advice. */
  PlanOutcome advised(List<Advice> advice);

  /** A plan. It is not proven yet. */
  record Planned(FlightPlan plan, List<Advice> advice) implements PlanOutcome {
    public Planned {
      advice = List.copyOf(advice);
    }

    /** A plan without advice. */
    public Planned(FlightPlan plan) {
      this(plan, List.of());
    }

    @Override
    public Planned advised(List<Advice> given) {
      return new Planned(plan, given);
    }
  }

  /**
   * No plan, and what stands in the way.
   *
   * @param code reason, one of {@link NoPlanCode}
   * @param subject what decided it, for example identifiers of zones joined by a comma; may be
   *     empty
   * @param values numbers behind it, named with their unit, for example {@code neededWh}
   */
  record NoPlan(NoPlanCode code, String subject, Map<String, Double> values, List<Advice> advice)
      implements PlanOutcome {
    public NoPlan {
      values = Map.copyOf(values);
      advice = List.copyOf(advice);
    }

    /** No plan and no advice. */
    public NoPlan(NoPlanCode code, String subject, Map<String, Double> values) {
      this(code, subject, values, List.of());
    }

    @Override
    public NoPlan advised(List<Advice> given) {
      return new NoPlan(code, subject, values, given);
    }
  }
}
