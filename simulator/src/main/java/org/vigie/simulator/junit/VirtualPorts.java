package org.vigie.simulator.junit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.simulator.fault.FaultPorts;
import org.vigie.simulator.fault.Note;
import org.vigie.simulator.net.LinkFaults;
import org.vigie.simulator.net.VirtualLink;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.world.SimulatedVehicle;

/** Faults reach virtual links; what lies further outside is noted. */
final class VirtualPorts implements FaultPorts {
  private final Map<String, VirtualLink> links = new HashMap<>();
  private final List<String> outside = new ArrayList<>();
  private final List<String> sensors;

  VirtualPorts(Scenario scenario) {
    this.sensors = scenario.acousticSensors().stream().map(Scenario.SensorSpec::id).toList();
  }

  void link(String vehicleId, VirtualLink link) {
    links.put(vehicleId, link);
  }

  @Override
  public void link(SimulatedVehicle vehicle, LinkFaults faults) {
    VirtualLink link = links.get(vehicle.id());
    if (link != null) {
      link.spoil(faults);
    }
  }

  @Override
  public Optional<Note> camera(SimulatedVehicle vehicle, Picture picture) {
    outside.add("camera of " + vehicle.id() + ": " + picture);
    return Optional.empty();
  }

  @Override
  public Optional<Note> station(StationOrder order) {
    outside.add("station: " + order);
    return Optional.empty();
  }

  @Override
  public Collection<String> sensors() {
    return sensors;
  }

  @Override
  public Optional<Note> falseAlarm(String sensor, String type, Instant at) {
    outside.add("false alarm: " + type + " from " + sensor);
    return Optional.empty();
  }

  List<String> outside() {
    return List.copyOf(outside);
  }
}
