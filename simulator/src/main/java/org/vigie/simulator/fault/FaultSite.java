package org.vigie.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.vigie.simulator.world.SimulatedVehicle;
import org.vigie.simulator.world.Weather;
import org.vigie.simulator.world.World;

/**
 * Where a fault happens.
 *
 * @param vehicles those that it concerns
 * @param fair the weather without any fault
 * @param ports what lies outside of the world
 * @param notes gets what has no effect, in words
 * @param eachTurn gets what the fault does ten times a second as long as it lasts
 */
record FaultSite(
    World world,
    List<SimulatedVehicle> vehicles,
    Weather fair,
    FaultPorts ports,
    Consumer<String> notes,
    Consumer<Runnable> eachTurn) {
  /** Changes each vehicle; what comes back changes each again. */
  Runnable each(Consumer<SimulatedVehicle> spoil, Consumer<SimulatedVehicle> mend) {
    vehicles.forEach(spoil);
    return () -> vehicles.forEach(mend);
  }

  /** The same for what a vehicle may lack. */
  Runnable each(String what, BiFunction<SimulatedVehicle, Boolean, Boolean> good) {
    List<SimulatedVehicle> spoilt = new ArrayList<>();
    for (SimulatedVehicle vehicle : vehicles) {
      if (good.apply(vehicle, false)) {
        spoilt.add(vehicle);
      } else {
        notes.accept(vehicle.id() + " has no " + what + ": nothing happens to it");
      }
    }
    return () -> spoilt.removeIf(vehicle -> good.apply(vehicle, true));
  }
}
