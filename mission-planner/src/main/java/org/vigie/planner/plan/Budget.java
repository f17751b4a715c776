package org.vigie.planner.plan;

/**
 * Time and energy of the whole flight.
 *
 * @param durationS take-off to touchdown, seconds
 * @param toSceneS take-off to the first item on scene, seconds
 * @param onSceneS seconds on scene
 * @param energyWh watt-hours that the flight draws
 * @param usableWh watt-hours that the battery can give, aged and cold as the aircraft file says
 * @param reserveWh watt-hours that are never planned away
 */
public record Budget(
    double durationS,
    double toSceneS,
    double onSceneS,
    double energyWh,
    double usableWh,
    double reserveWh) {}
