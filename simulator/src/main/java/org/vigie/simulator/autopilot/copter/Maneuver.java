package org.vigie.simulator.autopilot.copter;

import org.vigie.simulator.autopilot.control.Setpoint;

/** A piece of flying that modes and mission items are made of. */
interface Maneuver {
  /** What is wanted in this step. */
  Setpoint run(double dtS);

  /** Whether it has done what it is for; some never have. */
  default boolean done() {
    return false;
  }

  /** Whether it ends on the ground and is on its way down. */
  default boolean landing() {
    return false;
  }

  /** Whether it is leaving the ground. */
  default boolean takingOff() {
    return false;
  }

  /** Stops on the way, or goes on; false when it cannot. */
  default boolean pause(boolean on) {
    return false;
  }
}
