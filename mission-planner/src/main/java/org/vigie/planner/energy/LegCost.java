package org.vigie.planner.energy;

/** What a leg costs. */
public record LegCost(double groundSpeedMps, double durationS, double energyWh) {}
