package org.vigie.simulator.junit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.vigie.simulator.fault.FaultPorts;
import org.vigie.simulator.net.LinkFaults;
import org.vigie.simulator.net.VirtualLink;
import org.vigie.simulator.world.SimulatedVehicle;

/** Faults reach virtual links; what lies further outside is noted. */
final class VirtualPorts implements FaultPorts {
  private final Map<String, VirtualLink> links = new HashMap<>();
  private final Map<String, LinkFaults> spoilt = new HashMap<>();
  private final List<String> outside = new ArrayList<>();

  void link(String vehicleId, VirtualLink link) {
    links.put(vehicleId, link);
  }

  @Override
  public void link(SimulatedVehicle vehicle, UnaryOperator<LinkFaults> change) {
    LinkFaults next = change.apply(spoilt.getOrDefault(vehicle.id(), LinkFaults.NONE));
    spoilt.put(vehicle.id(), next);
    VirtualLink link = links.get(vehicle.id());
    if (link != null) {
      link.spoil(next);
    }
  }

  @Override
  public void camera(SimulatedVehicle vehicle, Picture picture) {
    outside.add("camera of " + vehicle.id() + ": " + picture);
  }

  @Override
  public void station(StationOrder order) {
    outside.add("station: " + order);
  }

  @Override
  public void falseAlarm(String sensor, String type, Instant at) {
    outside.add("false alarm: " + type + " from " + sensor);
  }

  List<String> outside() {
    return List.copyOf(outside);
  }
}
