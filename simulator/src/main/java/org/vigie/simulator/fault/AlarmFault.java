package org.vigie.simulator.fault;

import java.util.Collection;

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
    public Runnable begin(FaultSite site) {
      Collection<String> sensors = site.ports().sensors();
      if (sensors.contains(sensor)) {
        site.ports().falseAlarm(sensor, type, site.world().now()).ifPresent(site.notes());
      } else {
        site.notes().accept(unknown(sensors));
      }
      return () -> {};
    }

    private Note unknown(Collection<String> sensors) {
      String all = String.join(", ", sensors);
      return new Note(
          "il n'y a pas de capteur "
              + sensor
              + (sensors.isEmpty() ? " : il n'y en a aucun" : " ; il y a " + all),
          "there is no sensor "
              + sensor
              + (sensors.isEmpty() ? ": there are none" : "; there are " + all));
    }
  }
}
