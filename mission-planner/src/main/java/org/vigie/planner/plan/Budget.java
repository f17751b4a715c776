package org.vigie.planner.plan;

/**
 * Time and energy of the whole flight: never less than it takes, and no more time on scene than
 * there will be.
 *
 * @param durationS armed to motors stopped, seconds, at most
 * @param toSceneS armed to the first item on scene, seconds, at most
 * @param onSceneS seconds on scene, at least
 * @param onSceneMaxS seconds on scene, those that are planned among them, after which it must leave
 *     to keep the reserve and the plan's validity
 * @param energyWh watt-hours that the flight draws, at most
 * @param usableWh watt-hours that the battery can give, aged and cold as the aircraft file says
 * @param labelWh watt-hours of the battery's label, what the autopilot's percentage counts from; as
 *     much as is usable where nobody knows
 * @param reserveWh watt-hours that are never planned away
 */
public record Budget(
    double durationS,
    double toSceneS,
    double onSceneS,
    double onSceneMaxS,
    double energyWh,
    double usableWh,
    double labelWh,
    double reserveWh) {
  /** What the autopilot must show before take-off, so that the reserve is kept, percent. */
  public double neededPercent() {
    return 100 * (labelWh - usableWh + energyWh + reserveWh) / labelWh;
  }
}
