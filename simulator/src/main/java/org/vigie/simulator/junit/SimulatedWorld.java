package org.vigie.simulator.junit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.vigie.geofence.document.DocumentException;
import org.vigie.simulator.fault.FaultLine;
import org.vigie.simulator.fault.Injection;
import org.vigie.simulator.net.VirtualLink;
import org.vigie.simulator.play.Play;
import org.vigie.simulator.play.TrueTrack;
import org.vigie.simulator.run.ScenarioFile;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.world.SimulatedVehicle;
import org.vigie.simulator.world.World;

/**
 * A scenario's world for a test: it moves only when it is told to, a thousand times as fast as
 * time, and the same seed gives the same course. Confined to the test's thread.
 */
public final class SimulatedWorld {
  /** Links are looked at every ten milliseconds of virtual time. */
  private static final int POLL_STEPS = 4;

  private static final int LINK = 0;

  private final Scenario scenario;
  private final long seed;
  private final Play play;
  private final VirtualPorts ports;
  private final TrueTrack track = new TrueTrack();
  private final Map<String, VirtualLink> links = new LinkedHashMap<>();
  private final List<String> notes;

  private SimulatedWorld(
      Scenario scenario, long seed, Play play, VirtualPorts ports, List<String> notes) {
    this.scenario = scenario;
    this.seed = seed;
    this.play = play;
    this.ports = ports;
    this.notes = notes;
    play.track(track);
    for (SimulatedVehicle vehicle : play.world().vehicles()) {
      VirtualLink link =
          new VirtualLink(vehicle.autopilot(), LINK, seed * 1_000 + vehicle.setup().systemId());
      links.put(vehicle.id(), link);
      ports.link(vehicle.id(), link);
    }
  }

  /**
   * Sets a scenario up.
   *
   * @param seed replaces the scenario's own
   * @throws DocumentException if it names an airframe that does not ship
   */
  public static SimulatedWorld of(ScenarioFile file, OptionalLong seed) throws DocumentException {
    VirtualPorts ports = new VirtualPorts(file.scenario());
    List<String> notes = new ArrayList<>();
    Scenario scenario = file.scenario();
    long from = seed.orElse(scenario.seed());
    Play play =
        Play.of(
            scenario, file.terrain(), OptionalLong.of(from), ports, note -> notes.add(note.en()));
    return new SimulatedWorld(scenario, from, play, ports, notes);
  }

  /** Lets time pass. */
  public void run(Duration time) {
    Duration end = world().elapsed().plus(time);
    while (world().elapsed().compareTo(end) < 0) {
      turn();
    }
  }

  /**
   * Lets time pass until something is so, and says how long it took.
   *
   * @param what for people, when it does not come about
   * @throws AssertionError if it takes longer than the limit
   */
  public Duration until(String what, Duration limit, BooleanSupplier so) {
    Duration begin = world().elapsed();
    while (!so.getAsBoolean()) {
      if (world().elapsed().minus(begin).compareTo(limit) >= 0) {
        throw new AssertionError(
            what + " did not come about within " + limit + " of virtual time (seed " + seed + ")");
      }
      turn();
    }
    return world().elapsed().minus(begin);
  }

  private void turn() {
    for (int i = 0; i < POLL_STEPS; i++) {
      play.step();
    }
    links.values().forEach(link -> link.turn(now(), world().elapsedS()));
  }

  /** The station of a vehicle says something: a message class of the MAVLink library. */
  public void say(SimulatedVehicle vehicle, Object payload) {
    link(vehicle).say(payload, now(), world().elapsedS());
  }

  /** The station's link to a vehicle: what it heard, whether it sends heartbeats. */
  public VirtualLink link(SimulatedVehicle vehicle) {
    VirtualLink link = links.get(vehicle.id());
    if (link == null) {
      throw new IllegalArgumentException("no vehicle of this world: " + vehicle.id());
    }
    return link;
  }

  /**
   * Begins or ends a fault by hand, as a line on standard input of {@code vigie simulate} does: for
   * example {@code gps-jam for 20} or {@code motor-weak 1 60 @quad-1}.
   *
   * @throws IllegalArgumentException if there is no such fault; names those that exist
   */
  public void fault(String line) {
    FaultLine read =
        FaultLine.parse(line).orElseThrow(() -> new IllegalArgumentException("an empty line"));
    if (read instanceof FaultLine.Begins begins) {
      play.inject(begins.injection());
    } else if (read instanceof FaultLine.Ends ends) {
      play.lift(ends.kind(), ends.vehicle());
    } else {
      throw new IllegalArgumentException("not a fault: " + line);
    }
  }

  /** Says that a flight has reached a state, for the scenario's timeline: no station does here. */
  public void reached(String state) {
    play.reached(state);
  }

  public Scenario scenario() {
    return scenario;
  }

  /** What everything random followed from. */
  public long seed() {
    return seed;
  }

  public World world() {
    return play.world();
  }

  public List<SimulatedVehicle> vehicles() {
    return world().vehicles();
  }

  /** The first vehicle. */
  public SimulatedVehicle vehicle() {
    return vehicles().get(0);
  }

  /** Virtual time now. */
  public Instant now() {
    return world().now();
  }

  /** Where vehicles truly were. */
  public TrueTrack track() {
    return track;
  }

  /** What faults did outside of the world: cameras, station, false alarms, in words. */
  public List<String> outside() {
    return ports.outside();
  }

  /** Faults that last now, as they were given. */
  public List<Injection> lasting() {
    return play.faults();
  }

  /** What faults had no effect, in words. */
  public List<String> notes() {
    return List.copyOf(notes);
  }
}
