package org.vigie.planner.energy;

/** What a leg costs. */
public record LegCost(double groundSpeedMps, double durationS, double energyWh) {
  /** Both, one after the other. */
  LegCost and(LegCost next) {
    return new LegCost(next.groundSpeedMps, durationS + next.durationS, energyWh + next.energyWh);
  }
}
