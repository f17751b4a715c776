package org.vigie.simulator.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.world.SimulatedVehicle;
import org.vigie.simulator.world.Weather;
import org.vigie.simulator.world.World;

/**
 * What is wrong with a world now: begins faults, ends them when their time is over or somebody
 * lifts them. A fault of the same kind on the same part of the same vehicles replaces the one
 * before; of all others that last, the worst of each quantity counts. Confined to the world's
 * thread.
 */
public final class FaultBoard {
  /** More at once is a mistake in a script, not a bad day. */
  private static final int ACTIVE_MAX = 1_000;

  /** Stands for no vehicle among what is to be undone. */
  private static final String WORLD = "";

  private record Key(FaultKind kind, Optional<String> vehicle, String part) {
    static Key of(Injection injection) {
      Fault fault = injection.fault();
      return new Key(fault.kind(), injection.vehicle(), fault.part());
    }
  }

  /**
   * A fault that lasts.
   *
   * @param undo what it did once, by vehicle
   * @param spared vehicles for which it was lifted alone
   */
  private record Active(
      Injection injection, double endsS, Map<String, Runnable> undo, Set<String> spared) {
    boolean concerns(String vehicle) {
      return injection.vehicle().map(vehicle::equals).orElse(true) && !spared.contains(vehicle);
    }
  }

  private final World world;
  private final FaultPorts ports;
  private final Weather fair;
  private final Map<Key, Active> active = new LinkedHashMap<>();
  private final Map<String, Patient> patients = new HashMap<>();
  private Weather weather;
  private boolean stationDown;

  /** A board for a world whose weather is fair now. */
  public FaultBoard(World world, FaultPorts ports) {
    this.world = world;
    this.ports = ports;
    this.fair = world.weather();
    this.weather = fair;
  }

  /**
   * Begins a fault.
   *
   * @return what has no effect, for people; empty as a rule
   */
  public List<Note> inject(Injection injection) {
    Fault fault = injection.fault();
    Optional<Note> wrong = wrongVehicle(fault.kind(), injection.vehicle());
    if (wrong.isPresent()) {
      return List.of(wrong.get());
    }
    Key key = Key.of(injection);
    if (active.size() >= ACTIVE_MAX && !active.containsKey(key)) {
      return List.of(Notes.tooMany(ACTIVE_MAX, fault.kind()));
    }
    Active before = active.remove(key);
    if (before != null) {
      before.undo().values().forEach(Runnable::run);
      again(injection);
    }
    List<Note> notes = new ArrayList<>();
    Map<String, Runnable> undo = new LinkedHashMap<>();
    if (fault.kind().ofVehicles()) {
      for (SimulatedVehicle vehicle : world.vehicles()) {
        if (injection.vehicle().map(vehicle.id()::equals).orElse(true)) {
          undo.put(vehicle.id(), fault.begin(site(vehicle, notes)));
        }
      }
    } else {
      undo.put(WORLD, fault.begin(site(null, notes)));
    }
    if (fault.kind().lasts()) {
      double endsS = world.elapsedS() + injection.forS();
      active.put(key, new Active(injection, endsS, undo, new HashSet<>()));
    }
    notes.addAll(settle());
    return notes;
  }

  /** Somebody who had taken over and was thrown out comes back when it is asked for once more. */
  private void again(Injection injection) {
    if (injection.fault() instanceof StrangerFault) {
      patients.forEach(
          (id, patient) -> {
            if (injection.vehicle().map(id::equals).orElse(true)) {
              patient.throwOut();
            }
          });
    }
  }

  private Optional<Note> wrongVehicle(FaultKind kind, Optional<String> vehicle) {
    if (vehicle.isPresent() && !kind.ofVehicles()) {
      return Optional.of(Notes.ofNoVehicle(kind, vehicle.get()));
    }
    boolean unknown = vehicle.isPresent() && !there(vehicle.get());
    return unknown ? Optional.of(Notes.noVehicle(vehicle.orElseThrow())) : Optional.empty();
  }

  private boolean there(String vehicle) {
    return world.vehicles().stream().anyMatch(one -> one.id().equals(vehicle));
  }

  private FaultSite site(@Nullable SimulatedVehicle vehicle, List<Note> notes) {
    return new FaultSite(
        world, vehicle, ports, notes::add, kind -> end(key -> key.kind() == kind, notes));
  }

  /**
   * Ends every fault of a kind.
   *
   * @param vehicle only for this vehicle, the others keep it; empty for all of them
   * @return why nothing ended, for people; empty when something did
   */
  public List<Note> lift(FaultKind kind, Optional<String> vehicle) {
    Optional<Note> wrong = wrongVehicle(kind, vehicle);
    if (wrong.isPresent()) {
      return List.of(wrong.get());
    }
    if (!kind.lasts()) {
      return List.of(Notes.happensOnce(kind));
    }
    boolean ended =
        vehicle.isPresent()
            ? spare(kind, vehicle.get())
            : end(key -> key.kind() == kind, new ArrayList<>());
    return ended ? List.of() : List.of(Notes.nothingLasts(kind, vehicle));
  }

  private boolean spare(FaultKind kind, String vehicle) {
    boolean spared = false;
    for (Active one : List.copyOf(active.values())) {
      if (one.injection().fault().kind() != kind || !one.concerns(vehicle)) {
        continue;
      }
      spared = true;
      Runnable undo = one.undo().remove(vehicle);
      if (undo != null) {
        undo.run();
      }
      one.spared().add(vehicle);
      if (world.vehicles().stream().noneMatch(other -> one.concerns(other.id()))) {
        active.remove(Key.of(one.injection()));
      }
    }
    settle();
    return spared;
  }

  /** Ends one fault; one of the same kind that has taken its place since then goes on. */
  public void lift(Injection injection) {
    Key key = Key.of(injection);
    Active now = active.get(key);
    if (now != null && now.injection().equals(injection)) {
      end(key::equals, new ArrayList<>());
    }
  }

  /** Ends what has lasted long enough, goes on with the rest; call ten times a second. */
  public void turn() {
    if (active.isEmpty()) {
      return;
    }
    double nowS = world.elapsedS();
    Set<Key> over = new HashSet<>();
    active.forEach(
        (key, one) -> {
          if (nowS >= one.endsS()) {
            over.add(key);
          }
        });
    if (!over.isEmpty()) {
      end(over::contains, new ArrayList<>());
    }
    patients.values().forEach(Patient::turn);
  }

  private boolean end(Predicate<Key> which, List<Note> notes) {
    List<Key> over = active.keySet().stream().filter(which).toList();
    for (Key key : over) {
      Active ending = active.remove(key);
      if (ending != null) {
        ending.undo().values().forEach(Runnable::run);
      }
    }
    notes.addAll(settle());
    return !over.isEmpty();
  }

  /** Brings vehicles, weather and station to what all faults together make of them. */
  private List<Note> settle() {
    List<Note> notes = new ArrayList<>();
    for (SimulatedVehicle vehicle : world.vehicles()) {
      Condition condition = new Condition();
      for (Active one : active.values()) {
        if (one.injection().fault().kind().ofVehicles() && one.concerns(vehicle.id())) {
          one.injection().fault().worsen(condition);
        }
      }
      notes.addAll(
          patients
              .computeIfAbsent(vehicle.id(), id -> new Patient(vehicle, ports))
              .become(condition));
    }
    Weather next = weatherNow();
    if (!next.equals(weather)) {
      weather = next;
      world.setWeather(next);
    }
    boolean down = active.values().stream().anyMatch(one -> one.injection().fault().stopsStation());
    if (down != stationDown) {
      stationDown = down;
      FaultPorts.StationOrder order =
          down ? FaultPorts.StationOrder.KILL : FaultPorts.StationOrder.RESTART;
      ports.station(order).ifPresent(notes::add);
    }
    return notes;
  }

  /** A gust comes over the wind, whichever began first. */
  private Weather weatherNow() {
    List<Fault> faults =
        active.values().stream()
            .map(one -> one.injection().fault())
            .sorted(Comparator.comparing(Fault::kind))
            .toList();
    Weather now = fair;
    for (Fault fault : faults) {
      now = fault.over(now);
    }
    return now;
  }

  /** What lasts now, in the order in which it began. */
  public List<Injection> active() {
    return active.values().stream().map(Active::injection).toList();
  }
}
