package org.vigie.planner.foreign;

import java.util.List;
import java.util.Optional;
import org.vigie.planner.plan.Home;
import org.vigie.planner.plan.Leg;

/**
 * What was found of a foreign plan.
 *
 * @param findings worst first; never empty
 * @param home where heights count from; empty when nobody knows
 * @param legs what is flown, as far as it is understood, with cost where an aircraft is known
 * @param durationS of the whole flight, seconds; NaN without an aircraft
 * @param energyWh of the whole flight, watt-hours; NaN without an aircraft
 */
public record ForeignProof(
    List<ForeignFinding> findings,
    Optional<Home> home,
    List<Leg> legs,
    double durationS,
    double energyWh) {
  public ForeignProof {
    findings = findings.stream().sorted(ForeignFinding.WORST_FIRST).toList();
    legs = List.copyOf(legs);
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("a proof that checked nothing proves nothing");
    }
  }

  /** True when every check passed. */
  public boolean holds() {
    return findings.stream().allMatch(ForeignFinding::holds);
  }
}
