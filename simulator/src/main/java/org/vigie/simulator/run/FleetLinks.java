package org.vigie.simulator.run;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vigie.simulator.net.LinkRules;
import org.vigie.simulator.net.Network;
import org.vigie.simulator.net.VehicleLinks;
import org.vigie.simulator.world.SimulatedVehicle;

/**
 * The links of all vehicles, in their order. Confined to the world's thread while that runs, but
 * for what is said to be thread-safe of {@link VehicleLinks}.
 */
final class FleetLinks implements Closeable {
  private final Network network;
  private final List<SimulatedVehicle> vehicles;
  private final List<VehicleLinks> links = new ArrayList<>();

  private FleetLinks(Network network, List<SimulatedVehicle> vehicles) {
    this.network = network;
    this.vehicles = vehicles;
  }

  /**
   * Opens the links of some vehicles, or none when one fails.
   *
   * @param version which MAVLink they speak
   * @param seed what chance on their links follows from
   * @throws IOException if a port is taken or a host unknown
   */
  static FleetLinks open(
      Network network,
      List<SimulatedVehicle> vehicles,
      Transport transport,
      LinkRules.Version version,
      long seed)
      throws IOException {
    FleetLinks fleet = new FleetLinks(network, vehicles);
    try {
      for (SimulatedVehicle vehicle : vehicles) {
        fleet.open(vehicle, transport, version, seed);
      }
    } catch (IOException e) {
      fleet.close();
      throw e;
    }
    return fleet;
  }

  private void open(
      SimulatedVehicle vehicle, Transport transport, LinkRules.Version version, long seed)
      throws IOException {
    int systemId = vehicle.setup().systemId();
    LinkRules rules =
        switch (vehicle.setup().flavour()) {
          case ARDUCOPTER_4_6, ARDUCOPTER_4_7 -> LinkRules.ARDUPILOT;
          case PX4_1_17 -> LinkRules.PX4;
        };
    long chance = seed * 1_000 + systemId;
    VehicleLinks opened = new VehicleLinks(network, systemId, rules.with(version), chance);
    links.add(opened);
    transport.open(opened, links.size() - 1);
  }

  VehicleLinks get(int index) {
    return links.get(index);
  }

  /** First port of each vehicle. */
  List<Integer> ports() {
    return links.stream().map(VehicleLinks::port).toList();
  }

  /** Looks at the sockets: what there is to do is done at the next exchange. */
  void look() {
    network.look();
  }

  /** Hands vehicles what stations have said, and stations what vehicles answer. */
  void exchange(double nowS) {
    for (int i = 0; i < links.size(); i++) {
      links.get(i).exchange(vehicles.get(i).autopilot(), nowS);
    }
  }

  /** Sends what vehicles have to say. */
  void speak(double nowS) {
    for (int i = 0; i < links.size(); i++) {
      links.get(i).send(vehicles.get(i).autopilot(), nowS);
    }
  }

  /** Whether any station is connected to any vehicle. */
  boolean connected() {
    return links.stream().anyMatch(VehicleLinks::connected);
  }

  /** When any station's heartbeat last came, virtual time; negative for never. */
  double lastHeartbeatS() {
    double last = -1;
    for (VehicleLinks link : links) {
      last = Math.max(last, link.stationHeartbeatS());
    }
    return last;
  }

  @Override
  public void close() throws IOException {
    for (VehicleLinks link : links) {
      link.close();
    }
    network.close();
  }
}
