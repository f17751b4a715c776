package org.vigie.simulator.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.simulator.camera.SimulatedCamera;
import org.vigie.simulator.fault.FaultPorts;
import org.vigie.simulator.net.LinkFaults;
import org.vigie.simulator.net.VehicleLinks;
import org.vigie.simulator.world.SimulatedVehicle;

/** Faults reach sockets, cameras and whoever runs the simulation. Thread-safe. */
final class LivePorts implements FaultPorts {
  /** Orders to the outside that nobody has fetched; a script asks for a few. */
  private static final int OUTSIDE_MAX = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(LivePorts.class);

  private final Map<String, VehicleLinks> links = new ConcurrentHashMap<>();
  private final Map<String, LinkFaults> spoilt = new ConcurrentHashMap<>();
  private final Map<String, List<SimulatedCamera>> cameras = new ConcurrentHashMap<>();
  private final Map<String, Picture> pictures = new ConcurrentHashMap<>();
  private final BlockingQueue<Outside> outside = new ArrayBlockingQueue<>(OUTSIDE_MAX);

  void links(String vehicleId, VehicleLinks of) {
    links.put(vehicleId, of);
  }

  /** A vehicle's camera; what is wrong with its pictures now is wrong with its own. */
  void camera(String vehicleId, SimulatedCamera camera) {
    cameras.computeIfAbsent(vehicleId, id -> new CopyOnWriteArrayList<>()).add(camera);
    show(camera, pictures.getOrDefault(vehicleId, Picture.LIVE));
  }

  @Override
  public void link(SimulatedVehicle vehicle, UnaryOperator<LinkFaults> change) {
    LinkFaults next = change.apply(spoilt.getOrDefault(vehicle.id(), LinkFaults.NONE));
    spoilt.put(vehicle.id(), next);
    VehicleLinks of = links.get(vehicle.id());
    if (of != null) {
      of.faults(next);
    }
  }

  @Override
  public void camera(SimulatedVehicle vehicle, Picture picture) {
    pictures.put(vehicle.id(), picture);
    for (SimulatedCamera camera : cameras.getOrDefault(vehicle.id(), List.of())) {
      show(camera, picture);
    }
  }

  private static void show(SimulatedCamera camera, Picture picture) {
    switch (picture) {
      case LIVE -> camera.resume();
      case FROZEN -> camera.freeze();
      case NONE -> camera.stop();
    }
  }

  @Override
  public void station(StationOrder order) {
    offer(new Outside.Station(order));
  }

  @Override
  public void falseAlarm(String sensor, String type, Instant at) {
    offer(new Outside.FalseAlarm(sensor, type, at));
  }

  private void offer(Outside order) {
    if (!outside.offer(order)) {
      LOG.warn("nobody fetches orders: {} is left out", order);
    }
  }

  /** The next thing that the outside is to do. */
  Optional<Outside> poll() {
    return Optional.ofNullable(outside.poll());
  }
}
