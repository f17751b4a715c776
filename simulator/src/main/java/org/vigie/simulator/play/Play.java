package org.vigie.simulator.play;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.simulator.fault.FaultBoard;
import org.vigie.simulator.fault.FaultKind;
import org.vigie.simulator.fault.FaultPorts;
import org.vigie.simulator.fault.Injection;
import org.vigie.simulator.fault.Note;
import org.vigie.simulator.physics.AirframeReader;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.scenario.TimelinePlayer;
import org.vigie.simulator.world.Flavour;
import org.vigie.simulator.world.SimulatedVehicle;
import org.vigie.simulator.world.VehicleSetup;
import org.vigie.simulator.world.World;

/** A scenario's world, stepped; its timeline's faults come and go by themselves. One thread. */
public final class Play {
  /** The timeline is looked at ten times a second, the track five times. */
  private static final int TURN_STEPS = 40;

  private static final int TRACK_TURNS = 2;

  private final World world;
  private final FaultBoard board;
  private final TimelinePlayer timeline;
  private final Consumer<Note> notes;
  private Optional<TrueTrack> track = Optional.empty();
  private long steps;

  private Play(World world, FaultBoard board, TimelinePlayer timeline, Consumer<Note> notes) {
    this.world = world;
    this.board = board;
    this.timeline = timeline;
    this.notes = notes;
  }

  /**
   * Sets a scenario up at its start.
   *
   * @param seed replaces the scenario's own
   * @param ports where faults reach what lies outside of the world
   * @param notes gets what has no effect
   * @throws DocumentException if the scenario names an airframe that does not ship
   */
  public static Play of(
      Scenario scenario, Terrain terrain, OptionalLong seed, FaultPorts ports, Consumer<Note> notes)
      throws DocumentException {
    World world = new World(scenario.start(), seed.orElse(scenario.seed()), terrain);
    Scenario.WindSpec wind = scenario.wind();
    world.setWind(wind.fromDeg(), wind.speedMps(), wind.gustMps());
    for (Scenario.VehicleSpec spec : scenario.vehicles()) {
      Scenario.HomeSpec home = spec.home();
      world.add(
          new VehicleSetup(
              spec.id(),
              spec.systemId(),
              Flavour.of(spec.autopilot(), spec.firmware()),
              AirframeReader.shipped(spec.airframe()),
              new LatLon(home.lat(), home.lon()),
              home.amslM(),
              home.headingDeg()));
    }
    return new Play(world, new FaultBoard(world, ports), new TimelinePlayer(scenario), notes);
  }

  /** One step of the world, and what the timeline has for it. */
  public void step() {
    world.step();
    if (++steps % TURN_STEPS == 0) {
      turn();
    }
  }

  private void turn() {
    board.turn();
    if (!timeline.done()) {
      Map<String, LatLon> places = new HashMap<>();
      for (SimulatedVehicle vehicle : world.vehicles()) {
        places.put(vehicle.id(), vehicle.place());
      }
      timeline.turn(world.elapsedS(), places, board).forEach(notes);
    }
    if (track.isPresent() && steps % (TURN_STEPS * TRACK_TURNS) == 0) {
      for (SimulatedVehicle vehicle : world.vehicles()) {
        track.get().add(vehicle, world.now());
      }
    }
  }

  /** A flight has reached a state: what waits for it may begin. */
  public void reached(String state) {
    timeline.reached(state, world.elapsedS());
  }

  /** A fault by hand. */
  public void inject(Injection injection) {
    board.inject(injection).forEach(notes);
  }

  /** Ends faults of a kind by hand, for one vehicle or all. */
  public void lift(FaultKind kind, Optional<String> vehicle) {
    board.lift(kind, vehicle).forEach(notes);
  }

  /** Notes the true track from now on. */
  public void track(TrueTrack next) {
    track = Optional.of(next);
  }

  public World world() {
    return world;
  }

  /** Faults that last now. */
  public List<Injection> faults() {
    return board.active();
  }
}
