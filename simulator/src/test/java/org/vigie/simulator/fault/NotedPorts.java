package org.vigie.simulator.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.vigie.simulator.net.LinkFaults;
import org.vigie.simulator.world.SimulatedVehicle;

/** Notes what reaches the outside. */
final class NotedPorts implements FaultPorts {
  final List<String> said = new ArrayList<>();
  LinkFaults link = LinkFaults.NONE;

  @Override
  public void link(SimulatedVehicle vehicle, UnaryOperator<LinkFaults> change) {
    link = change.apply(link);
  }

  @Override
  public void camera(SimulatedVehicle vehicle, Picture picture) {
    said.add("camera " + picture);
  }

  @Override
  public void station(StationOrder order) {
    said.add("station " + order);
  }

  @Override
  public void falseAlarm(String sensor, String type, Instant at) {
    said.add("alarm " + sensor + " " + type + " " + at);
  }
}
