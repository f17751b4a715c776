package org.vigie.groundstation.demo.bench;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Optional;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.physics.AirframeReader;
import org.vigie.simulator.world.Flavour;
import org.vigie.simulator.world.SimulatedVehicle;
import org.vigie.simulator.world.VehicleSetup;
import org.vigie.simulator.world.World;

/**
 * One vehicle flies a mission of 1.5 km in gusts again and again, without a network.
 *
 * @param timesRealTime simulated seconds over seconds of the processor
 * @param bytesAStep allocated in one step of the world
 */
record MissionSpeed(double timesRealTime, double bytesAStep) {
  private static final LatLon HOME = new LatLon(45.4390, 4.3790);
  private static final int POLL_STEPS = 4;
  private static final double BOOT_S = 10;

  /** Flights before anything is counted: the compiler learns. */
  private static final int WARM_UP = 2;

  /** No mission takes longer; a bench that hangs is ended. */
  private static final double LONGEST_S = 1200;

  static MissionSpeed measure(String airframe, int flights) throws Exception {
    World world = new World(Instant.parse("2026-11-24T13:00:00Z"), 42, place -> Optional.empty());
    world.setWind(300, 4, 7);
    SimulatedVehicle vehicle =
        world.add(
            new VehicleSetup(
                "bench",
                1,
                Flavour.ARDUCOPTER_4_6,
                AirframeReader.shipped(airframe),
                HOME,
                530,
                0));
    run(world, vehicle, BOOT_S);
    for (int i = 0; i < WARM_UP; i++) {
      fly(world, vehicle);
    }
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long bytes = threads.getThreadAllocatedBytes(id);
    long nanos = threads.getCurrentThreadCpuTime();
    double beganS = world.elapsedS();
    for (int i = 0; i < flights; i++) {
      fly(world, vehicle);
    }
    double spentS = (threads.getCurrentThreadCpuTime() - nanos) / 1e9;
    double flownS = world.elapsedS() - beganS;
    bytes = threads.getThreadAllocatedBytes(id) - bytes;
    return new MissionSpeed(flownS / spentS, bytes / (flownS / World.STEP_S));
  }

  private static void fly(World world, SimulatedVehicle vehicle) {
    vehicle.setBattery(1);
    Copter copter = (Copter) vehicle.autopilot().controller();
    copter.mission().truncate(0);
    double[][] corners = {{0, 200}, {150, 300}, {300, 150}, {100, 50}};
    write(copter, Commands.NAV_WAYPOINT, 0, 0, 0);
    write(copter, Commands.NAV_TAKEOFF, 0, 0, 30);
    for (double[] corner : corners) {
      write(copter, Commands.NAV_WAYPOINT, corner[0], corner[1], 40);
    }
    write(copter, Commands.NAV_RETURN_TO_LAUNCH, 0, 0, 0);
    boolean away =
        copter.commands().setMode(4)
            && copter.commands().arm(false)
            && copter.commands().setMode(3)
            && copter.commands().startMission();
    if (!away) {
      throw new IllegalStateException("no take-off: " + copter.armingReasons());
    }
    double beganS = world.elapsedS();
    while (copter.armed()) {
      run(world, vehicle, 1);
      if (world.elapsedS() - beganS > LONGEST_S) {
        throw new IllegalStateException("the mission does not end; at " + vehicle.place());
      }
    }
  }

  private static void write(Copter copter, int command, double east, double north, double up) {
    LatLon place = new LocalFrame(HOME).toGeographic(new Enu(east, north));
    Item item = new Item(3, command, 0, 0, 0, 0, place.latE7(), place.lonE7(), (float) up, 1);
    copter.mission().write(copter.mission().count(), item);
  }

  private static void run(World world, SimulatedVehicle vehicle, double seconds) {
    long steps = Math.round(seconds / World.STEP_S);
    for (long i = 0; i < steps; i++) {
      world.step();
      if (i % POLL_STEPS == 0) {
        vehicle.autopilot().poll();
      }
    }
  }
}
