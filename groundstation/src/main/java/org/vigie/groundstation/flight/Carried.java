package org.vigie.groundstation.flight;

import java.util.EnumSet;
import java.util.Set;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.plan.FlightPlan;

/**
 * What was read back from the aircraft and found equal to the plan. Immutable.
 *
 * @param planHash the plan that it was compared with
 * @param equal the parts found equal so far
 */
record Carried(ContentHash planHash, Set<Part> equal) {
  /** The parts of a plan that an aircraft carries. */
  enum Part {
    MISSION,
    FENCE,
    RALLY,
    PARAMETERS
  }

  Carried {
    equal = Set.copyOf(equal);
  }

  static Carried nothingOf(FlightPlan plan) {
    return new Carried(plan.hash(), Set.of());
  }

  static Carried allOf(FlightPlan plan) {
    return new Carried(plan.hash(), EnumSet.allOf(Part.class));
  }

  Carried with(Part part) {
    Set<Part> more = EnumSet.of(part);
    more.addAll(equal);
    return new Carried(planHash, more);
  }

  boolean complete() {
    return equal.size() == Part.values().length;
  }
}
