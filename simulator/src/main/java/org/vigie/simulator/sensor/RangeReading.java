package org.vigie.simulator.sensor;

/**
 * One answer of the rangefinder that looks through the floor.
 *
 * @param valid false when nothing is in its range
 * @param distanceM to the ground along its line of sight, 0 when not valid
 */
public record RangeReading(boolean valid, double distanceM) {}
