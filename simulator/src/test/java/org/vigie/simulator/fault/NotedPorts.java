package org.vigie.simulator.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.simulator.net.LinkFaults;
import org.vigie.simulator.world.SimulatedVehicle;

/** Notes what reaches the outside. */
public final class NotedPorts implements FaultPorts {
  final List<String> said = new ArrayList<>();
  final Map<String, LinkFaults> links = new HashMap<>();
  final Map<String, Picture> pictures = new HashMap<>();
  boolean stationDown;

  public NotedPorts() {}

  /** Of the only vehicle, or any. */
  LinkFaults link() {
    return links.values().stream().findFirst().orElse(LinkFaults.NONE);
  }

  @Override
  public void link(SimulatedVehicle vehicle, LinkFaults faults) {
    links.put(vehicle.id(), faults);
  }

  @Override
  public Optional<Note> camera(SimulatedVehicle vehicle, Picture picture) {
    said.add("camera " + picture);
    pictures.put(vehicle.id(), picture);
    return Optional.empty();
  }

  @Override
  public Optional<Note> station(StationOrder order) {
    said.add("station " + order);
    stationDown = order == StationOrder.KILL;
    return Optional.empty();
  }

  @Override
  public Collection<String> sensors() {
    return List.of("ac-01", "ac-02");
  }

  @Override
  public Optional<Note> falseAlarm(String sensor, String type, Instant at) {
    said.add("alarm " + sensor + " " + type + " " + at);
    return Optional.empty();
  }
}
