package org.vigie.planner.proof;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.planner.plan.FlightPlan;

/**
 * Proves a plan from its stored form alone: mission items, fence, rally points and parameters, read
 * as the autopilot reads them. Knows nothing of how plans are made. Every check leaves a finding;
 * what is unknown does not hold.
 */
public final class Prover {
  private static final int LAT_E7_MAX = 900_000_000;
  private static final int LON_E7_MAX = 1_800_000_000;

  /** Many times any flight's range: beyond it there is no flat frame to measure in. */
  private static final double MEASURABLE_M_MAX = 100_000;

  private Prover() {}

  /**
   * Proves a plan against what is known of site, aircraft, zones, ground and wind.
   *
   * @return a proof that {@link Proof#holds()} only if every finding does; the same plan and inputs
   *     give the same proof
   */
  public static Proof prove(FlightPlan plan, ProofInputs inputs) {
    if (!isReadable(plan)) {
      return new Proof(
          plan.hash(),
          inputs.files(),
          List.of(ProofCheck.MISSION_FORM.finding("whole-flight", false, 1, 0, "unreadable")));
    }
    GivenWorld world = new GivenWorld(inputs);
    Case c = new Case(plan, world.inputs());
    double reachM = FormChecks.reachM(c);
    if (reachM > MEASURABLE_M_MAX) {
      return new Proof(
          plan.hash(),
          inputs.files(),
          List.of(
              ProofCheck.WITHIN_RANGE.finding(
                  "whole-flight", false, reachM, MEASURABLE_M_MAX, "unmeasurable")));
    }
    FormChecks.run(c);
    VolumeChecks.run(c);
    AreaChecks.run(c);
    ReturnChecks.run(c);
    PlainReturnChecks.run(c);
    FailureChecks.run(c);
    HeightChecks.run(c);
    ObstacleChecks.run(c);
    EnergyChecks.run(c);
    BatteryChecks.run(c);
    return new Proof(
        plan.hash(), inputs.files(), Basis.given(world), Basis.bounds(c.reading()), c.findings());
  }

  /** Numbers that are no place on Earth have no geometry to be checked. */
  private static boolean isReadable(FlightPlan plan) {
    return !plan.mission().isEmpty()
        && Stream.of(plan.mission(), plan.fence(), plan.rally())
            .flatMap(List::stream)
            .allMatch(item -> Math.abs(item.x()) <= LAT_E7_MAX && Math.abs(item.y()) <= LON_E7_MAX);
  }
}
