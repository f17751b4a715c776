package org.vigie.simulator.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.vigie.simulator.world.SimulatedVehicle;
import org.vigie.simulator.world.Weather;
import org.vigie.simulator.world.World;

/**
 * What is wrong with a world now: begins faults, ends them when their time is over or somebody
 * lifts them. A fault of the same kind on the same part replaces the one before. Confined to the
 * world's thread.
 */
public final class FaultBoard {
  /** More at once is a mistake in a script, not a bad day. */
  private static final int ACTIVE_MAX = 1_000;

  private record Key(FaultKind kind, Optional<String> vehicle, String part) {}

  private record Active(Injection injection, Runnable end, double endsS, List<Runnable> eachTurn) {}

  private final World world;
  private final FaultPorts ports;
  private final Weather fair;
  private final Map<Key, Active> active = new LinkedHashMap<>();

  /** A board for a world whose weather is fair now. */
  public FaultBoard(World world, FaultPorts ports) {
    this.world = world;
    this.ports = ports;
    this.fair = world.weather();
  }

  /**
   * Begins a fault.
   *
   * @return what has no effect, in words for a person; empty as a rule
   */
  public List<String> inject(Injection injection) {
    List<String> notes = new ArrayList<>();
    Fault fault = injection.fault();
    Key key = new Key(fault.kind(), injection.vehicle(), fault.part());
    end(key::equals);
    if (active.size() >= ACTIVE_MAX) {
      return List.of(
          "more than " + ACTIVE_MAX + " faults at once: " + key.kind().text() + " left out");
    }
    List<Runnable> eachTurn = new ArrayList<>();
    FaultSite site = site(injection, notes, eachTurn);
    if (injection.vehicle().isPresent() && site.vehicles().isEmpty()) {
      return List.of("there is no vehicle " + injection.vehicle().get());
    }
    Runnable end = fault.begin(site);
    active.put(key, new Active(injection, end, world.elapsedS() + injection.forS(), eachTurn));
    return notes;
  }

  private FaultSite site(Injection injection, List<String> notes, List<Runnable> eachTurn) {
    List<SimulatedVehicle> vehicles =
        world.vehicles().stream()
            .filter(v -> injection.vehicle().map(v.id()::equals).orElse(true))
            .toList();
    return new FaultSite(world, vehicles, fair, ports, notes::add, eachTurn::add);
  }

  /**
   * Ends every fault of a kind.
   *
   * @param vehicle only those that were for this vehicle; empty for all of them
   * @return whether there was one
   */
  public boolean lift(FaultKind kind, Optional<String> vehicle) {
    return end(key -> key.kind() == kind && (vehicle.isEmpty() || key.vehicle().equals(vehicle)));
  }

  /** Ends one fault. */
  public void lift(Injection injection) {
    Fault fault = injection.fault();
    end(new Key(fault.kind(), injection.vehicle(), fault.part())::equals);
  }

  /** Ends what has lasted long enough, goes on with the rest; call ten times a second. */
  public void turn() {
    if (!active.isEmpty()) {
      double nowS = world.elapsedS();
      List<Key> over =
          active.entrySet().stream()
              .filter(entry -> nowS >= entry.getValue().endsS())
              .map(Map.Entry::getKey)
              .toList();
      if (!over.isEmpty()) {
        end(over::contains);
      }
      active.values().forEach(still -> still.eachTurn().forEach(Runnable::run));
    }
  }

  private boolean end(Predicate<Key> which) {
    List<Key> over = active.keySet().stream().filter(which).toList();
    for (Key key : over) {
      Active ending = active.remove(key);
      if (ending != null) {
        ending.end().run();
      }
    }
    if (!over.isEmpty()) { // another fault may sit on the same part
      for (Active still : active.values()) {
        if (still.injection().fault().lasting()) {
          still
              .injection()
              .fault()
              .begin(site(still.injection(), new ArrayList<>(), new ArrayList<>()));
        }
      }
    }
    return !over.isEmpty();
  }

  /** What lasts now, in the order in which it began. */
  public List<Injection> active() {
    return active.values().stream().map(Active::injection).toList();
  }
}
