package org.vigie.simulator.world;

import org.vigie.simulator.physics.PerfectBody;

/**
 * Which way the vehicles of flight tests are moved: by physics, but while a test says otherwise.
 */
public final class Tracking {
  private static final ThreadLocal<Boolean> PERFECT = ThreadLocal.withInitial(() -> false);

  private Tracking() {}

  /** Lets vehicles that are added while something runs track perfectly. */
  public static void perfectly(Runnable what) {
    PERFECT.set(true);
    try {
      what.run();
    } finally {
      PERFECT.remove();
    }
  }

  /** Puts a vehicle into a world. */
  public static SimulatedVehicle add(World world, VehicleSetup setup) {
    return world.add(setup, PERFECT.get() ? perfect() : Mover.PHYSICS);
  }

  private static Mover perfect() {
    PerfectBody perfect = new PerfectBody();
    return (body, demand, outputs, wind, groundM) ->
        perfect.move(
            body,
            demand.throttle(),
            demand.leanEastRad(),
            demand.leanNorthRad(),
            demand.yawRateRadps(),
            groundM,
            World.STEP_S);
  }
}
