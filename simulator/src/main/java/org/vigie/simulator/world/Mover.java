package org.vigie.simulator.world;

import org.vigie.simulator.autopilot.control.Demand;
import org.vigie.simulator.physics.Multirotor;
import org.vigie.simulator.physics.Vec3;

/** What moves a body by one step. Tests put another in the place of the physics. */
interface Mover {
  /** Six degrees of freedom, moved by rotors alone. */
  Mover PHYSICS =
      (body, demand, outputs, wind, groundM) -> body.step(outputs, wind, groundM, World.STEP_S);

  /**
   * One step.
   *
   * @param demand what the flight controller wanted in the last step
   * @param outputs what its motors were told for that, 0 to 1 each
   * @param wind metres per second towards
   * @param groundM altitude of the ground below
   */
  void move(Multirotor body, Demand demand, double[] outputs, Vec3 wind, double groundM);
}
