package org.vigie.simulator.fault;

/** Faults of the acoustic sensors. */
public sealed interface AlarmFault extends Fault {
  /**
   * A sensor reports what never happened; there is nothing to lift.
   *
   * @param type alert type of the HTTP interface
   */
  record FalseAlarm(String sensor, String type) implements AlarmFault {
    @Override
    public FaultKind kind() {
      return FaultKind.SENSOR_FALSE_ALARM;
    }

    @Override
    public String part() {
      return sensor;
    }

    @Override
    public boolean lasting() {
      return false;
    }

    @Override
    public Runnable begin(FaultSite site) {
      site.ports().falseAlarm(sensor, type, site.world().now());
      return () -> {};
    }
  }
}
