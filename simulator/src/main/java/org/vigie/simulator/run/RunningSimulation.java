package org.vigie.simulator.run;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.simulator.camera.SimulatedCamera;
import org.vigie.simulator.clock.SystemWallClock;
import org.vigie.simulator.clock.WallClock;
import org.vigie.simulator.fault.Note;
import org.vigie.simulator.mavlink.VideoStream;
import org.vigie.simulator.net.LinkCounters;
import org.vigie.simulator.net.LinkRules;
import org.vigie.simulator.net.Network;
import org.vigie.simulator.net.VehicleLinks;
import org.vigie.simulator.play.Play;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.world.CameraPose;
import org.vigie.simulator.world.CameraPoses;
import org.vigie.simulator.world.SimulatedVehicle;
import org.vigie.simulator.world.World;

/**
 * A world that runs on a thread of its own, with its vehicles on sockets. Thread-safe; closing it
 * stops the world first, then the links.
 */
public final class RunningSimulation implements CameraPoses, Closeable {
  /** Vehicles speak every ten milliseconds of simulated time. */
  private static final int POLL_STEPS = 4;

  /** Between two looks at the wall clock the world runs at most this far. */
  private static final int BATCH_STEPS = 40;

  /** Rest when there is nothing to do: 20 ms of simulated time at speed 10. */
  private static final long REST_NS = 2_000_000;

  /** Live faults that wait for the world's next turn. */
  private static final int ORDERS_MAX = 64;

  private static final long STOP_MS = 5_000;
  private static final Logger LOG = LoggerFactory.getLogger(RunningSimulation.class);

  private final Play play;
  private final World world;
  private final LivePorts ports;
  private final FleetLinks links;
  private final List<SimulatedVehicle> vehicles;
  private final WallClock clock;
  private final double speed;
  private final StationClock stations;
  private final BlockingQueue<Consumer<Play>> orders = new ArrayBlockingQueue<>(ORDERS_MAX);
  private final Thread thread;
  private final AtomicReferenceArray<CameraPose> poses;
  private volatile Instant simulatedTime;
  private volatile boolean closed;
  private volatile boolean waiting;
  private volatile @Nullable Throwable failure;

  private RunningSimulation(
      Play play,
      LivePorts ports,
      FleetLinks links,
      double speed,
      StationClock stations,
      WallClock clock) {
    this.play = play;
    this.world = play.world();
    this.ports = ports;
    this.vehicles = world.vehicles();
    this.links = links;
    this.speed = speed;
    this.stations = stations;
    this.clock = clock;
    this.simulatedTime = world.now();
    this.poses = new AtomicReferenceArray<>(vehicles.size());
    publish();
    this.thread = new Thread(this::run, "sim-world");
    thread.setDaemon(true);
  }

  /**
   * Starts a scenario's vehicles at its start, for stations that speak by the wall's clock.
   *
   * @param terrain the scenario's terrain
   * @param speed simulated seconds a second; infinite for as fast as the machine can
   * @param seed replaces the scenario's own
   * @throws DocumentException if the scenario names an airframe that does not ship
   * @throws IOException if a port is taken or a host unknown
   */
  public static RunningSimulation start(
      Scenario scenario, Terrain terrain, Transport transport, double speed, OptionalLong seed)
      throws DocumentException, IOException {
    return start(
        scenario, terrain, transport, LinkRules.Version.TWO, speed, StationClock.WALL, seed);
  }

  /**
   * Starts a scenario's vehicles at its start.
   *
   * @param terrain the scenario's terrain
   * @param version which MAVLink the vehicles speak
   * @param speed simulated seconds a second; infinite for as fast as the machine can
   * @param stations by which clock the stations speak that will connect
   * @param seed replaces the scenario's own
   * @throws DocumentException if the scenario names an airframe that does not ship
   * @throws IOException if a port is taken or a host unknown
   */
  public static RunningSimulation start(
      Scenario scenario,
      Terrain terrain,
      Transport transport,
      LinkRules.Version version,
      double speed,
      StationClock stations,
      OptionalLong seed)
      throws DocumentException, IOException {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("speed must be positive, not " + speed);
    }
    LivePorts ports = new LivePorts(scenario);
    Play play = Play.of(scenario, terrain, seed, ports, ports::say);
    WallClock clock = new SystemWallClock();
    Network network = new Network(clock, List.of());
    List<SimulatedVehicle> vehicles = play.world().vehicles();
    FleetLinks links =
        FleetLinks.open(network, vehicles, transport, version, seed.orElse(scenario.seed()));
    for (int i = 0; i < vehicles.size(); i++) {
      ports.links(vehicles.get(i).id(), links.get(i));
      if (speed > 1 && stations == StationClock.WALL) {
        links.get(i).outpacing();
      }
    }
    RunningSimulation simulation =
        new RunningSimulation(play, ports, links, speed, stations, clock);
    simulation.thread.start();
    return simulation;
  }

  private void run() {
    try {
      Pacer pacer = new Pacer(speed, stations, wallS());
      long steps = 0;
      while (!closed) {
        exchange();
        double allowedS =
            pacer.allowS(wallS(), world.elapsedS(), links.connected(), links.lastHeartbeatS());
        waiting = pacer.waiting();
        int done = 0;
        while (done < BATCH_STEPS && world.elapsedS() + World.STEP_S <= allowedS) {
          play.step();
          done++;
          if (++steps % POLL_STEPS == 0) {
            links.speak(world.elapsedS());
          }
        }
        publish();
        if (done < BATCH_STEPS) {
          clock.sleep(REST_NS);
        }
      }
    } catch (RuntimeException | Error e) {
      failure = e;
      LOG.error("the simulated world stopped", e);
    }
  }

  private void publish() {
    Instant now = world.now();
    for (int i = 0; i < vehicles.size(); i++) {
      poses.set(i, vehicles.get(i).cameraPose(now));
    }
    simulatedTime = now;
  }

  private double wallS() {
    return clock.nanos() / 1e9;
  }

  private void exchange() {
    links.look();
    for (int i = 0; i < ORDERS_MAX; i++) {
      Consumer<Play> order = orders.poll();
      if (order == null) {
        break;
      }
      obey(order);
    }
    links.exchange(world.elapsedS());
  }

  /** An order that goes wrong stops nothing but itself. */
  private void obey(Consumer<Play> order) {
    try {
      order.accept(play);
    } catch (RuntimeException e) {
      LOG.error("an order failed", e);
    }
  }

  /** First port of each vehicle, in their order. */
  public List<Integer> ports() {
    return links.ports();
  }

  /** All ports of a vehicle, in the order of its transports; 0 for calls over TCP. */
  List<Integer> allPorts(int index) {
    return links.get(index).ports();
  }

  /** The links of a vehicle, for faults; {@code index} counts from 0. */
  public VehicleLinks links(int index) {
    return links.get(index);
  }

  @Override
  public CameraPose cameraPose(int vehicle) {
    return poses.get(vehicle);
  }

  /** Simulated time now, UTC. */
  @Override
  public Instant simulatedTime() {
    return simulatedTime;
  }

  /** Simulated seconds a wall second; infinite for as fast as the machine can. */
  public double speed() {
    return speed;
  }

  /** Whether simulated time waits for a station that lags. */
  public boolean waiting() {
    return waiting;
  }

  /** What went over the links of a vehicle; {@code index} counts from 0. */
  public LinkCounters counters(int index) {
    return links.get(index).counters();
  }

  /** What stopped the world, if something did. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /**
   * Does something to the world between two of its steps.
   *
   * @return false when too much waits already
   */
  public boolean order(Consumer<Play> order) {
    return orders.offer(order);
  }

  /** Says that a flight has reached a state, for the timeline. */
  public boolean reached(String state) {
    return order(playing -> playing.reached(state));
  }

  /** Who is told of faults that have no effect, on the world's thread; the log at first. */
  public void notes(Consumer<Note> listener) {
    ports.listener(listener);
  }

  /** Somebody takes what faults ask of the outside: whoever says so asks {@link #pollOutside}. */
  public void takenBy(Outside.Taker taker) {
    ports.taken(taker);
  }

  /** A vehicle has a camera that faults may concern; {@code index} counts from 0. */
  public void attach(int index, SimulatedCamera camera) {
    ports.camera(vehicles.get(index).id(), camera);
  }

  /**
   * Tells a vehicle where its camera's pictures can be had, for stations that ask; {@code index}
   * counts from 0.
   */
  void video(int index, List<Supplier<VideoStream>> streams) {
    if (!order(playing -> vehicles.get(index).autopilot().video(streams))) {
      LOG.warn("too much waits: vehicle {} does not learn of its video", index + 1);
    }
  }

  /** Every vehicle carries a remote identification transmitter from now on. */
  public void fitRemoteId() {
    if (!order(playing -> vehicles.forEach(vehicle -> vehicle.autopilot().fitRemoteId()))) {
      LOG.warn("too much waits: no vehicle has its remote identification");
    }
  }

  /** What those around the simulation are to do next. */
  public Optional<Outside> pollOutside() {
    return ports.poll();
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      thread.join(STOP_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    links.close();
  }
}
