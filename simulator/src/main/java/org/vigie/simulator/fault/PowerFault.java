package org.vigie.simulator.fault;

import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.simulator.world.SimulatedVehicle;

/** Faults of motors and battery. */
public sealed interface PowerFault extends Fault {
  /** A motor gives nothing. */
  record MotorOff(int motor) implements PowerFault {
    @Override
    public FaultKind kind() {
      return FaultKind.MOTOR_OFF;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return rotor(site, motor, 0);
    }

    @Override
    public String part() {
      return Integer.toString(motor);
    }
  }

  /** A motor gives only a share of its thrust. */
  record MotorWeak(int motor, double percent) implements PowerFault {
    @Override
    public FaultKind kind() {
      return FaultKind.MOTOR_WEAK;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return rotor(site, motor, percent / 100);
    }

    @Override
    public String part() {
      return Integer.toString(motor);
    }
  }

  /** The battery holds another charge from one moment to the next; lifted, the one that it had. */
  record BatterySet(double percent) implements PowerFault {
    @Override
    public FaultKind kind() {
      return FaultKind.BATTERY_SET;
    }

    @Override
    public Runnable begin(FaultSite site) {
      Map<SimulatedVehicle, Double> before =
          site.vehicles().stream()
              .collect(Collectors.toMap(v -> v, v -> v.body().battery().charge()));
      return site.each(
          vehicle -> vehicle.setBattery(percent / 100),
          vehicle -> vehicle.setBattery(before.getOrDefault(vehicle, 1.0)));
    }

    @Override
    public boolean lasting() {
      return false;
    }
  }

  /** The charge runs out so many times as fast. */
  record BatteryDrain(double factor) implements PowerFault {
    @Override
    public FaultKind kind() {
      return FaultKind.BATTERY_DRAIN;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return site.each(
          vehicle -> vehicle.body().battery().drainFactor(factor),
          vehicle -> vehicle.body().battery().drainFactor(1));
    }
  }

  /** The voltage sags so many times as deep under load. */
  record BatterySag(double factor) implements PowerFault {
    @Override
    public FaultKind kind() {
      return FaultKind.BATTERY_SAG;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return site.each(
          vehicle -> vehicle.body().battery().resistanceFactor(factor),
          vehicle -> vehicle.body().battery().resistanceFactor(1));
    }
  }

  private static Runnable rotor(FaultSite site, int motor, double share) {
    for (SimulatedVehicle vehicle : site.vehicles()) {
      if (motor > vehicle.body().rotors().count()) {
        site.notes().accept(vehicle.id() + " has no motor " + motor + ": nothing happens to it");
      }
    }
    return site.each(
        vehicle -> weaken(vehicle, motor, share), vehicle -> weaken(vehicle, motor, 1));
  }

  private static void weaken(SimulatedVehicle vehicle, int motor, double share) {
    if (motor <= vehicle.body().rotors().count()) {
      vehicle.body().rotors().health(motor - 1, share);
    }
  }
}
