package org.vigie.groundstation.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flight.FlightInput;

/** A vehicle whose lanes a test looks into, and others that it names. */
final class HandFleet implements Fleet {
  final List<FlightInput> inputs = new CopyOnWriteArrayList<>();
  final List<FlightInput> safety = new CopyOnWriteArrayList<>();
  volatile boolean takes = true;
  volatile boolean ready = true;
  volatile boolean armed;

  /** Latitude, longitude, height above home; null: unknown. */
  volatile double @Nullable [] at;

  volatile List<FleetVehicle> others = List.of();

  @Override
  public List<FleetVehicle> vehicles() {
    List<FleetVehicle> all = new ArrayList<>();
    all.add(new FleetVehicle("v1", "quad-1", "couriot", List.of("sdis42", "pm42"), ready));
    all.addAll(others);
    return all;
  }

  @Override
  public Optional<VehicleView> findView(String vehicleId) {
    return Optional.of(
        new VehicleView(
            "v1",
            "OK",
            null,
            armed,
            "AUTO",
            at == null ? null : at[0],
            at == null ? null : at[1],
            at == null ? null : at[2],
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            VehicleView.RemoteIdView.NONE,
            null,
            null,
            List.of()));
  }

  @Override
  public boolean offer(String vehicleId, FlightInput input) {
    if (takes && !(input instanceof FlightInput.PilotSeen)) {
      inputs.add(input);
    }
    return takes;
  }

  @Override
  public boolean offerSafety(String vehicleId, FlightInput input) {
    safety.add(input);
    return true;
  }

  <I extends FlightInput> List<I> inputs(Class<I> kind) {
    return inputs.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
