package org.vigie.simulator.world;

import java.time.Instant;

/** The newest pose of each vehicle's camera. Implementations are thread-safe and never block. */
public interface CameraPoses {
  /**
   * The newest pose of a vehicle's camera.
   *
   * @param vehicle counts from 0
   * @throws IndexOutOfBoundsException if there is no such vehicle
   */
  CameraPose cameraPose(int vehicle);

  /** Simulated time now, UTC. */
  Instant simulatedTime();
}
