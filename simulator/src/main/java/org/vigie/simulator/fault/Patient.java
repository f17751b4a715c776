package org.vigie.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.vigie.simulator.autopilot.store.StoredList;
import org.vigie.simulator.mavlink.Stranger;
import org.vigie.simulator.sensor.SensorFaults;
import org.vigie.simulator.world.Flavour;
import org.vigie.simulator.world.SimulatedVehicle;

/**
 * A vehicle with what is wrong with it now: only what changes is changed, so that what others did
 * to it stays. Confined to the world's thread.
 */
final class Patient {
  private final SimulatedVehicle vehicle;
  private final FaultPorts ports;
  private Condition condition = new Condition();
  private Optional<Stranger> stranger = Optional.empty();

  Patient(SimulatedVehicle vehicle, FaultPorts ports) {
    this.vehicle = vehicle;
    this.ports = ports;
  }

  /** Brings the vehicle into a condition; what it cannot take comes back, in words. */
  List<Note> become(Condition next) {
    Condition before = condition;
    condition = next;
    List<Note> notes = new ArrayList<>();
    sensors(before, next);
    power(before, next, notes);
    if (!before.link().equals(next.link())) {
      ports.link(vehicle, next.link());
    }
    if (before.picture() != next.picture()) {
      ports.camera(vehicle, next.picture()).ifPresent(notes::add);
    }
    if (before.radio() != next.radio() && !vehicle.autopilot().controller().radio(next.radio())) {
      notes.add(lacks("radiocommande", "radio control"));
    }
    storage(before, next, StoredList.MISSION, notes);
    storage(before, next, StoredList.FENCE, notes);
    if (next.takeover().isEmpty()) {
      throwOut();
    } else if (stranger.isEmpty()) {
      Stranger comes =
          vehicle.setup().flavour() == Flavour.PX4_1_17
              ? Stranger.offboard(vehicle.autopilot())
              : Stranger.guided(vehicle.autopilot());
      comes.takeOver();
      stranger = Optional.of(comes);
    }
    return notes;
  }

  /** Who took it over is gone. */
  void throwOut() {
    stranger.ifPresent(Stranger::leave);
    stranger = Optional.empty();
  }

  /** What lasts goes on; ten times a second. */
  void turn() {
    condition
        .takeover()
        .ifPresent(by -> stranger.ifPresent(station -> station.fly(by.courseDeg(), by.speedMps())));
  }

  private static <T> boolean changes(Condition before, Condition next, Function<Condition, T> of) {
    return !of.apply(before).equals(of.apply(next));
  }

  private void sensors(Condition before, Condition next) {
    SensorFaults sensors = vehicle.sensorFaults();
    if (changes(before, next, Condition::gps)) {
      sensors.gps(next.gps());
    }
    if (changes(before, next, Condition::gpsOffset)) {
      sensors.gpsOffset(next.gpsOffset().east(), next.gpsOffset().north(), next.gpsOffset().up());
    }
    if (changes(before, next, Condition::gpsNoise)) {
      sensors.gpsNoise(next.gpsNoise());
    }
    if (changes(before, next, Condition::compass)) {
      sensors.compass(next.compass());
    }
    if (changes(before, next, Condition::baroDriftMps)) {
      sensors.baroDrift(next.baroDriftMps());
    }
    if (changes(before, next, Condition::imuBiasMps2)) {
      sensors.imuBias(next.imuBiasMps2());
    }
    if (changes(before, next, Condition::rangefinder)) {
      sensors.rangefinder(next.rangefinder());
    }
  }

  private void power(Condition before, Condition next, List<Note> notes) {
    TreeSet<Integer> changed = new TreeSet<>(before.motors().keySet());
    changed.addAll(next.motors().keySet());
    for (int motor : changed) {
      double share = next.motors().getOrDefault(motor, 1.0);
      if (motor > vehicle.body().rotors().count()) {
        if (!before.motors().containsKey(motor)) {
          notes.add(lacks("moteur " + motor, "motor " + motor));
        }
      } else if (share != before.motors().getOrDefault(motor, 1.0)) {
        vehicle.body().rotors().health(motor - 1, share);
      }
    }
    if (changes(before, next, Condition::drain)) {
      vehicle.body().battery().drainFactor(next.drain());
    }
    if (changes(before, next, Condition::sag)) {
      vehicle.body().battery().resistanceFactor(next.sag());
    }
  }

  private void storage(Condition before, Condition next, StoredList list, List<Note> notes) {
    boolean sound = next.sound(list);
    if (before.sound(list) != sound && !vehicle.autopilot().controller().storage(list, sound)) {
      boolean mission = list == StoredList.MISSION;
      notes.add(
          lacks(
              (mission ? "mémoire de mission" : "mémoire de barrière") + " de ce genre",
              (mission ? "mission" : "fence") + " storage of this kind"));
    }
  }

  private Note lacks(String fr, String en) {
    String id = vehicle.id();
    return new Note(
        id + " n'a pas de " + fr + " : rien ne lui arrive",
        id + " has no " + en + ": nothing happens to it");
  }
}
