package org.vigie.planner.plan;

/**
 * A straight part of the flight between two mission positions, with what it costs.
 *
 * @param toSeq the mission item that it flies to
 * @param fromHeightM height above home at its start, metres
 * @param toHeightM height above home at its end, metres
 * @param distanceM horizontal length, metres
 * @param groundSpeedMps ground speed expected with the plan's wind, metres per second
 * @param durationS seconds
 * @param energyWh watt-hours drawn from the battery
 */
public record Leg(
    int toSeq,
    int fromLatE7,
    int fromLonE7,
    int toLatE7,
    int toLonE7,
    double fromHeightM,
    double toHeightM,
    double distanceM,
    double groundSpeedMps,
    double durationS,
    double energyWh) {}
