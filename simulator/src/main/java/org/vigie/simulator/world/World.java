package org.vigie.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.simulator.autopilot.FlightController;
import org.vigie.simulator.physics.Wind;

/**
 * Everything that is simulated, stepped at 400 Hz of virtual time. One seed gives one course of
 * events, to the byte. Confined to one thread.
 */
public final class World {
  /** One step. @source ArduCopter's main loop, 400 Hz */
  public static final double STEP_S = FlightController.STEP_S;

  /** Nanoseconds a step: exactly 400 to the second. */
  private static final long STEP_NS = 2_500_000;

  private final Instant start;
  private final Terrain terrain;
  private final SplittableRandom seeds;
  private final Wind wind = new Wind();
  private Weather weather = Weather.CALM;
  private final Airspace airspace = new Airspace();
  private final List<SimulatedVehicle> vehicles = new ArrayList<>();
  private final Set<Integer> systemIds = new HashSet<>();
  private long steps;

  public World(Instant start, long seed, Terrain terrain) {
    this.start = start;
    this.terrain = terrain;
    this.seeds = new SplittableRandom(seed);
  }

  /**
   * Puts a vehicle on its home.
   *
   * @throws IllegalArgumentException if its system id is taken
   */
  public SimulatedVehicle add(VehicleSetup setup) {
    return add(setup, Mover.PHYSICS);
  }

  SimulatedVehicle add(VehicleSetup setup, Mover mover) {
    if (!systemIds.add(setup.systemId())) {
      throw new IllegalArgumentException("two vehicles have system id " + setup.systemId());
    }
    SimulatedVehicle vehicle = new SimulatedVehicle(setup, terrain, start, seeds.nextLong(), mover);
    vehicles.add(vehicle);
    return vehicle;
  }

  /** Moves everything on by one step. */
  public void step() {
    steps++;
    for (SimulatedVehicle vehicle : vehicles) {
      vehicle.step(wind);
    }
    airspace.step(vehicles, elapsedS());
  }

  /** Other aircraft. */
  public Airspace airspace() {
    return airspace;
  }

  /** Sets the weather. @see Wind#set */
  public void setWind(double fromDeg, double speedMps, double gustMps) {
    setWeather(new Weather(fromDeg, speedMps, Math.max(speedMps, gustMps)));
  }

  /** Sets the weather. */
  public void setWeather(Weather next) {
    weather = next;
    wind.set(next.fromDeg(), next.speedMps(), next.gustMps());
  }

  /** The weather as it was set last. */
  public Weather weather() {
    return weather;
  }

  public List<SimulatedVehicle> vehicles() {
    return List.copyOf(vehicles);
  }

  /** Virtual time since the start. */
  public Duration elapsed() {
    return Duration.ofNanos(steps * STEP_NS);
  }

  public double elapsedS() {
    return steps * STEP_S;
  }

  public Instant now() {
    return start.plus(elapsed());
  }
}
