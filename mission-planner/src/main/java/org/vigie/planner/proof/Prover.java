package org.vigie.planner.proof;

import org.vigie.planner.plan.FlightPlan;

/**
 * Proves a plan from its stored form alone: mission items, fence, rally points and parameters, read
 * as the autopilot reads them. Knows nothing of how plans are made. Every check leaves a finding;
 * what is unknown does not hold.
 */
public final class Prover {
  private Prover() {}

  /**
   * Proves a plan against what is known of site, aircraft, zones, ground and wind.
   *
   * @return a proof that {@link Proof#holds()} only if every finding does; the same plan and inputs
   *     give the same proof
   */
  public static Proof prove(FlightPlan plan, ProofInputs inputs) {
    Case c = new Case(plan, inputs);
    FormChecks.run(c);
    VolumeChecks.run(c);
    ReturnChecks.run(c);
    HeightChecks.run(c);
    EnergyChecks.run(c);
    return new Proof(plan.hash(), inputs.files(), c.findings());
  }
}
