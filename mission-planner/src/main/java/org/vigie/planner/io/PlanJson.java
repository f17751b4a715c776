package org.vigie.planner.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.plan.FlightPlan;

/** Plans as canonical JSON: equal plans have equal texts, and reading gives back the same plan. */
public final class PlanJson {
  private PlanJson() {}

  public static String write(FlightPlan plan) {
    return CanonicalJson.write(plan);
  }

  /**
   * Reads a plan back.
   *
   * @throws JsonProcessingException if the text is not JSON, or not exactly a plan
   */
  public static FlightPlan read(String json) throws JsonProcessingException {
    return CanonicalJson.read(json, FlightPlan.class);
  }
}
