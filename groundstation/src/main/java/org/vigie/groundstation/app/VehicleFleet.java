package org.vigie.groundstation.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.groundstation.api.VehicleLogs;
import org.vigie.groundstation.dispatch.Fleet;
import org.vigie.groundstation.dispatch.FleetVehicle;
import org.vigie.groundstation.dispatch.VehicleView;
import org.vigie.groundstation.flight.FlightInput;

/** The station's vehicles by their identifiers. Immutable, thread-safe. */
final class VehicleFleet implements Fleet, VehicleLogs {
  private final Map<String, VehicleUnit> units;

  VehicleFleet(Map<String, VehicleUnit> units) {
    this.units = new LinkedHashMap<>(units);
  }

  Collection<VehicleUnit> units() {
    return units.values();
  }

  Optional<VehicleUnit> find(String vehicleId) {
    return Optional.ofNullable(units.get(vehicleId));
  }

  @Override
  public List<FleetVehicle> vehicles() {
    return units.values().stream().map(VehicleUnit::fleetVehicle).toList();
  }

  @Override
  public Optional<VehicleView> findView(String vehicleId) {
    return find(vehicleId).map(VehicleUnit::view);
  }

  @Override
  public boolean offer(String vehicleId, FlightInput input) {
    return find(vehicleId).map(unit -> unit.offer(input)).orElse(false);
  }

  @Override
  public boolean offerSafety(String vehicleId, FlightInput input) {
    return find(vehicleId).map(unit -> unit.offerSafety(input)).orElse(false);
  }

  @Override
  public Optional<Listing> list(String vehicleId) {
    return find(vehicleId).map(unit -> unit.logs().listing());
  }

  @Override
  public String fetch(String vehicleId, int logId, String by) {
    return find(vehicleId).map(unit -> unit.fetchLog(logId, by)).orElse("not-found");
  }

  @Override
  public Optional<InputStream> open(String vehicleId, int logId) throws IOException {
    Optional<VehicleUnit> unit = find(vehicleId);
    return unit.isEmpty() ? Optional.empty() : unit.get().logs().open(logId);
  }
}
