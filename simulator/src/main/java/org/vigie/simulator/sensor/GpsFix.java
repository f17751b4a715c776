package org.vigie.simulator.sensor;

import org.vigie.simulator.physics.Vec3;

/**
 * One answer of the GNSS receiver.
 *
 * @param valid false when the receiver has no position (jammed, switched off)
 * @param position metres in the local frame, up is the altitude above mean sea level
 * @param velocity metres per second over ground
 */
public record GpsFix(boolean valid, Vec3 position, Vec3 velocity) {}
