package org.vigie.simulator.autopilot.px4;

import org.vigie.simulator.autopilot.control.Setpoint;

/** A piece of flying that modes and mission items are made of. */
interface Motion {
  /** What is wanted in this step. */
  Setpoint run(double dtS);

  /** Whether it has done what it is for; some never have. */
  default boolean done() {
    return false;
  }

  /** Whether it is on its way down to the ground. */
  default boolean landing() {
    return false;
  }

  /** Whether touching the ground ends the flight. */
  default boolean settling() {
    return landing();
  }

  /** Whether it may leave the ground. */
  default boolean takingOff() {
    return false;
  }
}
