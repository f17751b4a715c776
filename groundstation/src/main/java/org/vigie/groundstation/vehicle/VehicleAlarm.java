package org.vigie.groundstation.vehicle;

/** Where a vehicle's loop cries for help. Thread-safe; must not block or throw. */
public interface VehicleAlarm {
  /** The loop died of a bug: the station no longer acts for this vehicle. Red alert. */
  void loopFailed(String vehicleId, Throwable cause);

  /** Protocol answers came faster than the loop took them and one was lost. Told once a loop. */
  void linkFault(String vehicleId, String what);
}
