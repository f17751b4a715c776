package org.vigie.planner.plan;

/**
 * Where the flight looks from.
 *
 * @param targetLatE7 what is looked at, degrees * 1e7
 * @param targetLonE7 what is looked at, degrees * 1e7
 * @param radiusM radius of the orbit, metres
 * @param heightAboveHomeM height of the orbit above home, metres
 * @param turns whole turns flown
 */
public record Scene(
    int targetLatE7, int targetLonE7, double radiusM, double heightAboveHomeM, int turns) {}
