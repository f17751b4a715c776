package org.vigie.simulator.run;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.simulator.camera.SimulatedCamera;
import org.vigie.simulator.fault.FaultPorts;
import org.vigie.simulator.fault.Note;
import org.vigie.simulator.net.LinkFaults;
import org.vigie.simulator.net.VehicleLinks;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.world.SimulatedVehicle;

/** Faults reach sockets, cameras and whoever runs the simulation. Thread-safe. */
final class LivePorts implements FaultPorts {
  /** Orders to the outside that nobody has fetched; a script asks for a few. */
  private static final int OUTSIDE_MAX = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(LivePorts.class);

  private final Map<String, VehicleLinks> links = new ConcurrentHashMap<>();
  private final Set<Outside.Taker> takers = ConcurrentHashMap.newKeySet();
  private final List<String> sensors;
  private final Map<String, List<SimulatedCamera>> cameras = new ConcurrentHashMap<>();
  private final Map<String, Picture> pictures = new ConcurrentHashMap<>();
  private final BlockingQueue<Outside> outside = new ArrayBlockingQueue<>(OUTSIDE_MAX);

  private volatile Consumer<Note> listener = note -> LOG.warn("fault: {}", note.en());

  LivePorts(Scenario scenario) {
    this.sensors = scenario.acousticSensors().stream().map(Scenario.SensorSpec::id).toList();
  }

  void listener(Consumer<Note> next) {
    listener = next;
  }

  void say(Note note) {
    listener.accept(note);
  }

  /** Somebody is there who takes this, and asks for it. */
  void taken(Outside.Taker by) {
    takers.add(by);
  }

  void links(String vehicleId, VehicleLinks of) {
    links.put(vehicleId, of);
  }

  /** A vehicle's camera; what is wrong with its pictures now is wrong with its own. */
  void camera(String vehicleId, SimulatedCamera camera) {
    cameras.computeIfAbsent(vehicleId, id -> new CopyOnWriteArrayList<>()).add(camera);
    show(camera, pictures.getOrDefault(vehicleId, Picture.LIVE));
  }

  @Override
  public void link(SimulatedVehicle vehicle, LinkFaults faults) {
    VehicleLinks of = links.get(vehicle.id());
    if (of != null) {
      of.faults(faults);
    }
  }

  @Override
  public Optional<Note> camera(SimulatedVehicle vehicle, Picture picture) {
    pictures.put(vehicle.id(), picture);
    List<SimulatedCamera> own = cameras.getOrDefault(vehicle.id(), List.of());
    for (SimulatedCamera camera : own) {
      show(camera, picture);
    }
    return own.isEmpty() ? Optional.of(Untaken.camera(vehicle.id())) : Optional.empty();
  }

  private static void show(SimulatedCamera camera, Picture picture) {
    switch (picture) {
      case LIVE -> camera.resume();
      case FROZEN -> camera.freeze();
      case NONE -> camera.stop();
    }
  }

  @Override
  public Optional<Note> station(StationOrder order) {
    if (!takers.contains(Outside.Taker.STATION)) {
      return Optional.of(Untaken.STATION);
    }
    offer(new Outside.Station(order));
    return Optional.empty();
  }

  @Override
  public Collection<String> sensors() {
    return sensors;
  }

  @Override
  public Optional<Note> falseAlarm(String sensor, String type, Instant at) {
    if (!takers.contains(Outside.Taker.ALARMS)) {
      return Optional.of(Untaken.ALARM);
    }
    offer(new Outside.FalseAlarm(sensor, type, at));
    return Optional.empty();
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
