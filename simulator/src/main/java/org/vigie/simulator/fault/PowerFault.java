package org.vigie.simulator.fault;

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
    public void worsen(Condition condition) {
      condition.motor(motor, 0);
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
    public void worsen(Condition condition) {
      condition.motor(motor, percent / 100);
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
      SimulatedVehicle vehicle = site.vehicle();
      if (vehicle == null) {
        throw new IllegalArgumentException("a battery is some vehicle's");
      }
      double before = vehicle.body().battery().charge();
      vehicle.setBattery(percent / 100);
      return () -> vehicle.setBattery(before);
    }
  }

  /** The charge runs out so many times as fast. */
  record BatteryDrain(double factor) implements PowerFault {
    @Override
    public FaultKind kind() {
      return FaultKind.BATTERY_DRAIN;
    }

    @Override
    public void worsen(Condition condition) {
      condition.drain(factor);
    }
  }

  /** The voltage sags so many times as deep under load. */
  record BatterySag(double factor) implements PowerFault {
    @Override
    public FaultKind kind() {
      return FaultKind.BATTERY_SAG;
    }

    @Override
    public void worsen(Condition condition) {
      condition.sag(factor);
    }
  }
}
