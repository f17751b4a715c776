package org.vigie.simulator.autopilot.copter;

/**
 * How the fence stands.
 *
 * @param breached outside now
 * @param breachCount breaches since boot
 * @param breachType FENCE_BREACH: 0 none, 2 ceiling, 3 boundary
 * @param breachTimeMs time of the last breach since boot, milliseconds
 */
public record FenceStatus(boolean breached, int breachCount, int breachType, long breachTimeMs) {}
