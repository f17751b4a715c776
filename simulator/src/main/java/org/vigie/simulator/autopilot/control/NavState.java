package org.vigie.simulator.autopilot.control;

import org.vigie.simulator.physics.Attitude;
import org.vigie.simulator.physics.Vec3;

/**
 * Where the autopilot believes it is, and how it believes to be turned.
 *
 * @param position metres in the local frame, up is the altitude above mean sea level
 * @param velocity metres per second over ground
 * @param accelerationUpMps2 vertical acceleration, without gravity's reaction
 * @param yawRad heading, clockwise from true north
 * @param positionOk whether horizontal position can be relied on
 * @param attitude how it is turned
 * @param rollRateRadps about the nose
 * @param pitchRateRadps about the right wing
 * @param yawRateRadps about the floor
 */
public record NavState(
    Vec3 position,
    Vec3 velocity,
    double accelerationUpMps2,
    double yawRad,
    boolean positionOk,
    Attitude attitude,
    double rollRateRadps,
    double pitchRateRadps,
    double yawRateRadps) {
  /** Level and not turning. */
  public NavState(
      Vec3 position, Vec3 velocity, double accelerationUpMps2, double yawRad, boolean positionOk) {
    this(
        position,
        velocity,
        accelerationUpMps2,
        yawRad,
        positionOk,
        Attitude.ofEuler(0, 0, yawRad),
        0,
        0,
        0);
  }
}
