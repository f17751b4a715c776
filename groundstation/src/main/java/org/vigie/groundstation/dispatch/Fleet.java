package org.vigie.groundstation.dispatch;

import java.util.List;
import java.util.Optional;
import org.vigie.groundstation.flight.FlightInput;

/** The station's vehicles as the Desk reaches them. Thread-safe; no call blocks. */
public interface Fleet {
  /** Vehicles that there are, whether heard of or not, in the configuration's order. */
  List<FleetVehicle> vehicles();

  /** What is known of a vehicle, for screens. */
  Optional<VehicleView> findView(String vehicleId);

  /** Puts an input into the vehicle's command lane; false when that is full. */
  boolean offer(String vehicleId, FlightInput input);

  /** Puts a pilot's order into the vehicle's reserved lane. */
  boolean offerSafety(String vehicleId, FlightInput input);
}
