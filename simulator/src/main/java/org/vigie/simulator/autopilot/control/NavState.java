package org.vigie.simulator.autopilot.control;

import org.vigie.simulator.physics.Vec3;

/**
 * Where the autopilot believes it is.
 *
 * @param position metres in the local frame, up is the altitude above mean sea level
 * @param velocity metres per second over ground
 * @param accelerationUpMps2 measured vertical acceleration
 * @param yawRad heading, clockwise from true north
 * @param positionOk whether horizontal position can be relied on
 */
public record NavState(
    Vec3 position, Vec3 velocity, double accelerationUpMps2, double yawRad, boolean positionOk) {}
